import Program

extension Transaction {
    /// What the directory changed that day, but for that person.
    package func directoryChanges(agency: String, on day: Day, besides person: String) throws -> ChangesOfDay {
        let row = try row(
            """
            SELECT count(*) AS people, count(*) FILTER (WHERE loses_role = 1) AS losing FROM directory_change
            WHERE agency = \(agency) AND is_held = 0 AND changed_on = \(day.text) AND person <> \(person)
            """)
        let allowed = try self.row("SELECT allowed_on FROM directory_allowance WHERE agency = \(agency)")
        return ChangesOfDay(
            people: try row?.int("people") ?? 0, losing: try row?.int("losing") ?? 0,
            areAllowed: try allowed?.text("allowed_on") == day.text)
    }

    /// Keeps that the directory changed somebody that day, or wants to.
    package func setDirectoryChange(
        of person: String, agency: String, on day: Day, isHeld: Bool, losesRole: Bool
    ) throws {
        try execute(
            """
            INSERT INTO directory_change (agency, person, changed_on, is_held, loses_role)
            VALUES (\(agency), \(person), \(day.text), \(isHeld), \(losesRole))
            ON CONFLICT (agency, person) DO UPDATE SET changed_on = excluded.changed_on,
                is_held = excluded.is_held,
                loses_role = CASE WHEN directory_change.changed_on = excluded.changed_on AND directory_change.is_held = 0
                    AND directory_change.loses_role = 1 THEN 1 ELSE excluded.loses_role END
            """)
    }

    /// Whom the directory wants to change and who waits for a word, by employee number.
    package func heldDirectoryChanges(agency: String) throws -> [ListedPerson] {
        let ids = try rows(
            "SELECT person FROM directory_change WHERE agency = \(agency) AND is_held = 1 ORDER BY person"
        ).map { try $0.text("person") }
        return try people(withIDs: ids, agency: agency).filter { $0.endedOn == nil }
            .sorted { $0.record.employeeNumber < $1.record.employeeNumber }
    }

    /// Lets every change of that day through.
    package func allowDirectoryChanges(agency: String, on day: Day) throws {
        try execute(
            """
            INSERT INTO directory_allowance (agency, allowed_on) VALUES (\(agency), \(day.text))
            ON CONFLICT (agency) DO UPDATE SET allowed_on = excluded.allowed_on
            """)
    }

    /// Puts aside what waits.
    package func deleteHeldDirectoryChanges(agency: String) throws {
        try execute("DELETE FROM directory_change WHERE agency = \(agency) AND is_held = 1")
    }

    /// Forgets what was changed, or wanted, before that day.
    package func deleteDirectoryChanges(agency: String, before day: Day) throws {
        try execute("DELETE FROM directory_change WHERE agency = \(agency) AND changed_on < \(day.text)")
    }
}
