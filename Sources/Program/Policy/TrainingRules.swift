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
    /// What members may be qualified for beyond courses, where the policy sets conditions for it.
    package let qualifications: [QualificationRule]?
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
    /// For whom it is, where not for the whole team.
    package let whom: WhomTrained?
    /// Until when it is completed, in months from the day of approval. Such a course keeps nobody from being active.
    package let withinMonths: Months?
    /// For how long it counts once completed; for good where nothing is said.
    package let validMonths: Months?
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
    /// Over how many such periods together it is counted, such as 2 for every two years; over each where nothing is said.
    package let every: Times?
    /// The day of the year by which it is due, where the policy names one: it is then counted from one such day to the next.
    package let by: YearlyDate?
    /// For whom it is, where not for the whole team.
    package let whom: WhomTrained?
    /// Whether it is for everybody of the agency. What others than the team attend is counted in numbers.
    package let everyone: Bool?
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
    package let requiredAt: [Occasion]
    package let excusedBy: RoleID
    package let basis: Basis

    package enum Occasion: String, PolicyWord {
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

/// For whom a training is: holders of those roles, or whoever is to be qualified so; where both are named, either.
package struct WhomTrained: PolicyValue {
    package let roles: [RoleID]?
    /// The name of a qualification of the policy.
    package let qualification: String?
}

/// A day that comes every year, such as the 31st of March.
package struct YearlyDate: PolicyValue {
    package let month: MonthOfYear
    package let day: DayOfLongMonth
}

/// Something a member may be qualified for, with what has to be so: to have been through one, and to have nothing pending.
package struct QualificationRule: PolicyValue {
    package let id: String
    package let label: String
    /// Each is confirmed by yes before anybody has it. What lies behind a yes is asked nowhere.
    package let conditions: [Item]
    /// For how long it holds; for good where nothing is said.
    package let validMonths: Months?
    /// Who confirms it.
    package let by: RoleID
    package let basis: Basis
}
