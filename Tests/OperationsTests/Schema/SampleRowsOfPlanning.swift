import Store

extension SampleRow {
    /// The team as a whole, the professionals beside it, and what members say of themselves.
    static let ofPlanning: [SampleRow] = [
        SampleRow(
            table: "team_change", hasParent: true,
            statement: "INSERT INTO team_change (agency, month, kind, members) VALUES ('a', '2026-11', 'transfer', 1)"),
        SampleRow(
            table: "sizing_entry", hasParent: true,
            statement:
                "INSERT INTO sizing_entry (agency, factor, value, entered_on) VALUES ('a', 'area', 2, '2026-11-20')"
        ),
        SampleRow(
            table: "consultant_licence", hasParent: true,
            statement:
                """
                INSERT INTO consultant_licence (agency, account, consultant, licence, jurisdiction, expires_on, recorded_on)
                VALUES ('a', 'c', 'k', 'PSY 1', 'California', '2027-01-31', '2026-11-20')
                """),
        SampleRow(
            table: "consultant_scope", hasParent: true,
            statement:
                """
                INSERT INTO consultant_scope (agency, consultant, version, words, written_on, agency_by)
                VALUES ('a', 'k', 1, 'Advises the team.', '2026-11-20', 'c')
                """),
        SampleRow(
            table: "attribute_box", hasParent: true,
            statement: "INSERT INTO attribute_box (agency, sealed) VALUES ('a', \(bytes(64)))"),
        SampleRow(
            table: "attribute_spread", hasParent: true,
            statement: "INSERT INTO attribute_spread (agency, frozen_on, content) VALUES ('a', '2026-10-01', '{}')"),
        SampleRow(
            table: "card_attribute", hasParent: true,
            statement:
                "INSERT INTO card_attribute (agency, account, attribute, choice) VALUES ('a', 'c', 'gender', 'woman')"),
    ]
}
