import Program

extension Transaction {
    /// Keeps that an attempt was begun, before anything is sent: whoever dies meanwhile leaves exactly this.
    package func insertAttempt(_ row: OutboxRow, at now: Instant) throws {
        try execute(
            """
            INSERT INTO delivery_attempt (parcel, number, method, outcome, day)
            VALUES (\(row.id), \(row.attempt), \(row.method), 'begun', \(now.dayNumber))
            """)
    }

    /// Keeps what came of it.
    package func setOutcome(_ outcome: DeliveryOutcome, of row: OutboxRow) throws {
        try execute(
            """
            UPDATE delivery_attempt SET outcome = \(outcome.rawValue)
            WHERE parcel = \(row.id) AND number = \(row.attempt)
            """)
    }

    /// What came of the attempts by each of the account's methods on the last day it was used, by method.
    package func lastOutcomes(of account: String, agency: String) throws -> [String: [DeliveryOutcome]] {
        let found = try rows(
            """
            SELECT attempt.method AS method, attempt.outcome AS outcome FROM delivery_attempt AS attempt
            JOIN contact_method ON contact_method.id = attempt.method
            WHERE contact_method.agency = \(agency) AND contact_method.account = \(account)
                AND attempt.day = (SELECT max(day) FROM delivery_attempt WHERE method = contact_method.id)
            ORDER BY attempt.method, attempt.parcel, attempt.number
            """
        ).map { (method: try $0.text("method"), outcome: DeliveryOutcome(rawValue: try $0.text("outcome"))) }
        return Dictionary(grouping: found, by: \.method).mapValues { $0.compactMap(\.outcome) }
    }

    /// Deletes the receipts of before that day, and those that a clock that was wrong made after `today`. Harmless to repeat.
    package func deleteAttempts(before day: Int64, after today: Int64) throws {
        try execute("DELETE FROM delivery_attempt WHERE day < \(day) OR day > \(today)")
    }
}
