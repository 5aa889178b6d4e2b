import Program
import Store

/// Somebody to call.
package struct ToCall: Sendable, Equatable {
    package let name: String
    package let telephone: String
}

/// How a recipient of a disclosure is reached by voice.
package struct RecipientReach: Sendable, Equatable {
    package let calls: [ToCall]
    /// Whether the agency has set no number for this authority, so that the calls are those for the meantime (KSO-H.5).
    package let isMeanwhile: Bool
    /// Who of the programme is told, by name, whether or not there is a number.
    package let names: [String]
}

extension Programmes {
    /// How each recipient of an exception is reached, in the pack's order.
    package func reach(of exception: DisclosureException, for staff: Staff) async throws -> [RecipientReach] {
        let now = clock()
        return try await database.read { transaction in
            try exception.recipients.map { try transaction.reach(of: $0, for: staff, at: now) }
        }
    }

    /// Where a role is reached by telephone at this hour.
    package func calls(to role: RoleID, in agency: Agency) -> [ToCall] { agency.numbers(of: role, at: clock()) }

    /// The numbers at which somebody is there at this hour, for whoever finds nobody else.
    package func alwaysThere(_ agency: Agency) -> [ToCall] { agency.alwaysThere(at: clock()) }
}

extension Transaction {
    /// How a recipient is reached by voice just now.
    func reach(of recipient: Recipient, for staff: Staff, at now: Instant) throws -> RecipientReach {
        let agency = staff.agency
        switch recipient.who {
        case .role(let role):
            let people = try people(in: role, withDesignees: recipient.designeeAllowed, besides: staff)
            return RecipientReach(
                calls: agency.numbers(of: role, at: now) + people.calls, isMeanwhile: false, names: people.names)
        case .authority(let id):
            guard let set = try authorities(agency: agency.id).first(where: { $0.authority == id }) else {
                return RecipientReach(calls: agency.meanwhile(at: now), isMeanwhile: true, names: [])
            }
            return RecipientReach(
                calls: [ToCall(name: set.name, telephone: set.telephone)], isMeanwhile: false, names: [set.name])
        case .crisisReferralService:
            return RecipientReach(calls: agency.policy.crisisNumbers, isMeanwhile: false, names: [])
        case .anotherSupporter, .authorityNamedByLaw, .namedInConsent:
            return RecipientReach(calls: [], isMeanwhile: false, names: [])
        }
    }

    /// Whoever holds the role today, or stands in for its holder, by name and by the number that the programme has of them.
    private func people(
        in role: RoleID, withDesignees: Bool, besides staff: Staff
    ) throws -> (names: [String], calls: [ToCall]) {
        let agency = staff.agency.id
        let accounts = try accounts(in: role, withDesignees: withDesignees, besides: staff)
        let names = try accountNames(agency: agency, of: accounts)
        let numbers = try telephones(of: accounts, agency: agency)
        let ordered = accounts.sorted { (names[$0] ?? "", $0) < (names[$1] ?? "", $1) }.prefix(5)
        return (
            ordered.compactMap { names[$0] },
            ordered.compactMap { account in
                numbers[account].map { ToCall(name: names[account] ?? "", telephone: $0) }
            }
        )
    }

    /// Whoever holds the role today, or stands in for its holder, without any account of that person's own.
    func accounts(in role: RoleID, withDesignees: Bool, besides staff: Staff) throws -> [String] {
        let agency = staff.agency.id
        let own = try accountsOfPerson(of: staff.account, agency: agency)
        let holders = try holdings(of: [role], agency: agency, heldAfter: staff.today)
            .filter { $0.holding.isHeld(on: staff.today) }.map(\.account)
        let standIns = withDesignees ? try accountsStandingIn(for: role, agency: agency, on: staff.today) : []
        return Array(Set(holders + standIns).subtracting(own))
    }
}

extension Agency {
    /// Where the pack says that a role is reached by telephone at this hour.
    func numbers(of role: RoleID, at now: Instant) -> [ToCall] {
        telephones(of: role, at: now).filter(\.isNow).map { ToCall(name: $0.role, telephone: $0.number) }
    }

    /// Whom to call while the agency has set no number for an authority: whoever the pack has at the telephone, and the emergency
    /// number.
    func meanwhile(at now: Instant) -> [ToCall] { onDuty(at: now) + [policy.country.emergency] }

    /// Whoever is at the telephone at this hour, whatever it is.
    func alwaysThere(at now: Instant) -> [ToCall] {
        onDuty(at: now) + policy.crisisNumbers + [policy.country.emergency]
    }

    private func onDuty(at now: Instant) -> [ToCall] {
        var roles: [RoleID] = []
        for step in policy.escalation.steps {
            if case .role(let role) = step.to, !roles.contains(role) { roles.append(role) }
        }
        return roles.flatMap { numbers(of: $0, at: now) }
    }
}

extension Country {
    fileprivate var emergency: ToCall { ToCall(name: "Emergency", telephone: emergencyNumber) }
}

extension PolicyPack {
    /// The crisis lines that take calls, the country's first.
    var crisisNumbers: [ToCall] {
        everyCrisisLine.map { ToCall(name: $0.name, telephone: $0.telephone) }
    }
}
