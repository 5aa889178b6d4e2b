import Program

/// A message as stored.
package struct MessageRow: Sendable, Equatable {
    package let id: String
    package let sealed: [UInt8]
    package let isNew: Bool
}

/// Something sealed under a request's key, by its id.
package struct SealedRow: Sendable, Equatable {
    package let id: String
    package let sealed: [UInt8]
}

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

extension Transaction {
    /// Messages of a request in the order of writing.
    package func messages(of request: String) throws -> [MessageRow] {
        try rows("SELECT id, sealed, is_new FROM request_message WHERE request = \(request) ORDER BY place, id").map {
            MessageRow(id: try $0.text("id"), sealed: try $0.blob("sealed"), isNew: try $0.bool("is_new"))
        }
    }

    /// Those that the side they were written to has yet to see.
    package func newMessages(of request: String) throws -> [MessageRow] {
        try rows(
            "SELECT id, sealed, is_new FROM request_message WHERE request = \(request) AND is_new = 1 ORDER BY place, id"
        ).map { MessageRow(id: try $0.text("id"), sealed: try $0.blob("sealed"), isNew: true) }
    }

    /// Adds a message after the last. False where the request has no room for another.
    package func insertMessage(_ sealed: [UInt8], id: String, request: String) throws -> Bool {
        let place =
            try row("SELECT coalesce(max(place), 0) + 1 AS place FROM request_message WHERE request = \(request)")?
            .int("place") ?? 1
        guard place <= mostMessages else { return false }
        try execute(
            """
            INSERT INTO request_message (request, id, place, sealed, is_new)
            VALUES (\(request), \(id), \(place), \(sealed), 1)
            """)
        return true
    }

    package func markSeen(_ messages: [String], request: String) throws {
        try execute(
            "UPDATE request_message SET is_new = 0 WHERE request = \(request) AND id IN (\(list: messages))")
    }

    package func consents(of request: String) throws -> [SealedRow] {
        try rows("SELECT id, sealed FROM request_consent WHERE request = \(request) ORDER BY id").map {
            SealedRow(id: try $0.text("id"), sealed: try $0.blob("sealed"))
        }
    }

    /// Keeps a consent, or what became of one.
    package func setConsent(_ sealed: [UInt8], id: String, request: String) throws {
        try execute(
            """
            INSERT INTO request_consent (request, id, sealed) VALUES (\(request), \(id), \(sealed))
            ON CONFLICT (request, id) DO UPDATE SET sealed = excluded.sealed
            """)
    }

    package func insertReminder(id: String, on day: Day, request: String) throws {
        try execute(
            """
            INSERT INTO request_reminder (request, id, due_on, is_told)
            VALUES (\(request), \(id), \(day.text), 0)
            """)
    }

    /// The reminders of a request, the earliest first.
    package func reminders(of request: String) throws -> [ReminderRow] {
        try rows("SELECT id, due_on FROM request_reminder WHERE request = \(request) ORDER BY due_on, id")
            .map(ReminderRow.init)
    }

    package func deleteReminder(_ id: String, request: String) throws -> Bool {
        try execute("DELETE FROM request_reminder WHERE request = \(request) AND id = \(id)") == 1
    }

    package func deleteReminders(of request: String) throws {
        try execute("DELETE FROM request_reminder WHERE request = \(request)")
    }

    /// The agencies that have a reminder to tell of, wherever on earth it is the day already.
    package func agencies(withReminders now: Instant) throws -> [AgencyRow] {
        guard let day = Day(daysSince1970: now.milliseconds / 86_400_000 + 1) else { return [] }
        let found = try rows(
            """
            SELECT DISTINCT request.agency
            FROM request_reminder JOIN request ON request.id = request_reminder.request
            WHERE request_reminder.is_told = 0 AND request_reminder.due_on <= \(day.text)
            """)
        return try found.compactMap { try agency(id: $0.text("agency")) }
    }

    package func hasReminders(agency: String, by day: Day) throws -> Bool {
        try row(
            """
            SELECT request_reminder.id FROM request_reminder JOIN request ON request.id = request_reminder.request
            WHERE request_reminder.is_told = 0 AND request_reminder.due_on <= \(day.text)
                AND request.agency = \(agency) AND request.supporter IS NOT NULL LIMIT 1
            """) != nil
    }

    /// Marks the agency's reminders of that day and before as told, and gives each with the supporter it is for.
    package func tellReminders(agency: String, by day: Day) throws -> [(id: String, supporter: String)] {
        let due = try rows(
            """
            SELECT request_reminder.id, request.supporter
            FROM request_reminder JOIN request ON request.id = request_reminder.request
            WHERE request_reminder.is_told = 0 AND request_reminder.due_on <= \(day.text)
                AND request.agency = \(agency) AND request.supporter IS NOT NULL
            """
        ).map { (id: try $0.text("id"), supporter: try $0.text("supporter")) }
        for beginning in stride(from: 0, to: due.count, by: 500) {
            let some = due[beginning..<min(beginning + 500, due.count)].map(\.id)
            try execute("UPDATE request_reminder SET is_told = 1 WHERE id IN (\(list: some))")
        }
        return due
    }

    /// One more of the figure in the month.
    package func countRequest(_ figure: RequestFigure, agency: String, month: Month) throws {
        try execute(
            """
            INSERT INTO request_count (agency, month, figure, amount)
            VALUES (\(agency), \(month.text), \(figure.rawValue), 1)
            ON CONFLICT (agency, month, figure) DO UPDATE SET amount = request_count.amount + 1
            """)
    }
}

/// What is counted of requests.
package enum RequestFigure: String, Sendable, CaseIterable {
    case destroyed
    case inquiriesWanted = "inquiries-wanted"
    case inquiriesNotWanted = "inquiries-not-wanted"
}

/// The most messages of one request; the schema has the same bound.
private let mostMessages = 500
