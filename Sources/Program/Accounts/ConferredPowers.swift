/// A power that comes with a rule: whoever the rule names may do it, and no pack lists it among a role's powers.
package struct ConferredPower: Sendable, Equatable {
    package let power: Power
    package let roles: [RoleID]
    /// Whether whoever stands in for one of the roles has it too.
    package let designees: Bool

    package init(_ power: Power, on roles: [RoleID], designees: Bool = false) {
        self.power = power
        self.roles = roles
        self.designees = designees
    }
}

extension PolicyPack {
    /// What the pack's rules give to the roles they name, feature by feature. Every visit asks for it: it is worked out once.
    private var conferredPowers: [ConferredPower] {
        if let known = conferred.known { return known }
        let worked = conferredByRules
        conferred.know(worked)
        return worked
    }

    private var conferredByRules: [ConferredPower] {
        training.conferredPowers + conferredByPlanning + conferredByConsultants + conferredBySelection
            + conferredByCommittees + conferredByRevision + conferredByMembership + conferredByWord
            + conferredByEquipment + conferredByIDCards + conferredByLibrary
            + conferredByDutyTime + conferredByServices
            + conferredByAwareness + conferredByBudget + conferredByReporting + conferredByCounsel + conferredBySponsor
            + conferredByIncidents + conferredByReferrals + conferredByMutualAid
    }

    /// The powers that come with rules, which no pack lists.
    package static let powersOfRules: Set<Power> = [
        .takePartInSelection, .postOpenings, .planTeam, .readReports, .seeTeamSpread, .adviseTeam,
        .planTraining, .keepTraining, .excuseAbsences, .nameCourses, .confirmQualifications,
        .sitOnCommittee, .conveneCommittee,
        .draftPolicy, .followPolicyDrafts,
        .announce, .hearReports, .hearAnnouncements, .giveFeedback, .readFeedback,
        .keepMemberships, .seePauses, .placeInactive, .removeMembers, .beHeardOnRemovals, .approveRemovals,
        .confirmRenewals, .reviewMembers,
        .leadMembers, .keepRelevantReasons,
        .keepEquipment, .promoteAwareness, .keepBudget, .seeBudget, .keepCounsel, .giveSponsorLetter, .leadIncidents,
        .decideOnMeetings, .makeIDCards, .keepLibrary, .keepDutyTime, .seeDutyHours, .approveDutyTime,
        .exportDutyTime, .assignServices, .assignChecks, .keepReferrals,
        .proposeAid, .approveAid, .followAid,
    ]

    /// What a role may do: the powers the pack lists for it, and those of the rules that name it.
    package func powers(of role: RoleRule) -> Set<Power> {
        conferredPowers.reduce(into: role.powers) { powers, conferred in
            if conferred.roles.contains(role.id) { powers.insert(conferred.power) }
        }
    }

    /// What whoever stands in for holders of those roles may do: the powers of the rules that let them have a designee, and nothing else.
    package func powers(standingInFor roles: [RoleID]) -> Set<Power> {
        Set(conferredPowers.filter { $0.designees && !$0.roles.allSatisfy { !roles.contains($0) } }.map(\.power))
    }

    /// The roles that may have a designee who does part of their work.
    package var rolesWithWorkingDesignee: Set<RoleID> { Set(conferredPowers.filter(\.designees).flatMap(\.roles)) }

    /// The roles that a body of the programme consists of: one office, or everybody seated in a committee with its chair.
    package func roles(of body: Body) -> [RoleID] {
        switch body {
        case .role(let role): [role]
        case .committee(let id): committee(id).map { [$0.memberRole] + ($0.chair.map { [$0] } ?? []) } ?? []
        }
    }
}
