import Program

extension Transaction {
    /// Keeps that a reminder was given. False where it was given before.
    ///
    /// - Parameters:
    ///   - about: whose or what it is, by an id.
    ///   - dueOn: the day that it reminds of, so that the next term is reminded of anew.
    package func keepReminder(_ kind: NoticeKind, about: String, dueOn: Day, agency: String) throws -> Bool {
        try execute(
            """
            INSERT INTO reminder (agency, kind, about, due_on)
            VALUES (\(agency), \(kind.rawValue), \(about), \(dueOn.text))
            ON CONFLICT (agency, kind, about, due_on) DO NOTHING
            """) == 1
    }

    /// Forgets reminders of days before that one.
    package func deleteReminders(before day: Day, agency: String) throws {
        try execute("DELETE FROM reminder WHERE agency = \(agency) AND due_on < \(day.text)")
    }
}
