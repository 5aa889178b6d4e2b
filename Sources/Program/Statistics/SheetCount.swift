/// How many of a month's sheets are in.
package struct SheetCount: Sendable, Equatable {
    package let expected: Int
    package let submitted: Int
    /// The last day on which they are on time.
    package let due: Day

    package init(expected: Int, submitted: Int, due: Day) {
        self.expected = expected
        self.submitted = submitted
        self.due = due
    }

    package var awaited: Int { max(expected - submitted, 0) }
}

extension SummaryRule {
    /// The month whose summary a sheet of `month` counts in: its own, or the next one where its own is already frozen.
    package func counts(sheetOf month: Month, latest: Month?) -> Month {
        guard let latest, month <= latest else { return month }
        return latest.next
    }
}
