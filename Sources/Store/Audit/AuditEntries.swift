import Program

/// One entry of an agency's audit chain as stored: who, what kind of act, when and under which clauses.
package struct AuditRow: Sendable, Equatable {
    package let agency: String
    /// 1, 2, 3, … without a gap.
    package let number: Int64
    package let at: Instant
    package let actor: String
    package let act: String
    package let subject: String?
    package let clauses: String
    package let pack: String
    package let payloadHash: [UInt8]
    package let hash: [UInt8]

    package init(
        agency: String, number: Int64, at: Instant, actor: String, act: String, subject: String?, clauses: String,
        pack: String, payloadHash: [UInt8], hash: [UInt8]
    ) {
        self.agency = agency
        self.number = number
        self.at = at
        self.actor = actor
        self.act = act
        self.subject = subject
        self.clauses = clauses
        self.pack = pack
        self.payloadHash = payloadHash
        self.hash = hash
    }

    fileprivate init(_ row: Row) throws {
        self.init(
            agency: try row.text("agency"), number: try row.int64("number"),
            at: Instant(milliseconds: try row.int64("at")), actor: try row.text("actor"), act: try row.text("act"),
            subject: try row.optionalText("subject"), clauses: try row.text("clauses"), pack: try row.text("pack"),
            payloadHash: try row.blob("payload_hash"), hash: try row.blob("hash"))
    }
}

extension Transaction {
    /// The end of the agency's chain.
    package func lastAuditEntry(agency: String) throws -> AuditRow? {
        try row(
            """
            SELECT agency, number, at, actor, act, subject, clauses, pack, payload_hash, hash FROM audit_entry
            WHERE agency = \(agency) ORDER BY number DESC LIMIT 1
            """
        ).map(AuditRow.init)
    }

    /// - Parameter salt: of the hash of what it is about; none where the server's own key stands in for one.
    package func append(_ entry: AuditRow, salt: [UInt8]?) throws {
        try execute(
            """
            INSERT INTO audit_entry (agency, number, at, actor, act, subject, clauses, pack, payload_hash, hash)
            VALUES (\(entry.agency), \(entry.number), \(entry.at.milliseconds), \(entry.actor), \(entry.act),
                \(entry.subject), \(entry.clauses), \(entry.pack), \(entry.payloadHash), \(entry.hash))
            """)
        guard let salt else { return }
        try execute(
            "INSERT INTO audit_salt (agency, number, salt) VALUES (\(entry.agency), \(entry.number), \(salt))")
    }

    /// Destroys the salts of the agency's entries made before that moment: nobody can then find out what they were about by
    /// guessing. The chain itself stays whole.
    package func deleteAuditSalts(agency: String, before moment: Instant) throws {
        try execute(
            """
            DELETE FROM audit_salt WHERE agency = \(agency) AND number <= (
                SELECT number FROM audit_entry WHERE agency = \(agency) AND at < \(moment.milliseconds)
                ORDER BY at DESC, number DESC LIMIT 1)
            """)
    }

    /// Entries of the agency's chain in order, after the number given.
    package func auditEntries(agency: String, after number: Int64, limit: Int) throws -> [AuditRow] {
        try rows(
            """
            SELECT agency, number, at, actor, act, subject, clauses, pack, payload_hash, hash FROM audit_entry
            WHERE agency = \(agency) AND number > \(number) ORDER BY number LIMIT \(limit)
            """
        ).map(AuditRow.init)
    }
}
