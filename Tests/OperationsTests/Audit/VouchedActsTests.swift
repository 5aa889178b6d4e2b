import Foundation
import Operations
import Program
import Sealing
import Store
import TestSupport
import Testing

/// Whatever act makes or changes an account, its key or its roles leaves rows and chain agreeing.
@Suite struct VouchedActsTests {
    @Test(arguments: engines) func everyActLeavesThemAgreeing(_ engine: Engine) async throws {
        let kern = try await KernGround(engine)
        let (ground, programmes, keeper) = (kern.ground, kern.programmes, kern.coordinator)
        func agree(_ act: String) async throws {
            let found = try await programmes.verifyAudit(against: [])
            #expect(found.allSatisfy { $0.isWhole }, "\(act): \(found.flatMap(\.differences).map(\.words))")
        }
        try await agree("founding, accounts made and enrolled, roles given")

        try await ground.employ("1001")
        let created = try #require(
            try await programmes.createAccount(
                NewAccount(login: "dora", name: "Dora", employeeNumber: "1001"), by: keeper)
        ).get()
        try await agree("an account made by its keeper")
        let code = try #require(try await programmes.renewEnrolment(of: created.id, by: keeper)).get()
        try await agree("a new code")
        let enrolled = try await programmes.enrol(
            agency: kern.agency, login: "dora", code: code.text, passphrase: Ground.passphrase
        ).get()
        try await agree("an enrolment")
        try await ground.give("supporter", to: created.id)
        try await agree("a role given by the operator")
        let again = try await programmes.recover(
            agency: kern.agency, login: "dora", code: enrolled.recoveryCode.text,
            passphrase: "eight green lamps on a stair"
        ).get()
        try await agree("a passphrase recovered")
        #expect(again.account == created.id)

        try await kern.suspend(kern.field.ana)
        try await agree("a suspension")
        try await kern.decide(.lift)
        try await agree("a suspension lifted")
        try await kern.suspend(kern.field.ana)
        _ = try #require(try await programmes.beHeard(onRemovalOf: kern.field.ana.account, by: kern.leader)).get()
        try await kern.decide(.remove)
        try await agree("a removal")

