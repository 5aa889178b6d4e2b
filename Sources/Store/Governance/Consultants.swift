import Program

extension Transaction {
    /// The licences that are recorded in the agency.
    package func licences(agency: String) throws -> [ConsultantLicence] {
        try rows(
            """
            SELECT consultant, account, licence, jurisdiction, expires_on FROM consultant_licence
            WHERE agency = \(agency)
            """
        ).map { row in
            guard let expiresOn = Day(try row.text("expires_on")) else {
                throw StoreFault.unreadable(column: "expires_on", problem: "is no day")
            }
            return ConsultantLicence(
                consultant: try row.text("consultant"), account: try row.text("account"),
                licence: try row.text("licence"), jurisdiction: try row.text("jurisdiction"), expiresOn: expiresOn)
        }
    }

    /// Keeps a licence, in place of the one before.
    package func set(_ licence: ConsultantLicence, agency: String, on day: Day) throws {
        try execute(
            """
            INSERT INTO consultant_licence (agency, account, consultant, licence, jurisdiction, expires_on, recorded_on)
            VALUES (\(agency), \(licence.account), \(licence.consultant), \(licence.licence), \(licence.jurisdiction),
                \(licence.expiresOn.text), \(day.text))
            ON CONFLICT (agency, consultant, account) DO UPDATE SET licence = excluded.licence,
                jurisdiction = excluded.jurisdiction, expires_on = excluded.expires_on,
                recorded_on = excluded.recorded_on
            """)
    }

    /// Every text of roles and scopes of the agency, the earliest first.
    package func scopes(agency: String) throws -> [ConsultantScope] {
        try rows(
            """
            SELECT consultant, version, words, written_on, professional_on FROM consultant_scope
            WHERE agency = \(agency) ORDER BY consultant, version
            """
        ).map { row in
            guard let writtenOn = Day(try row.text("written_on")) else {
                throw StoreFault.unreadable(column: "written_on", problem: "is no day")
            }
            return ConsultantScope(
                consultant: try row.text("consultant"), version: try row.int("version"), words: try row.text("words"),
                writtenOn: writtenOn, confirmedOn: try row.optionalText("professional_on").flatMap { Day($0) })
        }
    }

    /// Keeps a text that the agency wrote.
    package func insert(_ scope: ConsultantScope, by account: String, agency: String) throws {
        try execute(
            """
            INSERT INTO consultant_scope (agency, consultant, version, words, written_on, agency_by)
            VALUES (\(agency), \(scope.consultant), \(scope.version), \(scope.words), \(scope.writtenOn.text), \(account))
            """)
    }

    /// Keeps that the professional has confirmed it.
    package func confirm(_ scope: ConsultantScope, by account: String, agency: String, on day: Day) throws {
        try execute(
            """
            UPDATE consultant_scope SET professional_by = \(account), professional_on = \(day.text)
            WHERE agency = \(agency) AND consultant = \(scope.consultant) AND version = \(scope.version)
            """)
    }
}
