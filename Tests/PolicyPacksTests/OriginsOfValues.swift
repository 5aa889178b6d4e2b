import Foundation
import PolicyPacks
import Program
import Testing

/// What a pack says of each value: that the written policy gives it, or that the agency chose it.
@Suite struct OriginsOfValues {
    private static let shared = MistakesInWriting.shared

    private func changed(_ right: String, _ wrong: String) throws -> LoadedPack {
        let text = try text(of: "orange-county-probation")
        try #require(text.components(separatedBy: right).count == 2)
        return try loaded(
            PackLibrary.load(text.replacing(right, with: wrong), file: "pack.yaml", parents: { _ in nil }))
    }

    private static let sheet = """
        basis: {clauses: [OCP-I.C.3.i-1], said: {due-day: "due on the 10th"}, chosen: {reminder-days: "Three days."}}
        """

    @Test func aRuleTellsEachOfItsValues() throws {
        let rule = try changed("  basis: [OCP-I.C.3.i-1]\n\nsummary", "  \(Self.sheet)\n\nsummary").pack.statSheet
        #expect(rule.basis.clauses == [ClauseID("OCP-I.C.3.i-1")])
        #expect(rule.basis.reason == nil)
        #expect(rule.basis.of(.dueDay) == .clauses([ClauseID("OCP-I.C.3.i-1")]))
        #expect(rule.basis.of(.reminderDays) == .chosen("Three days."))
        #expect(rule.basis.of(.reminderDays).clauses.isEmpty)
    }

    @Test func aRuleOfOneKindTellsTheSameOfAll() {
        #expect(Basis.chosen("Ours.").of(.dueDay) == .chosen("Ours."))
        #expect(Basis.clauses([ClauseID("A-1")]).of(.dueDay) == .clauses([ClauseID("A-1")]))
    }

    @Test func aClauseIsCitedThereAsAnywhere() throws {
        let loaded = try changed("  basis: [OCP-I.C.3.i-1]\n\nsummary", "  \(Self.sheet)\n\nsummary")
        #expect(
            loaded.conformance.first { $0.clause.id.text == "OCP-I.C.3.i-1" }?.rules.contains {
                $0.path == "stat-sheet"
            } == true)
        let text = try text(of: "orange-county-probation").replacing(
            Self.shared, with: "basis: {clauses: [OCP-I.A-9]}\n  partners")
        #expect(try problems(of: text).map(\.path) == ["incidents.multi-agency.basis[1]"])
    }

    @Test func theLoadedPackListsThem() throws {
        let loaded = try changed("  basis: [OCP-I.C.3.i-1]\n\nsummary", "  \(Self.sheet)\n\nsummary")
        let days = try #require(loaded.chosen.first { $0.path == "stat-sheet.reminder-days" })
        #expect(days.place == ["Stat sheet", "Reminder days"])
        #expect(days.value == "3")
        #expect(days.reason == "Three days.")
        let due = try #require(loaded.said.first { $0.path == "stat-sheet.due-day" })
        #expect(due.value == "10")
        #expect(due.words == "due on the 10th")
        #expect(due.clauses == ["OCP-I.C.3.i-1"])
        // Of a rule that is chosen as a whole each value, and its place as people know it.
        let whole = loaded.chosen.filter { $0.path.hasPrefix("requests.first-contact") }
        #expect(whole.map(\.path) == ["requests.first-contact.within-minutes"])
        let kept = try #require(loaded.chosen.first { $0.path == "retention.closed-request-days" })
        #expect(kept.value == "30")
        #expect(kept.place == ["Retention", "Closed request days"])
        let wait = try #require(loaded.chosen.first { $0.path == "escalation.steps[coordinator].wait-minutes" })
        #expect(wait.place == ["Escalation", "Steps", "Coordinator", "Wait minutes"])
    }

    @Test func theArchiveListsThemAsWell() throws {
        let loaded = try changed("  basis: [OCP-I.C.3.i-1]\n\nsummary", "  \(Self.sheet)\n\nsummary")
        let archived = try PackLibrary.archived(loaded.text, hash: loaded.hash).get()
        #expect(Set(archived.chosen.map(\.path)) == Set(loaded.chosen.map(\.path)))
        #expect(archived.said.map(\.words) == loaded.said.map(\.words))
    }

    /// A way goes by keys, by the id or word of an item, and else into every item.
    @Test func aValueIsNamedByTheWayToIt() throws {
        let loaded = try changed(
            "      length-minutes: [120, 240]\n      basis: [OCP-II.E.4, OCP-II.B.4]",
            """
                  length-minutes: [120, 240]
                  basis:
                    clauses: [OCP-II.E.4, OCP-II.B.4]
                    said: {members.count: "One (1) … two (2) to three (3)", length-minutes: "two (2) to four (4) hours"}
            """)
        let counts = loaded.said.filter { $0.words.hasPrefix("One") }
        #expect(counts.map(\.value) == ["1 to 1", "2 to 3", "0 to 1"])
        #expect(counts.last?.path == "incidents.debriefing.team.members[3].count")
    }

    /// What code asks for by name is a value that packs have.
    @Test func everyNameOfAValueIsAKey() throws {
        let paths = try PackKey.all().map(\.path)
        for value in RuleValue.allCases {
            #expect(paths.contains { $0.hasSuffix("." + value.rawValue) }, "\(value.rawValue)")
        }
    }
}
