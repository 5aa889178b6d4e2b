/// The written policy of one agency as data: every rule its programme runs by, each with its ``Basis``. Code asks the
/// pack what the rule is and never which agency it is.
///
/// It never changes, and whoever has it has the same one: every visit and every act carries it, and it is thousands of words long.
package final class PolicyPack: PolicyValue {
    /// How the pack is written down: which keys it has and what they mean.
    package let format: PackFormat
    package let id: PackID
    /// Changes whenever the agency changes a rule; decisions are kept with it.
    package let version: String
    package let agency: AgencyDescription
    package let source: PolicySource
    package let country: Country
    /// Every duty of the source. A rule may cite no other.
    package let clauses: [Clause]
    package let terms: Terms
    package let scope: ProgrammeScope
    package let roles: [RoleRule]
    package let administration: AdministrationRule
    /// Which offices check each other; where a pack is silent, those that its other rules make check each other.
    package let offices: OfficesRule?
    package let governance: Governance
    package let selection: SelectionRules
    package let agreement: AgreementRule
    package let membership: MembershipRules
    package let training: TrainingRules
    package let team: TeamRules
    package let availability: AvailabilityRules
    package let requests: RequestRules
    package let escalation: EscalationRules
    package let confidentiality: ConfidentialityRules
    package let incidents: IncidentRules
    package let dutyTime: DutyTimeRules
    package let referrals: ReferralRules
    package let awareness: AwarenessRules
    package let contactForm: ContactForm
    package let statSheet: StatSheetRule
    /// The month's published figures.
    package let summary: SummaryRule
    /// What is published of longer times; nothing where only months are.
    package let releases: [LongerReleaseRule]?
    package let threshold: DisclosureThreshold
    package let retention: RetentionRules
    package let guarantees: [GuaranteeRule]
    package let statements: [Statement]
    /// The agency's own, told after the country's wherever those are told; nothing where it has none.
    package let crisisLines: [CrisisLine]?

    /// What the agency's counsel has looked at, and what waits for their word; nothing where the policy does not speak of counsel.
    package let counsel: CounselRule?

    /// How soon requests are answered, in bands; nothing where nobody counts it.
    package let responses: ResponseRule?

    /// What its rules give to the roles they name, once somebody has asked.
    let conferred = OnceKnown<[ConferredPower]>()

    private enum CodingKeys: CodingKey {
        case format, id, version, agency, source, country, clauses, terms, scope, roles, administration, offices
        case governance, selection, agreement, membership, training, team, availability, requests, escalation
        case confidentiality, incidents, dutyTime, referrals, awareness, contactForm, statSheet, summary, threshold
        case releases, retention, guarantees, statements, crisisLines, counsel, responses
    }

    /// Whether every rule is the same.
    package static func == (one: PolicyPack, other: PolicyPack) -> Bool {
        one === other
            || (one.format, one.id, one.version, one.agency, one.source, one.country)
                == (other.format, other.id, other.version, other.agency, other.source, other.country)
                && (one.clauses, one.terms, one.scope, one.roles, one.administration, one.offices)
                    == (other.clauses, other.terms, other.scope, other.roles, other.administration, other.offices)
                && (one.governance, one.selection, one.agreement, one.membership, one.training, one.team)
                    == (
                        other.governance, other.selection, other.agreement, other.membership, other.training,
                        other.team
                    )
                && (one.availability, one.requests, one.escalation, one.confidentiality, one.incidents, one.dutyTime)
                    == (
                        other.availability, other.requests, other.escalation, other.confidentiality, other.incidents,
                        other.dutyTime
                    )
                && (one.referrals, one.awareness, one.contactForm, one.statSheet, one.summary, one.threshold)
                    == (
                        other.referrals, other.awareness, other.contactForm, other.statSheet, other.summary,
                        other.threshold
                    )
                && (one.retention, one.guarantees, one.statements)
                    == (other.retention, other.guarantees, other.statements)
                && one.crisisLines == other.crisisLines && one.counsel == other.counsel
                && one.releases == other.releases && one.responses == other.responses
    }

    package func clause(_ id: ClauseID) -> Clause? { clauses.first { $0.id == id } }

    package func role(_ id: RoleID) -> RoleRule? { roles.first { $0.id == id } }

    /// What people call a role.
    package func title(of role: RoleID) -> String { self.role(role)?.title ?? role.text }

    package func committee(_ id: CommitteeID) -> CommitteeRule? { governance.committees.first { $0.id == id } }

    /// The roles that may do something, in the pack's order.
    package func roles(with power: Power) -> [RoleRule] { roles.filter { powers(of: $0).contains(power) } }
}

/// What kind of agency the pack is for.
package struct AgencyDescription: PolicyValue {
    /// Its kind.
    package let kind: Kind
    /// As pages say it, such as `Orange County Probation Department`.
    package let title: String

    package enum Kind: String, PolicyWord {
        case probation, sheriff, police, corrections, fire, ambulance, dispatchCentre, hospital
        /// No agency in particular: guidelines that one starts from.
        case publicSafety
    }
}

/// The document a pack was made from.
package struct PolicySource: PolicyValue {
    package let title: String
    /// The day from which it is in effect or was last revised; nothing where the source does not say.
    package let date: Day?
    /// For whom it is, since when and instead of what, where the source says so.
    package let validity: SourceValidity?
    /// Law that changed after the source was written. Pages say it beside the clause; counsel decides.
    package let changesSince: [LawChange]
}

/// For whom a policy is, since when and instead of what.
package struct SourceValidity: PolicyValue {
    /// Whom it concerns.
    package let affects: String
    /// The day from which it is in effect.
    package let effective: Day?
    /// What it took the place of.
    package let replaces: String?
    package let basis: Basis
}

/// A change of law that the source does not know of.
package struct LawChange: PolicyValue {
    package let id: String
    /// The law, as it is cited.
    package let law: String
    /// The day from which it is in force.
    package let effective: Day
    /// What it changes for the programme, and that counsel decides.
    package let note: String
    /// The clauses that it touches.
    package let clauses: [ClauseID]
}

/// Who keeps the personnel directory and the accounts. The sources are silent on it, so it is chosen.
package struct AdministrationRule: PolicyValue {
    package let by: RoleID
    package let basis: Basis
}
