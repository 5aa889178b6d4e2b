import Program

/// A contact of a sheet with its id and its place in the order of writing.
package struct ContactRow: Sendable, Equatable {
    package let id: [UInt8]
    package let place: Int
    package let contact: StoredContact

    package init(id: [UInt8], place: Int, contact: StoredContact) {
        self.id = id
        self.place = place
        self.contact = contact
    }

    fileprivate init(_ row: Row) throws {
        id = try row.blob("id")
        place = try row.int("place")
        var amounts: [Quantity: Int] = [:]
        for quantity in Quantity.allCases {
            amounts[quantity] = try row.optionalInt(.named(quantity.column))
        }
        contact = StoredContact(
            kind: try row.int("kind"), day: try row.optionalInt("day"), marks: try row.int64("marks"),
            amounts: amounts)
    }
}

extension Quantity {
    /// Its column in the table of contacts.
    fileprivate var column: String { rawValue.replacing("-", with: "_") }
}

// Rows of before sheets were sealed. They are read and removed, and nothing writes them.
extension Transaction {
    /// The contacts of a sheet.
    package func contactsOfBefore(sheet: [UInt8]) throws -> [ContactRow] {
        try rows(
            """
            SELECT id, place, kind, day, marks, minutes, minutes_in_person, minutes_by_phone, participants, referrals,
                follow_ups
            FROM contact WHERE sheet = \(sheet)
            """
        ).map(ContactRow.init)
    }

    package func deleteContactsOfBefore(sheet: [UInt8]) throws {
        try execute("DELETE FROM contact WHERE sheet = \(sheet)")
    }

    /// Drafts whose entries are still rows.
    package func sheetsOfBefore(agency: String, limit: Int) throws -> [SheetRow] {
        try rows(
            """
            SELECT id, month, pack, sealed FROM sheet WHERE agency = \(agency) AND sealed IS NULL
                AND NOT EXISTS (SELECT 1 FROM named_sheet WHERE named_sheet.sheet = sheet.id)
            LIMIT \(limit)
            """
        ).map(SheetRow.init)
    }

    /// Submitted sheets that bear a name, and whose entries are still rows.
    package func namedSheetsOfBefore(agency: String, limit: Int) throws -> [NamedSheetOfBefore] {
        try rows(
            """
            SELECT named_sheet.sheet, named_sheet.account, named_sheet.month, named_sheet.counted_in, sheet.pack
            FROM named_sheet JOIN sheet ON sheet.id = named_sheet.sheet
            WHERE named_sheet.agency = \(agency) LIMIT \(limit)
            """
        ).map { row in
            NamedSheetOfBefore(
                sheet: try row.blob("sheet"), account: try row.text("account"),
                month: try Filing.month(row, "month"), countedIn: try Filing.month(row, "counted_in"),
                pack: try row.text("pack"))
        }
    }

    /// Removes a named sheet of before, with its entries.
    package func deleteNamedSheetOfBefore(_ sheet: [UInt8]) throws {
        try execute("DELETE FROM contact WHERE sheet = \(sheet)")
        try execute("DELETE FROM named_sheet WHERE sheet = \(sheet)")
        try execute("DELETE FROM sheet WHERE id = \(sheet)")
    }

    /// Filings beside which their minutes still stand.
    package func minutesOfBefore(agency: String, limit: Int) throws -> [MinutesOfBefore] {
        try rows(
            """
            SELECT account, month, filed_on, minutes FROM filing WHERE agency = \(agency) AND minutes > 0
            LIMIT \(limit)
            """
        ).map { row in
            guard let filedOn = Day(try row.text("filed_on")) else {
                throw StoreFault.unreadable(column: "filed_on", problem: "is no day")
            }
            return MinutesOfBefore(
                account: try row.text("account"), month: try Filing.month(row, "month"), filedOn: filedOn,
                minutes: try row.int("minutes"))
        }
    }

    package func clearMinutesOfBefore(account: String, month: Month, agency: String) throws {
        try execute(
            """
            UPDATE filing SET minutes = 0
            WHERE agency = \(agency) AND month = \(month.text) AND account = \(account)
            """)
    }
}

/// A submitted sheet that bears a name, from before those were sealed.
package struct NamedSheetOfBefore: Sendable, Equatable {
    package let sheet: [UInt8]
    package let account: String
    package let month: Month
    package let countedIn: Month
    package let pack: String
}

/// The minutes beside a filing, from before they were sealed.
package struct MinutesOfBefore: Sendable, Equatable {
    package let account: String
    package let month: Month
    package let filedOn: Day
    package let minutes: Int
}
