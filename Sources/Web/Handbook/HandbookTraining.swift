import HTML
import Program

/// What supporters learn, and the incidents they respond to, as the handbook says it.
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
            <li><strong>\(training.title)</strong>: \(training.measure) each \(training.per.rawValue) \
            \(badge(training.strength.name)) \(training.basis.of(.amount).notes)</li>
            """
        }
        return section(
            "Training",
            prose(
                """
                <ul>\(courses)\(recurring)</ul>
                \(rules.attendance.map { attendance($0, pack) })
                \(Strength.allCases.flatMap { strength in rules.topics.filter { $0.strength == strength } }.map(topics))
                """))
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

    static func incidents(_ pack: PolicyPack) -> HTML {
        let rules = pack.incidents
        let kinds = rules.kinds.map { kind -> HTML in
            let needed = rules.qualifications.first { $0.id == kind.qualification }
            return """
                <li>\(kind.label)\(needed.map { " (offered to: \($0.label.lowercasedFirst))" as HTML }) \
                \(kind.basis.notes)</li>
                """
        }
        return section(
            "Critical incidents",
            prose(
                """
                \(rules.definition.map { "<p>\($0.value) \($0.basis.notes)</p>" as HTML })
                <ul>\(kinds)</ul>
                """))
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

extension AttendanceRule.Transaction {
    fileprivate var words: String {
        switch self {
        case .training: "training"
        case .meetings: "meetings"
        case .inServiceTraining: "every in-service training"
        case .assignedSeminars: "the seminars you are assigned to"
        }
    }
}

extension String {
    /// As it stands within a sentence; an abbreviation stays as it is.
    fileprivate var lowercasedFirst: String {
        guard let first, dropFirst().first?.isUppercase != true else { return self }
        return first.lowercased() + dropFirst()
    }
}
