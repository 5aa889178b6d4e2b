/// What kind of thing a column holds, which decides who may ever see it and how it is kept.
package enum Confidentiality: String, Sendable, CaseIterable {
    /// Anyone may know it.
    case open = "0"
    /// Of the programme: membership, roles, meetings; seen by role.
    case programme = "1"
    /// Restricted: a person's own data, seen by the few named roles that work with it.
    case restricted = "2"
    /// Confidential between a supporter and a seeker, or what would tell of it.
    case confidential = "3"
    /// Statistics: counts that are published only through the suppression.
    case statistics = "S"
    /// Keys, or what proves who someone is. Opens nothing by itself and is shown to nobody.
    case key = "K"

    /// As the inventory explains it.
    package var meaning: String {
        switch self {
        case .open: "public"
        case .programme: "programme: seen by those whose roles work with it"
        case .restricted: "restricted: a person's own data, seen by the few roles named for it"
        case .confidential: "confidential: a supporter's contacts; theirs alone, until submitted with a name"
        case .statistics: "statistics: counts, published only through the suppression"
        case .key: "key material: opens nothing by itself, shown to nobody"
        }
    }
}

/// What one column of the database holds.
package struct InventoryEntry: Sendable {
    package let column: SchemaColumn
    package let confidentiality: Confidentiality
    /// One line in plain words.
    package let about: String
}

/// What one table of the database is for, with its columns.
package struct InventoryTable: Sendable {
    package let name: String
    /// One line in plain words.
    package let about: String
    package let entries: [InventoryEntry]

    init(_ name: String, _ about: String, _ columns: [(String, Confidentiality, String)]) {
        self.name = name
        self.about = about
        entries = columns.map { column, confidentiality, about in
            InventoryEntry(
                column: SchemaColumn(table: name, column: column), confidentiality: confidentiality, about: about)
        }
    }
}

/// Everything that is kept of anybody: each table and column with its class. A column that is not in here makes a test
/// fail, so nobody adds one without saying what it is.
package enum Inventory {
    /// In the order in which the schema came to be.
    package static let tables: [InventoryTable] =
        agencies + people + accounts + contacts + statistics + audit + roster + delivery + notices + disclosures
        + requests + membership + callOuts + governance + suspensions + incidents + acts + papers + memberships
        + committees
        + training + planning + selection + directory + policyDrafts + announcements + registers + library
        + dutyTime + services + referrals + mutualAid + regionalTeams + responses + schema

    /// The columns of every table.
    package static var columns: [SchemaColumn] { tables.flatMap(\.entries).map(\.column) }

    /// The inventory as a page, `docs/data-inventory.md`.
    package static var markdown: String {
        let classes = Confidentiality.allCases.map { "| \($0.rawValue) | \($0.meaning) |" }
        let parts = tables.map { table in
            let rows = table.entries.map { "| `\($0.column.column)` | \($0.confidentiality.rawValue) | \($0.about) |" }
            return
                (["## \(table.name)", "", table.about, "", "| column | class | what it holds |", "|---|---|---|"] + rows)
                .joined(separator: "\n")
        }
        let beginning = """
            # Data inventory

            Every table and column that the programme keeps, with its class. Written by `peersupport data-inventory`; do not
            edit it by hand. What is not listed here is not kept: no address, browser or referrer of anybody, no time of day
            of a contact, no words about anybody.

            | class | meaning |
            |---|---|
            \(classes.joined(separator: "\n"))
            """
        return ([beginning] + parts).joined(separator: "\n\n") + "\n"
    }
}
