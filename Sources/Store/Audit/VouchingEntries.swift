import Program

/// The newest entry of the chain that vouches for an account or a role.
package struct VouchingRow: Sendable, Equatable {
    /// The id of the account, or of the role that an account holds.
    package let subject: String
    package let number: Int64
    package let kind: AuditKind
    package let actor: String
    package let at: Instant
    /// The keyed digest of what it vouches for.
    package let digest: [UInt8]

    fileprivate init(_ row: Row) throws {
        guard let kind = AuditKind(rawValue: try row.text("act")) else {
            throw StoreFault.unreadable(column: "act", problem: "is no kind of act")
        }
        self.kind = kind
        subject = try row.text("subject")
        number = try row.int64("number")
        actor = try row.text("actor")
        at = Instant(milliseconds: try row.int64("at"))
        digest = try row.blob("payload_hash")
    }
}

/// The kinds of entry that vouch for something, in the very words of the index that finds them.
private let vouches: SQL = """
    act IN ('account.vouched', 'role.vouched', 'account.taken-over', 'role.taken-over',
        'account.accepted', 'role.accepted')
    """

extension Transaction {
    /// The newest entry that vouches for each of those accounts and roles.
    package func vouchings(for subjects: [String], agency: String) throws -> [VouchingRow] {
        try entries(vouchingFor: subjects, agency: agency).newestOfEach
    }

    /// The first entry that vouched for each of those roles: whoever did it gave the role.
    package func firstVouchings(for subjects: [String], agency: String) throws -> [VouchingRow] {
        try entries(vouchingFor: subjects, agency: agency).firstOfEach
    }

    /// The newest entry that vouches for each account and role that the agency's chain ever vouched for.
    package func allVouchings(agency: String) throws -> [VouchingRow] {
        try rows(
            """
            SELECT subject, number, act, actor, at, payload_hash FROM audit_entry
            WHERE agency = \(agency) AND subject IS NOT NULL AND \(vouches)
            """
        ).map(VouchingRow.init).newestOfEach
    }

    /// All of them: a few for each, by the index that is made for it. Chosen among here, because asked for the newest an engine
    /// may walk the chain from its end.
    private func entries(vouchingFor subjects: [String], agency: String) throws -> [VouchingRow] {
        try stride(from: 0, to: subjects.count, by: 1000).flatMap { beginning in
            let some = Array(subjects[beginning..<min(beginning + 1000, subjects.count)])
            return try rows(
                """
                SELECT subject, number, act, actor, at, payload_hash FROM audit_entry
                WHERE agency = \(agency) AND subject IN (\(list: some)) AND \(vouches)
                """
            ).map(VouchingRow.init)
        }
    }

    /// Whether the agency's chain vouches for anything yet.
    package func hasVouchings(agency: String) throws -> Bool {
        try row(
            "SELECT subject FROM audit_entry WHERE agency = \(agency) AND \(vouches) ORDER BY subject LIMIT 1") != nil
    }
}

extension [VouchingRow] {
    /// The first of each subject.
    fileprivate var firstOfEach: [VouchingRow] { one { $0.number < $1.number } }

    /// The newest of each subject.
    fileprivate var newestOfEach: [VouchingRow] { one { $0.number > $1.number } }

    private func one(_ comesBefore: (VouchingRow, VouchingRow) -> Bool) -> [VouchingRow] {
        Array(Dictionary(map { ($0.subject, $0) }, uniquingKeysWith: { comesBefore($0, $1) ? $0 : $1 }).values)
    }
}

// Taking over what was there before the chain vouched for anything.
extension Transaction {
    /// The agencies whose accounts are still to be taken over, once.
    package func agenciesToTakeOver() throws -> [String] {
        try rows("SELECT agency FROM vouching_due ORDER BY agency").map { try $0.text("agency") }
    }

    package func deleteTakeOver(of agency: String) throws {
        try execute("DELETE FROM vouching_due WHERE agency = \(agency)")
    }
}

// What the team was last told of who can be offered a request.
extension Transaction {
    /// By account, the entry that vouches for its key; nothing where the team was never told.
    package func teamTold(agency: String) throws -> [String: Int64] {
        let told = try rows("SELECT account, entry FROM team_told WHERE agency = \(agency)")
        return Dictionary(
            try told.map { (try $0.text("account"), try $0.int64("entry")) }, uniquingKeysWith: { first, _ in first })
    }

    package func setTeamTold(_ entries: [String: Int64], agency: String) throws {
        try execute("DELETE FROM team_told WHERE agency = \(agency)")
        for (account, entry) in entries.sorted(by: { $0.key < $1.key }) {
            try execute("INSERT INTO team_told (agency, account, entry) VALUES (\(agency), \(account), \(entry))")
        }
    }
}
