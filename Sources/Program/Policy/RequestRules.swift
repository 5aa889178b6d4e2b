/// How support is asked for and given.
package struct RequestRules: PolicyValue {
    /// For whom one may ask, and what happens then.
    package let origins: [OriginRule]
    /// What a supervisor's word about an employee does.
    package let bySupervisors: OriginRule
    package let anonymity: Rule<Anonymity>
    /// Whether seekers choose among all supporters; no one approves the choice.
    package let choiceOfSupporter: Rule<Choice>
    package let chainOfCommand: ChainOfCommandRule?
    package let exclusions: [ExclusionRule]
    /// Whether a seeker may name people who must not be offered the request, without a reason.
    package let seekerMayExclude: Rule<Bool>
    package let firstContact: FirstContactRule
    /// After how many contacts the supporter alone is asked whether a referral is needed.
    package let manyContacts: Rule<Times>?
    package let handOff: HandOffRule
    package let followUp: FollowUpRule
    /// Passing an offer needs no reason.
    package let selfDisqualification: SelfDisqualificationRule
    package let conflictNotice: ConflictNoticeRule?
    package let cannotLeavePost: CannotLeavePostRule?
    package let consultations: [ConsultationRule]
    /// A note to a seeker's supervisor for time away from the post, only with the seeker's explicit consent.
    package let timeOffPost: TimeOffPostRule?
    package let wellBeingChecks: WellBeingCheckRule?
    /// Services beside support, such as help with a funeral.
    package let services: [ServiceRule]
    /// Who opens assignments of those services, for which members volunteer; none are opened where the pack is silent.
    package let serviceAssignments: ServiceAssignmentRule?
    /// The kinds of support that contacts and incidents tell apart.
    package let activities: [RuledItem]

    package enum Anonymity: String, PolicyWord {
        /// Name, phone and account are never needed; messages go by the receipt.
        case full
    }

    package enum Choice: String, PolicyWord {
        case anySupporter
    }

}

/// That a supporter may pass an offer, and whom they may ask before they say so.
package struct SelfDisqualificationRule: PolicyValue {
    /// Whether a reason is asked.
    package let value: Passing
    /// Whom a supporter who is not sure may ask first; silent: nobody is named.
    package let consults: RoleID?
    package let basis: Basis

    package enum Passing: String, PolicyWord {
        case noReasonAsked
    }
}

/// A request for one kind of person.
package struct OriginRule: PolicyValue {
    /// For whom somebody asks.
    package let person: Person
    /// What becomes of it.
    package let handling: Handling
    package let basis: Basis

    package enum Person: String, PolicyWord {
        case oneself, ownFamily, colleague
    }

    package enum Handling: String, PolicyWord {
        case open
        /// One discreet approach; the outcome is wanted or not wanted and the name is destroyed at the end.
        case inquiry
        /// No request arises; words of encouragement to pass on are offered instead.
        case refused
    }
}

/// What happens where a supporter stands above or below the seeker.
package struct ChainOfCommandRule: PolicyValue {
    /// What becomes of such a request.
    package let handling: Handling
    package let consults: RoleID?
    package let basis: Basis

    package enum Handling: String, PolicyWord {
        /// Offered last, marked, with a prompt to consult.
        case lastResortWithPrompt
        /// One contact for a first assessment, then a hand-off is required.
        case oneContactThenHandOff
    }
}

/// A tie between supporter and seeker that bars support.
package struct ExclusionRule: PolicyValue {
    /// The tie.
    package let bar: Bar
    /// How it is found out.
    package let ascertained: [Ascertainment]
    package let basis: Basis

    package enum Bar: String, PolicyWord {
        /// A relationship that could impair objectivity or risk harm.
        case relationship
        case sameIncident
        case sharedInvestigation
        /// The supporter may investigate or discipline the seeker.
        case investigativeFunction
    }

    package enum Ascertainment: String, PolicyWord {
        case supporterAttests
        /// The system knows it and never offers.
        case marked
    }
}

/// How long a supporter has for the first contact after accepting; then it escalates.
package struct FirstContactRule: PolicyValue {
    package let withinMinutes: Minutes
    package let basis: Basis
}

/// For what a request may be handed to another supporter.
package struct HandOffRule: PolicyValue {
    package let reasons: [Item]
    /// Whether the seeker is asked first, where reachable.
    package let seekerAskedFirst: Bool
    package let basis: Basis
}

/// Support after the first talk.
package struct FollowUpRule: PolicyValue {
    /// Whether a request stays open as long as the seeker wants, with no forced close.
    package let openEnded: Bool
    /// Days after which the supporter alone is reminded.
    package let reminderDays: Days
    package let basis: Basis
}

/// Telling of a conflict of interest; the notice names no seeker and the request is offered again at once.
package struct ConflictNoticeRule: PolicyValue {
    package let to: [RoleID]
    package let basis: Basis
}

/// What happens when a supporter cannot leave the primary assignment.
package struct CannotLeavePostRule: PolicyValue {
    /// Who may ask.
    package let askedBy: [Asker]
    package let of: RoleID
    package let basis: Basis

    package enum Asker: String, PolicyWord {
        case supporter, supervisor
    }
}

/// With whom a supporter may confer, and what that opens.
package struct ConsultationRule: PolicyValue {
    /// Who is conferred with.
    package let with: Consulted
    /// What of the request they see.
    package let sharing: Sharing
    /// Whether they can be reached at any hour.
    package let atAnyHour: Bool
    /// Whether it is counted, without a name.
    package let counted: Bool
    package let basis: Basis

    package enum Consulted: PolicyValue {
        case role(RoleID)
        case anotherSupporter
    }

    package enum Sharing: String, PolicyWord {
        /// Nothing of the request is shown.
        case nothing
        /// Nothing is shown unless the seeker authorised it.
        case asSeekerAuthorised
        /// The consulted reads along for a limited time; the seeker sees it and may end it.
        case limitedAccess
    }
}

/// Time away from a seeker's post.
package struct TimeOffPostRule: PolicyValue {
    /// What is minded when arranging it.
    package let considerations: [Item]
    /// Whose word is needed before anybody is told.
    package let consent: Rule<Consent>?
    package let basis: Basis

    package enum Consent: String, PolicyWord {
        /// The seeker said yes to exactly this.
        case explicit
    }
}

/// Checks on employees who are off work: done, declined or wanted is all that is kept.
package struct WellBeingCheckRule: PolicyValue {
    package let assignedBy: RoleID
    package let nextAfterDays: Days
    package let basis: Basis
}
