import HTML
import Operations
import Program

/// What a page shows of the agency: by default the visitor's own area, and the whole by one link (OCP-I.C.2.a).
struct AreaOnPage: Sendable {
    let view: AreaView
    /// Whether the whole was asked for.
    let isWidened: Bool

    /// Whose people are shown; nothing where everybody is.
    var areas: [String]? { isWidened ? nil : view.areas }

    /// What the query of a link needs so that it leads to as much as is shown here.
    var query: [(String, String)] { isWidened ? [AreaOnPage.widening] : [] }

    static let widening = ("show", "whole")

    /// Says what is shown and leads to the other; nothing for those without an area.
    ///
    /// - Parameters:
    ///   - own: the page with the area alone.
    ///   - whole: the same page with everything.
    func line(own: Link, whole: Link) -> HTML? {
        switch view {
        case .whole: return nil
        case .empty(let areas):
            return callout(
                "The whole agency",
                "<p>Nobody in the directory is in your area, \(areas.joined(separator: ", ")).</p>")
        case .areas(let areas, let units, _):
            let name = areas.joined(separator: ", ")
            guard !isWidened else {
                return callout("The whole agency", "<p><a\(href: own)>Back to your area, \(name)</a></p>")
            }
            return callout(
                "Your area: \(name)",
                """
                <p>Its units: \(units.joined(separator: ", ")). Lists here are of its people. \
                <a\(href: whole)>Show the whole agency</a></p>
                """)
        }
    }
}

extension StaffVisit {
    /// What the page shows to whoever comes with that power.
    func area(for power: Power) async throws -> AreaOnPage {
        let (name, value) = AreaOnPage.widening
        return AreaOnPage(
            view: try await programmes.areaView(for: power, of: staff), isWidened: visit.query(name) == value)
    }
}

extension AreaOnPage {
    /// The page with everything, for those whose pages show their area first.
    static func whole(of address: FixedAddress) -> Link { address.link(query: widening) }
}
