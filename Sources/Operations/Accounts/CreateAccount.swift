import Program
import Sealing
import Store

/// An account that waits for its owner.
package struct CreatedAccount: Sendable {
    package let id: String
    /// Given to the owner in person; it works once, for seven days.
    package let enrolmentCode: RecoveryCode
}

extension Programmes {
    /// Makes an account that waits for its owner.
    package func createAccount(_ new: NewAccount, by staff: Staff) async throws -> Result<CreatedAccount, Refusal>? {
        try await act(by: staff, .holding(.manageAccounts)) { doing in
            try createAccount(new, in: doing.agency, by: doing.staff.actor, at: doing.now, doing.transaction)
        }
    }

    /// The first accounts of an agency, made by the operator.
    package func createAccount(
        _ new: NewAccount, in agency: Agency
    ) async throws -> Result<CreatedAccount, Refusal> {
        try await act(byOperatorOf: agency) { transaction, now in
            try createAccount(new, in: agency, by: .operator, at: now, transaction)
        } ?? .failure(Refusal("There is no such agency."))
    }

    private func createAccount(
        _ new: NewAccount, in agency: Agency, by actor: AuditActor, at now: Instant, _ transaction: any Transaction
    ) throws -> Deed<CreatedAccount> {
        let isTaken = try transaction.account(agency: agency.id, login: new.login) != nil
        let person = try new.askedNumber.flatMap { try transaction.personID(agency: agency.id, employeeNumber: $0) }
        if let refusal = new.mayBeCreated(isTaken: isTaken, isInDirectory: person != nil) { return .refused(refusal) }
        let created = CreatedAccount(id: RandomId().text, enrolmentCode: RecoveryCode())
        try transaction.vouching(for: [created.id], in: agency, by: actor, with: keys.vouching, at: now) {
            try transaction.insertAccount(
                id: created.id, agency: agency.id, person: person, login: new.login, name: new.name,
                enrolmentCode: created.enrolmentCode.storedId, endsAt: NewAccount.enrolment.end(from: now))
        }
        return .done(
            created, .entry(.accountCreated, on: created.id, details: [new.login, new.name]))
    }

    /// A new enrolment code for an account whose owner has not come yet, since the one before ended or was lost; that one
    /// opens nothing any more. Nothing where there is no such account.
    package func renewEnrolment(of account: String, by staff: Staff) async throws -> Result<RecoveryCode, Refusal>? {
        try await act(by: staff, .holding(.manageAccounts)) { doing in
            let holdings = try doing.transaction.holdings(of: account, agency: doing.agency.id).map(\.holding)
            if let refusal = doing.policy.mayOpenAnew(holdings, on: doing.staff.today) { return .refused(refusal) }
            return try renewEnrolment(of: account, in: doing.agency, at: doing.now, doing.transaction)
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
            return .refused(NewAccount.isEnrolled)
        }
        let code = RecoveryCode()
        try transaction.setEnrolment(
            account: account, agency: agency.id, code: code.storedId,
            endsAt: NewAccount.enrolment.end(from: now))
        return .done(code, .entry(.enrolmentRenewed, on: account))
    }
}
