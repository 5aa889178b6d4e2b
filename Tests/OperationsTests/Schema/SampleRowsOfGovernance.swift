import Store

extension SampleRow {
    /// How the programme looks at itself.
    static let ofGovernance: [SampleRow] = [
        SampleRow(
            table: "after_action", hasParent: true,
            statement:
                """
                INSERT INTO after_action (id, agency, pack, version, event, happened, did, worked, change, resources, release,
                    drafted_by, drafted_on)
                VALUES ('aa', 'a', 'h', 1, 'Flood', '2026-10', 'd', 'w', 'c', 'r', 'e', 'c', '2026-11-20')
                """),
        SampleRow(
            table: "after_action_sign_off", hasParent: true,
            statement:
                """
                INSERT INTO after_action_sign_off (after_action, version, role, agency, account, signed_on)
                VALUES ('aa', 1, 'r', 'a', 'c', '2026-11-20')
                """),
        SampleRow(
            table: "after_action_writer", hasParent: true,
            statement: "INSERT INTO after_action_writer (after_action, account, agency) VALUES ('aa', 'c', 'a')"),
    ]
}
