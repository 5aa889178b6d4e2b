/// A quarter of a calendar year.
package struct Quarter: Sendable, Hashable, Comparable {
    package let lastMonth: Month

    package var year: Int { lastMonth.year }

    /// 1 to 4.
    package var number: Int { lastMonth.number / 3 }

    /// The one that the month is in.
    package init(of month: Month) { lastMonth = month.adding((3 - month.number % 3) % 3) }

    /// Reads `2026-Q1`; nothing else is a quarter.
    package init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].utf8.count == 2, parts[1].first == "Q", let number = Int(parts[1].dropFirst()),
            (1...4).contains(number), let month = Month("\(parts[0])-\(twoDigits(number * 3))")
        else { return nil }
        self.init(of: month)
    }

    /// `2026-Q1`.
    package var text: String { "\(year)-Q\(number)" }

    /// `First quarter of 2026`.
    package var name: String { "\(Self.names[number - 1]) quarter of \(year)" }

    package var firstMonth: Month { lastMonth.adding(-2) }
    package var firstDay: Day { firstMonth.days[0] }
    package var lastDay: Day { lastMonth.days[lastMonth.numberOfDays - 1] }

    /// The four quarters that were over last.
    package static func overLast(on today: Day) -> ClosedRange<Quarter> {
        Quarter(of: today.month.adding(-12))...Quarter(of: today.month.adding(-3))
    }

    /// Whether its last day is before that day.
    package func isOver(on today: Day) -> Bool { self < Quarter(of: today.month) }

    package static func < (left: Quarter, right: Quarter) -> Bool {
        left.lastMonth < right.lastMonth
    }

    private static let names = ["First", "Second", "Third", "Fourth"]
}
