import Program

/// A reason for a pause that a committee considers relevant, in general.
package struct RelevantReason: Sendable, Equatable {
    package let id: String
    package let label: String
    package let adoptedOn: Day

    package init(id: String, label: String, adoptedOn: Day) {
        self.id = id
        self.label = label
        self.adoptedOn = adoptedOn
    }
}

extension Transaction {
    package func insert(_ reason: RelevantReason, by account: String, agency: String) throws {
        try execute(
            """
            INSERT INTO relevant_reason (id, agency, label, adopted_on, adopted_by)
            VALUES (\(reason.id), \(agency), \(reason.label), \(reason.adoptedOn.text), \(account))
            """)
    }

    package func relevantReasons(agency: String) throws -> [RelevantReason] {
        try rows(
            "SELECT id, label, adopted_on FROM relevant_reason WHERE agency = \(agency) ORDER BY adopted_on, label"
        ).map {
            RelevantReason(id: try $0.text("id"), label: try $0.text("label"), adoptedOn: try $0.day("adopted_on"))
        }
    }

    /// False where there is no such reason.
    package func deleteRelevantReason(_ id: String, agency: String) throws -> Bool {
        try execute("DELETE FROM relevant_reason WHERE agency = \(agency) AND id = \(id)") == 1
    }
}
