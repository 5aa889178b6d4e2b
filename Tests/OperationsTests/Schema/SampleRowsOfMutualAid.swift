import Store

extension SampleRow {
    /// Two agencies, and what they agreed on.
    static let ofMutualAid: [SampleRow] = [
        SampleRow(
            table: "agency", hasParent: true,
            statement:
                "INSERT INTO agency (id, slug, name, time_zone, pack) VALUES ('b', 'other', 'Other', 'UTC', 'h')"),
        SampleRow(
            table: "aid_agreement", hasParent: true,
            statement:
                """
                INSERT INTO aid_agreement (id, agency, partner, lending, incidents, regional, proposed_by, proposed_on,
                    status, own_role, own_on)
                VALUES (\(id), 'a', 'b', 1, 0, 0, 'c', '2026-11-20', 'offered', 'sponsor', '2026-11-21')
                """),
    ]
}
