/// How a membership lives and ends once its supporter is selected.
package struct MembershipRules: PolicyValue {
    /// What must be there before a supporter is active.
    package let activation: [ActivationRequirement]
    /// How long a membership runs; nothing where the policy sets no term.
    package let term: MembershipTerm?
    package let inactivity: InactivityRules
    /// The supporter's own ending of the membership.
    package let withdrawal: WithdrawalRule
    package let removal: RemovalRules
    package let annualReview: AnnualReviewRule?
}

/// One thing without which nobody becomes active.
package struct ActivationRequirement: PolicyValue {
    /// What must be there.
    package let need: Need
    package let basis: Basis

    package enum Need: String, PolicyWord {
        case selectionCompleted, agreementSigned, blockingCoursesCompleted
        /// Listed in the directory as a paid employee of the agency on that day.
        case employee
        /// At least one training in peer support is recorded, whichever it is.
        case recordedTraining
    }
}

/// A membership's term, counted from activation. An expired term makes inactive.
package struct MembershipTerm: PolicyValue {
    package let months: Months
    package let reminderDays: DaysAhead
    /// Who confirms another term once the member has said yes to it; where none is named, whoever keeps the memberships.
    package let renewal: RenewalRule?
    package let basis: Basis
}

/// Another term after the first: the member's own yes, and the yes of that role.
package struct RenewalRule: PolicyValue {
    package let confirmedBy: RoleID
    package let basis: Basis
}

/// How a supporter pauses. Open requests are handed off first and no offer comes meanwhile.
package struct InactivityRules: PolicyValue {
    package let byOwnNotice: OwnInactivity?
    package let byOthers: PlacedInactivity?
    /// The only roles that see why someone is inactive; everyone else sees them missing from the roster.
    package let reasonVisibleTo: Rule<[RoleID]>
}

/// A pause that the supporter asks for or takes.
package struct OwnInactivity: PolicyValue {
    package let notice: [RoleID]
    /// Whether the supporter may say why.
    package let reason: Reason
    /// Whether the system encourages it when personal matters require it.
    package let encouraged: Bool
    /// The list of reasons that a committee considers relevant, adopted in general and for nobody in particular; nothing where any will
    /// do. A member says that one of them applies and never which.
    package let relevantReasons: RelevantReasonsRule?
    package let basis: Basis

    package enum Reason: String, PolicyWord {
        case notAsked
        /// Sealed to the roles that may see it.
        case optional
    }
}

/// Whose list of relevant reasons it is.
package struct RelevantReasonsRule: PolicyValue {
    package let adoptedBy: CommitteeID
    package let basis: Basis
}

/// A pause that others decide; it takes effect at once.
package struct PlacedInactivity: PolicyValue {
    package let by: [RoleID]
    package let reasons: [Item]
    package let basis: Basis
}

/// Leaving the team by one's own act.
package struct WithdrawalRule: PolicyValue {
    package let notice: [RoleID]
    package let basis: Basis
}

/// How a supporter is taken off the team.
package struct RemovalRules: PolicyValue {
    /// The only grounds; none where the policy asks for no ground.
    package let grounds: [RemovalGround]
    package let procedure: RemovalProcedure
    package let basis: Basis
    /// Roles heard before any removal.
    package let consultation: Rule<[RoleID]>?
    package let suspension: SuspensionRule?
    /// For which grounds nobody comes back; nothing where the policy bars nobody for good.
    package let barredForGood: BarRule?
}

/// Whoever was removed for one of those grounds is not selected again.
package struct BarRule: PolicyValue {
    /// Of the removal's grounds, by their names.
    package let grounds: [String]
    package let basis: Basis
}

/// A ground for removal, with what the system lays beside it.
package struct RemovalGround: PolicyValue {
    package let id: String
    package let label: String
    /// What the system shows to whoever decides.
    package let evidence: [Evidence]
    package let basis: Basis

    package enum Evidence: String, PolicyWord {
        case absences, missedOffers, missingStatSheets, annualReview, unacknowledgedNotices, breachOfConfidence
    }
}

/// Who removes.
package enum RemovalProcedure: PolicyValue {
    case ballot(committee: CommitteeID, majority: Majority)
    /// A role removes, after the approval of another.
    case approved(by: RoleID, approvedBy: RoleID)
    /// A role removes; the policy asks for nothing more than its grounds.
    case decision(by: RoleID)
    /// A role removes without ballot or ground.
    case atWill(by: RoleID)
}

/// A suspension that takes effect at once, before the procedure.
package struct SuspensionRule: PolicyValue {
    package let by: RoleID
    /// The one of the removal's grounds for which it is, by its name.
    package let ground: String
    package let basis: Basis
}

/// The yearly review of each supporter: pass or fail in each part and nothing more.
package struct AnnualReviewRule: PolicyValue {
    /// What is looked at.
    package let parts: [Part]
    package let by: RoleID
    package let everyMonths: Months
    package let basis: Basis

    package enum Part: String, PolicyWord {
        case criminal, administrative
    }
}
