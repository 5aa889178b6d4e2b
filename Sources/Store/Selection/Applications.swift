import Program

extension Application {
    fileprivate init(_ row: Row, entries: [StepEntry]) throws {
        guard let status = ApplicationStatus(rawValue: try row.text("status")) else {
            throw StoreFault.unreadable(column: "status", problem: "is no status of an application")
        }
        self.init(
            id: try row.text("id"), applicant: try row.text("account"), begunOn: try row.day("begun_on"),
            status: status, decidedOn: try row.optionalDay("decided_on"), isPreferred: try row.bool("is_preferred"),
            entries: entries)
    }
}

extension StepEntry {
    fileprivate init(_ row: Row) throws {
        self.init(
            step: try row.text("step"), part: try row.text("part"), by: try row.optionalText("by_account"),
            name: try row.optionalText("name"), on: try row.day("day"), number: try row.optionalInt("number"))
    }
}

extension Transaction {
    /// Keeps a new application, with nothing done yet.
    package func insert(_ application: Application, agency: String) throws {
        try execute(
            """
            INSERT INTO application (id, agency, account, begun_on, status, decided_on, is_preferred)
            VALUES (\(application.id), \(agency), \(application.applicant), \(application.begunOn.text),
                \(application.status.rawValue), \(application.decidedOn?.text), \(application.isPreferred))
            """)
    }

    package func application(_ id: String, agency: String) throws -> Application? {
        try row(
            """
            SELECT id, account, begun_on, status, decided_on, is_preferred FROM application
            WHERE agency = \(agency) AND id = \(id)
            """
        ).map { try Application($0, entries: try entries(ofApplication: id)) }
    }

    /// Every application of the account, in no order.
    package func applications(of account: String, agency: String) throws -> [Application] {
        try rows(
            """
            SELECT id, account, begun_on, status, decided_on, is_preferred FROM application
            WHERE agency = \(agency) AND account = \(account)
            """
        ).map { try Application($0, entries: try entries(ofApplication: try $0.text("id"))) }
    }

    /// Every application that is under way, the oldest first.
    package func applicationsUnderWay(agency: String) throws -> [Application] {
        let entries = try rows(
            """
            SELECT application_entry.application, application_entry.step, application_entry.part,
                application_entry.by_account, application_entry.name, application_entry.day, application_entry.number
            FROM application JOIN application_entry ON application_entry.application = application.id
            WHERE application.agency = \(agency) AND application.status = 'under-way'
            """
        ).map { (try $0.text("application"), try StepEntry($0)) }
        let byApplication = Dictionary(grouping: entries, by: \.0).mapValues { $0.map(\.1) }
        return try rows(
            """
            SELECT id, account, begun_on, status, decided_on, is_preferred FROM application
            WHERE agency = \(agency) AND status = 'under-way' ORDER BY begun_on, id
            """
        ).map { row in try Application(row, entries: byApplication[try row.text("id")] ?? []) }
    }

    /// How many applications were decided from that day on, by how they ended.
    package func applicationsDecided(agency: String, from day: Day) throws -> [ApplicationStatus: Int] {
        let found = try rows(
            """
            SELECT status, COUNT(*) AS number FROM application
            WHERE agency = \(agency) AND decided_on >= \(day.text) GROUP BY status
            """
        ).compactMap { row in
            try ApplicationStatus(rawValue: row.text("status")).map { ($0, try row.int("number")) }
        }
        return Dictionary(found, uniquingKeysWith: +)
    }

    private func entries(ofApplication id: String) throws -> [StepEntry] {
        try rows(
            """
            SELECT step, part, by_account, name, day, number FROM application_entry WHERE application = \(id)
            ORDER BY step, part
            """
        ).map(StepEntry.init)
    }

    /// Keeps what was done. The application has to be under way.
    package func insert(_ entries: [StepEntry], ratings: [String: Rating], of application: String) throws {
        for entry in entries {
            try execute(
                """
                INSERT INTO application_entry (application, step, part, by_account, name, day, number)
                VALUES (\(application), \(entry.step), \(entry.part), \(entry.by), \(entry.name), \(entry.on.text),
                    \(entry.number))
                """)
        }
        guard let step = entries.first?.step else { return }
        for (item, rating) in ratings.sorted(by: { $0.key < $1.key }) {
            try insert(rating, of: item, answers: 1, step: step, application: application)
        }
    }

