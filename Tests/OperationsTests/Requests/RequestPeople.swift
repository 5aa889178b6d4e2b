import Operations
import Program
import Sealing
import Store
import Testing

extension Ground {
    /// Someone of the directory, below a supervisor who is in it already.
    func employ(
        _ number: String, unit: String = "Field", rank: String = "Officer", below supervisor: String? = nil,
        isSupervisor: Bool = false, investigates: Bool = false
    ) async throws {
        let person = PersonRecord(
            employeeNumber: number, givenName: "Given", familyName: "Family \(number)", email: nil, phone: nil,
            unit: unit,
            division: "North", shift: "Days", rank: rank, classification: .sworn, isSupervisor: isSupervisor,
            supervisor: supervisor, hiredOn: try #require(Day("2020-01-01")), area: nil, costCentre: nil,
            memorandum: nil, investigates: investigates)
        try await database.write { [agency = agency.id] transaction in
            var ids = [number: RandomId().text]
            if let supervisor { ids[supervisor] = try transaction.personID(agency: agency, employeeNumber: supervisor) }
            try transaction.add([person], ids: ids, agency: agency)
        }
    }

    /// Someone of the directory who is signed in.
    func member(_ login: String, number: String, roles: String...) async throws -> Staff {
        let created = try await programmes.createAccount(
            NewAccount(login: login, name: "Name of \(login)", employeeNumber: number), in: agency
        ).get()
        _ = try await programmes.enrol(
            agency: agency, login: login, code: created.enrolmentCode.text, passphrase: Self.passphrase
        ).get()
        for role in roles { try await give(role, to: created.id) }
        return try await signedIn(login)
    }

    /// Hours of the supporter's own, around the clock.
    func opensAllHours(_ staff: Staff) async throws {
        let hours = try #require(WeeklyHours(.everyDay, from: 0, until: 0))
        _ = try await programmes.openHours(hours, .onDuty, by: staff).get()
    }
}
