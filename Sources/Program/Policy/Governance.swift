/// How the programme is led, overseen and its rules made.
package struct Governance: PolicyValue {
    /// Where the policy places the programme in the agency.
    package let accountability: Accountability?
    package let sponsor: SponsorRule?
    package let reporting: [ReportingLine]
    package let committees: [CommitteeRule]
    package let policyRevision: PolicyRevision?
    package let budget: BudgetRule?
    /// Who writes to which circles of the programme.
    package let announcements: AnnouncementRule?
    /// Who keeps watch that every duty of the policy is met.
    package let conformance: ConformanceRule?
    package let consultants: [ConsultantRule]
    /// The duties that roles have by name, for their home pages and the handbook.
    package let duties: [RoleDuty]
}

/// The division that answers for the programme.
package struct Accountability: PolicyValue {
    /// The division, as people read it.
    package let division: String
    package let role: RoleID
    /// Whether the cover of the month's summary names it.
    package let onSummaryCover: Bool
    package let basis: Basis
}

/// The leader of the agency who stands behind the programme.
package struct SponsorRule: PolicyValue {
    /// Who it is; whoever administers the programme keeps the letter where the policy has no role for it.
    package let role: RoleID?
    package let strength: Strength
    /// Whether the sponsor's letter is shown on the public page where one was given.
    package let letterOnPublicPage: Bool
    /// After how many months the letter is renewed; nothing where the policy sets no time.
    package let renewEvery: Rule<Months>?
    package let basis: Basis
}

/// Who answers to whom for the programme.
package struct ReportingLine: PolicyValue {
    package let from: RoleID
    package let to: RoleID
    /// Whether the one reported to may name a designee, with dates.
    package let designeeAllowed: Bool
    package let basis: Basis
}

/// A duty that the policy gives a role and that has no rule of its own.
package struct RoleDuty: PolicyValue {
    package let role: RoleID
    /// The duty in our words.
    package let duty: String
    package let basis: Basis
}

/// How the agency's rules of the programme are made. Only a version that passed every step takes effect, dated.
package struct PolicyRevision: PolicyValue {
    package let draftedBy: Body
    package let approvedBy: Body
    package let reviewedBy: Body?
    package let designeeAllowed: Bool
    /// The parts that are revised so.
    package let parts: [Part]
    /// After how many months in force the rules are looked at again; nothing where the policy sets no time.
    package let reviewEvery: Rule<Months>?
    package let basis: Basis

    package enum Part: String, PolicyWord {
        case rules, training, confidentialityText
    }
}

/// The programme's budget: planned and spent by line.
package struct BudgetRule: PolicyValue {
    package let keptBy: RoleID
    /// Who sees it besides.
    package let seenBy: [RoleID]?
    /// The lines of the budget.
    package let lines: [Line]
    package let basis: Basis

    package enum Line: String, PolicyWord {
        case training, conference, overtime, materials
    }
}

/// Who may write to which circles, and whether readers acknowledge.
package struct AnnouncementRule: PolicyValue {
    package let from: [RoleID]
    package let to: [RoleID]
    /// Whether every announcement asks each reader for a word back. Where it is not, whoever announces may ask for it.
    package let acknowledged: Bool
    /// After how many days whoever announced sees who has not acknowledged; a week where the pack is silent.
    package let namesAfterDays: Days?
    package let basis: Basis
}

/// The roles that see every duty of the policy with what covers it and what is overdue.
package struct ConformanceRule: PolicyValue {
    package let watchedBy: [RoleID]
    package let basis: Basis
}

/// An outside professional beside the team.
package struct ConsultantRule: PolicyValue {
    package let id: String
    package let role: RoleID
    package let strength: Strength
    /// Licence, jurisdiction and expiry are kept, and a gap in cover is shown.
    package let licensed: Bool
    /// Whether somebody can be reached at any hour.
    package let aroundTheClock: Bool
    package let basis: Basis
}
