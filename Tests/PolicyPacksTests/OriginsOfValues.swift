import Foundation
import PolicyPacks
import Program
import Testing

/// What a pack says of each value: that the written policy gives it, or that the agency chose it.
@Suite struct OriginsOfValues {
    private static let orange = PackID("orange-county-probation")

    @Test func aRuleTellsEachOfItsValues() throws {
        let rule = try loaded(PackLibrary.load(Self.orange)).pack.statSheet
        #expect(rule.basis.clauses == [ClauseID("OCP-I.C.3.i-1")])
        #expect(rule.basis.reason == nil)
        #expect(rule.basis.of(.dueDay) == .clauses([ClauseID("OCP-I.C.3.i-1")]))
        #expect(rule.basis.of(.reminderDays).reason?.contains("three days") == true)
        #expect(rule.basis.of(.reminderDays).clauses.isEmpty)
    }

    @Test func aRuleOfOneKindTellsTheSameOfAll() {
        #expect(Basis.chosen("Ours.").of(.dueDay) == .chosen("Ours."))
        #expect(Basis.clauses([ClauseID("A-1")]).of(.dueDay) == .clauses([ClauseID("A-1")]))
    }

    @Test func aClauseIsCitedThereAsAnywhere() throws {
        let loaded = try loaded(PackLibrary.load(Self.orange))
        #expect(
            loaded.conformance.first { $0.clause.id.text == "OCP-I.C.3.i-1" }?.rules.contains {
                $0.path == "stat-sheet"
            } == true)
        let text = try text(of: "orange-county-probation").replacing(
            MistakesInWriting.shared, with: "basis: {clauses: [OCP-I.A-9]}\n  partners")
        #expect(try problems(of: text).map(\.path) == ["incidents.multi-agency.basis[1]"])
    }

    @Test func theLoadedPackListsThem() throws {
        let loaded = try loaded(PackLibrary.load(Self.orange))
        let days = try #require(loaded.chosen.first { $0.path == "stat-sheet.reminder-days" })
        #expect(days.place == ["Stat sheet", "Reminder days"])
        #expect(days.value == "3")
        let due = try #require(loaded.said.first { $0.path == "stat-sheet.due-day" })
        #expect(due.value == "10")
        #expect(due.words == "due on the 10th of each month")
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
        let loaded = try loaded(PackLibrary.load(Self.orange))
        let archived = try PackLibrary.archived(loaded.text, hash: loaded.hash).get()
        #expect(Set(archived.chosen.map(\.path)) == Set(loaded.chosen.map(\.path)))
        #expect(Set(archived.said.map(\.words)) == Set(loaded.said.map(\.words)))
    }

    /// A way goes by keys, by the id, the word or the number of an item, and else into every item.
    @Test func aValueIsNamedByTheWayToIt() throws {
        let loaded = try loaded(PackLibrary.load(Self.orange))
        let counts = loaded.said.filter { $0.path.hasPrefix("incidents.debriefing.team.members") }
        #expect(counts.map(\.value) == ["1 to 1", "2 to 3", "0 to 1"])
        #expect(counts.last?.words == "A staff chaplain is optional")
        #expect(loaded.chosen.contains { $0.path == "roles[coordinator].powers[3]" && $0.value == "publish-summary" })
    }

    /// A number that nothing is said of is a problem of its own, wherever it stands in its rule.
    @Test(
        arguments: [
            (
                ", said: {usual-minutes: \"generally lasts no longer than one hour\"}",
                "incidents.defusing.usual-minutes"
            ),
            (
                ", said: {hours: \"Twenty-four (24) hour Basic Peer Support course\"}",
                "training.courses[basic-peer-support].hours"
            ),
            (
                ", chosen: {answer.several.at-least: \"The form's boxes may all stay empty.\"}",
                "contact-form.kinds[contact].questions[issues].answer.several.at-least"
            ),
        ])
    func aNumberOfUnknownOriginIsTold(_ words: String, _ path: String) throws {
        let text = try text(of: "orange-county-probation")
        try #require(text.components(separatedBy: words).count == 2)
        let found = try problems(of: text.replacing(words, with: ""))
        #expect(found.map(\.path) == [path])
        #expect(found.first?.message.hasPrefix("Say where the number comes from.") == true)
    }

    /// What code asks for by name is a value that packs have.
    @Test func everyNameOfAValueIsAKey() throws {
        let paths = try PackKey.all().map(\.path)
        for value in RuleValue.allCases {
            #expect(paths.contains { $0.hasSuffix("." + value.rawValue) }, "\(value.rawValue)")
        }
    }
}
