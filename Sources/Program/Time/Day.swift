/// A calendar day of the Gregorian calendar, without a time zone.
package struct Day: Sendable, Hashable, Comparable, Codable {
    package let month: Month
    package let number: Int

    /// Nothing where the month has no such day.
    package init?(month: Month, number: Int) {
        guard (1...month.numberOfDays).contains(number) else { return nil }
        self.month = month
        self.number = number
    }

    /// Reads `2026-11-20`; nothing else is a day.
    package init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[2].utf8.count == 2, parts[2].utf8.allSatisfy(isDigit),
            let month = Month("\(parts[0])-\(parts[1])"), let number = Int(parts[2])
        else { return nil }
        self.init(month: month, number: number)
    }

    /// `2026-11-20`.
    package var text: String { "\(month.text)-\(twoDigits(number))" }

    package static func < (left: Day, right: Day) -> Bool {
        (left.month, left.number) < (right.month, right.number)
    }

    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let day = Day(text) else { throw NotADate(text: text) }
        self = day
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

/// Stored text that should have been a day or a month and is not.
package struct NotADate: Error {
    package let text: String
}

func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
