/// A calendar month, the period of a stat sheet and of a summary.
package struct Month: Sendable, Hashable, Comparable, Codable {
    package let year: Int
    /// 1 to 12.
    package let number: Int

    /// Nothing outside the years 1900 to 2199 or the numbers 1 to 12.
    package init?(year: Int, number: Int) {
        guard (1900...2199).contains(year), (1...12).contains(number) else { return nil }
        self.year = year
        self.number = number
    }

    /// Reads `2026-11`; nothing else is a month.
    package init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
            parts.allSatisfy({ $0.utf8.allSatisfy(isDigit) }), let year = Int(parts[0]), let number = Int(parts[1])
        else { return nil }
        self.init(year: year, number: number)
    }

    private init(ordinal: Int) {
        year = ordinal / 12
        number = ordinal % 12 + 1
    }

    private var ordinal: Int { year * 12 + number - 1 }

    /// `2026-11`.
    package var text: String { "\(year)-\(twoDigits(number))" }

    /// `November 2026`.
    package var name: String { "\(Month.names[number - 1]) \(year)" }

    package var next: Month { adding(1) }

    package var previous: Month { adding(-1) }

    package func adding(_ months: Int) -> Month { Month(ordinal: ordinal + months) }

    package var numberOfDays: Int {
        switch number {
        case 4, 6, 9, 11: 30
        case 2: isLeapYear ? 29 : 28
        default: 31
        }
    }

    /// Every day of the month in order.
    package var days: [Day] { (1...numberOfDays).compactMap { Day(month: self, number: $0) } }

    private var isLeapYear: Bool { year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) }

    package static func < (left: Month, right: Month) -> Bool { left.ordinal < right.ordinal }

    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let month = Month(text) else { throw NotADate(text: text) }
        self = month
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    private static let names = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}
