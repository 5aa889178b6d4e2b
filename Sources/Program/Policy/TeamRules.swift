/// The team as a whole: its supervision, size, spread and neighbours.
package struct TeamRules: PolicyValue {
    /// The role that directly supervises supporters, each of whom has one; never sees their requests.
    package let supervision: SupervisionRule?
    package let staffing: [StaffingView]
    /// Who looks at the team's readiness and plans ahead; silent: nobody.
    package let planning: PlanningRule?
    /// How many members a division or unit has, at least and at most; silent: any number.
    package let ranges: [MemberRange]?
    /// From how many hours supporters are told, by themselves alone, that it was much; silent: as the program has it.
    package let ownLoad: OwnLoadRule?
    package let sizing: SizingRule?
    package let forecast: ForecastRule?
    package let reports: [UtilisationReport]
    package let mutualAid: MutualAidRule?
    package let regionalTeam: RegionalTeamRule?
}

/// Direct supervision of supporters.
package struct SupervisionRule: PolicyValue {
    package let by: RoleID
    package let basis: Basis
}

/// A view on whether the team is staffed and ready, for the coordinator.
package struct StaffingView: PolicyValue {
    package let id: String
    package let title: String
    /// What the team is told apart by.
    package let by: [Dimension]
    package let basis: Basis

    package enum Dimension: String, PolicyWord {
        case division, classification, shift, hourOfDay, swornOrCivilian, trainingCompliance, responseTime, contacts
    }
}

/// The roles that see whether the team is staffed and ready, and that plan its size.
package struct PlanningRule: PolicyValue {
    package let by: [RoleID]
    package let basis: Basis
}

/// How many members each division or unit has: what is below is short, what is above is more than asked for.
package struct MemberRange: PolicyValue {
    /// Of what the members are counted.
    package let each: Site
    /// The one that is meant, as the directory names it; every one where none is named.
    package let named: String?
    package let members: ClosedRange<Seats>
    package let basis: Basis

    package enum Site: String, PolicyWord {
        case division, unit
    }
}

/// A heavy stretch of a supporter, which only they are told of.
package struct OwnLoadRule: PolicyValue {
    /// Hours of support in one month.
    package let heavyHours: Hours
    package let basis: Basis
}

/// What a suggested team size takes into account.
package struct SizingRule: PolicyValue {
    /// What is taken into account.
    package let factors: [Factor]
    package let basis: Basis

    package init(factors: [Factor], basis: Basis) {
        self.factors = factors
        self.basis = basis
    }

    package enum Factor: String, PolicyWord {
        case crimeLevel, area, divisions, turnover, retirements, promotions, budget
    }
}

/// Causes for which the team's size is foreseen.
package struct ForecastRule: PolicyValue {
    /// What makes supporters leave.
    package let causes: [Cause]
    package let monthsAhead: Months
    package let basis: Basis

    package init(causes: [Cause], monthsAhead: Months, basis: Basis) {
        self.causes = causes
        self.monthsAhead = monthsAhead
        self.basis = basis
    }

    package enum Cause: String, PolicyWord {
        case termEnds, retirements, transfers, promotions
    }
}

/// What published figures and the team's own say together, in plain sentences. A figure of contacts in it is one that was published, or
/// a sum of such.
package struct UtilisationReport: PolicyValue {
    package let id: String
    package let title: String
    /// What it shows.
    package let measures: [Measure]
    package let per: Period
    package let readers: [RoleID]
    package let basis: Basis

    package init(
        id: String, title: String, measures: [Measure], per: Period, readers: [RoleID], basis: Basis
    ) {
        self.id = id
        self.title = title
        self.measures = measures
        self.per = per
        self.readers = readers
        self.basis = basis
    }

    package enum Measure: String, PolicyWord {
        /// Hours of support by member and quarter, for readers who receive the stat sheets and for nobody else.
        case hoursPerSupporter
        /// Published contacts for each member.
        case loadPerMember
        /// Published contacts by month.
        case contactTrend
        /// The team's size with the reasoning of `team.sizing`.
        case suggestedTeamSize
        /// Members whose training is open, by division; divisions are told together until they have enough members.
        case trainingNeedsByDivision
        /// Published contacts by the report's periods.
        case utilisation
        /// The tables of the published figures, but for sums.
        case services
        /// Referrals and follow-ups, as far as the published figures sum them.
        case referrals
        /// How soon somebody was in touch, in the bands of `responses`, and who it was.
        case responseTime
        /// How many members can be called, by hour.
        case coverage
    }
}

/// Supporters lent between agencies by agreement.
package struct MutualAidRule: PolicyValue {
    package let approvedBy: RoleID
    /// Whether a seeker may ask for a supporter of the other agency.
    package let seekerMayChoosePartner: Bool
    package let basis: Basis
}

/// A team of several agencies.
package struct RegionalTeamRule: PolicyValue {
    /// Whether the agencies train together.
    package let jointSessions: Bool
    /// Whether messages between the agencies are sealed.
    package let sealedMessages: Bool
    /// How many days such a message is kept before it is destroyed; silent: 30. Where two policies differ, the shorter time holds.
    package let messagesKeptDays: RetentionDays?
    /// The office that approves an agreement for it; silent: the one that approves lending.
    package let approvedBy: Rule<RoleID>?
    package let basis: Basis
}
