import Program

/// That somebody was told of a request in the past hour, and has not answered. Nothing says of which.
package struct WordOfAsking: Sendable, Equatable {
    package let id: String
    package let agency: String
    package let account: String
    /// When it is forgotten.
    package let end: Instant

    package init(id: String, agency: String, account: String, end: Instant) {
        self.id = id
        self.agency = agency
        self.account = account
        self.end = end
    }
}

extension Transaction {
    package func insert(_ word: WordOfAsking) throws {
        try execute(
            """
            INSERT INTO word_of_asking (agency, account, id, ends_at, more_waits)
            VALUES (\(word.agency), \(word.account), \(word.id), \(word.end.milliseconds), 0)
            """)
    }

    /// How many each of those accounts got in the past hour; nothing for those who got none.
    package func wordsOfAsking(to accounts: [String], agency: String, at now: Instant) throws -> [String: Int] {
        let counted = try rows(
            """
            SELECT account, count(*) AS many FROM word_of_asking
            WHERE agency = \(agency) AND account IN (\(list: accounts)) AND ends_at > \(now.milliseconds)
                AND ends_at <= \(AskingPace.longestMemory.end(from: now).milliseconds)
            GROUP BY account
            """)
        return Dictionary(
            try counted.map { (try $0.text("account"), try $0.int("many")) }, uniquingKeysWith: { first, _ in first })
    }

    /// Keeps that something else waits for those accounts, of which they were sent no word.
    package func noteMoreWaits(for accounts: [String], agency: String) throws {
        try execute(
            """
            UPDATE word_of_asking SET more_waits = 1
            WHERE agency = \(agency) AND account IN (\(list: accounts)) AND more_waits = 0
            """)
    }

    /// An account was told of whatever waits.
    package func noteNothingMoreWaits(for account: String, agency: String) throws {
        try execute("UPDATE word_of_asking SET more_waits = 0 WHERE agency = \(agency) AND account = \(account)")
    }

    /// Words of all agencies that are remembered no longer, those longest over first: those behind `last`.
    package func endedWordsOfAsking(
        by now: Instant, after last: WordOfAsking?, limit: Int
    ) throws -> [WordOfAsking] {
        try rows(
            """
            SELECT id, agency, account, ends_at FROM word_of_asking
            WHERE (ends_at <= \(now.milliseconds) OR ends_at > \(AskingPace.longestMemory.end(from: now).milliseconds))
                AND ends_at >= \(last?.end.milliseconds ?? .min)
                AND (ends_at > \(last?.end.milliseconds ?? .min) OR id > \(last?.id ?? ""))
            ORDER BY ends_at, id LIMIT \(limit)
            """
        ).map { row in
            WordOfAsking(
                id: try row.text("id"), agency: try row.text("agency"), account: try row.text("account"),
                end: Instant(milliseconds: try row.int64("ends_at")))
        }
    }

    /// Forgets one of them. Nothing where it is forgotten already, else whether something else has come to wait meanwhile.
    package func forget(_ word: WordOfAsking) throws -> Bool? {
        try row(
            """
            DELETE FROM word_of_asking
            WHERE agency = \(word.agency) AND account = \(word.account) AND id = \(word.id) RETURNING more_waits
            """
        )?.bool("more_waits")
    }

    /// Forgets all of an account: gives their ids, and whether something else has come to wait meanwhile.
    package func forgetWordsOfAsking(
        to account: String, agency: String
    ) throws -> (ids: [String], moreWaits: Bool) {
        let forgotten = try rows(
            """
            DELETE FROM word_of_asking WHERE agency = \(agency) AND account = \(account) RETURNING id, more_waits
            """)
        return (try forgotten.map { try $0.text("id") }, try forgotten.contains { try $0.bool("more_waits") })
    }

    /// Which of those accounts were told of it.
    package func pinged(_ key: PingKey, of accounts: [String], agency: String) throws -> Set<String> {
        Set(
            try rows(
                """
                SELECT account FROM ping
                WHERE agency = \(agency) AND account IN (\(list: accounts)) AND key = \(key.bytes)
                """
            ).map { try $0.text("account") })
    }
}
