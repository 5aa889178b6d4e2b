/// A member as training is counted for them.
package struct TrainedMember: Sendable, Equatable {
    package let account: String
    package let name: String
    package let roles: Set<RoleID>
    /// From when on they are counted; nothing for somebody who is selected and not yet active.
    package let activeSince: Day?
    /// The day on which they were approved: deadlines in months are counted from it.
    package let approvedOn: Day
    /// What they are qualified for today.
    package let qualifications: Set<String>

    package init(
        account: String, name: String, roles: Set<RoleID>, activeSince: Day?, approvedOn: Day,
        qualifications: Set<String> = []
    ) {
        self.account = account
        self.name = name
        self.roles = roles
        self.activeSince = activeSince
        self.approvedOn = approvedOn
        self.qualifications = qualifications
    }
}

/// One thing that the pack asks of members.
package enum TrainingRequirement: Sendable, Equatable {
    case course(CourseRule)
    case recurring(RecurringTraining)

    package var id: String {
        switch self {
        case .course(let rule): "course.\(rule.id)"
        case .recurring(let rule): "recurring.\(rule.id)"
        }
    }

    package var isCourse: Bool {
        switch self {
        case .course: true
        case .recurring: false
        }
    }

    package var title: String {
        switch self {
        case .course(let rule): rule.title
        case .recurring(let rule): rule.title
        }
    }

    package var strength: Strength {
        switch self {
        case .course(let rule): rule.strength
        case .recurring(let rule): rule.strength
        }
    }

    package var basis: Basis {
        switch self {
        case .course(let rule): rule.basis
        case .recurring(let rule): rule.basis
        }
    }
}

/// How one member stands with one requirement.
package struct RequirementStanding: Sendable, Equatable {
    package let requirement: TrainingRequirement
    package let state: State
    /// Minutes where hours are asked for, else times; for a course 1 of 1.
    package let done: Int
    package let wanted: Int
    /// The last day on which a course that was completed counts.
    package let expiresOn: Day?
    /// Why a course that was completed does not count.
    package let shortfall: CourseShortfall?

    package enum State: Sendable, Equatable {
        case met
        /// There is time left, until that day where one is set.
        case open(by: Day?)
        /// Its day is over, or the member is active without it.
        case missing
        /// The policy advises it, and it is not there. It blocks nothing.
        case advised
        /// It is counted from that day on: they came in the middle of a period.
        case notYet(from: Day)
        /// It is for others.
        case notMeant
    }
}

extension TrainingRules {
    /// What is asked of members, the courses first. What is asked of everybody in the agency is counted in numbers and stands not here.
    package var requirements: [TrainingRequirement] {
        courses.map(TrainingRequirement.course)
            + recurring.filter { $0.everyone != true }.map(TrainingRequirement.recurring)
    }

    /// The courses without which nobody is active.
    fileprivate var initialCourses: Set<String> { Set(courses.filter(\.blocksActivation).map(\.id)) }

    /// How the member stands with all that is asked of them.
    ///
    /// - Parameters:
    ///   - day: a day of the periods that are looked at.
    ///   - today: from when it is seen: what can no longer be done in time is missing.
    package func standings(
        of member: TrainedMember, _ record: TrainingRecord, on day: Day, seenOn today: Day
    ) -> [RequirementStanding] {
        requirements.map { requirement in
            switch requirement {
            case .course(let rule): standing(of: member, rule, record, on: day)
            case .recurring(let rule): standing(of: member, rule, record, on: day, seenOn: today)
            }
        }
    }

    private func standing(
        of member: TrainedMember, _ rule: CourseRule, _ record: TrainingRecord, on day: Day
    ) -> RequirementStanding {
        let own = record.completions.filter { $0.isConfirmed && $0.course == rule.id && $0.doneOn <= day }
        let counting = own.filter { rule.counts($0, on: day) }
        let best = counting.max { rule.endsBefore($0, $1) }
        let newest = own.max { $0.doneOn < $1.doneOn }
        let shortfall = best == nil ? newest.map(rule.shortfall) : nil
        let due = rule.withinMonths.map { member.approvedOn.adding($0) }
        let state: RequirementStanding.State =
            if !(rule.whom?.means(member.roles, member.qualifications) ?? true) {
                .notMeant
            } else if best != nil {
                .met
            } else if rule.strength == .recommended {
                .advised
            } else if let due {
                day <= due ? .open(by: due) : .missing
            } else {
                member.activeSince == nil ? .open(by: nil) : .missing
            }
        return RequirementStanding(
            requirement: .course(rule), state: state, done: best == nil ? 0 : 1, wanted: 1,
            expiresOn: (best ?? newest).flatMap(rule.lastDay),
            shortfall: shortfall.flatMap { $0.isNone ? nil : $0 })
    }

    private func standing(
        of member: TrainedMember, _ rule: RecurringTraining, _ record: TrainingRecord, on day: Day,
        seenOn today: Day
    ) -> RequirementStanding {
        let days = rule.days(around: day)
        let done = rule.counted(record, in: days, besides: initialCourses)
        let state: RequirementStanding.State =
            if !(rule.whom?.means(member.roles, member.qualifications) ?? true) {
                .notMeant
            } else if done >= rule.wanted {
                .met
            } else if let from = beginning(of: rule, for: member, in: days) {
                .notYet(from: from)
            } else if rule.strength == .recommended {
                .advised
            } else {
                today <= days.upperBound ? .open(by: days.upperBound) : .missing
            }
        return RequirementStanding(
            requirement: .recurring(rule), state: state, done: done, wanted: rule.wanted, expiresOn: nil,
            shortfall: nil)
    }

    /// From when on it is counted for somebody who was not active when the last of those periods began.
    private func beginning(of rule: RecurringTraining, for member: TrainedMember, in days: ClosedRange<Day>) -> Day? {
        guard let since = member.activeSince else { return days.upperBound.adding(days: 1) }
        let latest = rule.by == nil ? rule.per.days(around: days.upperBound).lowerBound : days.lowerBound
        return since > latest ? days.upperBound.adding(days: 1) : nil
    }
}

extension [RequirementStanding] {
    /// Whether everything that is required is there, or may still come in time.
    package var isInOrder: Bool {
        allSatisfy { standing in
            switch standing.state {
            case .met, .open, .advised, .notYet, .notMeant: true
            case .missing: false
            }
        }
    }
}
