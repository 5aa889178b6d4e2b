import Program

/// A code's row, as whoever has the code finds it.
package struct SupervisorCodeRow: Sendable, Equatable {
    /// Which request it is about and its key, under the code.
    package let sealed: [UInt8]
    /// The last day on which it does anything.
    package let endsOn: Day
}

// Codes with which a member's supervisor asks for somebody else (KSO-G.3).
extension Transaction {
    /// Keeps what a new code is found by; the code before, for the same request, does nothing any more.
    ///
    /// - Parameter mark: names the request, for whoever has the server's key.
    package func setSupervisorCode(
        _ code: [UInt8], mark: [UInt8], sealed: [UInt8], endsOn day: Day, agency: String
    ) throws {
        try deleteSupervisorCode(mark: mark)
        try execute(
            """
            INSERT INTO supervisor_code (code, agency, mark, sealed, ends_on)
            VALUES (\(code), \(agency), \(mark), \(sealed), \(day.text))
            """)
    }

    package func supervisorCode(_ code: [UInt8], agency: String) throws -> SupervisorCodeRow? {
        try row("SELECT sealed, ends_on FROM supervisor_code WHERE code = \(code) AND agency = \(agency)").map { row in
            guard let day = Day(try row.text("ends_on")) else {
                throw StoreFault.unreadable(column: "ends_on", problem: "is no day")
            }
            return SupervisorCodeRow(sealed: try row.blob("sealed"), endsOn: day)
        }
    }

    /// Takes the code for a request back, if there is one.
    package func deleteSupervisorCode(mark: [UInt8]) throws {
        try execute("DELETE FROM supervisor_code WHERE mark = \(mark)")
    }

    /// Whether the agency has codes that ended before a day, or end after the last that there can be.
    package func hasSupervisorCodes(agency: String, endedBefore day: Day, orAfter last: Day) throws -> Bool {
        try row(
            """
            SELECT 1 AS found FROM supervisor_code
            WHERE agency = \(agency) AND (ends_on < \(day.text) OR ends_on > \(last.text)) LIMIT 1
            """) != nil
    }

    package func deleteSupervisorCodes(agency: String, endedBefore day: Day, orAfter last: Day) throws {
        try execute(
            """
            DELETE FROM supervisor_code
            WHERE agency = \(agency) AND (ends_on < \(day.text) OR ends_on > \(last.text))
            """)
    }
}
