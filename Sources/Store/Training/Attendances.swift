import Program

extension Attendance {
    fileprivate init(_ row: Row) throws {
        let outcome = try row.optionalText("outcome")
        guard outcome == nil || outcome.flatMap(Outcome.init) != nil else {
            throw StoreFault.unreadable(column: "outcome", problem: "is no outcome")
        }
        self.init(
            gathering: try row.text("gathering"), account: try row.text("account"),
            isSignedUp: try row.bool("is_signed_up"), isAssigned: try row.bool("is_assigned"),
            asksToBeExcused: try row.bool("asks_to_be_excused"), outcome: outcome.flatMap(Outcome.init))
    }
}

extension Transaction {
    /// Keeps how somebody stands to a gathering, in place of what was kept.
    package func set(_ attendance: Attendance, agency: String) throws {
        try execute(
            """
            INSERT INTO attendance (gathering, agency, account, is_signed_up, is_assigned, asks_to_be_excused, outcome)
            VALUES (\(attendance.gathering), \(agency), \(attendance.account), \(attendance.isSignedUp),
                \(attendance.isAssigned), \(attendance.asksToBeExcused), \(attendance.outcome?.rawValue))
            ON CONFLICT (gathering, account) DO UPDATE SET is_signed_up = excluded.is_signed_up,
                is_assigned = excluded.is_assigned, asks_to_be_excused = excluded.asks_to_be_excused,
                outcome = excluded.outcome
            """)
    }

    package func attendance(of account: String, at gathering: String, agency: String) throws -> Attendance? {
        try row(
            """
            SELECT gathering, account, is_signed_up, is_assigned, asks_to_be_excused, outcome FROM attendance
            WHERE gathering = \(gathering) AND account = \(account) AND agency = \(agency)
            """
        ).map(Attendance.init)
    }

    /// Everybody who has to do with those gatherings.
    package func attendances(at gatherings: [String], agency: String) throws -> [Attendance] {
        try stride(from: 0, to: gatherings.count, by: 500).flatMap { beginning in
            let some = Array(gatherings[beginning..<min(beginning + 500, gatherings.count)])
            return try rows(
                """
                SELECT gathering, account, is_signed_up, is_assigned, asks_to_be_excused, outcome FROM attendance
                WHERE gathering IN (\(list: some)) AND agency = \(agency) ORDER BY gathering, account
                """
            ).map(Attendance.init)
        }
    }

    /// Everything that the account has to do with.
    package func attendances(of account: String, agency: String) throws -> [Attendance] {
        try rows(
            """
            SELECT gathering, account, is_signed_up, is_assigned, asks_to_be_excused, outcome FROM attendance
            WHERE agency = \(agency) AND account = \(account) ORDER BY gathering
            """
        ).map(Attendance.init)
    }
}
