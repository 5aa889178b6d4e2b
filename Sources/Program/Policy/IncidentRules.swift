/// Critical incidents: what they are, who is told, and what follows.
package struct IncidentRules: PolicyValue {
    /// Shown at the report form; nothing where the policy defines none.
    package let definition: Rule<String>?
    package let kinds: [IncidentKindRule]
    /// Who reports incidents and runs what the programme does about them; nothing where the pack does not have the system do it.
    package let ledBy: Rule<[RoleID]>?
    package let sceneResponse: SceneResponseRule?
    package let notification: IncidentNotificationRule?
    package let defusing: DefusingRule?
    package let debriefing: DebriefingRule?
    package let groupIntervention: GroupInterventionRule?
    /// Kinds of meetings of the policy's own beside defusing and debriefing, such as a demobilisation.
    package let interventions: [InterventionRule]?
    /// On which days a follow-up is offered; nothing where the policy has none.
    package let followUp: IncidentFollowUpRule?
    /// Whether the team comes to everybody who was part of an incident with an offer; nothing where it waits to be asked.
    package let outreach: OutreachRule?
    package let qualifications: [RuledItem]
    package let multiAgency: MultiAgencyRule?
    package let partners: [PartnerTeam]
    package let largeScale: LargeScaleRule?
}

/// One kind of critical incident.
package struct IncidentKindRule: PolicyValue {
    package let id: String
    package let label: String
    /// The qualification without which a supporter is not offered a response to it.
    package let qualification: String?
    package let basis: Basis
}

/// Who may ask a supporter to the scene; who asked and when is kept.
package struct SceneResponseRule: PolicyValue {
    /// Who may ask.
    package let askedBy: [Asker]
    /// How long somebody who is asked has to answer before the next one is asked too; ten minutes where the pack is silent.
    package let answerWithinMinutes: Minutes?
    package let basis: Basis

    package enum Asker: PolicyValue {
        case incidentCommander
        case watchCommander
        case role(RoleID)
    }
}

/// Telling the programme of an incident.
package struct IncidentNotificationRule: PolicyValue {
    package let to: RoleID
    package let means: [Means]
    package let withinHours: Hours
    /// What the programme is told.
    package let tells: [Fact]
    /// The roles that may read the names of staff involved.
    package let namesSealedTo: [RoleID]
    package let basis: Basis

    package enum Fact: String, PolicyWord {
        case nature, staffInvolved
    }
}

/// The talk right after an incident.
package struct DefusingRule: PolicyValue {
    /// When it is held.
    package let timing: Timing
    /// Longer is noted, not refused.
    package let usualMinutes: Minutes
    /// What it is for, as those who come and those who decide on a formal debriefing are told.
    package let purpose: Rule<String>?
    package let basis: Basis

    package enum Timing: String, PolicyWord {
        case atOnce
    }
}

/// The formal debriefing.
package struct DebriefingRule: PolicyValue {
    package let decision: DebriefingDecision
    /// Elapsed time is shown until one is held or decided against.
    package let promptness: Rule<Promptness>
    package let window: DebriefingWindow
    package let team: DebriefingTeam
    /// What it goes through, in order, for those who hold it.
    package let phases: Rule<[String]>?
    package let attendance: Rule<InterventionAttendance>

    package enum Promptness: String, PolicyWord {
        case asSoonAsPracticable
    }
}

/// Who decides that one is needed; none is held without.
package struct DebriefingDecision: PolicyValue {
    package let by: [Body]
    package let basis: Basis
}

/// When one is held, in hours after the incident. Outside of it a reason is asked for.
package struct DebriefingWindow: PolicyValue {
    package let hours: ClosedRange<HoursAfter>
    package let reasonsOutside: [Item]
    package let basis: Basis
}

