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
        try await appoint(appointment, in: staff.agency, by: staff.actor, appointer: .staff(staff.holdings))
    }

    /// The operator gives the first roles.
    package func appointAsOperator(
        _ appointment: Appointment, in agency: Agency
    ) async throws -> Result<String, Refusal>? {
        try await appoint(appointment, in: agency, by: .operator, appointer: .operator)
    }

    private func appoint(
        _ appointment: Appointment, in agency: Agency, by actor: AuditActor, appointer: Appointer
    ) async throws -> Result<String, Refusal>? {
        let now = clock()
        let today = try agency.day(at: now)
        let policy = agency.policy
        let role = appointment.holding.role
        return try await database.write { transaction in
            guard try transaction.account(agency: agency.id, id: appointment.account) != nil else { return nil }
            let present = try transaction.holdings(
                of: [role], agency: agency.id, heldAfter: appointment.holding.startsOn
            ).map { Appointment(account: $0.account, holding: $0.holding) }
            let areas = policy.role(role)?.hasArea == true ? try transaction.areas(agency: agency.id) : []
            if let refusal = policy.mayAppoint(appointment, by: appointer, present: present, areas: areas, on: today) {
                return .failure(refusal)
            }
            let isSuspended = try transaction.openSuspension(of: appointment.account, agency: agency.id) != nil
            if isSuspended, let refusal = policy.mayAppointSuspended(to: role) { return .failure(refusal) }
            let before = try transaction.holdings(of: appointment.account, agency: agency.id).map(\.holding)
            if policy.sessionLength(before + [appointment.holding], on: today)
                < policy.sessionLength(before, on: today)
            {
                try transaction.deleteSessions(of: appointment.account, agency: agency.id)
            }
            let id = RandomId().text
            try transaction.insert(appointment.holding, id: id, account: appointment.account, agency: agency.id)
            try transaction.record(
                .roleGiven, in: agency, by: actor, on: appointment.account,
                under: policy.role(role)?.basis.clauses ?? [], details: [role.text], at: now)
            return .success(id)
        }
    }

    /// Ends a role as of today. The account's sessions end with it, so that nothing opened under the role stays open.
    package func endRole(
        _ holding: String, of account: String, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        let now = clock()
        return try await database.write { transaction in
            guard let row = try transaction.holding(agency: staff.agency.id, account: account, id: holding) else {
                return nil
            }
            if let refusal = staff.policy.mayEnd(row.holding, by: .staff(staff.holdings), on: staff.today) {
                return .failure(refusal)
            }
            try transaction.endHolding(agency: staff.agency.id, account: account, id: holding, on: staff.today)
            try transaction.deleteSessions(of: account, agency: staff.agency.id)
            try transaction.record(
                .roleEnded, in: staff.agency, by: staff.actor, on: account,
                under: staff.policy.role(row.holding.role)?.basis.clauses ?? [], details: [row.holding.role.text],
                at: now)
            return .success(())
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
    package func endSessions(of account: String, by staff: Staff) async throws -> Bool {
        let now = clock()
        return try await database.write { transaction in
            guard try transaction.account(agency: staff.agency.id, id: account) != nil else { return false }
            try transaction.deleteSessions(of: account, agency: staff.agency.id)
            try transaction.record(.sessionsEnded, in: staff.agency, by: staff.actor, on: account, at: now)
            return true
        }
    }
}
