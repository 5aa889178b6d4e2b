import Store

extension SampleRow {
    /// An incident that two agencies answer together.
    static let ofSharedIncidents: [SampleRow] = [
        SampleRow(
            table: "shared_incident", hasParent: true,
            statement:
                """
                INSERT INTO shared_incident (id, agency, file, partner, happened_on, stage, locked)
                VALUES (\(id), 'a', 'iiiiiiiiiiiiiiiiiiiiiiiiii', 'b', '2026-11-20', 'asked', \(bytes(4125)))
                """)
    ]
}
