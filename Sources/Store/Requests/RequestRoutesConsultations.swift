import Program

/// A consultation as stored.
package struct ConsultationRow: Sendable, Equatable {
    package let id: String
    package let request: String
    package let account: String
    /// Nothing for another supporter.
    package let role: RoleID?
    /// The copy of the key lent; nothing where the consulted reads nothing.
    package let sealed: [UInt8]?
    package let endsAt: Instant

    package init(
        id: String, request: String, account: String, role: RoleID?, sealed: [UInt8]?, endsAt: Instant
    ) {
        self.id = id
        self.request = request
        self.account = account
        self.role = role
        self.sealed = sealed
        self.endsAt = endsAt
    }

    fileprivate init(_ row: Row) throws {
        id = try row.text("id")
        request = try row.text("request")
        account = try row.text("account")
        role = try row.optionalText("role").map { RoleID($0) }
        sealed = try row.optionalBlob("sealed")
        endsAt = Instant(milliseconds: try row.int64("ends_at"))
    }

    fileprivate static let columns: SQL = "id, request, account, role, sealed, ends_at"
}

extension RequestRoutes {
    /// Begins a consultation. False where the account is consulted on the request already.
    package func insert(_ consultation: ConsultationRow, agency: String) throws -> Bool {
        try transaction.execute(
            """
            INSERT INTO request_consultation (id, request, agency, account, role, sealed, ends_at)
            VALUES (\(consultation.id), \(consultation.request), \(agency), \(consultation.account),
                \(consultation.role?.text), \(consultation.sealed), \(consultation.endsAt.milliseconds))
            ON CONFLICT (request, account) DO NOTHING
            """) == 1
    }

    /// Lends the consulted a copy of the request's key.
    package func openConsultation(_ id: String, with copy: [UInt8]) throws {
        try transaction.execute("UPDATE request_consultation SET sealed = \(copy) WHERE id = \(id)")
    }

    /// The consultations on a request that have not ended.
    package func consultations(on request: String, at now: Instant) throws -> [ConsultationRow] {
        try transaction.rows(
            """
            SELECT \(ConsultationRow.columns) FROM request_consultation
            WHERE request = \(request) AND ends_at > \(now.milliseconds)
                AND ends_at <= \(ConsultationRule.time.end(from: now).milliseconds)
            ORDER BY ends_at, id
            """
        ).map(ConsultationRow.init)
    }

    /// The consultations the account is asked for, that have not ended.
    package func consultations(of account: String, agency: String, at now: Instant) throws -> [ConsultationRow] {
        try transaction.rows(
            """
            SELECT \(ConsultationRow.columns) FROM request_consultation
            WHERE agency = \(agency) AND account = \(account) AND ends_at > \(now.milliseconds)
                AND ends_at <= \(ConsultationRule.time.end(from: now).milliseconds)
            ORDER BY ends_at, id
            """
        ).map(ConsultationRow.init)
    }

    /// Ends a consultation on the request at once, and takes back the copy. False where there is none.
    package func deleteConsultation(_ id: String, on request: String) throws -> Bool {
        try transaction.execute("DELETE FROM request_consultation WHERE id = \(id) AND request = \(request)") == 1
    }

    package func hasConsultations(endedBy now: Instant) throws -> Bool {
        try transaction.row(
            """
            SELECT id FROM request_consultation
            WHERE ends_at <= \(now.milliseconds) OR ends_at > \(ConsultationRule.time.end(from: now).milliseconds) LIMIT 1
            """) != nil
    }

    package func deleteConsultations(endedBy now: Instant) throws {
        try transaction.execute(
            """
            DELETE FROM request_consultation
            WHERE ends_at <= \(now.milliseconds) OR ends_at > \(ConsultationRule.time.end(from: now).milliseconds)
            """)
    }
}
