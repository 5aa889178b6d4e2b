import Program

extension Announcement {
    fileprivate static let columns: SQL =
        """
        id, office, announced_by, circles, title, words, last_day, asks_for_word, announced_on, version, corrected_on,
        withdrawn_on
        """

    fileprivate init(_ row: Row) throws {
        func day(_ column: String) throws -> Day? {
            try row.optionalText(.named(column)).map { text in
                guard let day = Day(text) else {
                    throw StoreFault.unreadable(column: column, problem: "is no day")
                }
                return day
            }
        }
        guard let lastDay = try day("last_day"), let announcedOn = try day("announced_on") else {
            throw StoreFault.unreadable(column: "last_day", problem: "is empty")
        }
        self.init(
            id: try row.text("id"), office: RoleID(try row.text("office")), by: try row.text("announced_by"),
            content: Content(
                title: try row.text("title"), words: try row.text("words"),
                circles: try row.text("circles").split(separator: " ").map { RoleID(String($0)) }, lastDay: lastDay),
            asksForWord: try row.bool("asks_for_word"), announcedOn: announcedOn, version: try row.int("version"),
            correctedOn: try day("corrected_on"), withdrawnOn: try day("withdrawn_on"))
    }
}

extension Transaction {
    package func insert(_ announcement: Announcement, agency: String) throws {
        let content = announcement.content
        try execute(
            """
            INSERT INTO announcement (id, agency, office, announced_by, circles, title, words, last_day, asks_for_word,
                announced_on, version)
            VALUES (\(announcement.id), \(agency), \(announcement.office.text), \(announcement.by),
                \(content.circles.map(\.text).joined(separator: " ")), \(content.title), \(content.words),
                \(content.lastDay.text), \(announcement.asksForWord), \(announcement.announcedOn.text),
                \(announcement.version))
            """)
    }

    package func announcement(_ id: String, agency: String) throws -> Announcement? {
        try row("SELECT \(Announcement.columns) FROM announcement WHERE agency = \(agency) AND id = \(id)").map(
            Announcement.init)
    }

    /// Those that are not over on that day, the newest first.
    package func announcementsInForce(agency: String, on day: Day) throws -> [Announcement] {
        try rows(
            """
            SELECT \(Announcement.columns) FROM announcement
            WHERE agency = \(agency) AND last_day >= \(day.text) AND withdrawn_on IS NULL
            """
        ).map(Announcement.init).sorted { ($1.textSince, $0.id) < ($0.textSince, $1.id) }
    }

    /// Those of that role, whether or not they are over, the newest first.
    package func announcements(of office: RoleID, agency: String) throws -> [Announcement] {
        try rows(
            """
            SELECT \(Announcement.columns) FROM announcement WHERE agency = \(agency) AND office = \(office.text)
            """
        ).map(Announcement.init).sorted { ($1.announcedOn, $0.id) < ($0.announcedOn, $1.id) }
    }

    /// Puts the next text in the place of the one before.
    package func correctAnnouncement(
        _ id: String, title: String, words: String, lastDay: Day, agency: String, on day: Day
    ) throws {
        try execute(
            """
            UPDATE announcement SET title = \(title), words = \(words), last_day = \(lastDay.text),
                version = version + 1, corrected_on = \(day.text)
            WHERE agency = \(agency) AND id = \(id)
            """)
    }

    package func withdrawAnnouncement(_ id: String, agency: String, on day: Day) throws {
        try execute(
            "UPDATE announcement SET withdrawn_on = \(day.text) WHERE agency = \(agency) AND id = \(id)")
    }

    /// Keeps the reader's word, in the place of one to an earlier text.
    package func keep(_ word: AnnouncementWord, to announcement: String, agency: String) throws {
        try execute(
            """
            INSERT INTO announcement_word (announcement, account, agency, version, given_on)
            VALUES (\(announcement), \(word.account), \(agency), \(word.version), \(word.on.text))
            ON CONFLICT (announcement, account) DO UPDATE SET version = excluded.version, given_on = excluded.given_on
            """)
    }

    package func words(to announcement: String) throws -> [AnnouncementWord] {
        try rows(
            "SELECT account, version, given_on FROM announcement_word WHERE announcement = \(announcement)"
        ).map { row in
            guard let day = Day(try row.text("given_on")) else {
                throw StoreFault.unreadable(column: "given_on", problem: "is no day")
            }
            return AnnouncementWord(account: try row.text("account"), version: try row.int("version"), on: day)
        }
    }

    /// The versions to which an account gave its word, by announcement.
    package func wordsToAnnouncements(of account: String, agency: String) throws -> [String: Int] {
        let rows = try rows(
            """
            SELECT announcement, version FROM announcement_word WHERE agency = \(agency) AND account = \(account)
            """)
        return Dictionary(
            try rows.map { (try $0.text("announcement"), try $0.int("version")) }, uniquingKeysWith: { $1 })
    }

    /// Destroys what was over before that day.
    package func destroyAnnouncements(over day: Day, agency: String) throws {
        try execute(
            """
            DELETE FROM announcement_word WHERE announcement IN
                (SELECT id FROM announcement WHERE agency = \(agency) AND last_day < \(day.text))
            """)
        try execute("DELETE FROM announcement WHERE agency = \(agency) AND last_day < \(day.text)")
    }
}
