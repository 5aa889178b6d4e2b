/// A course that was named beyond those of the policy (OCP-II.I.2, SAC-VII-2).
package struct FurtherCourse: Sendable, Equatable {
    package let id: String
    package let title: String
    package let minutes: Int
    /// What of it may count towards the record's credit.
    package let creditMinutes: Int
    /// Whether it bears an approval, such as the department's or that of POST.
    package let isApproved: Bool
    package let topics: Set<TopicName>
    package let namedOn: Day
    /// Nobody takes it from that day on.
    package let withdrawnOn: Day?

    package init(
        id: String, title: String, minutes: Int, creditMinutes: Int, isApproved: Bool, topics: Set<TopicName>,
        namedOn: Day, withdrawnOn: Day? = nil
    ) {
        self.id = id
        self.title = title
        self.minutes = minutes
        self.creditMinutes = creditMinutes
        self.isApproved = isApproved
        self.topics = topics
        self.namedOn = namedOn
        self.withdrawnOn = withdrawnOn
    }

    package var isOpen: Bool { withdrawnOn == nil }
}

extension PolicyPack {
    /// What keeps a course from being named so, if anything.
    package func mayName(_ course: FurtherCourse, beside others: [FurtherCourse]) -> Refusal? {
        guard let rule = training.furtherCourses else { return Refusal("The policy has no further courses.") }
        let clauses = rule.basis.clauses
        if course.title.isEmpty { return Refusal("Title: say what it is.", field: "title", clauses: clauses) }
        let titles = training.courses.map(\.title) + others.filter(\.isOpen).map(\.title)
        if titles.contains(course.title) {
            return Refusal("There is a course of that name.", field: "title", clauses: clauses)
        }
        if course.creditMinutes > course.minutes {
            return Refusal("Creditable time: no more than it lasts.", field: "creditMinutes", clauses: clauses)
        }
        if course.creditMinutes > 0, training.record?.credit == nil {
            return Refusal("Nothing here counts towards a credit.", field: "creditMinutes", clauses: clauses)
        }
        guard course.topics.isSubset(of: training.topicNames) else {
            return Refusal("Topics: choose from the list.", field: "topics", clauses: clauses)
        }
        return nil
    }
}
