import Program

/// A draft sheet: which month and by which version of the form.
package struct SheetRow: Sendable, Equatable {
    package let agency: String
    package let month: String
    /// The pack whose form the marks of its contacts are read by.
    package let pack: String

    fileprivate init(_ row: Row) throws {
        agency = try row.text("agency")
        month = try row.text("month")
        pack = try row.text("pack")
    }
}

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

extension Transaction {
    package func sheet(id: [UInt8]) throws -> SheetRow? {
        try row("SELECT agency, month, pack FROM sheet WHERE id = \(id)").map(SheetRow.init)
    }

    /// A sheet that has been begun, with the place after its last contact.
    package func begunSheet(id: [UInt8]) throws -> (sheet: SheetRow, nextPlace: Int)? {
        try row(
            """
            SELECT agency, month, pack,
                (SELECT coalesce(max(place), 0) + 1 FROM contact WHERE contact.sheet = \(id)) AS next_place
            FROM sheet WHERE id = \(id)
            """
        ).map { (try SheetRow($0), try $0.int("next_place")) }
    }

    /// Begins a sheet; one that has been begun stays as it is.
    package func beginSheet(id: [UInt8], agency: String, month: Month, pack: String) throws {
        try execute(
            """
            INSERT INTO sheet (id, agency, month, pack) VALUES (\(id), \(agency), \(month.text), \(pack))
            ON CONFLICT (id) DO NOTHING
            """)
    }

    /// The contacts of a sheet by day, then in the order of writing.
    package func contacts(sheet: [UInt8]) throws -> [ContactRow] {
        try rows(
            """
            SELECT id, place, kind, day, marks, minutes, minutes_in_person, minutes_by_phone, participants, referrals,
                follow_ups
            FROM contact WHERE sheet = \(sheet) ORDER BY coalesce(day, 0), place
            """
        ).map(ContactRow.init)
    }

    package func contact(sheet: [UInt8], id: [UInt8]) throws -> ContactRow? {
        try row(
            """
            SELECT id, place, kind, day, marks, minutes, minutes_in_person, minutes_by_phone, participants, referrals,
                follow_ups
            FROM contact WHERE sheet = \(sheet) AND id = \(id)
            """
        ).map(ContactRow.init)
    }

    package func insert(_ row: ContactRow, sheet: [UInt8]) throws {
        let contact = row.contact
        try execute(
            """
            INSERT INTO contact (sheet, id, place, kind, day, marks, minutes, minutes_in_person, minutes_by_phone,
                participants, referrals, follow_ups)
            VALUES (\(sheet), \(row.id), \(row.place), \(contact.kind), \(contact.day), \(contact.marks),
                \(contact.amounts[.minutes]), \(contact.amounts[.minutesInPerson]),
                \(contact.amounts[.minutesByPhone]), \(contact.amounts[.participants]),
                \(contact.amounts[.referrals]), \(contact.amounts[.followUps]))
            """)
    }

    package func deleteContact(sheet: [UInt8], id: [UInt8]) throws {
        try execute("DELETE FROM contact WHERE sheet = \(sheet) AND id = \(id)")
    }

    /// Removes every sheet of an earlier month that was not submitted, with everything in it.
    package func deleteDrafts(agency: String, before month: Month) throws {
        let drafts: SQL =
            """
            SELECT id FROM sheet WHERE agency = \(agency) AND month < \(month.text)
                AND NOT EXISTS (SELECT 1 FROM named_sheet WHERE named_sheet.sheet = sheet.id)
            """
        try execute("DELETE FROM contact WHERE sheet IN (\(drafts))")
        try execute("DELETE FROM sheet WHERE id IN (\(drafts))")
    }

    /// Removes the sheet with everything in it.
    package func deleteSheet(id: [UInt8]) throws {
        try execute("DELETE FROM contact WHERE sheet = \(id)")
        try execute("DELETE FROM named_sheet WHERE sheet = \(id)")
        try execute("DELETE FROM sheet WHERE id = \(id)")
    }
}
