import Foundation
import PolicyPacks
import Program
import Testing

@Suite struct UnreadablePacks {
    @Test func tellsBrokenYAMLWithItsLine() throws {
        let found = try problems(of: "id: x\nversion: \"1\"\nagency: [\n")
        #expect(found.count == 1)
        #expect(found[0].message.hasPrefix("This is not YAML: "))
        #expect(found[0].line >= 3)
    }

    @Test func tellsKeysSaidTwice() throws {
        let spoilt = try text(of: "orange-county-probation").replacing("\nagency:", with: "\nversion: \"2\"\nagency:")
        let found = try problems(of: spoilt)
        #expect(found.map(\.message) == ["The mapping that begins here says 'version' more than once; say it once."])
    }

    @Test func refusesReferencesThatGrowWithoutEnd() throws {
        let levels = (1...30).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]\n" }.joined()
        let found = try problems(of: "a0: &a0 [x, y]\n" + levels)
        #expect(found.map(\.message) == ["The pack has more than 100000 values."])
    }

    @Test func tellsATextThatIsNoMapping() throws {
        for text in ["- a\n- b\n", "policy\n"] {
            #expect(try problems(of: text).contains { $0.message == "A mapping is needed (key: value)." })
        }
    }

    @Test func tellsAnEmptyFile() throws {
        #expect(try problems(of: "").map(\.message) == ["The file is empty."])
    }

    @Test func tellsEveryMissingSectionOfANearlyEmptyPack() throws {
        let found = try problems(of: "id: x\n")
        #expect(found.count == 30)
        #expect(found.contains { $0.path == "roles" && $0.message == "The rule 'roles' is missing." })
        #expect(found.allSatisfy { $0.line == 1 })
    }

    @Test func tellsManyProblemsAtOnceInTheOrderOfTheirLines() throws {
        let spoilt = try text(of: "orange-county-probation")
            .replacing("  kind: probation\n", with: "  kind: navy\n  colour: blue\n")
            .replacing("due-day: 10", with: "due-day: tenth")
            .replacing("hours: [24, 72]", with: "hours: [72, 24]")
            .replacing("question: approach,", with: "question: age,")
            .replacing("received-by: logistics-coordinator", with: "received-by: postmaster")
            .replacing("[OCP-I.A-2]\n  partners", with: "[SAC-I-1]\n  partners")
        let found = try problems(of: spoilt)
        #expect(
            found.map(\.path) == [
                "agency.kind", "agency.colour", "incidents.debriefing.window.hours", "incidents.multi-agency.basis[1]",
                "stat-sheet.received-by", "stat-sheet.due-day", "summary.tables[4].answers.question",
            ])
        #expect(found.map(\.line) == found.map(\.line).sorted())
    }
}

@Suite struct HashesOfPacks {
    @Test func theSameRulesHaveTheSameHashHoweverTheyAreWritten() throws {
        let written = try text(of: "orange-county-probation")
        let first = try loaded(PackLibrary.load(written, file: "a.yaml"))
        let again = try loaded(
            PackLibrary.load(
                written.replacing(
                    "  kind: probation\n  title: Orange County Probation Department\n",
                    with: "  # by name\n  title: \"Orange County Probation Department\"\n  kind: probation\n"),
                file: "b.yaml"))
        #expect(first.hash == again.hash)
        #expect(first.hash.count == 64)
    }

    @Test func anotherRuleHasAnotherHash() throws {
        let written = try text(of: "orange-county-probation")
        let first = try loaded(PackLibrary.load(written, file: "a.yaml"))
        let changed = try loaded(
            PackLibrary.load(written.replacing("reminder-days: 3", with: "reminder-days: 4"), file: "a.yaml"))
        #expect(first.hash != changed.hash)
        #expect(changed.pack.statSheet.reminderDays == 4)
    }

    /// `==` of a pack is written out: a further part of it belongs there too, and here.
    @Test func equalityKnowsEveryPart() throws {
        let pack = try loaded(PackLibrary.load(PackID("kern-sheriff"))).pack
        // What is only remembered of the others is no part.
        #expect(Mirror(reflecting: pack).children.count { $0.label != "conferred" } == 37)
    }

    @Test(arguments: PackLibrary.bundled) func theKeptTextLoadsAgainToTheSamePack(id: PackID) throws {
        let first = try loaded(PackLibrary.load(id))
        let again = try loaded(PackLibrary.load(first.text, file: "kept"))
        #expect(again.pack == first.pack)
        #expect(again.hash == first.hash)
        #expect(again.text == first.text)
    }
}
