/// What supporters learn, when, and what is kept of it.
package struct TrainingRules: PolicyValue {
    package let courses: [CourseRule]
    package let recurring: [RecurringTraining]
    package let topics: [TopicList]
    package let attendance: AttendanceRule?
    package let schedule: ScheduleRule
    package let record: TrainingRecordRule?
    package let conference: ConferenceRule?
    /// The role that may name further courses.
    package let furtherCourses: FurtherCourses?
}

/// A course that supporters complete.
package struct CourseRule: PolicyValue {
    package let id: String
    package let title: String
    package let hours: Hours?
    package let approval: Approval?
    /// Required courses block activation until completed; recommended ones are shown as open.
    package let strength: Strength
    /// Topics the course must cover to count, such as those a statute lists.
    package let covers: [Item]
    package let basis: Basis

    /// Whose approval a course bears to count.
    package enum Approval: String, PolicyWord {
        case department, postCertified
    }
}

/// What is due again and again, counted per supporter and calendar period.
package struct RecurringTraining: PolicyValue {
    package let id: String
    package let title: String
    package let amount: Times
    /// What is counted.
    package let unit: Unit
    package let per: Period
    package let strength: Strength
    package let basis: Basis

    package enum Unit: String, PolicyWord {
        case hours, meetings, sessions
        /// A meeting or a training, either counts.
        case meetingsOrSessions
        /// A continuing education course or a refresher.
        case refreshers
    }
}

/// A list of topics tracked for each supporter.
package struct TopicList: PolicyValue {
    package let id: String
    package let title: String
    /// Required topics belong to what every supporter must know; the others are where training may go.
    package let strength: Strength
    package let topics: [Item]
    package let basis: Basis
}

/// At which sessions attendance is required and kept.
package struct AttendanceRule: PolicyValue {
    /// The sessions.
    package let requiredAt: [Transaction]
    package let excusedBy: RoleID
    package let basis: Basis

    package enum Transaction: String, PolicyWord {
        case training, meetings, inServiceTraining, assignedSeminars
    }
}

/// Who arranges sessions, and how long before a period without one it is shown.
package struct ScheduleRule: PolicyValue {
    package let by: RoleID
    package let designeeAllowed: Bool
    package let per: Period
    package let warningDays: DaysAhead
    package let basis: Basis
}

/// The record of training, exported for the agency's own.
package struct TrainingRecordRule: PolicyValue {
    package let keptBy: RoleID
    /// The credit it may count towards, such as `STC`.
    package let credit: String?
    package let basis: Basis
}

/// A yearly conference: who went teaches those who could not.
package struct ConferenceRule: PolicyValue {
    package let title: String
    /// Whether the budget has a line for it.
    package let budgeted: Bool
    /// Whether who went teaches the others.
    package let attendeesTrainTheTeam: Bool
    package let basis: Basis
}

/// Courses beyond those of the policy.
package struct FurtherCourses: PolicyValue {
    package let namedBy: RoleID
    package let designeeAllowed: Bool
    package let basis: Basis
}
