import Foundation
import Program
import Store

/// People of a directory who are there for the sake of an account: the team is made of employees.
package enum Employees {
    /// The employee number that goes with a login.
    package static func number(of login: String) -> String { "E-\(login)" }

    package static func record(_ number: String, rank: String = "Officer") throws -> PersonRecord {
        guard let hiredOn = Day("2000-01-01") else { throw NoSuchDay() }
        return PersonRecord(
            employeeNumber: number, givenName: "Robin", familyName: "Employee", email: nil, phone: nil,
            unit: "North", division: "North", shift: "Days", rank: rank, classification: .sworn,
            isSupervisor: false, supervisor: nil, hiredOn: hiredOn, area: nil, costCentre: nil, memorandum: nil,
            investigates: false)
    }

    struct NoSuchDay: Error {}
}

extension Database {
    /// Takes an employee into the directory for that login, and gives the employee number.
    ///
    /// - Parameter rank: where a role asks for one.
    package func employ(_ login: String, agency: String, rank: String? = nil) async throws -> String {
        let number = Employees.number(of: login)
        let record = try Employees.record(number, rank: rank ?? "Officer")
        try await write { transaction in
            try transaction.add([record], ids: [number: UUID().uuidString.lowercased()], agency: agency)
        }
        return number
    }

    /// Those taken in by ``employ(_:agency:)`` who are with the agency, for a file that is not to end them.
    package func employees(agency: String) async throws -> [PersonRecord] {
        try await read { transaction in
            try transaction.people(agency: agency).filter { $0.endedOn == nil }.map(\.record)
                .filter { $0.employeeNumber.hasPrefix(Employees.number(of: "")) }
        }
    }
}