    /// Keeps how often something was rated so.
    package func insert(_ rating: Rating, of item: String, answers: Int, step: String, application: String) throws {
        try execute(
            """
            INSERT INTO application_rating (application, step, item, rating, answers)
            VALUES (\(application), \(step), \(item), \(rating.rawValue), \(answers))
            """)
    }

    /// How things were rated in a step, by item.
    package func ratings(of application: String, step: String) throws -> [String: [Rating: Int]] {
        try rows(
            "SELECT item, rating, answers FROM application_rating WHERE application = \(application) AND step = \(step)"
        ).reduce(into: [:]) { ratings, row in
            guard let rating = Rating(rawValue: try row.text("rating")) else {
                throw StoreFault.unreadable(column: "rating", problem: "is no rating")
            }
            ratings[try row.text("item"), default: [:]][rating] = try row.int("answers")
        }
    }

    /// Ends an application that is under way; false where it is not.
    package func end(application id: String, as status: ApplicationStatus, agency: String, on day: Day) throws -> Bool {
        try execute(
            """
            UPDATE application SET status = \(status.rawValue), decided_on = \(day.text)
            WHERE agency = \(agency) AND id = \(id) AND status = 'under-way'
            """) == 1
    }

    // MARK: Papers

    package func insert(paper: String, as document: ApplicationDocument, of application: String) throws {
        try execute(
            """
            INSERT INTO application_paper (application, document, paper)
            VALUES (\(application), \(document.rawValue), \(paper))
            """)
    }

    /// The ids of its sealed papers.
    package func papers(ofApplication id: String) throws -> [ApplicationDocument: String] {
        try rows("SELECT document, paper FROM application_paper WHERE application = \(id)").reduce(into: [:]) {
            papers, row in
            guard let document = ApplicationDocument(rawValue: try row.text("document")) else {
                throw StoreFault.unreadable(column: "document", problem: "is no document of an application")
            }
            papers[document] = try row.text("paper")
        }
    }

    // MARK: What ends

    /// Destroys what was done of the steps: of a no, nothing of it is kept.
    package func deleteSteps(ofApplication id: String) throws {
        try execute("DELETE FROM peer_answered WHERE application = \(id)")
        try execute("DELETE FROM peer_answer WHERE application = \(id)")
        try execute("DELETE FROM application_rating WHERE application = \(id)")
        try execute("DELETE FROM application_entry WHERE application = \(id)")
    }

    /// Destroys its papers with every copy of their keys.
    package func deletePapers(ofApplication id: String, agency: String) throws {
        let papers = try papers(ofApplication: id)
        try execute("DELETE FROM application_paper WHERE application = \(id)")
        for paper in papers.values.sorted() { try deletePaper(paper, agency: agency) }
    }

    /// Applications decided by that day of which something is left beside the decision.
    package func applicationsWithPapers(agency: String, decidedBy day: Day) throws -> [String] {
        try rows(
            """
            SELECT application.id FROM application
            WHERE application.agency = \(agency) AND application.decided_on <= \(day.text)
                AND (EXISTS (SELECT 1 FROM application_paper WHERE application_paper.application = application.id)
                    OR EXISTS (SELECT 1 FROM application_entry WHERE application_entry.application = application.id))
            ORDER BY application.id
            """
        ).map { try $0.text("id") }
    }

    /// Applications decided before that day.
    package func applications(agency: String, decidedBefore day: Day) throws -> [String] {
        try rows(
            """
            SELECT id FROM application
            WHERE agency = \(agency) AND decided_on < \(day.text) ORDER BY id
            """
        ).map { try $0.text("id") }
    }

    /// Forgets an application, with whatever is left of it.
    package func deleteApplication(_ id: String, agency: String) throws {
        try deleteSteps(ofApplication: id)
        try deletePapers(ofApplication: id, agency: agency)
        try execute("DELETE FROM application WHERE agency = \(agency) AND id = \(id)")
    }
}
