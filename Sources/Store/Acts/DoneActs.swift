/// An act that was done and may be sent again.
package struct DoneActRow: Sendable, Equatable {
    /// The id of what it made, where it made something.
    package let made: String?
}

extension Transaction {
    /// The act of that name, where it was done before.
    package func doneAct(_ name: [UInt8]) throws -> DoneActRow? {
        try row("SELECT made FROM done_act WHERE name = \(name)").map { DoneActRow(made: try $0.optionalText("made")) }
    }

    /// - Parameter day: since 1970, in UTC.
    package func rememberAct(_ name: [UInt8], made: String?, on day: Int64) throws {
        try execute("INSERT INTO done_act (name, made, day) VALUES (\(name), \(made), \(day))")
    }

    /// Those of before that day, and those of a day that is still to come after `today`: a clock was wrong.
    package func forgetActs(before day: Int64, after today: Int64) throws {
        try execute("DELETE FROM done_act WHERE day < \(day) OR day > \(today)")
    }
}
