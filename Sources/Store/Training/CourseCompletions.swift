import Program

extension CourseCompletion {
    fileprivate static let columns: SQL = """
        id, account, course, title, done_on, minutes, credit_minutes, is_approved, topics, expires_on, gathering, paper,
        is_confirmed
        """

    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row.text("id"), account: try row.text("account"), course: try row.optionalText("course"),
            title: try row.text("title"), doneOn: try row.day("done_on"), minutes: try row.int("minutes"),
            creditMinutes: try row.int("credit_minutes"), isApproved: try row.bool("is_approved"),
            topics: try row.topics("topics"), expiresOn: try row.optionalText("expires_on").flatMap { Day($0) },
            gathering: try row.optionalText("gathering"), paper: try row.optionalText("paper"),
            isConfirmed: try row.bool("is_confirmed"))
    }
}

extension Transaction {
    package func insert(_ completion: CourseCompletion, agency: String) throws {
        try execute(
            """
            INSERT INTO course_completion (id, agency, account, course, title, done_on, minutes, credit_minutes, is_approved,
                topics, expires_on, gathering, paper, is_confirmed)
            VALUES (\(completion.id), \(agency), \(completion.account), \(completion.course), \(completion.title),
                \(completion.doneOn.text), \(completion.minutes), \(completion.creditMinutes), \(completion.isApproved),
                \(completion.topics.column), \(completion.expiresOn?.text), \(completion.gathering), \(completion.paper),
                \(completion.isConfirmed))
            """)
    }

    package func completion(_ id: String, agency: String) throws -> CourseCompletion? {
        try row("SELECT \(CourseCompletion.columns) FROM course_completion WHERE agency = \(agency) AND id = \(id)")
            .map(CourseCompletion.init)
    }

    /// Everything that the account completed or handed in, the latest first.
    package func completions(of account: String, agency: String) throws -> [CourseCompletion] {
        try rows(
            """
            SELECT \(CourseCompletion.columns) FROM course_completion WHERE agency = \(agency) AND account = \(account)
            ORDER BY done_on DESC, id
            """
        ).map(CourseCompletion.init)
    }

    /// Everything that those accounts completed or handed in.
    package func completions(of accounts: [String], agency: String) throws -> [CourseCompletion] {
        try stride(from: 0, to: accounts.count, by: 500).flatMap { beginning in
            let some = Array(accounts[beginning..<min(beginning + 500, accounts.count)])
            return try rows(
                """
                SELECT \(CourseCompletion.columns) FROM course_completion
                WHERE agency = \(agency) AND account IN (\(list: some)) ORDER BY account, done_on DESC, id
                """
            ).map(CourseCompletion.init)
        }
    }

    /// What was handed in and waits for whoever keeps the record, the oldest first.
    package func completionsWaiting(agency: String) throws -> [CourseCompletion] {
        try rows(
            """
            SELECT \(CourseCompletion.columns) FROM course_completion WHERE agency = \(agency) AND is_confirmed = 0
            ORDER BY done_on, id
            """
        ).map(CourseCompletion.init)
    }

    /// Those who completed a course at that gathering.
    package func accountsCompleted(at gathering: String, agency: String) throws -> Set<String> {
        Set(
            try rows("SELECT account FROM course_completion WHERE gathering = \(gathering) AND agency = \(agency)")
                .map { try $0.text("account") })
    }

    /// Whoever keeps the record stands behind what was handed in, as corrected.
    package func confirm(_ completion: CourseCompletion, agency: String) throws -> Bool {
        try execute(
            """
            UPDATE course_completion SET minutes = \(completion.minutes), credit_minutes = \(completion.creditMinutes),
                is_approved = \(completion.isApproved), topics = \(completion.topics.column),
                expires_on = \(completion.expiresOn?.text), is_confirmed = 1
            WHERE agency = \(agency) AND id = \(completion.id) AND is_confirmed = 0
            """) == 1
    }

    package func deleteCompletion(_ id: String, agency: String) throws {
        try execute("DELETE FROM course_completion WHERE agency = \(agency) AND id = \(id)")
    }
}
