import HTML
import Program

/// What supporters learn, as the handbook says it.
enum HandbookTraining {
    /// Courses and what recurs, then the topics, the required ones first.
    static func training(_ pack: PolicyPack) -> HTML {
        let rules = pack.training
        let courses = rules.courses.map { course -> HTML in
            """
            <li><strong>\(course.title)</strong>\(course.hours.map { ", \($0.number) hours" as HTML }) \
            \(badge(course.strength.name)) \(course.approval.map { HTML(text: $0.words) }) \(covered(course)) \
            \(course.basis.notes)</li>
            """
        }
        let recurring = rules.recurring.map { training -> HTML in
            """
            <li><strong>\(training.title)</strong>: \(training.measure) \(training.rhythm) \
            \(badge(training.strength.name)) \(training.basis.of(.amount).notes)</li>
            """
        }
        return """
            \(prose(
                """
                <ul>\(courses)\(recurring)</ul>
                \(rules.attendance.map { attendance($0, pack) })
                """))
            \(arranged(rules, pack))
            \(prose("\(Strength.allCases.flatMap { strength in rules.topics.filter { $0.strength == strength } }.map(topics))"))
            """
    }

    /// Who arranges it, who keeps the record, and what there is besides.
    private static func arranged(_ rules: TrainingRules, _ pack: PolicyPack) -> HTML? {
        let schedule = rules.schedule
        return ruledLines([
            ruledLine(
                "\(pack.title(schedule.by, designeeAllowed: schedule.designeeAllowed).capitalisedFirst) arranges sessions each \(schedule.per.rawValue).",
                schedule.basis),
            rules.record.map { rule in
                ruledLine(
                    "The \(pack.title(rule.keptBy)) keeps the record of training\(rule.credit.map { ", which may count as \($0)" } ?? "").",
                    rule.basis)
            },
            rules.conference.map { rule in
                ruledLine(
                    "\(rule.title)\(rule.budgeted ? ", with a line of the budget" : "")\(rule.attendeesTrainTheTeam ? ". Whoever went teaches those who could not" : "").",
                    rule.basis)
            },
            rules.furtherCourses.map { rule in
                ruledLine(
                    "\(pack.title(rule.namedBy, designeeAllowed: rule.designeeAllowed).capitalisedFirst) may name further courses.",
                    rule.basis)
            },
        ])
    }

    private static func covered(_ course: CourseRule) -> HTML? {
        guard !course.covers.isEmpty else { return nil }
        return "It covers \(course.covers.map { $0.label.lowercasedFirst }.joined(separator: ", "))."
    }

    private static func attendance(_ rule: AttendanceRule, _ pack: PolicyPack) -> HTML {
        """
        <p>Come to \(rule.requiredAt.map(\.words).joined(separator: " and ")). If you cannot, ask the \
        \(pack.title(rule.excusedBy)) to be excused. \(rule.basis.notes(with: .excusedBy))</p>
        """
    }

    private static func topics(_ list: TopicList) -> HTML {
        """
        <h3>\(list.title) \(badge(list.strength.name)) \(list.basis.notes)</h3>
        <ul>\(list.topics.map { "<li>\($0.label)</li>" as HTML })</ul>
        """
    }
}

extension Strength {
    fileprivate var name: String {
        switch self {
        case .required: "Required"
        case .recommended: "Recommended"
        }
    }
}

extension CourseRule.Approval {
    fileprivate var words: String {
        switch self {
        case .department: "The department approves the course."
        case .postCertified: "The course is certified by POST."
        }
    }
}

extension RecurringTraining {
    /// Such as `4 hours`.
    fileprivate var measure: String {
        let many = amount != 1
        return switch unit {
        case .hours: "\(amount) \(many ? "hours" : "hour")"
        case .meetings: "\(amount) \(many ? "meetings" : "meeting")"
        case .sessions: "\(amount) \(many ? "sessions" : "session")"
        case .meetingsOrSessions: "\(amount) \(many ? "meetings or trainings" : "meeting or training")"
        case .refreshers: "\(amount) \(many ? "courses or refreshers" : "course or refresher")"
        }
    }
}

extension RecurringTraining {
    /// Such as `each quarter`, `every 2 years` or `each year, by 31 March`.
    fileprivate var rhythm: String {
        let often = every.map { "every \($0.number) \(per.rawValue)s" } ?? "each \(per.rawValue)"
        guard let day = by?.day(in: 2028) else { return often }
        return "\(often), by \(day.number) \(day.month.name.split(separator: " ")[0])"
    }
}

extension AttendanceRule.Occasion {
    fileprivate var words: String {
        switch self {
        case .training: "training"
        case .meetings: "meetings"
        case .inServiceTraining: "every in-service training"
        case .assignedSeminars: "the seminars you are assigned to"
        }
    }
}
