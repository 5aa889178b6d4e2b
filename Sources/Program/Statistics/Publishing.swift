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
    /// What keeps the summary of `month` from being published on `today`, if anything.
    ///
    /// - Parameters:
    ///   - latest: the latest month published so far.
    ///   - earliestWaiting: the earliest month with figures that is not published.
    ///   - sheets: the month's sheets. A sheet that is on time shall count in its own month.
    package func mayPublish(
        _ month: Month, on today: Day, latest: Month?, earliestWaiting: Month?, sheets: SheetCount
    ) -> Refusal? {
        if month >= today.month {
            return Refusal("\(month.name) is not over yet.", field: "month", clauses: basis.clauses)
        }
        if let latest, month <= latest {
            return Refusal(
                "Summaries are published in order, each once, and \(latest.name) is published.", field: "month",
                clauses: basis.clauses)
        }
        if let earliestWaiting, earliestWaiting < month {
            return Refusal(
                "Publish \(earliestWaiting.name) first; summaries are published in order.", field: "month",
                clauses: basis.clauses)
        }
        if sheets.awaited > 0, today <= sheets.due {
            return Refusal(
                "\(sheets.submitted) of \(sheets.expected) sheets are in; the others have until \(sheets.due.text).",
                field: "month", clauses: basis.clauses)
        }
        return nil
    }

    /// The month whose summary a sheet of `month` counts in: its own, or the next one where its own is already frozen.
    package func counts(sheetOf month: Month, latest: Month?) -> Month {
        guard let latest, month <= latest else { return month }
        return latest.next
    }

    /// The last day on which the summary of `month` is on time.
    package func due(for month: Month) -> Day? { Day(month: month.next, number: dueDay.number) }
}
