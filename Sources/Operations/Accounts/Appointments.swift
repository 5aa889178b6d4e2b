import Program
import Sealing
import Store

/// The account as its agency's account keeper sees it.
package struct AccountView: Sendable {
    package let listing: AccountListing
    package let holdings: [HoldingRow]
    /// Two offices that check each other and that the account's person holds today.
    package let inOneHand: OfficePair?
    /// Why its owner may not be of the team although they are; nothing where they may, or are not.
    package let lacksStanding: Refusal?
}

/// What came of giving or ending a role.
package enum RoleChanged: Sendable, Equatable {
    /// It is done; the id of the holding.
    case done(String)
    /// It waits for a second person's yes, under that id.
    case waits(String)

    package var waits: Bool {
        switch self {
        case .done: false
        case .waits: true
        }
    }

    /// Of the holding, or of what waits.
    package var id: String {
        switch self {
        case .done(let id), .waits(let id): id
        }
    }
}

extension Programmes {
    /// Gives a role, where the pack lets the appointer; nothing where there is no such account in the agency. Sessions that
    /// may last longer than the role allows end. An office that checks others waits for a second person's yes.
    package func appoint(
        _ appointment: Appointment, by staff: Staff
    ) async throws -> Result<RoleChanged, Refusal>? {
        try await act(by: staff, .appoints) { doing in
            let role = appointment.holding.role
            if let refusal = doing.policy.mayChangeApartFromSeat(role) { return .refused(refusal) }
            guard doing.policy.isGivenByTwo(role) else {
                return try give(
                    appointment, in: doing.agency, by: .staff(doing.staff.holdings),
                    actor: doing.staff.actor, at: doing.now, doing.transaction
                ).map { .done($0) }
            }
            let refusal = try mayGive(
                appointment, in: doing.agency, by: .staff(doing.staff.holdings), at: doing.now, doing.transaction)
            switch refusal {
            case nil: return .nothing
            case .success: return try doing.propose(.give(appointment.holding), of: appointment.account)
            case .failure(let refusal): return .refused(refusal)
            }
        }
    }

    /// The operator gives the first roles.
    package func appointAsOperator(
        _ appointment: Appointment, in agency: Agency
    ) async throws -> Result<String, Refusal>? {
        try await act(byOperatorOf: agency) { transaction, now in
            try give(appointment, in: agency, by: .operator, actor: .operator, at: now, transaction)
        }
    }

    /// What keeps the role from being given, if anything; nothing where there is no such account.
    private func mayGive(
        _ appointment: Appointment, in agency: Agency, by appointer: Appointer, at now: Instant,
        _ transaction: any Transaction
    ) throws -> Result<Void, Refusal>? {
        let today = try agency.day(at: now)
        let policy = agency.policy
        let role = appointment.holding.role
        guard let account = try transaction.account(agency: agency.id, id: appointment.account) else { return nil }
        let present = try transaction.holdings(
            of: [role], agency: agency.id, heldAfter: appointment.holding.startsOn
        ).map { Appointment(account: $0.account, holding: $0.holding) }
        let areas = policy.role(role)?.hasArea == true ? try transaction.areas(agency: agency.id) : []
        let own = try transaction.holdings(ofPersonOf: appointment.account, agency: agency.id, heldAfter: today)
        let refusal = policy.mayAppoint(
            appointment, by: appointer, present: present, own: own, areas: areas, on: today)
        if let refusal { return .failure(refusal) }
        let rank = try account.person.flatMap { try transaction.rank(agency: agency.id, person: $0) }
        if let refusal = policy.role(role)?.mayBeGiven(toRank: rank) { return .failure(refusal) }
        let standing = try transaction.standing(of: appointment.account, agency: agency.id)
        let begins = max(today, appointment.holding.startsOn)
        if let refusal = policy.mayBeOfTeam(role, standing, from: begins) { return .failure(refusal) }
        let isBarred = try transaction.isBarredForGood(appointment.account, in: agency)
        if let refusal = policy.mayBeOfTeamAgain(role, isBarred: isBarred) { return .failure(refusal) }
        if let membership = try transaction.livingMembership(of: appointment.account, agency: agency.id),
            let refusal = policy.mayGiveApartFromMembership(role, membership)
        {
            return .failure(refusal)
        }
        let isSuspended = try transaction.openSuspension(of: appointment.account, agency: agency.id) != nil
        if isSuspended, let refusal = policy.mayAppointSuspended(to: role) { return .failure(refusal) }
        return .success(())
    }

