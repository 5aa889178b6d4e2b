import Program

extension FurtherCourse {
    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row.text("id"), title: try row.text("title"), minutes: try row.int("minutes"),
            creditMinutes: try row.int("credit_minutes"), isApproved: try row.bool("is_approved"),
            topics: try row.topics("topics"), namedOn: try row.day("named_on"),
            withdrawnOn: try row.optionalText("withdrawn_on").flatMap { Day($0) })
    }
}

extension Transaction {
    package func insert(_ course: FurtherCourse, agency: String) throws {
        try execute(
            """
            INSERT INTO further_course (id, agency, title, minutes, credit_minutes, is_approved, topics, named_on)
            VALUES (\(course.id), \(agency), \(course.title), \(course.minutes), \(course.creditMinutes),
                \(course.isApproved), \(course.topics.column), \(course.namedOn.text))
            """)
    }

    /// Every course that was named, those withdrawn too, in order of their names.
    package func furtherCourses(agency: String) throws -> [FurtherCourse] {
        try rows(
            """
            SELECT id, title, minutes, credit_minutes, is_approved, topics, named_on, withdrawn_on FROM further_course
            WHERE agency = \(agency) ORDER BY id
            """
        ).map(FurtherCourse.init).sorted { $0.title < $1.title }
    }

    /// False where there is none, or it was withdrawn before.
    package func withdrawCourse(_ id: String, agency: String, on day: Day) throws -> Bool {
        try execute(
            """
            UPDATE further_course SET withdrawn_on = \(day.text)
            WHERE agency = \(agency) AND id = \(id) AND withdrawn_on IS NULL
            """) == 1
    }
}

extension Transaction {
    /// How many people of the directory are with the agency.
    package func employeeCount(agency: String) throws -> Int {
        try row("SELECT count(*) AS people FROM person WHERE agency = \(agency) AND ended_on IS NULL")?.int("people")
            ?? 0
    }
}
