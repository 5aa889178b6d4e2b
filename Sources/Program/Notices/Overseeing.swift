extension PolicyPack {
    /// The kinds of notice that somebody with those powers sees beside their own. Whoever watches over the programme's
    /// duties sees what proves them; what tells of a request is for whoever keeps the call-out list.
    package func kindsOverseen(with powers: Set<Power>) -> [NoticeKind] {
        guard powers.contains(.readConformance) else { return [] }
        return NoticeKind.allCases.filter { kind in
            switch kind.row.overseenBy {
            case .nobody: false
            case .everyOverseer: true
            case .rosterKeepers: powers.contains(.keepRoster)
            }
        }
    }

    /// Whether somebody with those roles can ever be told anything by a notice, going by the pack's rules. Where a role may have a
    /// designee, everybody can: they may be named as one. So can everybody where a member's own supervisor is asked for their release:
    /// whoever has an account may supervise one.
    package func mayBeTold(_ roles: Set<RoleID>) -> Bool {
        !rolesToldWithDesignee.isEmpty || asksSupervisorsForRelease || !rolesTold.isDisjoint(with: roles)
    }

    /// The roles that a rule of the pack has told something, and those whose powers bring notices with them.
    private var rolesTold: Set<RoleID> {
        let steps = escalation.steps.compactMap { step -> RoleID? in
            switch step.to {
            case .availableSupporters: nil
            case .role(let role): role
            }
        }
        let activation = escalation.afterHoursActivation.map { [$0.approvedBy, $0.then] } ?? []
        let duties = escalation.notifications.flatMap { [$0.from, $0.to] }
        let requests = (self.requests.conflictNotice?.to ?? []) + [self.requests.cannotLeavePost?.of].compactMap { $0 }
        let decider = [membership.removal.suspension.flatMap { _ in membership.removal.decider }].compactMap { $0 }
        let powers: [Power] = [.takeRequests, .keepRoster, .readConformance, .planTraining, .approveDutyTime]
        let powerful = powers.flatMap { roles(with: $0).map(\.id) }
        return Set(steps + activation + duties + requests + decider + powerful).union(confirmingOffices).union(
            officesToldOfDisclosures.isEmpty ? [] : officesToldOfDisclosures.union(telling.thenAsked.value))
    }

    /// The roles whose word supporters answer in the pack's time (SAC-II.D.3.f).
    package var answeredInTime: Set<RoleID> { Set(availability.acknowledgement?.noticesOf ?? []) }

    /// The roles that may name a designee to be told beside them: those that the pack lets have one (OCP-II.F.3).
    package var rolesWithDesignee: Set<RoleID> { rolesToldWithDesignee.union(rolesWithWorkingDesignee) }

    /// Those whose designee is told what they are told.
    private var rolesToldWithDesignee: Set<RoleID> {
        let recipients = confidentiality.exceptions.flatMap(\.recipients)
        return Set(recipients.filter(\.designeeAllowed).compactMap(\.who.role))
    }

    /// Those of somebody's roles that may have a designee, in the pack's order.
    package func rolesWithDesignee(among held: Set<RoleID>) -> [RoleRule] {
        let roles = rolesWithDesignee.intersection(held)
        return self.roles.filter { roles.contains($0.id) }
    }

    /// The clauses that let that role have a designee.
    package func designeeClauses(of role: RoleID) -> [ClauseID] {
        let exceptions = confidentiality.exceptions.filter { exception in
            exception.recipients.contains { $0.designeeAllowed && $0.who.role == role }
        }
        let working = rolesWithWorkingDesignee.contains(role) ? training.designeeClauses(of: role) : []
        let lines = governance.reporting.filter { $0.designeeAllowed && $0.to == role }
        return Set(exceptions.flatMap(\.basis.clauses) + working + lines.flatMap(\.basis.clauses)).sorted()
    }
}
