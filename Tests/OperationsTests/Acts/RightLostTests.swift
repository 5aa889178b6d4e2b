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
        try await ground.endRoles(of: keeper)
        await #expect(throws: RightLost.self) { try await acting.createAccount(new, by: keeper) }
        // By the door alone, too, whoever comes without a gate.
        #expect(try await ground.programmes.createAccount(new, by: keeper) == nil)
        #expect(try await ground.database.integer("SELECT count(*) FROM account WHERE login = 'late'") == 0)
    }

    /// Acts that the chain never holds go through a door of their own, and it asks as well.
    @Test(arguments: engines) func aQuietActAsksToo(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let supporter = try await ground.member("a.lopez", roles: "supporter")
        let month = supporter.today.month
        let acting = ground.programmes.visited(by: .staff(supporter, .holding(.keepStatSheet), once: nil))
        let id = try await acting.recordContact(.ofToday(supporter), in: month, by: supporter).get()
        try await ground.endRoles(of: supporter)
        let before = try await ground.database.everything()
        await #expect(throws: RightLost.self) {
            try await acting.recordContact(.ofToday(supporter), in: month, by: supporter)
        }
        await #expect(throws: RightLost.self) { try await acting.submitSheet(month, by: supporter) }
        let programmes = ground.programmes
        #expect(try await programmes.recordContact(.ofToday(supporter), in: month, by: supporter).isRefused)
        #expect(try await programmes.removeContact(id, in: month, by: supporter) == nil)
        #expect(try await programmes.submitSheet(month, by: supporter).isRefused)
        #expect(try await ground.database.everything() == before)
    }

    /// An offer that was seen while the role was held is not taken after it.
    @Test(arguments: engines) func anOfferIsNotTakenWithoutTheRole(_ engine: Engine) async throws {
        let field = try await RequestGround(engine)
        try await field.asked()
        let id = try await field.offer(field.ana).id
        let acting = field.programmes.visited(by: .staff(field.ana, .holding(.takeRequests), once: nil))
        try await field.ground.endRoles(of: field.ana)
        let before = try await field.ground.database.everything()
        await #expect(throws: RightLost.self) { try await acting.accept(id, Attestation(), by: field.ana) }
        #expect(try await field.programmes.accept(id, Attestation(), by: field.ana) == nil)
        #expect(try await field.programmes.pass(id, telling: false, by: field.ana) == nil)
        #expect(try await field.ground.database.everything() == before)
    }

    /// Whoever came through the gate was asked within the transaction: the door asks nothing again, and acts for nobody else.
    @Test(arguments: engines) func theDoorTakesWhomTheGateAskedAndNobodyElse(_ engine: Engine) async throws {
        let statements = CountedStatements()
        let ground = try await Ground(engine, wrapping: { statements.of($0) })
        let one = try await ground.member("a.lopez", roles: "supporter")
        let other = try await ground.member("b.jones", roles: "supporter")
        let month = one.today.month
        func count(_ programmes: Programmes, as staff: Staff) async throws -> Int {
            statements.reset()
            _ = try await programmes.recordContact(.ofToday(staff), in: month, by: staff).get()
            return statements.count
        }
        let acting = ground.programmes.visited(by: .staff(one, .holding(.keepStatSheet), once: nil))
        for staff in [one, other] {
            _ = try await ground.programmes.recordContact(.ofToday(staff), in: month, by: staff).get()
        }
        let alone = try await count(ground.programmes, as: one)
        #expect(try await count(acting, as: one) == alone)
        #expect(try await count(acting, as: other) > alone)
        #expect(try await ground.programmes.ownSheet(month, of: one).ids.count == 3)
        #expect(try await ground.programmes.ownSheet(month, of: other).ids.count == 2)
    }

    /// A look that leaves something behind leaves nothing once the right to look is lost, and is remembered as no act.
    @Test(arguments: engines) func aLookIsNoAct(_ engine: Engine) async throws {
        let field = try await RequestGround(engine)
        let seeker = try await field.seeker()
        let id = try await field.begun(by: field.ana)
        try #require(try await field.programmes.write("Hello?", by: seeker, in: field.agency)).get()
        let once = OnceKey("key", at: "POST /somewhere", sent: [])
        let looking = field.programmes.visited(by: .staff(field.ana, .holding(.takeRequests), once: once))
        #expect(try await looking.request(id, of: field.ana)?.messages.map(\.isNew) == [true])
        #expect(try await looking.request(id, of: field.ana)?.messages.map(\.isNew) == [false])
        #expect(try await field.ground.database.sizes()["done_act"] == 0)
        try #require(try await looking.madeContact(id, by: field.ana)).get()
        #expect(try await field.ground.database.sizes()["done_act"] == 1)
        await #expect(throws: DoneBefore.self) {
            try await field.programmes.visited(by: .staff(field.ana, .holding(.takeRequests), once: once))
                .madeContact(id, by: field.ana)
        }
    }

    /// What seekers do, with a receipt or before they have one, leaves nothing in the chain.
    @Test(arguments: engines) func seekersLeaveNoEntry(_ engine: Engine) async throws {
        let field = try await RequestGround(engine)
        let before = try await field.ground.acts()
        let seeker = try await field.seeker()
        try #require(try await field.programmes.write("Hello?", by: seeker, in: field.agency)).get()
        try #require(try await field.programmes.endRequest(by: seeker, in: field.agency)).get()
        try #require(try await field.programmes.reopen(by: seeker, in: field.agency)).get()
        #expect(try await field.ground.acts() == before)
    }

    @Test(arguments: engines) func anEndedSessionActsNoMore(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let keeper = try await ground.member("keeper", roles: "coordinator")
        let acting = ground.programmes.visited(by: .staff(keeper, .signedIn, once: nil))
        try await ground.programmes.signOut(keeper)
        await #expect(throws: RightLost.self) { try await acting.signOutEverywhere(keeper) }
    }
}

extension Ground {
    /// Every role ends as if it had never been held; sessions stay.
    fileprivate func endRoles(of staff: Staff) async throws {
        try await database.write { transaction in
            for row in try transaction.holdings(of: staff.account, agency: staff.agency.id) {
                try transaction.endHolding(
                    agency: staff.agency.id, account: staff.account, id: row.id, on: row.holding.startsOn)
            }
        }
    }
}
