import Program

/// The box of a supporter's month: which month and by which version of the form.
package struct SheetRow: Sendable, Equatable {
    package let id: [UInt8]
    package let month: String
    /// The pack whose form the marks of its contacts are read by.
    package let pack: String
    /// Nothing where its entries are still rows, from before sheets were sealed.
    package let sealed: [UInt8]?

    init(_ row: Row) throws {
        id = try row.blob("id")
        month = try row.text("month")
        pack = try row.text("pack")
        sealed = try row.optionalBlob("sealed")
    }
}

extension Transaction {
    package func sheet(id: [UInt8]) throws -> SheetRow? {
        try row("SELECT id, month, pack, sealed FROM sheet WHERE id = \(id)").map(SheetRow.init)
    }

    /// Those of the sheets that there are.
    package func sheets(ids: [[UInt8]]) throws -> [SheetRow] {
        try rows("SELECT id, month, pack, sealed FROM sheet WHERE id IN (\(list: ids))").map(SheetRow.init)
    }

    /// Keeps the box of a sheet. One that has been begun keeps its pack, and the hour in which all boxes were last locked anew.
    package func keepSheet(
        id: [UInt8], agency: String, month: Month, pack: String, sealed: [UInt8], hour: Int64
    ) throws {
        try execute(
            """
            INSERT INTO sheet (id, agency, month, pack, sealed, locked_hour)
            VALUES (\(id), \(agency), \(month.text), \(pack), \(sealed), \(hour))
            ON CONFLICT (id) DO UPDATE SET sealed = excluded.sealed
            """)
    }

    /// The boxes of those months and later that were not locked anew in this hour.
    package func sheetsToLock(agency: String, from month: Month, hour: Int64, limit: Int) throws -> [SheetRow] {
        try rows(
            """
            SELECT id, month, pack, sealed FROM sheet
            WHERE agency = \(agency) AND locked_hour < \(hour) AND month >= \(month.text) AND sealed IS NOT NULL
            LIMIT \(limit)
            """
        ).map(SheetRow.init)
    }

    /// Every box of a month.
    package func sheets(agency: String, month: Month) throws -> [SheetRow] {
        try rows(
            """
            SELECT id, month, pack, sealed FROM sheet
            WHERE agency = \(agency) AND month = \(month.text) AND sealed IS NOT NULL
            """
        ).map(SheetRow.init)
    }

    /// Puts a box that was locked anew in place of what it was.
    package func relockSheet(id: [UInt8], sealed: [UInt8], hour: Int64) throws {
        try execute("UPDATE sheet SET sealed = \(sealed), locked_hour = \(hour) WHERE id = \(id)")
    }

    /// Removes every sheet of an earlier month.
    package func deleteSheets(agency: String, before month: Month) throws {
        let closed: SQL = "SELECT id FROM sheet WHERE agency = \(agency) AND month < \(month.text)"
        try execute("DELETE FROM contact WHERE sheet IN (\(closed))")
        try execute("DELETE FROM sheet WHERE id IN (\(closed))")
    }
}
