/// A course that a member has completed, as it was recorded or handed in.
package struct CourseCompletion: Sendable, Equatable {
    package let id: String
    package let account: String
    /// The course of the pack or of the agency, by its name; nothing for another, of which the title says all.
    package let course: String?
    package let title: String
    package let doneOn: Day
    package let minutes: Int
    /// What of it may count towards the record's credit.
    package let creditMinutes: Int
    /// Whether it bears the approval that the pack asks of the course.
    package let isApproved: Bool
    package let topics: Set<TopicName>
    /// The last day on which it counts; for good where there is none.
    package let expiresOn: Day?
    /// The gathering at which it was given: its hours are counted there.
    package let gathering: String?
    /// The sealed certificate, where one was handed in.
    package let paper: String?
    /// Whether whoever keeps the record stands behind it. What a member handed in waits for that.
    package let isConfirmed: Bool

    package init(
        id: String, account: String, course: String?, title: String, doneOn: Day, minutes: Int = 0,
        creditMinutes: Int = 0, isApproved: Bool = false, topics: Set<TopicName> = [], expiresOn: Day? = nil,
        gathering: String? = nil, paper: String? = nil, isConfirmed: Bool = true
    ) {
        self.id = id
        self.account = account
        self.course = course
        self.title = title
        self.doneOn = doneOn
        self.minutes = minutes
        self.creditMinutes = creditMinutes
        self.isApproved = isApproved
        self.topics = topics
        self.expiresOn = expiresOn
        self.gathering = gathering
        self.paper = paper
        self.isConfirmed = isConfirmed
    }
}

extension CourseRule {
    /// The last day on which a completion counts; nothing where it counts for good.
    package func lastDay(of completion: CourseCompletion) -> Day? {
        let ruled = validMonths.map { completion.doneOn.adding($0) }
        return [ruled, completion.expiresOn].compactMap { $0 }.min()
    }

    /// Whether the first counts for a shorter time than the second.
    package func endsBefore(_ first: CourseCompletion, _ second: CourseCompletion) -> Bool {
        guard let end = lastDay(of: first) else { return false }
        return lastDay(of: second).map { end < $0 } ?? true
    }

    /// What the completion lacks to count, whatever its age: the approval the policy asks for, and topics it has to cover.
    package func shortfall(of completion: CourseCompletion) -> CourseShortfall {
        CourseShortfall(
            isUnapproved: approval != nil && !completion.isApproved,
            topics: coveredTopics.filter { !completion.topics.contains($0.name) })
    }

    /// Whether the completion counts on that day.
    package func counts(_ completion: CourseCompletion, on day: Day) -> Bool {
        completion.isConfirmed && completion.course == id && completion.doneOn <= day
            && shortfall(of: completion).isNone && (lastDay(of: completion).map { day <= $0 } ?? true)
    }

    /// Whether nobody who is meant becomes active without it. What is due within months of approval blocks nothing.
    package var blocksActivation: Bool { strength == .required && withinMonths == nil }
}

/// Why a course that was completed does not count.
package struct CourseShortfall: Sendable, Equatable {
    package let isUnapproved: Bool
    package let topics: [TrackedTopic]

    package var isNone: Bool { !isUnapproved && topics.isEmpty }
}

extension PolicyPack {
    /// The courses of the pack that those completions count for on that day, by their names.
    package func coursesCompleted(by completions: [CourseCompletion], on day: Day) -> Set<String> {
        Set(training.courses.filter { course in completions.contains { course.counts($0, on: day) } }.map(\.id))
    }

    /// The required courses that keep somebody of those roles from being active, in the pack's order (SAC-VII-1, KSO-D.1, PD-D.1).
    ///
    /// - Parameter completed: what ``coursesCompleted(by:on:)`` gives.
    package func coursesMissing(
        _ completed: Set<String>, roles: Set<RoleID>, qualifications: Set<String> = []
    ) -> [CourseRule] {
        training.courses.filter { course in
            course.blocksActivation && (course.whom?.means(roles, qualifications) ?? true)
                && !completed.contains(course.id)
        }
    }
}

extension WhomTrained {
    /// Whether somebody with those roles and qualifications is meant.
    package func means(_ roles: Set<RoleID>, _ qualifications: Set<String>) -> Bool {
        (self.roles.map { !roles.isDisjoint(with: $0) } ?? false)
            || (qualification.map(qualifications.contains) ?? false)
    }
}
