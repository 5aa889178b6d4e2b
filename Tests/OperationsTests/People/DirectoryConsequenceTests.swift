import Operations
import Program
import Sealing
import Store
import Testing

/// What a change of somebody's record means for their roles.
@Suite struct DirectoryConsequenceTests {
    @Test(arguments: engines) func aKindThatThePolicyDoesNotTakeEndsTheTeamsRole(_ engine: Engine) async throws {
        let scene = try await GivingBackTests.Scene(engine)
        let member = try await scene.ground.database.read { transaction in
            try transaction.accounts(
                ofPeople: try transaction.people(agency: scene.ground.agency.id).map(\.id),
                agency: scene.ground.agency.id
            ).first { $0.id == scene.members[0] }
        }
        let number = try await scene.ground.database.read { transaction in
            try transaction.people(withIDs: [member?.person ?? ""], agency: scene.ground.agency.id)[0].record
                .employeeNumber
        }
        let changed = scene.file.map { person in
            var person = person
            if person.employeeNumber == number { person.classification = .volunteer }
            return person
        }
        let before = try await scene.held()
        let imported = try await scene.imports(changed).get()
        #expect(imported.consequences.ending.map(\.login) == ["m0"])
        #expect(imported.consequences.ending.map(\.why) == [.standing])
        #expect(imported.consequences.rolesEnded == 1)
        #expect(try await scene.held().map(\.isEmpty) == [true, false, false])
        // Fails where a row is not what the chain vouches for.
        try await scene.ground.programmes.compareAccounts()
        let right = try await scene.imports(scene.file).get()
        #expect(right.consequences.returning.map(\.kept) == [nil])
        #expect(try await scene.held() == before)
    }

    /// Whoever was of the team against the rule before goes on, and a transfer changes nothing of it.
    @Test(arguments: engines) func aTransferEndsNothing(_ engine: Engine) async throws {
        let scene = try await GivingBackTests.Scene(engine)
        let moved = scene.file.map { person in
            var person = person
            person.unit += " East"
            return person
        }
        let imported = try await scene.imports(moved).get()
        #expect(imported.changed == scene.file.count)
        #expect(imported.consequences.ending.isEmpty && imported.consequences.returning.isEmpty)
        #expect(try await scene.held().allSatisfy { !$0.isEmpty })
    }
}
