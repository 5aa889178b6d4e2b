extension PolicyPack {
    /// What the rules on membership give to the roles they name.
    var conferredByMembership: [ConferredPower] {
        let rules = membership
        let committee = rules.inactivity.byOwnNotice?.relevantReasons.map { roles(of: .committee($0.adoptedBy)) } ?? []
        return [
            ConferredPower(.keepMemberships, on: [administration.by]),
            ConferredPower(.confirmRenewals, on: rules.term == nil ? [] : [renewalConfirmedBy]),
            ConferredPower(.seePauses, on: rolesToldOfPauses),
            ConferredPower(.placeInactive, on: rules.inactivity.byOthers?.by ?? []),
            ConferredPower(.removeMembers, on: rolesThatRemove),
            ConferredPower(.beHeardOnRemovals, on: rules.removal.consultation?.value ?? []),
            ConferredPower(.approveRemovals, on: rules.removal.approver.map { [$0] } ?? []),
            ConferredPower(.reviewMembers, on: rules.annualReview.map { [$0.by] } ?? []),
            ConferredPower(.leadMembers, on: team.supervision.map { [$0.by] } ?? []),
            ConferredPower(.keepRelevantReasons, on: committee),
        ]
    }

    /// Who knows that somebody is paused, and not only that they are on no list: who may see why, who places members on it, and who is
    /// told of a member's own pause (SAC-IV.C).
    package var rolesToldOfPauses: [RoleID] {
        let rules = membership.inactivity
        return (rules.reasonVisibleTo.value + (rules.byOthers?.by ?? []) + (rules.byOwnNotice?.notice ?? []))
            .withoutRepetition
    }

    /// Who begins a removal. Where a committee votes, whoever keeps the memberships or sits in it brings it to the vote.
    private var rolesThatRemove: [RoleID] {
        switch membership.removal.procedure {
        case .ballot(let committee, _): [administration.by] + roles(of: .committee(committee))
        case .approved(let by, _), .decision(let by), .atWill(let by): [by]
        }
    }
}

extension RemovalRules {
    /// Who approves a removal; nobody where the policy asks for no approval.
    package var approver: RoleID? {
        switch procedure {
        case .approved(_, let approver): approver
        case .ballot, .decision, .atWill: nil
        }
    }
}
