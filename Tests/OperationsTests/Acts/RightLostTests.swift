import Operations
import Program
import Sealing
import Store
import TestSupport
import Testing

/// A right that was lost between the gate and the act does nothing.
@Suite struct RightLostTests {
    @Test(arguments: engines) func aRoleThatEndedMeanwhileActsNoMore(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let keeper = try await ground.member("keeper", roles: "coordinator")
        let acting = ground.programmes.visited(by: .staff(keeper, .holding(.manageAccounts), once: nil))
        let new = NewAccount(login: "late", name: "Late", employeeNumber: nil)
        try await ground.database.write { transaction in
            for row in try transaction.holdings(of: keeper.account, agency: keeper.agency.id) {
                try transaction.endHolding(
                    agency: keeper.agency.id, account: keeper.account, id: row.id, on: row.holding.startsOn)
            }
        }
        await #expect(throws: RightLost.self) { try await acting.createAccount(new, by: keeper) }
        // By the door alone, too, whoever comes without a gate.
        #expect(try await ground.programmes.createAccount(new, by: keeper) == nil)
        #expect(try await ground.database.integer("SELECT count(*) FROM account WHERE login = 'late'") == 0)
    }

    @Test(arguments: engines) func anEndedSessionActsNoMore(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let keeper = try await ground.member("keeper", roles: "coordinator")
        let acting = ground.programmes.visited(by: .staff(keeper, .signedIn, once: nil))
        try await ground.programmes.signOut(keeper)
        await #expect(throws: RightLost.self) { try await acting.signOutEverywhere(keeper) }
    }
}
