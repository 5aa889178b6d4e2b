import HTML
import Operations
import Program

enum PastSheetAddresses {
    static let importing = FixedAddress("past-sheets")
    static let template = FixedAddress("past-sheets/template.csv")
}

/// Sheets of paper from before the programme came here, counted into their months.
enum PastSheetActs {
    static let takeOver = Act(
        "importSheets",
        "Count sheets of paper from before the programme came here, all of a table or none. Without their number it is only looked at.",
        at: PastSheetAddresses.importing, for: .holding(.publishSummary),
        taking: Input(table, sheets) { (table: $0, sheets: $1) },
        then: .told("What was done.", Shape<Int>(.count("sheets", about: "Sheets counted.") { $0 })),
        see: { _ in PastSheetAddresses.importing.link() }, refused: PastSheetPages.again,
        perform: { visit, sent in
            try await visit.programmes.importSheets(sent.table, seeing: sent.sheets, by: visit.staff)
        })

    private static let table = Field<[UInt8]>.table(
        "table", "The table", mostBytes: PastSheetFile.mostBytes,
        FieldWords(
            hint: "Choose a file, or copy the whole table from your spreadsheet and paste it here.",
            about: "The whole table as text, with its header."))

    /// On a page it stands beside what the table has, unseen.
    private static let sheets: Field<Int?> = {
        var field = Field<Int?>(
            name: PastSheets.numberField,
            property: { _ in
                Schema.Property(
                    PastSheets.numberField, .integer(0...PastSheets.most), required: false,
                    about: "How many sheets it has, as was told when it was looked at.")
            },
            control: { _, _, filled in
                filled.first[PastSheets.numberField].map { hidden(PastSheets.numberField, $0) } ?? .empty
            },
            read: { answers, _ throws(Refusal) in
                guard let text = answers[PastSheets.numberField] else { return nil }
                guard let number = Int(text), (0...PastSheets.most).contains(number) else {
                    throw Refusal("How many sheets: write a number.", field: PastSheets.numberField)
                }
                return number
            })
        field.isTyped = false
        return field
    }()
}

extension Routes {
    static let pastSheets: [Route] =
        PastSheetActs.takeOver.routes(takingBodiesUpTo: 2 * PastSheetFile.mostBytes) + pastSheetPages

    private static let pastSheetPages: [Route] = [
        .staff(.get, PastSheetAddresses.importing, for: .holding(.publishSummary)) { visit in
            try await PastSheetPages.again(visit, nil)
        },
        .staff(.get, PastSheetAddresses.template, for: .holding(.publishSummary)) { visit in
            .commaTable(SheetColumns(of: visit.pack.contactForm).table(of: []))
        },
    ]
}
