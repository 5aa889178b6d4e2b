import Program
import Sealing
import Store

/// Someone signed in: their account, their agency with its pack in force, and what their roles let them do today.
package struct Staff: Sendable {
    package let account: String
    package let login: String
    package let name: String
    package let agency: Agency
    package let holdings: [Holding]
    package let powers: Set<Power>
    /// The passphrase was right, and the second factor is still to come.
    package let owesSecondFactor: Bool
    /// Whether an authenticator app is set up.
    package let hasApp: Bool
    /// Whether the account is linked with the agency's own sign-in.
    package let isLinked: Bool
    package let session: SessionKey
    let key: AccountKey
    package let today: Day

    package var policy: PolicyPack { agency.policy }

    /// Whether there is a second factor of either kind.
    package var hasSecondFactor: Bool { hasApp || isLinked }

    /// The titles of the roles held today, as the pack says them.
    package var roleTitles: [String] {
        policy.roles.filter { holds($0.id) }.map(\.title)
    }

    /// The roles held today, in the pack's order.
    var roles: [RoleID] { policy.roles.map(\.id).filter(holds) }

    package func holds(_ role: RoleID) -> Bool { holdings.contains { $0.role == role && $0.isHeld(on: today) } }

    var actor: AuditActor { .account(account) }

    /// The id of their stat sheet of that month, which only their own key gives.
    func sheetID(_ month: Month) -> [UInt8] { key.sheetKey.sheetId(agency: agency.id, month: month.text) }
}

extension Programmes {
    /// Whoever the session key belongs to, or nobody: an unknown, ended or damaged session is no session.
    package func staff(session key: SessionKey) async throws -> Staff? {
        let now = clock()
        return try await database.read { transaction in try staff(of: key, with: nil, at: now, transaction) }
    }

    /// Whoever has the session, with the roles and powers of that moment.
    ///
    /// - Parameter key: the account's, where it was opened before; otherwise the session opens it.
    func staff(
        of session: SessionKey, with key: AccountKey?, at now: Instant, _ transaction: any Transaction
    ) throws -> Staff? {
        guard let row = try transaction.signedIn(session: session.id, at: now),
            let key = key
                ?? (try? AccountKey(
                    unwrapping: row.session.wrappedKey, under: session.wrappingKey, account: row.session.account))
        else { return nil }
        let account = row.session.account
        let agency = try agency(row.agency, in: transaction)
        let today = try agency.day(at: now)
        let holdings = try transaction.holdings(of: account, agency: agency.id).map(\.holding)
        guard agency.policy.lasts(until: row.session.endsAt, holdings, at: now, on: today) else { return nil }
        let standingIn =
            agency.policy.rolesWithWorkingDesignee.isEmpty
            ? []
            : agency.policy.powers(
                standingInFor: try transaction.rolesStoodInFor(by: account, agency: agency.id, on: today))
        return Staff(
            account: account, login: row.login, name: row.name, agency: agency, holdings: holdings,
            powers: agency.policy.powers(of: holdings, on: today).union(standingIn),
            owesSecondFactor: agency.policy.stillOwesSecondFactor(
                row.session.owesSecondFactor, hasOne: row.hasApp || row.isLinked, holding: holdings, on: today),
            hasApp: row.hasApp, isLinked: row.isLinked, session: session, key: key, today: today)
    }
}
