import Program

extension Transaction {
    /// Which of the agency's headings is which column.
    package func personnelMapping(agency: String) throws -> PersonnelMapping {
        var places: [PersonnelColumn: PersonnelMapping.Place] = [:]
        var leftOut: [String] = []
        let rows = try rows(
            "SELECT field, heading FROM personnel_column WHERE agency = \(agency) ORDER BY field, heading")
        for row in rows {
            let (field, heading) = (try row.text("field"), try row.text("heading"))
            if field.isEmpty {
                leftOut.append(heading)
            } else {
                guard let column = PersonnelColumn(rawValue: field) else {
                    throw StoreFault.unreadable(column: "field", problem: "is no column")
                }
                places[column] = heading.isEmpty ? .absent : .heading(heading)
            }
        }
        return PersonnelMapping(places: places, leftOut: leftOut)
    }

    /// Keeps it in the place of what was said before.
    package func set(_ mapping: PersonnelMapping, agency: String) throws {
        try execute("DELETE FROM personnel_column WHERE agency = \(agency)")
        let places = mapping.places.map { column, place -> (String, String) in
            switch place {
            case .absent: (column.rawValue, "")
            case .heading(let heading): (column.rawValue, heading)
            }
        }
        for (field, heading) in places + mapping.leftOut.map({ ("", $0) }) {
            try execute(
                "INSERT INTO personnel_column (agency, field, heading) VALUES (\(agency), \(field), \(heading))")
        }
    }

    // MARK: A file that waits for a word

    /// Keeps a file that the account sent, sealed to it, in the place of an earlier one.
    package func setPersonnelUpload(
        _ sealed: [UInt8], of account: String, agency: String, endsAt: Instant
    ) throws {
        try execute(
            """
            INSERT INTO personnel_upload (agency, account, sealed, ends_at)
            VALUES (\(agency), \(account), \(sealed), \(endsAt.milliseconds))
            ON CONFLICT (agency, account) DO UPDATE SET sealed = excluded.sealed, ends_at = excluded.ends_at
            """)
    }

    package func personnelUpload(of account: String, agency: String, at now: Instant) throws -> [UInt8]? {
        try row(
            """
            SELECT sealed FROM personnel_upload
            WHERE agency = \(agency) AND account = \(account) AND ends_at > \(now.milliseconds)
            """
        ).map { try $0.blob("sealed") }
    }

    /// False where none waits.
    @discardableResult
    package func deletePersonnelUpload(of account: String, agency: String) throws -> Bool {
        try execute("DELETE FROM personnel_upload WHERE agency = \(agency) AND account = \(account)") > 0
    }

    package func deletePersonnelUploads(endedBy now: Instant) throws {
        try execute("DELETE FROM personnel_upload WHERE ends_at <= \(now.milliseconds)")
    }
}
