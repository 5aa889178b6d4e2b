import Program

/// A sealed message between teams as stored, with the copy of its key for one reader.
package struct RegionalMessageRow: Sendable, Equatable {
    package let id: String
    package let sentOn: Day
    /// The last day on which it is there.
    package let lastDay: Day
    package let sealed: [UInt8]
    package let copy: [UInt8]
}

extension Transaction {
    /// Keeps a sealed message.
    ///
    /// - Parameters:
    ///   - agency: the writer's.
    ///   - copies: of its key, by agency and account.
    package func insertRegionalMessage(
        _ id: String, sealed: [UInt8], sentOn: Day, lastDay: Day, agency: String,
        copies: [(agency: String, account: String, copy: [UInt8])]
    ) throws {
        try execute(
            """
            INSERT INTO regional_message (id, agency, sent_on, last_day, sealed)
            VALUES (\(id), \(agency), \(sentOn.text), \(lastDay.text), \(sealed))
            """)
        for copy in copies {
            try execute(
                """
                INSERT INTO regional_message_copy (message, account, agency, copy)
                VALUES (\(id), \(copy.account), \(copy.agency), \(copy.copy))
                """)
        }
    }

    /// The messages that the account has a copy of, the newest day first.
    package func regionalMessages(for account: String, agency: String) throws -> [RegionalMessageRow] {
        try rows(
            """
            SELECT regional_message.id, sent_on, last_day, sealed, copy
            FROM regional_message_copy JOIN regional_message ON regional_message.id = regional_message_copy.message
            WHERE regional_message_copy.agency = \(agency) AND regional_message_copy.account = \(account)
            ORDER BY sent_on DESC, regional_message.id
            """
        ).map {
            RegionalMessageRow(
                id: try $0.text("id"), sentOn: try $0.day("sent_on"), lastDay: try $0.day("last_day"),
                sealed: try $0.blob("sealed"), copy: try $0.blob("copy"))
        }
    }

    /// How many messages there are for the account from that day on, without opening one.
    package func regionalMessageCount(for account: String, agency: String, since day: Day) throws -> Int {
        try row(
            """
            SELECT count(*) AS count
            FROM regional_message_copy JOIN regional_message ON regional_message.id = regional_message_copy.message
            WHERE regional_message_copy.agency = \(agency) AND regional_message_copy.account = \(account)
                AND sent_on >= \(day.text)
            """
        )?.int("count") ?? 0
    }

    /// Destroys the messages of the agency's whose last day is over, with every copy of their keys.
    package func deleteRegionalMessages(agency: String, endedBefore day: Day) throws {
        try execute(
            """
            DELETE FROM regional_message_copy WHERE message IN (
                SELECT id FROM regional_message WHERE agency = \(agency) AND last_day < \(day.text))
            """)
        try execute("DELETE FROM regional_message WHERE agency = \(agency) AND last_day < \(day.text)")
    }
}
