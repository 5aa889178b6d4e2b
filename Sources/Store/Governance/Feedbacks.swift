import Program

/// Feedback as stored: its words and the answer are papers.
package struct FeedbackRow: Sendable, Equatable {
    /// The id of the paper with its words too.
    package let id: String
    package let giver: Giver
    package let givenOn: Day
    /// The paper with the answer, and its day.
    package let answer: Answer?

    package enum Giver: Sendable, Equatable {
        case account(String)
        /// Whoever has the code.
        case code(CodeHolder)
    }

    package struct Answer: Sendable, Equatable {
        package let paper: String
        package let on: Day
        /// Its key, sealed to whoever has the code.
        package let copy: [UInt8]?

        package init(paper: String, on day: Day, copy: [UInt8]?) {
            self.paper = paper
            on = day
            self.copy = copy
        }
    }

    /// What is kept for whoever has the code of feedback without a name.
    package struct CodeHolder: Sendable, Equatable {
        package let mark: [UInt8]
        package let publicKey: [UInt8]
        /// The key of the words, sealed to them.
        package let copy: [UInt8]

        package init(mark: [UInt8], publicKey: [UInt8], copy: [UInt8]) {
            self.mark = mark
            self.publicKey = publicKey
            self.copy = copy
        }
    }

    package init(id: String, giver: Giver, givenOn: Day, answer: Answer? = nil) {
        self.id = id
        self.giver = giver
        self.givenOn = givenOn
        self.answer = answer
    }

    fileprivate init(_ row: Row) throws {
        id = try row.text("id")
        guard let day = Day(try row.text("given_on")) else {
            throw StoreFault.unreadable(column: "given_on", problem: "is no day")
        }
        givenOn = day
        if let account = try row.optionalText("account") {
            giver = .account(account)
        } else {
            giver = .code(
                CodeHolder(
                    mark: try row.blob("mark"), publicKey: try row.blob("giver_key"), copy: try row.blob("giver_copy")))
        }
        if let paper = try row.optionalText("answer") {
            guard let on = Day(try row.text("answered_on")) else {
                throw StoreFault.unreadable(column: "answered_on", problem: "is no day")
            }
            answer = Answer(paper: paper, on: on, copy: try row.optionalBlob("answer_copy"))
        } else {
            answer = nil
        }
    }

    fileprivate static let columns: SQL =
        "id, account, mark, giver_key, giver_copy, given_on, answer, answer_copy, answered_on"

    /// The account of whoever gave their name.
    package var account: String? {
        switch giver {
        case .account(let account): account
        case .code: nil
        }
    }

    package var codeHolder: CodeHolder? {
        switch giver {
        case .account: nil
        case .code(let holder): holder
        }
    }
}

extension Transaction {
    /// Keeps feedback whose paper is kept already.
    package func insert(_ feedback: FeedbackRow, agency: String) throws {
        let holder = feedback.codeHolder
        try execute(
            """
            INSERT INTO feedback (id, agency, account, mark, giver_key, giver_copy, given_on)
            VALUES (\(feedback.id), \(agency), \(feedback.account), \(holder?.mark), \(holder?.publicKey),
                \(holder?.copy), \(feedback.givenOn.text))
            """)
    }

    package func feedback(_ id: String, agency: String) throws -> FeedbackRow? {
        try row("SELECT \(FeedbackRow.columns) FROM feedback WHERE agency = \(agency) AND id = \(id)").map(
            FeedbackRow.init)
    }

    package func feedback(markedBy mark: [UInt8], agency: String) throws -> FeedbackRow? {
        try row("SELECT \(FeedbackRow.columns) FROM feedback WHERE agency = \(agency) AND mark = \(mark)").map(
            FeedbackRow.init)
    }

    /// All there is, by day and then in an order that tells nothing.
    package func feedback(agency: String) throws -> [FeedbackRow] {
        try rows("SELECT \(FeedbackRow.columns) FROM feedback WHERE agency = \(agency)").map(FeedbackRow.init)
            .sorted { ($0.givenOn, $0.id) < ($1.givenOn, $1.id) }
    }

    /// What the account gave with its name.
    package func feedback(of account: String, agency: String) throws -> [FeedbackRow] {
        try rows("SELECT \(FeedbackRow.columns) FROM feedback WHERE agency = \(agency) AND account = \(account)")
            .map(FeedbackRow.init).sorted { ($0.givenOn, $0.id) < ($1.givenOn, $1.id) }
    }

    /// False where it has an answer already.
    package func answer(_ id: String, with answer: FeedbackRow.Answer, agency: String) throws -> Bool {
        try execute(
            """
            UPDATE feedback SET answer = \(answer.paper), answer_copy = \(answer.copy), answered_on = \(answer.on.text)
            WHERE agency = \(agency) AND id = \(id) AND answer IS NULL
            """) == 1
    }

    /// Destroys it with its papers.
    package func destroy(_ feedback: FeedbackRow, agency: String) throws {
        try execute("DELETE FROM feedback WHERE agency = \(agency) AND id = \(feedback.id)")
        for paper in [feedback.id] + [feedback.answer?.paper].compactMap({ $0 }) {
            try deletePaper(paper, agency: agency)
        }
    }

    /// The box of the agency with the hour in which it was last locked anew.
    package func feedbackBox(agency: String) throws -> (sealed: [UInt8], hour: Int64)? {
        try row("SELECT sealed, sealed_in FROM feedback_box WHERE agency = \(agency)").map {
            (try $0.blob("sealed"), try $0.int64("sealed_in"))
        }
    }

    /// Puts the box as it is now in the place of the one before.
    package func setFeedbackBox(_ sealed: [UInt8], hour: Int64, agency: String) throws {
        try execute(
            """
            INSERT INTO feedback_box (agency, sealed, sealed_in) VALUES (\(agency), \(sealed), \(hour))
            ON CONFLICT (agency) DO UPDATE SET sealed = excluded.sealed, sealed_in = excluded.sealed_in
            """)
    }
}
