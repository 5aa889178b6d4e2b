import Program

/// The locked box of one quarter's answers.
package struct ResponseBoxRow: Sendable, Equatable {
    /// The last month of the quarter.
    package let quarter: Month
    package let sealed: [UInt8]
    /// The half hour since 1970 in which it was last locked anew by the server itself.
    package let lockedIn: Int64

    package init(quarter: Month, sealed: [UInt8], lockedIn: Int64) {
        self.quarter = quarter
        self.sealed = sealed
        self.lockedIn = lockedIn
    }
}

extension Transaction {
    /// The boxes of the agency: that of the quarter under way, and those not yet told, the earliest first.
    package func responseBoxes(agency: String) throws -> [ResponseBoxRow] {
        try rows(
            "SELECT quarter, sealed, locked_in FROM response_count WHERE agency = \(agency) ORDER BY quarter"
        ).map { row in
            guard let quarter = Month(try row.text("quarter")) else {
                throw StoreFault.unreadable(column: "quarter", problem: "is no month")
            }
            return ResponseBoxRow(
                quarter: quarter, sealed: try row.blob("sealed"), lockedIn: try row.int64("locked_in"))
        }
    }

    package func set(_ box: ResponseBoxRow, agency: String) throws {
        try execute(
            """
            INSERT INTO response_count (agency, quarter, sealed, locked_in)
            VALUES (\(agency), \(box.quarter.text), \(box.sealed), \(box.lockedIn))
            ON CONFLICT (agency, quarter) DO UPDATE SET sealed = excluded.sealed, locked_in = excluded.locked_in
            """)
    }

    /// Destroys the box of a quarter.
    package func deleteResponseBox(of quarter: Month, agency: String) throws {
        try execute("DELETE FROM response_count WHERE agency = \(agency) AND quarter = \(quarter.text)")
    }

    /// Keeps what is told of a quarter, for good.
    package func insertResponses(_ content: String, hash: String, of quarter: Month, pack: String, agency: String)
        throws
    {
        try execute(
            """
            INSERT INTO response_release (agency, quarter, pack, content, content_hash)
            VALUES (\(agency), \(quarter.text), \(pack), \(content), \(hash))
            """)
    }

    /// What was told of the latest quarters, the latest first: as frozen, with the SHA-256 that belongs to it.
    package func responses(agency: String, most: Int) throws -> [(content: String, hash: String)] {
        try rows(
            """
            SELECT content, content_hash FROM response_release WHERE agency = \(agency)
            ORDER BY quarter DESC LIMIT \(most)
            """
        ).map { (try $0.text("content"), try $0.text("content_hash")) }
    }
}
