import Store

extension SampleRow {
    /// What goes with directories that push, and who is due for the orientation.
    static let ofDirectory: [SampleRow] = [
        SampleRow(
            table: "orientation", hasParent: true,
            statement: "INSERT INTO orientation (agency, person, due_on) VALUES ('a', 'p', '2026-11-20')"),
        SampleRow(
            table: "directory_token", hasParent: true,
            statement:
                """
                INSERT INTO directory_token (id, agency, token, made_on)
                VALUES (\(id), 'a', \(bytes(32)), '2026-11-20')
                """),
        SampleRow(
            table: "directory_entry", hasParent: true,
            statement:
                "INSERT INTO directory_entry (agency, person, user_name, user_key) VALUES ('a', 'p', 'U', 'u')"),
        SampleRow(
            table: "directory_default", hasParent: true,
            statement: "INSERT INTO directory_default (agency, field, value) VALUES ('a', 'shift', 'Days')"),
        SampleRow(
            table: "directory_ending", hasParent: true,
            statement: "INSERT INTO directory_ending (agency, person, asked_on) VALUES ('a', 'p', '2026-11-20')"),
        SampleRow(
            table: "directory_change", hasParent: true,
            statement: """
                INSERT INTO directory_change (agency, person, changed_on, is_held, loses_role)
                VALUES ('a', 'p', '2026-11-20', 1, 0)
                """),
        SampleRow(
            table: "directory_allowance", hasParent: true,
            statement: "INSERT INTO directory_allowance (agency, allowed_on) VALUES ('a', '2026-11-20')"),
    ]
}
