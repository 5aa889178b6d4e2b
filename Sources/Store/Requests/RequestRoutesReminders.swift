import Program

/// A reminder's day; what it is for is sealed in the request's course.
package struct ReminderRow: Sendable, Equatable {
    package let id: String
    package let day: Day

    fileprivate init(_ row: Row) throws {
        guard let day = Day(try row.text("due_on")) else {
            throw StoreFault.unreadable(column: "due_on", problem: "is no day")
        }
        id = try row.text("id")
        self.day = day
    }
}

extension RequestRoutes {
    package func insertReminder(id: String, on day: Day, request: String) throws {
        try transaction.execute(
            """
            INSERT INTO request_reminder (request, id, due_on, is_told)
            VALUES (\(request), \(id), \(day.text), 0)
            """)
    }

    /// The reminders of a request, the earliest first.
    package func reminders(of request: String) throws -> [ReminderRow] {
        try transaction.rows("SELECT id, due_on FROM request_reminder WHERE request = \(request) ORDER BY due_on, id")
            .map(ReminderRow.init)
    }

    package func deleteReminder(_ id: String, request: String) throws -> Bool {
        try transaction.execute("DELETE FROM request_reminder WHERE request = \(request) AND id = \(id)") == 1
    }

    /// The agencies that have a reminder to tell of, wherever on earth it is the day already.
    package func agencies(withReminders now: Instant) throws -> [AgencyRow] {
        guard let day = Day(daysSince1970: now.milliseconds / 86_400_000 + 1) else { return [] }
        let found = try transaction.rows(
            """
            SELECT DISTINCT request.agency
            FROM request_reminder JOIN request ON request.id = request_reminder.request
            WHERE request_reminder.is_told = 0 AND request_reminder.due_on <= \(day.text)
            """)
        return try found.compactMap { try transaction.agency(id: $0.text("agency")) }
    }

    /// The agency's reminders of that day and before that were not told.
    package func reminders(agency: String, by day: Day) throws -> [(request: String, id: String)] {
        try transaction.rows(
            """
            SELECT request_reminder.request, request_reminder.id
            FROM request_reminder JOIN request ON request.id = request_reminder.request
            WHERE request_reminder.is_told = 0 AND request_reminder.due_on <= \(day.text)
                AND request.agency = \(agency) AND request.supporter IS NOT NULL
            """
        ).map { (request: try $0.text("request"), id: try $0.text("id")) }
    }

    /// Marks a reminder as told. False where it was told, or is gone, already.
    package func tellReminder(_ id: String, of request: String) throws -> Bool {
        try transaction.execute(
            """
            UPDATE request_reminder SET is_told = 1
            WHERE request = \(request) AND id = \(id) AND is_told = 0
            """) == 1
    }
}
