import Store

extension SampleRow {
    /// Services beside support, checks on colleagues off work, and outreach after an incident.
    static let ofServices: [SampleRow] = [
        SampleRow(
            table: "service", hasParent: true,
            statement:
                """
                INSERT INTO service (id, agency, kind, day, from_at, until_at, wanted, place, status)
                VALUES ('ssssssssssssssssssssssssss', 'a', 'funeral', '2026-11-20', 1, 2, 2, 'Chapel', 'open')
                """),
        SampleRow(
            table: "service_volunteer", hasParent: true,
            statement:
                """
                INSERT INTO service_volunteer (service, account, agency, status, minutes)
                VALUES ('ssssssssssssssssssssssssss', 'c', 'a', 'confirmed', 90)
                """),
        SampleRow(
            table: "well_being_check", hasParent: true,
            statement:
                """
                INSERT INTO well_being_check (id, agency, volunteer, next_on, outcome, paper)
                VALUES ('wwwwwwwwwwwwwwwwwwwwwwwwww', 'a', 'c', '2026-11-20', 'done', \(id))
                """),
        SampleRow(
            table: "well_being_mark", hasParent: true,
            statement:
                """
                INSERT INTO well_being_mark (mark, agency, check_id)
                VALUES (\(bytes(32)), 'a', 'wwwwwwwwwwwwwwwwwwwwwwwwww')
                """),
        SampleRow(
            table: "outreach_offer", hasParent: true,
            statement:
                """
                INSERT INTO outreach_offer (id, agency, incident, supporter, next_on, paper)
                VALUES ('oooooooooooooooooooooooooo', 'a', 'iiiiiiiiiiiiiiiiiiiiiiiiii', 'c', '2026-11-20', \(id))
                """),
        SampleRow(
            table: "outreach_mark", hasParent: true,
            statement:
                """
                INSERT INTO outreach_mark (mark, agency, incident, offer)
                VALUES (\(bytes(32)), 'a', 'iiiiiiiiiiiiiiiiiiiiiiiiii', 'oooooooooooooooooooooooooo')
                """),
    ]
}