    /// Gives the role.
    func give(
        _ appointment: Appointment, in agency: Agency, by appointer: Appointer, actor: AuditActor, at now: Instant,
        _ transaction: any Transaction
    ) throws -> Deed<String> {
        switch try mayGive(appointment, in: agency, by: appointer, at: now, transaction) {
        case nil: return .nothing
        case .failure(let refusal): return .refused(refusal)
        case .success: break
        }
        let (policy, holding) = (agency.policy, appointment.holding)
        let before = try transaction.holdings(of: appointment.account, agency: agency.id).map(\.holding)
        if policy.shortensSessions(holding, of: before, on: try agency.day(at: now)) {
            try transaction.deleteSessions(of: appointment.account, agency: agency.id)
        }
        let id = RandomId().text
        try transaction.vouching(
            for: [appointment.account], in: agency, by: actor, with: keys.vouching, at: now
        ) {
            try transaction.insert(
                holding, id: id, account: appointment.account, agency: agency.id,
                toldFrom: max(now, agency.calendar.start(of: holding.startsOn)))
        }
        return .done(
            id,
            .entry(
                .roleGiven, on: appointment.account, under: policy.role(holding.role)?.basis.clauses ?? [],
                details: [holding.role.text]))
    }

    /// Ends a role as of today. The account's sessions end with it, so that nothing opened under the role stays open. An office
    /// that checks others waits for a second person's yes; its holder's own is one.
    package func endRole(
        _ holding: String, of account: String, by staff: Staff
    ) async throws -> Result<RoleChanged, Refusal>? {
        try await act(by: staff, .appoints) { doing in
            guard let row = try doing.transaction.holding(agency: doing.agency.id, account: account, id: holding)
            else { return .nothing }
            if try doing.transaction.isOfSeat(holding, agency: doing.agency.id),
                let refusal = doing.policy.mayChangeApartFromSeat(row.holding.role)
            {
                return .refused(refusal)
            }
            if let refusal = doing.policy.mayEnd(row.holding, by: .staff(doing.staff.holdings), on: doing.staff.today) {
                return .refused(refusal)
            }
            if let membership = try doing.transaction.livingMembership(of: account, agency: doing.agency.id),
                let refusal = doing.policy.mayEndApartFromMembership(row.holding.role, membership)
            {
                return .refused(refusal)
            }
            guard !doing.policy.isGivenByTwo(row.holding.role) else {
                return try doing.propose(.end(holding, row.holding), of: account)
            }
            return try end(row, in: doing.agency, by: doing.staff.actor, at: doing.now, doing.transaction)
                .map { .done(holding) }
        }
    }

    /// The operator ends a role; nothing where the account does not hold it.
    package func endRoleAsOperator(
        _ role: RoleID, of account: String, in agency: Agency
    ) async throws -> Result<Void, Refusal>? {
        try await act(byOperatorOf: agency) { transaction, now in
            let today = try agency.day(at: now)
            let row = try transaction.holdings(of: account, agency: agency.id).first {
                $0.holding.role == role && $0.holding.until.map { $0 > today } ?? true
            }
            guard let row else { return .nothing }
            let ended = try end(row, in: agency, by: .operator, at: now, transaction)
            // Nobody is of the team without a role in it.
            let team = agency.policy.supporterRoles.map(\.id)
            if team.contains(role), try transaction.livingMembership(of: account, agency: agency.id) != nil,
                !(try transaction.holdings(of: account, agency: agency.id)
                    .contains { team.contains($0.holding.role) && $0.holding.until.map { $0 > today } ?? true })
            {
                try endMembership(of: account, .roleEnded, in: agency, by: .operator, at: now, transaction)
            }
            return ended
        }
    }

    /// The account's id, for the operator, who knows it by its login.
    package func accountAsOperator(login typed: String, in agency: Agency) async throws -> String? {
        guard let login = Login(typed: typed)?.text else { return nil }
        return try await database.read { transaction in
            try transaction.account(agency: agency.id, login: login)?.id
        }
    }

    /// Ends the holding, with every session of its account.
    func end(
        _ row: HoldingRow, in agency: Agency, by actor: AuditActor, at now: Instant, _ transaction: any Transaction
    ) throws -> Deed<Void> {
        let today = try agency.day(at: now)
        try transaction.vouching(for: [row.account], in: agency, by: actor, with: keys.vouching, at: now) {
            try transaction.endHolding(agency: agency.id, account: row.account, id: row.id, on: today)
        }
        try transaction.deleteSessions(of: row.account, agency: agency.id)
        return .done(
            .entry(
                .roleEnded, on: row.account, under: agency.policy.role(row.holding.role)?.basis.clauses ?? [],
                details: [row.holding.role.text]))
    }

    package func account(_ id: String, by staff: Staff) async throws -> AccountView? {
        try await database.read { transaction in
            guard let account = try transaction.account(agency: staff.agency.id, id: id) else { return nil }
            let listing = AccountListing(
                id: account.id, login: account.login, name: account.name, isEnrolled: account.passphrase != nil,
                hasSecondFactor: account.hasSecondFactor)
            let own = try transaction.holdings(ofPersonOf: id, agency: staff.agency.id, heldAfter: staff.today)
            return AccountView(
                listing: listing, holdings: try transaction.holdings(of: id, agency: staff.agency.id),
                inOneHand: staff.policy.officesInOneHand(own, on: staff.today),
                lacksStanding: staff.policy.whyNotOfTeam(
                    try transaction.holdings(of: id, agency: staff.agency.id).map(\.holding),
                    try transaction.standing(of: id, agency: staff.agency.id), on: staff.today))
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
