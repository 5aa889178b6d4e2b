/// A committee of the programme: its seats, its terms and what it decides.
package struct CommitteeRule: PolicyValue {
    package let id: CommitteeID
    package let title: String
    /// Whether it advises or steers.
    package let kind: Kind
    /// Whether the policy demands the committee so composed or recommends it.
    package let strength: Strength
    /// The role that members hold while they are seated.
    package let memberRole: RoleID
    /// A committee without this role in the chair is shown as not duly composed.
    package let chair: RoleID?
    package let seats: [SeatRule]
    /// A seat's term, after which its holder has no vote; nothing where the policy sets none.
    package let term: TermRule?
    /// How new members are chosen; nothing where the policy does not say.
    package let newMembers: SeatElection?
    /// How many have to vote for its ballots to count; nothing where the policy asks for no quorum.
    package let quorum: QuorumRule?
    package let tasks: [CommitteeTask]
    package let basis: Basis

    package enum Kind: String, PolicyWord {
        case advisory, steering
    }
}

/// Seats of one qualification.
package struct SeatRule: PolicyValue {
    package let id: String
    package let title: String
    package let qualification: Qualification
    /// The fewest and the most who sit in it.
    package let count: ClosedRange<Seats>
    package let basis: Basis

    /// What the holder of a seat is. Who ceases to be it leaves the seat vacant.
    package enum Qualification: String, PolicyWord {
        case nonSupervisoryEmployee, activeSupporter, administrator, swornEmployee, civilianEmployee
        case associationRepresentative, employeeOrganisation
        /// A professional trained in counselling law enforcement personnel.
        case lawEnforcementCounsellor
        case licensedMentalHealthProfessional
        case lawEnforcementChaplain
        /// The policy names the committee and not who sits in it; the coordinator seats its members.
        case unspecified
    }
}

/// How long a seat is held.
package struct TermRule: PolicyValue {
    package let months: Months
    package let reminderDays: DaysAhead
    /// Whether acceptance is recorded because serving is voluntary.
    package let voluntary: Bool
    package let basis: Basis
}

/// How a committee renews itself: by its own ballot, from candidates so qualified.
package struct SeatElection: PolicyValue {
    package let from: SeatRule.Qualification
    /// The seats that the committee fills so, by their names.
    package let seats: [String]
    package let majority: Majority
    package let basis: Basis
}

/// How many of the seated, in-term members carry a ballot.
package enum Majority: String, PolicyWord {
    /// More than half; a tie fails.
    case simple
}

/// How many of those who may vote have to vote, so that a ballot decides anything.
package struct QuorumRule: PolicyValue {
    package let share: Share
    package let basis: Basis

    package enum Share: String, PolicyWord {
        /// More than half.
        case half
        case twoThirds, all
    }
}

/// Something a committee does.
package struct CommitteeTask: PolicyValue {
    /// What it does.
    package let task: Task
    package let basis: Basis

    package enum Task: String, PolicyWord {
        case developsRules, oversees, recruits, selectsSupporters, selectsOwnMembers, removesSupporters, interviews
        case decidesOnDebriefing, identifiesProviders, adoptsConfidentialityText, guides, schedulesTraining
    }
}
