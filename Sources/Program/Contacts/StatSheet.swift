/// A supporter's contacts of one month on the agency's form.
package struct StatSheet: Sendable, Equatable {
    package let month: Month
    package let form: ContactForm
    /// In order of day, then as first written within a day.
    package let entries: [ContactEntry]

    /// The most entries one sheet takes; the largest box has room for as many.
    package static let mostEntries = 1000

    /// What keeps an entry off the sheet for want of room, if anything.
    ///
    /// - Parameter place: which entry of the sheet it would be, counted from 1.
    package static func mayAdd(at place: Int) -> Refusal? {
        place <= mostEntries ? nil : isFull
    }

    /// There is no more room.
    package static let isFull = Refusal("A sheet has room for \(mostEntries) entries.", field: "kind")

    package init(month: Month, form: ContactForm, entries: [ContactEntry]) {
        self.month = month
        self.form = form
        self.entries = entries
    }

    /// The sum of a quantity over all entries (OCP-FORM-3: sums come from the entries and from nothing else).
    package func total(_ quantity: Quantity) -> Int {
        entries.reduce(0) { $0 + ($1.amounts[quantity] ?? 0) }
    }

    /// All time of support, in minutes.
    package var minutes: Int { entries.reduce(0) { $0 + $1.minutes } }

    package func entries(of kind: String) -> [ContactEntry] { entries.filter { $0.kind == kind } }

    /// The proof that it was submitted on that day.
    package func filed(on day: Day, under rule: StatSheetRule) -> Filing {
        Filing(month: month, filedOn: day, late: rule.isLate(month, on: day))
    }
}

/// The proof that a supporter has submitted a month: who and when, apart from what was in it and how long it took.
package struct Filing: Sendable, Equatable {
    package let month: Month
    package let filedOn: Day
    /// Submitted after the day the pack gives.
    package let late: Bool

    package init(month: Month, filedOn: Day, late: Bool) {
        self.month = month
        self.filedOn = filedOn
        self.late = late
    }
}

extension StatSheetRule {
    /// The last day on which the sheet of `month` is on time.
    package func due(for month: Month) -> Day? { Day(month: month.next, number: dueDay.number) }

    /// Whether a sheet of `month` submitted on that day is late: on the due day it is on time, a day after it is not
    /// (OCP-I.C.3.i-1).
    package func isLate(_ month: Month, on day: Day) -> Bool {
        guard let due = due(for: month) else { return false }
        return day > due
    }

    /// How many days are left for the sheet of `month`, from the day on which the pack has the supporter reminded; nothing
    /// before that day and once the sheet would be late (SAC-II.D.3.e).
    package func daysLeft(for month: Month, on today: Day) -> Int? {
        (0...reminderDays.number).first { today.adding(days: $0) == due(for: month) }
    }
}

extension StatSheetRule {
    /// The earliest month whose sheet can still be written and submitted: a year back.
    package static func earliestOpenMonth(on today: Day) -> Month { today.month.adding(-12) }

    /// What keeps a supporter from writing in the sheet of `month`, or submitting it, on `today`, if anything: the month
    /// must have begun and be at most a year back, and the sheet must not have been submitted.
    package func mayWrite(in month: Month, on today: Day, filing: Filing?) -> Refusal? {
        if filing != nil { return submitted(month) }
        if month > today.month {
            return Refusal("\(month.name) has not begun.", field: "month", clauses: basis.clauses)
        }
        if month < Self.earliestOpenMonth(on: today) {
            return Refusal(
                "\(month.name) is more than a year back and is closed.", field: "month", clauses: basis.clauses)
        }
        return nil
    }

    /// The sheet of `month` has been submitted.
    package func submitted(_ month: Month) -> Refusal {
        Refusal("The sheet for \(month.name) is submitted and can no longer be changed.", clauses: basis.clauses)
    }
}
