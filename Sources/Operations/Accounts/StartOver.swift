import Program
import Sealing
import Store

extension Staff {
    /// What keeps this keeper of accounts from starting that account over, if anything.
    ///
    /// - Parameter holdings: the account's roles.
    package func refusalToStartOver(_ account: String, holding holdings: [Holding]) -> Refusal? {
        policy.mayStartOver(holdings, by: self.holdings, isOwn: account == self.account, on: today)
    }
}

extension Programmes {
    /// Starts over an account whose owner lost whatever opens it: passphrase, keys, recovery code and second factor go, every
    /// session ends, and a new one-time code comes back for its owner. Roles stay, and so does all that was submitted; drafts
    /// of stat sheets are lost, for only the old key found them. Nothing where there is no such account.
    package func startOver(_ account: String, by staff: Staff) async throws -> Result<RecoveryCode, Refusal>? {
        try await act(by: staff, .holding(.manageAccounts)) { doing in
            guard let found = try doing.transaction.account(agency: doing.agency.id, id: account) else {
                return .nothing
            }
            let holdings = try doing.transaction.holdings(of: account, agency: doing.agency.id).map(\.holding)
            if let refusal = doing.staff.refusalToStartOver(account, holding: holdings) { return .refused(refusal) }
            return try startOver(found, in: doing.agency, by: doing.staff.actor, at: doing.now, doing.transaction)
        }
    }

    /// The same by the operator, for an agency whose only keeper of accounts lost everything.
    package func startOverAsOperator(login typed: String, in agency: Agency) async throws -> RecoveryCode? {
        guard let login = Login(typed: typed)?.text else { return nil }
        return try await act(byOperatorOf: agency) { transaction, now in
            guard let found = try transaction.account(agency: agency.id, login: login) else { return .nothing }
            return try startOver(found, in: agency, by: .operator, at: now, transaction)
        }?.get()
    }

    private func startOver(
        _ account: AccountRow, in agency: Agency, by actor: AuditActor, at now: Instant,
        _ transaction: any Transaction
    ) throws -> Deed<RecoveryCode> {
        let code = RecoveryCode()
        try transaction.vouching(for: [account.id], in: agency, by: actor, with: keys.vouching, at: now) {
            try transaction.startOver(
                account: account.id, agency: agency.id, code: code.storedId,
                endsAt: NewAccount.enrolment.end(from: now))
        }
        try transaction.forgetProposals(for: account.id, in: agency)
        try transaction.requestRoutes.deleteCopies(heldBy: account.id, agency: agency.id)
        try transaction.deleteSessions(of: account.id, agency: agency.id)
        try transaction.deleteSignInPause(name: attempts(at: agency, login: account.login))
        try transaction.deleteSignInPause(name: attempts(atSecondFactorOf: account.login, at: agency))
        return .done(code, .entry(.accountStartedOver, on: account.id))
    }
}
