/// One service to be done on a day, such as help with a funeral (SAC-II.D.3.d), and the members who do it.
package struct ServiceAssignment: Sendable, Equatable {
    package let id: String
    package let plan: ServicePlan
    /// The day on which it begins, in the agency's time zone.
    package let day: Day
    package let status: Status
    package let volunteers: [ServiceVolunteer]

    package init(id: String, plan: ServicePlan, day: Day, status: Status, volunteers: [ServiceVolunteer] = []) {
        self.id = id
        self.plan = plan
        self.day = day
        self.status = status
        self.volunteers = volunteers
    }

    package enum Status: String, Sendable, CaseIterable {
        /// Members may volunteer.
        case open
        case done
        case calledOff = "called-off"
    }

    package var confirmed: [ServiceVolunteer] { volunteers.filter(\.isConfirmed) }
    /// Those who volunteered and wait for a word.
    package var offered: [ServiceVolunteer] { volunteers.filter { $0.status == .offered } }
    /// How many more it takes.
    package var missing: Int { max(0, plan.wanted - confirmed.count) }
    /// The hours that its members wrote down, in minutes.
    package var minutes: Int { confirmed.compactMap(\.minutes).reduce(0, +) }

    package func own(_ account: String) -> ServiceVolunteer? { volunteers.first { $0.account == account } }

    /// Whether it waits for whoever assigns: somebody volunteered and is wanted, or it is over and open still.
    package func waits(at now: Instant) -> Bool {
        status == .open && ((missing > 0 && !offered.isEmpty) || plan.until <= now)
    }

    /// Whether a member is still to say whether they volunteer.
    package func asks(_ account: String, at now: Instant) -> Bool {
        status == .open && missing > 0 && plan.until > now && own(account) == nil
    }
}

/// What is planned of a service. There is no field for what it is about: only its kind, its hours, and a place where the kind has one.
package struct ServicePlan: Sendable, Equatable {
    /// The id of one of the pack's services.
    package let kind: String
    package let from: Instant
    package let until: Instant
    /// How many members are wanted.
    package let wanted: Int
    /// In few words; nothing where the kind has none, or nobody said.
    package let place: String?

    package static let longestPlace = 120
    package static let longestName = 120
    package static let mostWanted = 50
    /// Hours that one service lasts at the most. Ours: several days are several services.
    package static let mostHours = 24

    package init(kind: String, from: Instant, until: Instant, wanted: Int, place: String? = nil) {
        self.kind = kind
        self.from = from
        self.until = until
        self.wanted = wanted
        self.place = place
    }
}

/// A member's part in one service. Who passed is kept for as long as it is open, so that they are not asked again, is shown to
/// nobody, and goes with its end.
package struct ServiceVolunteer: Sendable, Equatable {
    package let account: String
    package let status: Status
    /// Own hours, written down by the member afterwards, in minutes.
    package let minutes: Int?

    package init(account: String, status: Status, minutes: Int? = nil) {
        self.account = account
        self.status = status
        self.minutes = minutes
    }

    package enum Status: String, Sendable, CaseIterable {
        case offered, confirmed, passed
    }

    package var isConfirmed: Bool { status == .confirmed }

    /// Minutes that may be written down for one service.
    package static let range = 1...1_440
}

/// How often a service was done in the four quarters that were over last and for how long, without anybody's name. What is done today
/// changes none of it before its quarter is over.
package struct ServiceFigure: Sendable, Equatable {
    package let kind: String
    package let done: Int
    /// Nothing where fewer than ``fewestMembers`` did it: it would be the time of one or two of them.
    package let minutes: Int?

    package static let fewestMembers = 3

    /// - Parameter members: how many of the team gave time.
    package init(kind: String, done: Int, minutes: Int, members: Int) {
        self.kind = kind
        self.done = done
        self.minutes = members < Self.fewestMembers ? nil : minutes
    }
}
