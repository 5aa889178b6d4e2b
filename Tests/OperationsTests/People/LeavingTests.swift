import Operations
import Program
import Sealing
import Store
import Testing

/// Whoever leaves the agency leaves its programme with the next personnel file.
@Suite struct LeavingTests {
    @Test(arguments: engines) func rolesAndSessionsEndWithTheRecord(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let today = try ground.agency.day(at: ground.clock.now)
        let file = DemonstrationPersonnel.make(.probationDepartment, size: 120, seed: 5, on: today)
        _ = try await ground.programmes.updateDirectory(try personnel(file, on: today), of: ground.agency).get()
        let others = file.filter { !$0.isSupervisor }
        let (leaving, staying) = (others[0], others[1])
        let left = try await member("l.gone", of: leaving, ground)
        let stayed = try await member("s.here", of: staying, ground)
        let ofASupporter: Set<Power> = [.keepStatSheet, .takeRequests, .hearAnnouncements, .keepDutyTime]
        #expect(left.powers == ofASupporter)

        let rest = file.filter { $0.employeeNumber != leaving.employeeNumber }
        let imported = try await ground.programmes.updateDirectory(
            try personnel(rest, on: today), of: ground.agency
        ).get()
        #expect(imported.ended == 1)
        #expect(try await ground.programmes.staff(session: left.session) == nil)
        #expect(try await ground.programmes.staff(session: stayed.session)?.powers == ofASupporter)
        let again = try await ground.signedIn("l.gone")
        #expect(again.powers.isEmpty)
    }

    private func personnel(_ people: [PersonRecord], on day: Day) throws -> Personnel {
        try PersonnelFile.check(rows: PersonnelFileReader(PersonnelFileWriter.file(of: people)), at: day).get()
    }

    private func member(_ login: String, of person: PersonRecord, _ ground: Ground) async throws -> Staff {
        let created = try await ground.programmes.createAccount(
            NewAccount(login: login, name: login, employeeNumber: person.employeeNumber), in: ground.agency
        ).get()
        _ = try await ground.programmes.enrol(
            agency: ground.agency, login: login, code: created.enrolmentCode.text, passphrase: Ground.passphrase
        ).get()
        let since = try #require(Day("2026-01-01"))
        let holding = Holding(role: RoleID("supporter"), area: nil, startsOn: since, until: nil)
        _ = try await ground.programmes.appointAsOperator(
            Appointment(account: created.id, holding: holding), in: ground.agency)
        return try await ground.signedIn(login)
    }
}
