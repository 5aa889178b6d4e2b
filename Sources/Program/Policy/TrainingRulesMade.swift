// Rules of training as they are made in code, field by field.
extension TrainingRules {
    package init(courses: [CourseRule], recurring: [RecurringTraining], schedule: ScheduleRule) {
        self.init(
            courses: courses, recurring: recurring, topics: [], attendance: nil, schedule: schedule, record: nil,
            conference: nil, furtherCourses: nil, qualifications: nil)
    }
}

extension CourseRule {
    /// A required course of whatever length.
    package init(
        id: String, title: String, whom: WhomTrained? = nil, withinMonths: Months? = nil, validMonths: Months? = nil,
        basis: Basis
    ) {
        self.init(
            id: id, title: title, hours: nil, approval: nil, strength: .required, covers: [], whom: whom,
            withinMonths: withinMonths, validMonths: validMonths, basis: basis)
    }
}

extension RecurringTraining {
    /// What is required of the whole team.
    package init(
        id: String, title: String, amount: Times, unit: Unit, per: Period, every: Times? = nil, by: YearlyDate? = nil,
        basis: Basis
    ) {
        self.init(
            id: id, title: title, amount: amount, unit: unit, per: per, every: every, by: by, whom: nil, everyone: nil,
            strength: .required, basis: basis)
    }
}

extension ScheduleRule {
    package init(by role: RoleID, per: Period, warningDays: DaysAhead, basis: Basis) {
        self.init(by: role, designeeAllowed: false, per: per, warningDays: warningDays, basis: basis)
    }
}

extension WhomTrained {
    package init(_ roles: [RoleID]?, qualification: String? = nil) {
        self.init(roles: roles, qualification: qualification)
    }
}

extension YearlyDate {
    package init(_ month: MonthOfYear, _ day: DayOfLongMonth) { self.init(month: month, day: day) }
}

extension QualificationRule {
    package init(
        _ id: String, conditions: [(id: String, label: String)], validMonths: Months?, by role: RoleID, basis: Basis
    ) {
        self.init(
            id: id, label: id, conditions: conditions.map { Item(id: $0.id, label: $0.label) },
            validMonths: validMonths, by: role, basis: basis)
    }
}
