import HTML
import HTTPTypes
import Operations
import Program

/// Where a table of past sheets is sent, looked at and counted. The table stays in the page until then, and nothing of it is kept.
enum PastSheetPages {
    static let title = "Sheets from before"

    @Sendable
    static func again(_ visit: StaffVisit, _ refused: Refused?) async throws -> Answer? {
        let file = Array(visit.form.verbatim("table").utf8)
        let isSent = refused?.act == PastSheetActs.takeOver.id && !file.isEmpty && file.count <= PastSheetFile.mostBytes
        let preview = isSent ? try? await visit.programmes.preview(pastSheets: file, for: visit.staff).get() : nil
        var shell = Shells.staff(visit, at: PastSheetAddresses.importing)
        shell.script = visit.site.tableScript
        let form = visit.pack.contactForm
        let html = page(
            title, in: shell,
            lead: "Sheets of paper from before the programme came here: counted into their months, and kept nowhere.",
            width: .wide,
            main: """
                \(preview.map(looked))
                \(sending(visit, preview, refused))
                \(section("Its columns", columns(SheetColumns(of: form), form)))
                """)
        return .scriptedPage(html, status: refused == nil ? .ok : .unprocessableContent)
    }

    private static func sending(_ visit: StaffVisit, _ preview: PastSheets?, _ refused: Refused?) -> HTML {
        guard let preview else {
            return PastSheetActs.takeOver.form(visit, refused: refused, button: "Look at what it has")
        }
        let count = preview.sheets.count
        return PastSheetActs.takeOver.form(
            visit, filled: Filled(first: [PastSheets.numberField: String(count)]), refused: refused,
            button: "Count \(count) \(count == 1 ? "sheet" : "sheets")")
    }

    private static func looked(_ past: PastSheets) -> HTML {
        section(
            "What it has",
            lead: "Nothing has been changed yet. Once counted, sheets cannot be told apart or taken back.",
            dataTable(
                "Sheets and entries by month",
                columns: ["Month", TableColumn("Sheets", .number), TableColumn("Entries", .number)],
                rows: past.months.map { month in
                    [HTML(text: month.month.name), HTML(text: String(month.sheets)), HTML(text: String(month.entries))]
                }, captioned: .unseen))
    }

    private static func columns(_ columns: SheetColumns, _ form: ContactForm) -> HTML {
        """
        \(prose(
            """
            <p>One line for each entry of the form \u{201C}\(form.title)\u{201D}; its first line names the columns. Answers are written in the \
            form\u{2019}s words or codes. A month takes sheets once, as long as nothing of it is published and none was filed here.</p>
            """))
        \(actions(linkButton("A table to fill in", to: PastSheetAddresses.template.link())))
        \(dataTable(
            "Columns", columns: ["Column", "What is written in it"],
            rows: columns.all.map { [HTML(text: columns.name($0)), HTML(text: columns.meaning($0))] }, captioned: .unseen))
        """
    }
}
