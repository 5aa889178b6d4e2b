import Program

extension Transaction {
    /// Keeps what a member is qualified for, in place of what was kept.
    package func set(_ qualification: MemberQualification, agency: String) throws {
        try execute(
            """
            INSERT INTO member_qualification (agency, account, qualification, since, last_day)
            VALUES (\(agency), \(qualification.account), \(qualification.qualification), \(qualification.since.text),
                \(qualification.lastDay?.text))
            ON CONFLICT (agency, account, qualification) DO UPDATE SET since = excluded.since, last_day = excluded.last_day
            """)
    }

    /// False where the member has none.
    package func deleteQualification(_ qualification: String, of account: String, agency: String) throws -> Bool {
        try execute(
            """
            DELETE FROM member_qualification
            WHERE agency = \(agency) AND account = \(account) AND qualification = \(qualification)
            """) == 1
    }

    /// Everybody's, those that ran out too.
    package func memberQualifications(agency: String) throws -> [MemberQualification] {
        try rows(
            """
            SELECT account, qualification, since, last_day FROM member_qualification WHERE agency = \(agency)
            ORDER BY account, qualification
            """
        ).map { row in
            MemberQualification(
                account: try row.text("account"), qualification: try row.text("qualification"),
                since: try row.day("since"), lastDay: try row.optionalText("last_day").flatMap { Day($0) })
        }
    }
}
