import Foundation
import Program

/// The countries whose profiles come with the product: numbers for whoever is in danger, hours, holidays and languages.
package enum CountryProfiles {
    /// The one that is taken where a pack names none, as packs could not before they named countries.
    static let usual = "united-states"
    package static let names = [usual, "canada", "united-kingdom", "australia"]

    /// All of them, for pages of no agency, which may be read in any.
    package static let all: [Country] = names.compactMap { name in
        guard let node = node(name) else { return nil }
        let reading = PackReading(.strict)
        let country = try? reading.value(Country.self, at: PackPlace(node: node, path: PackNode.country))
        return reading.problems.isEmpty ? country : nil
    }

    static func node(_ name: String) -> PackNode? { texts[name] }

    private static let texts: [String: PackNode] = names.reduce(into: [:]) { texts, name in
        let file = "\(name).yaml"
        guard let url = Bundle.module.url(forResource: name, withExtension: "yaml", subdirectory: "Packs/countries"),
            let text = try? String(contentsOf: url, encoding: .utf8),
            case .success(let node) = PackNode.parse(text, file: file)
        else { return }
        texts[name] = node
    }
}

extension PackNode {
    static let country = "country"

    /// `country: canada` and `country: {extends: canada}` alike, so that an extending pack can change what its parent named.
    var namingItsCountry: PackNode {
        guard let written = self[Self.country], let name = written.scalar else { return self }
        let named = PackNode(
            content: .map([
                Entry(key: "extends", keyMark: written.mark, value: PackNode(name.text, .text, beside: written.mark))
            ]), mark: written.mark)
        return without(Self.country).adding(Self.country, named)
    }

    /// With the profile of its country written out, so that its text says all that is decided by, whatever a later profile says.
    /// A country that says everything itself stays as it is.
    func withItsCountry(reporting report: (PackProblem) -> Void) -> PackNode {
        let written = namingItsCountry[Self.country]
        if written?["id"] != nil, written?["extends"] == nil { return self }
        let extends = written?["extends"]
        let name = extends?.scalar?.text ?? CountryProfiles.usual
        let known = CountryProfiles.node(name)
        if known == nil, let mark = extends?.mark {
            let names = CountryProfiles.names.joined(separator: ", ")
            report(
                PackProblem(
                    file: mark.file, line: mark.line, column: mark.column, path: Self.country,
                    message: "There is no profile of a country '\(name)'; there are: \(names)."))
        }
        guard entries != nil, let profile = known ?? CountryProfiles.node(CountryProfiles.usual) else { return self }
        let own = written?.without("extends")
        let whole = own?.merged(over: profile, path: Self.country, reporting: report) ?? profile
        return without(Self.country).adding(Self.country, whole)
    }
}
