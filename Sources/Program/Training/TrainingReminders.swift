/// A member is reminded of a course: it soon counts no more, or is soon due.
package struct CourseReminder: Sendable, Equatable {
    package let course: CourseRule
    package let dueOn: Day
}

extension TrainingRules {
    /// What a member is reminded of on that day: from as many days before as the schedule warns, up to the day itself.
    package func reminders(for member: TrainedMember, _ record: TrainingRecord, on today: Day) -> [CourseReminder] {
        standings(of: member, record, on: today, seenOn: today).compactMap { standing in
            guard case .course(let course) = standing.requirement else { return nil }
            let due: Day? =
                switch standing.state {
                case .met: standing.expiresOn
                case .open(let by): by
                case .missing, .advised, .notYet, .notMeant: nil
                }
            guard let due, today >= warnsFrom(due), today <= due else { return nil }
            return CourseReminder(course: course, dueOn: due)
        }
    }
}