/// Who holds one and for how long. A team short of it is not confirmed.
package struct DebriefingTeam: PolicyValue {
    package let members: [DebriefingSeat]
    package let lengthMinutes: ClosedRange<Minutes>
    package let basis: Basis

    package init(members: [DebriefingSeat], lengthMinutes: ClosedRange<Minutes>, basis: Basis) {
        self.members = members
        self.lengthMinutes = lengthMinutes
        self.basis = basis
    }
}

/// Places on a debriefing team.
package struct DebriefingSeat: PolicyValue {
    /// Who sits in it.
    package let kind: Kind
    package let count: ClosedRange<Seats>
    package let strength: Strength
    /// A certification in force on that day, such as `CISM`.
    package let certification: String?
    /// Whose holders may take it, where the kind alone does not say.
    package let roles: [RoleID]?

    package init(
        kind: Kind, count: ClosedRange<Seats>, strength: Strength, certification: String?, roles: [RoleID]? = nil
    ) {
        self.roles = roles
        self.kind = kind
        self.count = count
        self.strength = strength
        self.certification = certification
    }

    package enum Kind: String, PolicyWord {
        case mentalHealthProfessional, supporter, chaplain
    }
}

/// Whether those who were part of an incident are to come. Who came is counted and never listed.
package enum InterventionAttendance: String, PolicyWord {
    case highlyRecommended, voluntary, required
    /// To be there is required, and nobody has to say anything.
    case requiredWithoutSpeaking
}

/// A kind of meeting after an incident that the policy has beside defusing and debriefing: on scene, a demobilisation, one to one,
/// a debriefing weeks later.
package struct InterventionRule: PolicyValue {
    package let id: String
    package let label: String
    /// Usually held in those hours after the incident.
    package let window: ClosedRange<HoursAfter>?
    /// After so many hours none is held any more.
    package let latestHours: HoursAfter?
    /// Who holds it; nobody in particular where the policy does not say.
    package let team: [DebriefingSeat]?
    /// How long it takes; longer is noted.
    package let lengthMinutes: ClosedRange<Minutes>?
    /// Who decides together that one is held; nobody has to where the policy does not say.
    package let decidedBy: [Body]?
    /// Who may be in the room, in the policy's sense.
    package let room: String?
    /// Whether those who were part of the incident are to come.
    package let attendance: InterventionAttendance?
    /// Whether the unit is taken out of service for it.
    package let unitOutOfService: Bool?
    package let basis: Basis
}

/// Groups that supporters help to hold, together with a licensed professional.
package struct GroupInterventionRule: PolicyValue {
    package let licensedProfessional: Strength
    package let basis: Basis
}

/// Incidents shared with other agencies by agreement; each counts its own.
package struct MultiAgencyRule: PolicyValue {
    package let strength: Strength
    /// The office that approves an agreement for it; silent: the one that approves lending.
    package let approvedBy: Rule<RoleID>?
    package let basis: Basis
}

/// A team beside this one that can be asked into an incident.
package struct PartnerTeam: PolicyValue {
    package let id: String
    package let title: String
    package let basis: Basis
    package let services: PartnerServices
}

/// What a partner team offers on request, answered and dated.
package struct PartnerServices: PolicyValue {
    package let items: [Item]
    package let basis: Basis
}

/// What follows an event so large that it touches the team itself.
package struct LargeScaleRule: PolicyValue {
    /// Every responder is asked to a debriefing of the team.
    package let teamDebriefing: Rule<Strength>
    /// Nothing where the pack does not say who writes it.
    package let afterAction: AfterActionRule?
}

/// The programme's part in an after-action report: facts and lessons, no identities, suppressed counts.
package struct AfterActionRule: PolicyValue {
    /// Who writes it and, once every sign-off is there, makes it final.
    package let draftedBy: RoleID
    /// The roles that all have to stand behind it, such as the chaplain and the mental health professional.
    package let signedOffBy: [RoleID]
    package let basis: Basis

    package init(draftedBy: RoleID, signedOffBy: [RoleID], basis: Basis) {
        self.draftedBy = draftedBy
        self.signedOffBy = signedOffBy
        self.basis = basis
    }
}
