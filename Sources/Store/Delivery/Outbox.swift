import Program

/// Something that waits to be sent.
package struct OutboxRow: Sendable, Equatable {
    /// The idempotency key: every attempt carries it.
    package let id: String
    package let agency: String
    package let account: String
    package let ping: [UInt8]
    package let method: String
    package let word: Word
    package let urgency: Ping.Urgency
    /// Which attempt this is, from 1.
    package let attempt: Int

    fileprivate init(_ row: Row) throws {
        guard let word = Word(rawValue: try row.text("word")),
            let urgency = Ping.Urgency(rawValue: try row.text("urgency"))
        else { throw StoreFault.unreadable(column: "word", problem: "is no word that can be sent") }
        id = try row.text("id")
        agency = try row.text("agency")
        account = try row.text("account")
        ping = try row.blob("ping")
        method = try row.text("method")
        self.word = word
        self.urgency = urgency
        attempt = try row.int("attempts")
    }
}

extension Transaction {
    /// Has a word sent by that method when it is due. The ping has to be kept already.
    package func insertOutbox(
        id: String, account: String, agency: String, ping: PingKey, step: Ping.Step, word: Word,
        urgency: Ping.Urgency, dueAt: Instant
    ) throws {
        try execute(
            """
            INSERT INTO outbox (id, agency, account, ping, method, kind, word, urgency, due_at)
            VALUES (\(id), \(agency), \(account), \(ping.bytes), \(step.method), \(step.kind.rawValue),
                \(word.rawValue), \(urgency.rawValue), \(dueAt.milliseconds))
            """)
    }

    /// Whether something of that kind is due and free to be taken.
    package func isAnythingDue(_ kind: ContactMethod.Kind, at now: Instant) throws -> Bool {
        try row(
            """
            SELECT 1 AS due FROM outbox
            WHERE kind = \(kind.rawValue)
                AND (due_at <= \(now.milliseconds) OR due_at > \(Ping.longestWait.end(from: now).milliseconds))
                AND (lease_until <= \(now.milliseconds) OR lease_until > \(Ping.lease.end(from: now).milliseconds))
            LIMIT 1
            """) != nil
    }

    /// Takes what is due for one worker until the lease ends, the longest due first. Whoever dies while holding it only
    /// lets the lease run out.
    package func claimOutbox(_ kind: ContactMethod.Kind, limit: Int, at now: Instant) throws -> [OutboxRow] {
        let leaseEnd = Ping.lease.end(from: now)
        return try rows(
            """
            UPDATE outbox SET lease_until = \(leaseEnd.milliseconds), attempts = attempts + 1
            WHERE id IN (
                    SELECT id FROM outbox
                    WHERE kind = \(kind.rawValue)
                        AND (due_at <= \(now.milliseconds) OR due_at > \(Ping.longestWait.end(from: now).milliseconds))
                        AND (lease_until <= \(now.milliseconds) OR lease_until > \(leaseEnd.milliseconds))
                    ORDER BY due_at, id LIMIT \(limit))
                AND (lease_until <= \(now.milliseconds) OR lease_until > \(leaseEnd.milliseconds))
            RETURNING id, agency, account, ping, method, word, urgency, attempts
            """
        ).map(OutboxRow.init)
    }

    /// Has it tried again at that moment, unless another worker took it up when the lease ran out.
    package func postpone(_ row: OutboxRow, until dueAt: Instant) throws {
        try execute(
            """
            UPDATE outbox SET due_at = \(dueAt.milliseconds), lease_until = 0
            WHERE id = \(row.id) AND attempts = \(row.attempt)
            """)
    }

    package func deleteOutbox(id: String) throws {
        try execute("DELETE FROM outbox WHERE id = \(id)")
    }

    /// Nothing that waits is sent to the account any more.
    package func deleteOutbox(of account: String, agency: String) throws {
        try execute("DELETE FROM outbox WHERE agency = \(agency) AND account = \(account)")
    }

    /// Nothing more is sent to the account about it: its owner has seen it.
    package func deleteOutbox(ping: PingKey, account: String, agency: String) throws {
        try execute(
            "DELETE FROM outbox WHERE agency = \(agency) AND account = \(account) AND ping = \(ping.bytes)")
    }

    /// Nothing more is sent to anybody about it.
    package func deleteOutbox(ping: PingKey, agency: String) throws {
        try execute("DELETE FROM outbox WHERE agency = \(agency) AND ping = \(ping.bytes)")
    }

    /// Makes the next method of the same ping due now, since the one before it cannot be used.
    package func hastenNext(after row: OutboxRow, at now: Instant) throws {
        try execute(
            """
            UPDATE outbox SET due_at = \(now.milliseconds)
            WHERE due_at > \(now.milliseconds) AND attempts = 0 AND id IN (
                SELECT id FROM outbox
                WHERE agency = \(row.agency) AND account = \(row.account) AND ping = \(row.ping) AND id <> \(row.id)
                ORDER BY due_at, id LIMIT 1)
            """)
    }
}
