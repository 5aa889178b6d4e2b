import PolicyPacks
import Program
import Testing

/// What people are told in a parent's words.
@Suite struct InheritedPromises {
    private func town(_ own: String, extends parent: String = "orange-county-probation") throws -> LoadedPack {
        let text =
            "id: town\nversion: \"1\"\nextends: \(parent)\nagency: {kind: fire, title: Springfield Fire}\n\(own)\n"
        return try loaded(PackLibrary.load(text, file: "town.yaml"))
    }

    /// A fire department that starts from Orange County tells nobody that a danger goes to the Chief Probation Officer.
    @Test func sayTheAgencysOwnWords() throws {
        let pack = try town(
            """
            terms: {supporter: Peer, supporters: Peers, coordinator: Peer Captain}
            roles: [{id: chief, title: Fire Chief}, {id: administrator, title: Battalion Chief}]
            """)
        let told = pack.inherited.map(\.text).joined(separator: "\n")
        #expect(told.contains("There are two cases in which I must tell the Fire Chief."))
        #expect(told.contains("Talks with a Peer are not privileged"))
        #expect(told.contains("the Battalion Chief may end my membership"))
        for foreign in ["Chief Probation Officer", "PST Member", "Program Coordinator", "Program Administrator", "{"] {
            #expect(!told.contains(foreign), "\(foreign)")
        }
        #expect(pack.pack.confidentiality.advisement.opening.contains("the Fire Chief."))
        #expect(pack.text.contains("{role:chief}"))
        let kept = try loaded(PackLibrary.archived(pack.text, hash: pack.hash))
        #expect(kept.pack == pack.pack)
    }

    /// In the packs that come along every placeholder has its word.
    @Test(arguments: PackLibrary.bundled) func theirOwnPackSaysItToo(id: PackID) throws {
        let pack = try loaded(PackLibrary.load(id))
        let said =
            pack.pack.statements.map(\.text) + pack.pack.agreement.items.map(\.label)
            + pack.pack.confidentiality.exceptions.map(\.label) + [pack.pack.confidentiality.advisement.opening]
        #expect(said.allSatisfy { !$0.contains("{") })
        #expect(pack.inherited == [] && pack.inheritedHash == nil)
    }

    @Test func areListedOneByOneAndNamed() throws {
        let all = try town("")
        #expect(all.inherited.contains { $0.path == "statements[anonymous].text" })
        #expect(all.inherited.contains { $0.path == "confidentiality.advisement.opening" })
        #expect(all.inherited.contains { $0.path == "confidentiality.exceptions[crime].label" })
        #expect(all.inherited.contains { $0.path == "agreement.items[any-hour].label" })
        let own = try town("statements: [{id: anonymous, text: You need not say your name.}]")
        #expect(!own.inherited.contains { $0.path == "statements[anonymous].text" })
        #expect(own.inherited.count == all.inherited.count - 1)
        #expect(own.inheritedHash != all.inheritedHash)
        let report = PackReport(all).text
        let hash = try #require(all.inheritedHash)
        #expect(report.contains("to be read and confirmed (\(hash)):"))
        for promise in all.inherited { #expect(report.contains("  \(promise.path)\n    \(promise.text)\n")) }
    }

    /// Whom people are told to call in danger comes from the country's profile: nobody is told another number than somebody here read.
    @Test func theNumbersOfTheCountryAreAmongThem() throws {
        func numbers(_ own: String) throws -> [String: String] {
            let told = try town(own).inherited.filter {
                $0.path.hasPrefix("country.") || $0.path.hasPrefix("crisis-lines")
            }
            return Dictionary(uniqueKeysWithValues: told.map { ($0.path, $0.text) })
        }
        let line = "country.crisis-lines[lifeline]"
        let words = "988 Suicide and Crisis Lifeline: 988, by text 988, at any hour"
        #expect(try numbers("") == ["country.emergency-number": "Where anyone is in danger: 911", line: words])
        #expect(try numbers("country: united-states") == numbers(""))
        #expect(try numbers("country: canada")["country.emergency-number"]?.hasSuffix("911") == true)
        #expect(try numbers("country: {extends: united-states, emergency-number: \"9-911\"}") == [line: words])
        // A line that is partly its own is read whole.
        let other = try numbers("country: {extends: united-states, crisis-lines: [{id: lifeline, text: \"741741\"}]}")
        #expect(other[line] == words.replacing("text 988", with: "text 741741"))
        #expect(
            try town("").inheritedHash
                != town("country: {extends: united-states, emergency-number: \"112\"}").inheritedHash)
    }

    @Test func aListThatReplacesTheParentsIsToldAsSuch() throws {
        let pack = try town("agreement: {includes: [exceptions]}")
        let report = PackReport(pack).text
        #expect(report.contains("This list replaces the parent's; of its items these are gone: "))
    }

    @Test(arguments: [
        ("requests: {origins: [{person: oneself, handling: open, basis: [OCP-I.A-1]}]}", "requests.origins"),
        ("scope: {seekers: [{kind: employee, basis: [OCP-I.A-1]}]}", "scope.seekers"),
    ])
    func aRuleThatBreaksOneIsTold(own: String, path: String) throws {
        let text = "id: town\nversion: \"1\"\nextends: orange-county-probation\n\(own)\n"
        let found = try problems(of: text, file: "town.yaml", parents: PackLibrary.bundledText)
        #expect(found.contains { $0.path == path && $0.message.contains("people are still told") }, "\(found)")
    }
}
