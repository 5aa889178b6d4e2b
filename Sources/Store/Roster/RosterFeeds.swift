import Program

// Calendar links to one's own shifts.
extension Transaction {
    /// Keeps what a new link is found by; the link before opens nothing any more.
    package func setRosterFeed(account: String, agency: String, token: [UInt8]) throws {
        try execute(
            """
            INSERT INTO roster_feed (agency, account, token) VALUES (\(agency), \(account), \(token))
            ON CONFLICT (agency, account) DO UPDATE SET token = excluded.token
            """)
    }

    /// Whose link that is.
    package func rosterFeed(token: [UInt8]) throws -> (agency: String, account: String)? {
        try row("SELECT agency, account FROM roster_feed WHERE token = \(token)").map {
            (agency: try $0.text("agency"), account: try $0.text("account"))
        }
    }

    package func hasRosterFeed(account: String, agency: String) throws -> Bool {
        try row("SELECT 1 AS one FROM roster_feed WHERE agency = \(agency) AND account = \(account)") != nil
    }

    /// Takes the account's link back. False where it has none.
    package func deleteRosterFeed(account: String, agency: String) throws -> Bool {
        try execute("DELETE FROM roster_feed WHERE agency = \(agency) AND account = \(account)") == 1
    }
}

// Gaps that somebody was told of, and what is over.
extension Transaction {
    /// The gaps known of at the last look, by list.
    package func knownGaps(agency: String) throws -> [RosterList.Kind: [Stretch]] {
        let known = try rows(
            "SELECT list, from_at, until_at FROM roster_gap WHERE agency = \(agency) ORDER BY list, from_at"
        ).map { Listed(try $0.stretch(from: "from_at", until: "until_at"), on: try $0.rosterList()) }
        return Dictionary(grouping: known, by: \.list).mapValues { $0.map(\.value) }
    }

    /// Keeps those gaps of a list in the place of what was known.
    package func setKnownGaps(_ gaps: [Stretch], of list: RosterList.Kind, agency: String) throws {
        try execute("DELETE FROM roster_gap WHERE agency = \(agency) AND list = \(list.text)")
        for gap in gaps {
            try execute(
                """
                INSERT INTO roster_gap (agency, list, from_at, until_at)
                VALUES (\(agency), \(list.text), \(gap.from.milliseconds), \(gap.until.milliseconds))
                """)
        }
    }

    /// Deletes whatever of the roster was over by that day and moment, so that nobody's times can be worked out from it later.
    package func deleteRoster(agency: String, overBy day: Day, _ moment: Instant) throws {
        try execute("DELETE FROM roster_rotation WHERE agency = \(agency) AND runs_until < \(day.text)")
        try execute("DELETE FROM roster_override WHERE agency = \(agency) AND until_at < \(moment.milliseconds)")
        try execute("DELETE FROM roster_swap WHERE agency = \(agency) AND over_at < \(moment.milliseconds)")
        try execute("DELETE FROM roster_leave WHERE agency = \(agency) AND last_day < \(day.text)")
    }
}

extension Transaction {
    /// The names of those of the accounts whose owners have enrolled. Nobody else can be called.
    package func enrolledNames(agency: String, of accounts: [String]) throws -> [String: String] {
        let found = try rows(
            """
            SELECT id, name FROM account
            WHERE agency = \(agency) AND id IN (\(list: accounts)) AND passphrase IS NOT NULL
            """)
        return Dictionary(
            try found.map { (try $0.text("id"), try $0.text("name")) }, uniquingKeysWith: { first, _ in first })
    }
}
