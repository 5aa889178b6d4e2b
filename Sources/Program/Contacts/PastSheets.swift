/// Sheets of paper from before the programme came here, read from a table of the form: one line for each entry.
package struct PastSheets: Sendable, Equatable {
    /// In the order of the months.
    package let sheets: [StatSheet]

    /// How many sheets and entries each month has, in order.
    package var months: [(month: Month, sheets: Int, entries: Int)] {
        Dictionary(grouping: sheets, by: \.month).map { month, sheets in
            (month, sheets.count, sheets.reduce(0) { $0 + $1.entries.count })
        }.sorted { $0.month < $1.month }
    }

    /// Whether they are taken over as they were looked at: what is counted cannot be told apart again.
    ///
    /// - Parameter seen: how many sheets that are, as whoever sends it has seen; nothing where they have not looked yet.
    package func mayBeTakenOver(seeing seen: Int?) -> Refusal? {
        guard seen != sheets.count else { return nil }
        let months = months.map { "\($0.month.name) \($0.sheets)" }.joined(separator: ", ")
        return Refusal(
            """
            It has \(sheets.count) \(sheets.count == 1 ? "sheet" : "sheets"): \(months). Nothing has been changed yet: send it once more \
            with that number, \(sheets.count), to count them.
            """, field: Self.numberField)
    }

    /// The field that says how many sheets it has.
    package static let numberField = "sheets"
    /// The most sheets of a table; ours.
    package static let most = 5_000
    /// How many years back a sheet may be; ours.
    package static let mostYears = 10

    /// Something in the table that must be put right before any of it is counted.
    package struct Problem: Sendable, Equatable {
        /// The first line of the file is 1.
        package let line: Int
        /// As the form names it; nothing where the whole line is meant.
        package let column: String?
        package let words: String
        package let clauses: [ClauseID]

        /// One sentence for whoever corrects the file. It repeats nothing that stands in it.
        package var message: String { "Line \(line)\(column.map { ", column \($0)" } ?? ""): \(words)" }
    }

    /// Every problem, each with its line.
    package struct Problems: Error, Sendable, Equatable {
        package let all: [Problem]
    }
}

/// Which months take sheets from before: what is published stays as it is, and what was filed here is counted already.
package struct OpenPast: Sendable, Equatable {
    /// The latest month that is published.
    package let published: Month?
    /// The first of which a sheet was filed here.
    package let filed: Month?
    /// Months of which sheets are counted already.
    package let counted: Set<Month>

    package init(published: Month?, filed: Month?, counted: Set<Month>) {
        self.published = published
        self.filed = filed
        self.counted = counted
    }

    /// What keeps a month from taking them, if anything.
    func closed(_ month: Month, on today: Day) -> String? {
        if month >= today.month { return "\(month.name) is not over yet." }
        if month < today.month.adding(-12 * PastSheets.mostYears) {
            return "the month is more than \(PastSheets.mostYears) years back."
        }
        if let published, month <= published {
            return "figures are published up to \(published.name), and what is published stays as it is."
        }
        if let filed, month >= filed {
            return "sheets are filed here from \(filed.name) on; hand in what is missing as a sheet of its own."
        }
        if counted.contains(month) { return "sheets of \(month.name) are counted already." }
        return nil
    }
}

extension Refusal {
    /// Every problem of a table of sheets, at the field it was sent in.
    package init(_ problems: PastSheets.Problems) {
        let more = problems.all.count - Self.listed
        self.init(
            problems.all.prefix(Self.listed).map { Problem(field: "table", message: $0.message, clauses: $0.clauses) }
                + (more > 0 ? [Problem(field: "table", message: "… and \(more) more.")] : []))
    }

    private static var listed: Int { 100 }
}

extension PolicyPack {
    /// The sheets of a table, or every problem in it.
    ///
    /// - Parameter rows: from the header on.
    package func pastSheets(
        in rows: some Sequence<RawRow>, open: OpenPast, on today: Day
    ) -> Result<PastSheets, PastSheets.Problems> {
        var reading = PastSheetReading(form: contactForm, open: open, today: today)
        for row in rows { reading.take(row) }
        return reading.result
    }
}
