/// A quarter of a calendar year.
package struct Quarter: Sendable, Hashable, Comparable {
    package let year: Int
    /// 1 to 4.
    package let number: Int

    package init(of month: Month) {
        year = month.year
        number = (month.number + 2) / 3
    }

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

    /// Whether its last day is before that day.
    package func isOver(on today: Day) -> Bool { self < Quarter(of: today.month) }

    package static func < (left: Quarter, right: Quarter) -> Bool {
        (left.year, left.number) < (right.year, right.number)
    }

    private static let names = ["First", "Second", "Third", "Fourth"]
}
