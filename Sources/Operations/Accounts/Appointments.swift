import Program
import Sealing
import Store

/// The account as its agency's account keeper sees it.
package struct AccountView: Sendable {
    package let listing: AccountListing
    package let holdings: [HoldingRow]
}

extension Programmes {
    /// Gives a role, where the pack lets the appointer; nothing where there is no such account in the agency. Sessions that
    /// may last longer than the role allows end.
    package func appoint(_ appointment: Appointment, by staff: Staff) async throws -> Result<String, Refusal>? {
        try await act(by: staff, .appoints) { doing in
            try appoint(
                appointment, in: doing.agency, by: .staff(doing.staff.holdings), actor: doing.staff.actor,
                at: doing.now,
                doing.transaction)
        }
    }

    /// The operator gives the first roles.
    package func appointAsOperator(
        _ appointment: Appointment, in agency: Agency
    ) async throws -> Result<String, Refusal>? {
        try await act(byOperatorOf: agency) { transaction, now in
            try appoint(appointment, in: agency, by: .operator, actor: .operator, at: now, transaction)
        }
    }

    private func appoint(
        _ appointment: Appointment, in agency: Agency, by appointer: Appointer, actor: AuditActor, at now: Instant,
        _ transaction: any Transaction
    ) throws -> Deed<String> {
        let today = try agency.day(at: now)
        let policy = agency.policy
        let role = appointment.holding.role
        guard try transaction.account(agency: agency.id, id: appointment.account) != nil else { return .nothing }
        let present = try transaction.holdings(
            of: [role], agency: agency.id, heldAfter: appointment.holding.startsOn
        ).map { Appointment(account: $0.account, holding: $0.holding) }
        let areas = policy.role(role)?.hasArea == true ? try transaction.areas(agency: agency.id) : []
        if let refusal = policy.mayAppoint(appointment, by: appointer, present: present, areas: areas, on: today) {
            return .refused(refusal)
        }
        let isSuspended = try transaction.openSuspension(of: appointment.account, agency: agency.id) != nil
        if isSuspended, let refusal = policy.mayAppointSuspended(to: role) { return .refused(refusal) }
        let before = try transaction.holdings(of: appointment.account, agency: agency.id).map(\.holding)
        if policy.shortensSessions(appointment.holding, of: before, on: today) {
            try transaction.deleteSessions(of: appointment.account, agency: agency.id)
        }
        let id = RandomId().text
        try transaction.vouching(
            for: [appointment.account], in: agency, by: actor, with: keys.vouching, at: now
        ) {
            try transaction.insert(appointment.holding, id: id, account: appointment.account, agency: agency.id)
        }
        return .done(
            id,
            .entry(
                .roleGiven, on: appointment.account, under: policy.role(role)?.basis.clauses ?? [],
                details: [role.text]))
    }

    /// Ends a role as of today. The account's sessions end with it, so that nothing opened under the role stays open.
    package func endRole(
        _ holding: String, of account: String, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .appoints) { doing in
            let (transaction, agency, today) = (doing.transaction, doing.agency, doing.staff.today)
            guard let row = try transaction.holding(agency: agency.id, account: account, id: holding) else {
                return .nothing
            }
            if let refusal = doing.policy.mayEnd(row.holding, by: .staff(doing.staff.holdings), on: today) {
                return .refused(refusal)
            }
            try doing.vouching(for: account, with: keys.vouching) {
                try transaction.endHolding(agency: agency.id, account: account, id: holding, on: today)
            }
            try transaction.deleteSessions(of: account, agency: agency.id)
            return .done(
                .entry(
                    .roleEnded, on: account, under: doing.policy.role(row.holding.role)?.basis.clauses ?? [],
                    details: [row.holding.role.text]))
        }
    }

    package func account(_ id: String, by staff: Staff) async throws -> AccountView? {
        try await database.read { transaction in
            guard let account = try transaction.account(agency: staff.agency.id, id: id) else { return nil }
            let listing = AccountListing(
                id: account.id, login: account.login, name: account.name, isEnrolled: account.passphrase != nil,
                hasSecondFactor: account.secondFactor != nil)
            return AccountView(
                listing: listing, holdings: try transaction.holdings(of: id, agency: staff.agency.id))
        }
    }

    /// A page of the agency's accounts in order of login, after the one given; from the beginning where that is no login.
    package func accounts(after login: String, limit: Int, by staff: Staff) async throws -> [AccountListing] {
        let last = Login(typed: login)?.text ?? ""
        return try await database.read { transaction in
            try transaction.accounts(agency: staff.agency.id, after: last, limit: limit)
        }
    }

    /// Ends every session of an account, when a phone is lost. False where there is no such account.
    package func endSessions(of account: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.manageAccounts)) { doing in
            guard try doing.transaction.account(agency: doing.agency.id, id: account) != nil else { return .nothing }
            try doing.transaction.deleteSessions(of: account, agency: doing.agency.id)
            return .done(.entry(.sessionsEnded, on: account))
        }
    }
}