        _ = try #require(try await programmes.startOver(kern.field.ben.account, by: keeper)).get()
        try await agree("an account started over")
        _ = try await programmes.startOverAsOperator(login: "cleo", in: kern.agency)
        try await agree("an account started over by the operator")
        try await programmes.endRoleAsOperator(RoleID("leader"), of: kern.leader.account, in: kern.agency)?.get()
        try await agree("a role ended by the operator")
        let team = try await ground.database.employees(agency: kern.agency.id)
        let others = PersonnelFileWriter.file(of: try PeopleShapes.sheriffsOffice.people(3) + team)
        _ = try await programmes.updateDirectory(
            try PersonnelFile.check(
                rows: PersonnelFileReader(others), at: try #require(Day("2026-11-20"))
            ).get(), of: kern.agency
        ).get()
        try await agree("an import that ends somebody's roles")
        #expect(
            try await programmes.account(created.id, by: keeper)?.holdings.allSatisfy { $0.holding.until != nil }
                == true)
        #expect(try await ground.database.integer("SELECT count(*) FROM holding WHERE held_until IS NOT NULL") == 3)
    }

    /// Salts go when their time is over, and what the chain vouches for stays.
    @Test(arguments: engines) func itOutlastsTheSalts(_ engine: Engine) async throws {
        let field = try await RequestGround(engine)
        field.ground.clock.move(seconds: 20 * 366 * 86_400)
        try await field.programmes.destroyAuditSalts()
        #expect(try await field.ground.database.integer("SELECT count(*) FROM audit_salt") < 5)
        #expect(try await field.differences().isEmpty)
        try await field.asked()
        #expect(try await field.holders() == Set(field.team.map(\.account)))
    }

    /// With another key that vouches, as after the folder of keys was lost, nobody is vouched for.
    @Test(arguments: engines) func anotherServersKeyVouchesForNobody(_ engine: Engine) async throws {
        let field = try await RequestGround(engine)
        let elsewhere = Programmes(
            database: field.ground.database, keys: try await Ground.keys(),
            clock: { [clock = field.ground.clock] in clock.now })
        guard case .failure = try await elsewhere.ask(RequestGround.ask(), in: field.agency) else {
            Issue.record("A request was taken that nobody can open.")
            return
        }
        #expect(try await field.holders().isEmpty)
        #expect(try await elsewhere.acceptAccounts(nil, in: field.agency).isEmpty == false)
        _ = try await elsewhere.ask(RequestGround.ask(), in: field.agency).get()
        #expect(try await field.holders() == Set(field.team.map(\.account)))
    }

    /// Housekeeping finds rows that differ, and a chain that was changed, and says so in `/health` until it is mended.
    @Test(arguments: engines) func healthShowsIt(_ engine: Engine) async throws {
        let field = try await RequestGround(engine)
        try await field.changed("UPDATE holding SET held_until = '2030-01-01' WHERE account = \(field.ana.account)")
        try await field.ground.withHousekeeping {
            try await eventually {
                await field.programmes.health().failing[.housekeeping] == ["compareAccounts"]
            }
        }
        _ = try await field.programmes.acceptAccounts("ana", in: field.agency)
        try await field.ground.withHousekeeping {
            try await eventually { await field.programmes.health().failing[.housekeeping] == nil }
        }
        try await field.changed("UPDATE audit_entry SET actor = 'somebody' WHERE number = 3")
        try await field.ground.withHousekeeping {
            try await eventually { await field.programmes.health().failing[.housekeeping] == ["readChains"] }
        }
    }

    /// The team is told when somebody new can be given a request, or has a new key; not of what it knows, nor twice.
    @Test(arguments: engines) func theTeamIsTold(_ engine: Engine) async throws {
        let field = try await RequestGround(engine)
        func told(_ staff: Staff) async throws -> [ReceivedNotice] {
            try await field.programmes.notices(for: staff).open.filter { $0.notice.kind == .teamGrew }
        }
        func everybody(has count: Int) async throws {
            for staff in field.team + [field.coordinator] { #expect(try await told(staff).count == count) }
        }
        for _ in 1...2 { try await field.programmes.tellTeam() }
        try await everybody(has: 0)

        let dora = try await field.ground.member("dora", roles: "supporter")
        for _ in 1...2 { try await field.programmes.tellTeam() }
        try await everybody(has: 1)
        #expect(try await told(dora).count == 1)
        for staff in field.team + [field.coordinator] {
            let id = try #require(try await told(staff).first).notice.id
            #expect(try await field.ground.answer(id, by: staff))
        }
        try await everybody(has: 0)

        // A new key of an account that was in the list.
        let code = try #require(try await field.programmes.startOver(dora.account, by: field.coordinator)).get()
        try await field.programmes.tellTeam()
        try await everybody(has: 0)
        _ = try await field.programmes.enrol(
            agency: field.agency, login: "dora", code: code.text, passphrase: Ground.passphrase
        ).get()
        try await field.programmes.tellTeam()
        try await everybody(has: 1)
    }

    /// The list says whose key it is, since when, and who gave the role.
    @Test(arguments: engines) func theListSaysByWhom(_ engine: Engine) async throws {
        let field = try await RequestGround(engine)
        let number = try await field.ground.database.employ("dora", agency: field.agency.id)
        let created = try #require(
            try await field.programmes.createAccount(
                NewAccount(login: "dora", name: "Dora", employeeNumber: number), by: field.coordinator)
        ).get()
        let holding = Holding(
            role: RoleID("supporter"), area: nil, startsOn: try #require(Day("2026-11-01")), until: nil)
        _ = try #require(
            try await field.programmes.appoint(
                Appointment(account: created.id, holding: holding), by: field.coordinator)
        ).get()
        #expect(try await field.programmes.givenCopies(in: field.agency).allSatisfy { $0.account != created.id })
        _ = try await field.programmes.enrol(
            agency: field.agency, login: "dora", code: created.enrolmentCode.text, passphrase: Ground.passphrase
        ).get()
        let listed = try await field.programmes.givenCopies(in: field.agency)
        #expect(listed.allSatisfy { $0.isGiven })
        let dora = try #require(listed.first { $0.account == created.id })
        #expect(dora.key?.on == Day("2026-11-20") && dora.key?.how == .done && dora.key?.by == .account(name: "Dora"))
        #expect(dora.roles.map(\.vouched?.by) == [.account(name: "Name of coordinator")])
        #expect(dora.roles.map(\.startsOn) == [holding.startsOn])
        let ana = try #require(listed.first { $0.account == field.ana.account })
        #expect(ana.roles.map(\.vouched?.by) == [.operator])
        let fingerprint = /[0-9a-f]{4}( [0-9a-f]{4}){3}/
        #expect(listed.allSatisfy { $0.fingerprint.wholeMatch(of: fingerprint) != nil })
        #expect(Set(listed.map(\.fingerprint)).count == listed.count)
    }
}
