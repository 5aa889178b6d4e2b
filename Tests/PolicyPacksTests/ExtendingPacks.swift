import Foundation
import PolicyPacks
import Program
import Testing

/// A town that starts from the guidelines and changes a few rules.
private let town = """
    id: springfield
    version: "3"
    extends: iacp
    agency:
      title: Springfield Police
    clauses:
      - {id: SP-1, place: "1", kind: schedule, duty: Sheets are due on the fifth}
    stat-sheet:
      due-day: 5
      basis: {clauses: [SP-1], said: {due-day: on the fifth}, chosen: {reminder-days: Three days leave time.}}
    membership:
      removal:
        grounds:
          - {id: standing, remove: true}
          - {id: absence, label: Two absences}
        procedure: {approved: {by: coordinator, approved-by: sponsor}}
    team:
      mutual-aid: {remove: true}
    roles:
      - {id: coordinator, title: Wellness Sergeant}
      - {id: mayor, title: Mayor, powers: [], needs-second-factor: true, holders: one, has-area: false, basis: [SP-1]}
    """

private let sheetBasis =
    "{clauses: [SP-1], said: {due-day: on the fifth}, chosen: {reminder-days: Three days leave time.}}"

@Suite struct ExtendingPacks {
    private func loadTown(_ text: String = town) throws -> LoadedPack {
        try loaded(PackLibrary.load(text, file: "springfield.yaml"))
    }

    @Test func changesWhatItSaysAndKeepsTheRest() throws {
        let parent = try loaded(PackLibrary.load(PackID("iacp"))).pack
        let pack = try loadTown().pack
        #expect(pack.id == PackID("springfield"))
        #expect(pack.agency.kind == parent.agency.kind)
        #expect(pack.statSheet.dueDay == 5)
        #expect(pack.statSheet.receivedBy == parent.statSheet.receivedBy)
        #expect(pack.clauses.count == parent.clauses.count + 1)
        #expect(pack.role(RoleID("coordinator"))?.title == "Wellness Sergeant")
        #expect(pack.role(RoleID("coordinator"))?.powers == parent.role(RoleID("coordinator"))?.powers)
        #expect(pack.roles.last?.id == RoleID("mayor"))
        #expect(pack.membership.removal.grounds.map(\.label) == ["Breach of confidentiality", "Two absences"])
        #expect(
            pack.membership.removal.procedure
                == .approved(by: RoleID("coordinator"), approvedBy: RoleID("sponsor")))
        #expect(pack.team.mutualAid == nil)
        #expect(pack.contactForm == parent.contactForm)
    }

    @Test func listsEveryDifferenceWithBothValuesAndTheReason() throws {
        let loaded = try loadTown()
        #expect(loaded.parent == PackID("iacp"))
        #expect(
            loaded.differences.contains(
                PackDifference(path: "stat-sheet.due-day", parent: "10", own: "5", basis: sheetBasis)))
        let ground = try #require(
            loaded.differences.first { $0.path == "membership.removal.grounds[absence].label" })
        #expect(ground.parent == "Not attending training and meetings" && ground.own == "Two absences")
        #expect(ground.basis?.isEmpty == false)
        let removed = try #require(loaded.differences.first { $0.path == "team.mutual-aid" })
        #expect(removed.own == nil)
        #expect(removed.parent?.contains("approved-by: sponsor") == true)
        let added = try #require(loaded.differences.first { $0.path == "roles[mayor]" })
        #expect(added.parent == nil)
        #expect(added.basis == "[SP-1]")
    }

    @Test func leavesClausesUncoveredWhenTheirRuleIsTakenOut() throws {
        let text = town.replacing("mutual-aid: {remove: true}", with: "regional-team: {remove: true}")
        #expect(try loadTown(text).uncited.map(\.id.text) == ["IACP-3.9.2-2"])
    }

    @Test func reportsTheSameToPeopleAndScripts() throws {
        let report = PackReport(try loadTown())
        #expect(
            report.text.contains("  stat-sheet.due-day\n    iacp: 10\n    springfield: 5\n    because: \(sheetBasis)\n")
        )
        let json = try JSONSerialization.jsonObject(with: Data(report.json.utf8)) as? [String: Any]
        #expect(json?["pack"] as? String == "springfield")
        #expect(json?["parent"] as? String == "iacp")
        #expect((json?["differences"] as? [Any])?.count == report.differences.count)
        #expect((json?["duties"] as? [Any])?.count == report.duties.count)
        #expect(json?["writtenDown"] as? Int == report.duties.count { $0.state == .writtenDown })
    }

    @Test func theKeptTextNeedsNoParent() throws {
        let first = try loadTown()
        let again = try loaded(PackLibrary.load(first.text, file: "kept", parents: { _ in nil }))
        #expect(again.pack == first.pack)
        #expect(again.hash == first.hash)
    }

    @Test func tellsAParentThatDoesNotExist() throws {
        let found = try problems(of: town)
        #expect(found.map(\.path) == ["extends"])
        #expect(found.map(\.message) == ["There is no pack 'iacp' to extend."])
        #expect(found.map(\.line) == [3])
    }

    @Test func tellsAPackThatIsItsOwnParent() throws {
        let found = try problems(of: "id: a\nextends: a\n", parents: { _ in "id: a\nextends: a\n" })
        #expect(found.map(\.message) == ["There is no pack 'a' to extend."])
    }

    @Test func tellsWhatCannotBeRemoved() throws {
        let text = town.replacing("{id: standing, remove: true}", with: "{id: envy, remove: true}")
            .replacing("mutual-aid: {remove", with: "mutual-help: {remove")
        let found = try problems(of: text, file: "springfield.yaml", parents: PackLibrary.bundledText)
        #expect(found.map(\.path) == ["membership.removal.grounds[envy]", "team.mutual-help"])
        #expect(Set(found.map(\.message)) == ["There is nothing of this name in the parent to remove."])
    }

    /// The guidelines say four hours; eight are the town's own, and it says so.
    @Test func tellsAValueThatWouldBorrowTheParentsWords() throws {
        let text = town + "\ntraining:\n  recurring: [{id: update, amount: 8}]\n"
        let found = try problems(of: text, file: "springfield.yaml", parents: PackLibrary.bundledText)
        #expect(found.map(\.path) == ["training.recurring[update]"])
        #expect(found.first?.message.contains("gives amount in words of its own") == true)
        let own = text.replacing("amount: 8}", with: "amount: 8, basis: {chosen: Eight suit our shifts.}}")
        #expect(try loadTown(own).pack.training.recurring.first?.amount == 8)
        // The same value needs no word, and what the guidelines chose may be chosen otherwise.
        #expect(try loadTown(text.replacing("amount: 8", with: "amount: 4")).pack.training.recurring.count == 1)
        #expect(try loadTown(town + "\nsummary: {due-day: 25}\n").pack.summary.dueDay == 25)
    }

    @Test func tellsProblemsOfTheChildInItsOwnFile() throws {
        let text = town.replacing("due-day: 5", with: "due-day: fifth")
        let found = try problems(of: text, file: "springfield.yaml", parents: PackLibrary.bundledText)
        #expect(found.map(\.description) == ["springfield.yaml:9:12: stat-sheet.due-day: A whole number is needed."])
    }
}
