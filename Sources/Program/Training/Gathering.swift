/// A session or a meeting: people of the programme come together at a time and a place. (A session in the code is a login.)
package struct Gathering: Sendable, Equatable {
    package let id: String
    package let plan: GatheringPlan
    /// The day on which it begins, in the agency's time zone. Periods are counted by it.
    package let day: Day
    package let status: Status

    package init(id: String, plan: GatheringPlan, day: Day, status: Status) {
        self.id = id
        self.plan = plan
        self.day = day
        self.status = status
    }

    package enum Status: Sendable, Equatable {
        case planned
        /// The list of who was there is closed. Of others than the team it is their number.
        case held(headcount: Int?)
        case cancelled
    }

    package var isPlanned: Bool { status == .planned }

    package var isHeld: Bool {
        switch status {
        case .held: true
        case .planned, .cancelled: false
        }
    }

    package var isCancelled: Bool { status == .cancelled }

    /// How many others than the team were there; nothing where they are not counted.
    package var headcount: Int? {
        switch status {
        case .held(let headcount): headcount
        case .planned, .cancelled: nil
        }
    }

    /// How long it lasts.
    package var minutes: Int { Int((plan.until.milliseconds - plan.from.milliseconds) / 60_000) }
}

/// What is planned of a gathering.
package struct GatheringPlan: Sendable, Equatable {
    package var kind: GatheringKind
    /// The committee whose meeting it is; nothing for what is the team's.
    package var committee: CommitteeID?
    package var title: String
    package var place: String
    package var from: Instant
    package var until: Instant
    /// How many can come; nothing where there is room for everybody.
    package var places: Int?
    /// The course that it gives, by its name.
    package var course: String?
    package var topics: Set<TopicName>
    /// What of it may count towards the record's credit.
    package var creditMinutes: Int?
    /// The conference whose lessons it passes on to the team (OCP-II.I.3).
    package var passesOn: String?
    /// Whether the budget has a line for it.
    package var isBudgeted: Bool
    /// The accounts of the members who hold it.
    package var holders: Set<String>
    /// Whether it is open to the partner teams of the region (IACP-3.9.2).
    package var isJoint: Bool

    package init(
        kind: GatheringKind, committee: CommitteeID? = nil, title: String, place: String, from: Instant, until: Instant,
        places: Int? = nil, course: String? = nil, topics: Set<TopicName> = [], creditMinutes: Int? = nil,
        passesOn: String? = nil, isBudgeted: Bool = false, holders: Set<String> = [],
        isJoint: Bool = false
    ) {
        self.kind = kind
        self.committee = committee
        self.title = title
        self.place = place
        self.from = from
        self.until = until
        self.places = places
        self.course = course
        self.topics = topics
        self.creditMinutes = creditMinutes
        self.passesOn = passesOn
        self.isBudgeted = isBudgeted
        self.holders = holders
        self.isJoint = isJoint
    }
}

extension GatheringPlan {
    /// Whether whoever has a place has to be told of a change to that: else they would come to another place, at another time or for something
    /// else.
    package func isElsewhere(than other: GatheringPlan) -> Bool {
        (title, place, from, until) != (other.title, other.place, other.from, other.until)
    }
}

/// What people come together for.
package enum GatheringKind: String, Sendable, CaseIterable {
    case training
    /// Training in the techniques of support, given within the agency.
    case inService = "in-service"
    /// A continuing education course or a refresher.
    case refresher
    case meeting
    case conference
    /// Training in peer support for people who are not on the team; they are counted and not named (IACP-3.9-1).
    case awareness
    /// Orientation for new employees; they are counted and not named (OCP-II.B.6).
    case orientation

    /// Whether members learn there.
    package var isTraining: Bool {
        switch self {
        case .training, .inService, .refresher, .conference: true
        case .meeting, .awareness, .orientation: false
        }
    }

    /// Whether it is for others than the team, who are counted in numbers.
    package var isForOthers: Bool {
        switch self {
        case .awareness, .orientation: true
        case .training, .inService, .refresher, .meeting, .conference: false
        }
    }

    /// Where a policy may require that members attend.
    package var occasion: AttendanceRule.Occasion? {
        switch self {
        case .training, .refresher: .training
        case .inService: .inServiceTraining
        case .meeting: .meetings
        case .conference, .awareness, .orientation: nil
        }
    }
}

/// Who comes to a gathering, and who came.
package struct Attendance: Sendable, Equatable {
    package let gathering: String
    package let account: String
    package var isSignedUp: Bool
    /// Whether whoever plans the training assigned them to it (OCP-I.C.3.b).
    package var isAssigned: Bool
    /// Whether they asked to be excused. Why is asked nowhere.
    package var asksToBeExcused: Bool
    /// Nothing before it is known.
    package var outcome: Outcome?

    package init(
        gathering: String, account: String, isSignedUp: Bool = false, isAssigned: Bool = false,
        asksToBeExcused: Bool = false, outcome: Outcome? = nil
    ) {
        self.gathering = gathering
        self.account = account
        self.isSignedUp = isSignedUp
        self.isAssigned = isAssigned
        self.asksToBeExcused = asksToBeExcused
        self.outcome = outcome
    }

    package enum Outcome: String, Sendable, CaseIterable {
        case attended, absent
        /// Not there, and excused by whom the pack lets excuse.
        case excused
    }

    /// Whether they have a place at it.
    package var hasPlace: Bool { (isSignedUp || isAssigned) && outcome != .excused }
}
