import Program
import Sealing
import Store

/// A new account as asked for.
package struct NewAccount: Sendable, Equatable {
    package let login: String
    package let name: String
    /// The employee number of the person in the directory; none for an outside professional.
    package let employeeNumber: String?

    package init(login: String, name: String, employeeNumber: String?) {
        self.login = login
        self.name = name
        self.employeeNumber = employeeNumber
    }

    fileprivate var problems: [Refusal.Problem] {
        var problems: [Refusal.Problem] = []
        let isPlain = login.utf8.allSatisfy {
            (97...122).contains($0) || (48...57).contains($0) || $0 == 45 || $0 == 46
        }
        if !isPlain || !(2...60).contains(login.utf8.count) {
            problems.append(
                Refusal.Problem(
                    field: "login", message: "Login: two to sixty small letters, digits, points and hyphens."))
        }
        if !(1...120).contains(name.unicodeScalars.count) || name.unicodeScalars.contains(where: { $0.value < 32 }) {
            problems.append(Refusal.Problem(field: "name", message: "Name: one to 120 characters."))
        }
        return problems
    }
}

/// An account that waits for its owner.
package struct CreatedAccount: Sendable {
    package let id: String
    /// Given to the owner in person; it works once, for seven days.
    package let enrolmentCode: RecoveryCode
}

extension Programmes {
    /// How long an enrolment code works, in seconds.
    static let enrolmentLength: Int64 = 7 * 86_400

    package func createAccount(_ new: NewAccount, by staff: Staff) async throws -> Result<CreatedAccount, Refusal> {
        try await createAccount(new, in: staff.agency, by: staff.actor)
    }

    /// The first accounts of an agency, made by the operator.
    package func createAccount(
        _ new: NewAccount, in agency: Agency, by actor: AuditActor = .operator
    ) async throws -> Result<CreatedAccount, Refusal> {
        guard new.problems.isEmpty else { return .failure(Refusal(new.problems)) }
        let now = clock()
        return try await database.write { session in
            guard try session.account(agency: agency.id, login: new.login) == nil else {
                return .failure(Refusal("There is an account with this login already.", field: "login"))
            }
            var person: String?
            if let number = new.employeeNumber {
                person = try session.personID(agency: agency.id, employeeNumber: number)
                guard person != nil else {
                    return .failure(
                        Refusal("The directory has no such employee number.", field: "employeeNumber"))
                }
            }
            let created = CreatedAccount(id: RandomId().text, enrolmentCode: RecoveryCode())
            try session.insertAccount(
                id: created.id, agency: agency.id, person: person, login: new.login, name: new.name,
                enrolmentCode: created.enrolmentCode.storedId, endsAt: now.adding(seconds: Self.enrolmentLength))
            try session.record(
                .accountCreated, in: agency, by: actor, on: created.id, details: [new.login, new.name], at: now)
            return .success(created)
        }
    }
}
