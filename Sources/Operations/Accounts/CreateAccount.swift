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
        if Login(typed: login)?.text != login {
            problems.append(
                Refusal.Problem(
                    field: "login", message: "Login: two to sixty small letters, digits, points and hyphens."))
        }
        if !name.isName {
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

    /// Makes an account that waits for its owner.
    package func createAccount(_ new: NewAccount, by staff: Staff) async throws -> Result<CreatedAccount, Refusal>? {
        try await act(by: staff, .holding(.manageAccounts)) { doing in
            try createAccount(new, in: doing.agency, at: doing.now, doing.transaction)
        }
    }

    /// The first accounts of an agency, made by the operator.
    package func createAccount(
        _ new: NewAccount, in agency: Agency
    ) async throws -> Result<CreatedAccount, Refusal> {
        try await act(byOperatorOf: agency) { transaction, now in
            try createAccount(new, in: agency, at: now, transaction)
        } ?? .failure(Refusal("There is no such agency."))
    }

    private func createAccount(
        _ new: NewAccount, in agency: Agency, at now: Instant, _ transaction: any Transaction
    ) throws -> Deed<CreatedAccount> {
        guard new.problems.isEmpty else { return .refused(Refusal(new.problems)) }
        guard try transaction.account(agency: agency.id, login: new.login) == nil else {
            return .refused(Refusal("There is an account with this login already.", field: "login"))
        }
        var person: String?
        if let number = new.employeeNumber {
            person = number.isName ? try transaction.personID(agency: agency.id, employeeNumber: number) : nil
            guard person != nil else {
                return .refused(Refusal("The directory has no such employee number.", field: "employeeNumber"))
            }
        }
        let created = CreatedAccount(id: RandomId().text, enrolmentCode: RecoveryCode())
        try transaction.insertAccount(
            id: created.id, agency: agency.id, person: person, login: new.login, name: new.name,
            enrolmentCode: created.enrolmentCode.storedId, endsAt: now.adding(seconds: Self.enrolmentLength))
        return .done(
            created, .entry(.accountCreated, on: created.id, details: [new.login, new.name]))
    }

    /// A new enrolment code for an account whose owner has not come yet, since the one before ended or was lost; that one
    /// opens nothing any more. Nothing where there is no such account.
    package func renewEnrolment(of account: String, by staff: Staff) async throws -> Result<RecoveryCode, Refusal>? {
        try await act(by: staff, .holding(.manageAccounts)) { doing in
            try renewEnrolment(of: account, in: doing.agency, at: doing.now, doing.transaction)
        }
    }

    /// The same by the operator.
    package func renewEnrolment(
        of account: String, in agency: Agency
    ) async throws -> Result<RecoveryCode, Refusal>? {
        try await act(byOperatorOf: agency) { transaction, now in
            try renewEnrolment(of: account, in: agency, at: now, transaction)
        }
    }

    private func renewEnrolment(
        of account: String, in agency: Agency, at now: Instant, _ transaction: any Transaction
    ) throws -> Deed<RecoveryCode> {
        guard let found = try transaction.account(agency: agency.id, id: account) else { return .nothing }
        guard found.passphrase == nil else {
            return .refused(Refusal("The owner of this account has chosen a passphrase already."))
        }
        let code = RecoveryCode()
        try transaction.setEnrolment(
            account: account, agency: agency.id, code: code.storedId,
            endsAt: now.adding(seconds: Self.enrolmentLength))
        return .done(code, .entry(.enrolmentRenewed, on: account))
    }
}
