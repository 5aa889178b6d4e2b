import Foundation
import PolicyPacks
import Program
import Testing

/// What a new agency starts from.
@Suite struct PackStarts {
    static let filled =
        "[{who: {role: clinical-supervisor}, deadline: immediately, escalates: true, designee-allowed: false}]"

    private func start(_ kind: String, country: String = "united-states") throws -> String {
        try #require(PackStart(kind: kind, title: "Springfield \"\(kind)\" Agency", country: country)).text
    }

    @Test func thereIsOneForEveryKindOfAgency() {
        #expect(
            PackStart.kinds == [
                "probation", "sheriff", "police", "corrections", "fire", "ambulance", "dispatch-centre", "hospital",
            ])
    }

    /// Nothing is wrong with it but what only the agency can say, and each of those is told.
    @Test(arguments: PackStart.kinds) func onlyWhatIsOpenIsWrong(kind: String) throws {
        let text = try start(kind)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let open = lines.indices.filter { lines[$0].hasSuffix(": \(PackStart.open)") }.map { $0 + 1 }
        let found = try problems(of: text, file: "start.yaml", parents: PackLibrary.bundledText)
        #expect(open.count == 8)
        #expect(found.map(\.line) == open, "\(found)")
    }

    @Test(arguments: PackStart.kinds) func filledItIsAPack(kind: String) throws {
        let text = Self.fill(try start(kind, country: "australia"))
        let pack = try loaded(PackLibrary.load(text, file: "start.yaml"))
        #expect(hyphen(pack.pack.agency.kind.rawValue) == kind)
        #expect(pack.pack.id.text == "springfield-\(kind)-agency")
        #expect(pack.pack.country.emergencyNumber == "000")
        // The words of the guidelines for the team and its people are the agency's own now.
        let told = pack.inherited.map(\.text).joined(separator: "\n")
        #expect(told.contains("Peer Supporter") && !told.contains("Peer Support Person") && !told.contains("{"))
        #expect(pack.pack.incidents.kinds.count > 3)
    }

    @Test func noStartForNoKindAndNoTitle() {
        #expect(PackStart(kind: "navy", title: "Navy", country: "canada") == nil)
        #expect(PackStart(kind: "public-safety", title: "All", country: "canada") == nil)
        #expect(PackStart(kind: "fire", title: "…", country: "canada") == nil)
        #expect(PackStart(kind: "fire", title: "A\nroles: []", country: "canada") == nil)
    }

    /// With every open place settled.
    static func fill(_ text: String) -> String {
        text.replacing("force: \(PackStart.open)", with: "force: mandatory")
            .replacing("recipients: \(PackStart.open)", with: "recipients: \(filled)")
    }

    private func hyphen(_ name: String) -> String {
        name.reduce(into: "") { $0 += $1.isUppercase ? "-" + $1.lowercased() : String($1) }
    }
}
