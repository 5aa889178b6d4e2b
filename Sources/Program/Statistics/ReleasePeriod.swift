/// The time whose figures one release tells: a month, a quarter or a year of the calendar, or the twelve months up to one.
package struct ReleasePeriod: Sendable, Hashable {
    package let length: Length
    /// Its last month, by which periods of one length stand in order.
    package let lastMonth: Month

    package enum Length: String, Sendable, CaseIterable {
        case month, quarter, year, twelveMonths

        /// How many months it has.
        package var months: Int {
            switch self {
            case .month: 1
            case .quarter: 3
            case .year, .twelveMonths: 12
            }
        }
    }

    /// The one of its length that ends with that month or, where none does, the first that ends after it.
    package init(_ length: Length, endingFrom month: Month) {
        self.length = length
        lastMonth =
            switch length {
            case .month, .twelveMonths: month
            case .quarter: month.adding((12 - month.number) % 3)
            case .year: month.adding(12 - month.number)
            }
    }

    package static func month(_ month: Month) -> ReleasePeriod { ReleasePeriod(.month, endingFrom: month) }

    /// The calendar year of that month.
    package static func year(of month: Month) -> ReleasePeriod { ReleasePeriod(.year, endingFrom: month) }

    /// Every month of it, in order.
    package var months: [Month] { (0..<length.months).map { lastMonth.adding($0 - length.months + 1) } }

    package var firstMonth: Month { lastMonth.adding(1 - length.months) }

    /// The one of its length that ends next.
    package var next: ReleasePeriod { ReleasePeriod(length, endingFrom: lastMonth.next) }

    /// Whether all of it is over on that day of the agency.
    package func isOver(on today: Day) -> Bool { lastMonth < today.month }
}

// MARK: - In text

extension ReleasePeriod {
    /// As addresses and frozen releases have it: `2026-02`, `2026-Q1`, `2026`, `2026-02.12`.
    package var text: String {
        switch length {
        case .month: lastMonth.text
        case .quarter: "\(lastMonth.year)-Q\(lastMonth.number / 3)"
        case .year: String(lastMonth.year)
        case .twelveMonths: "\(lastMonth.text).12"
        }
    }

    /// Reads what ``text`` writes; nothing else is a period.
    package init?(_ text: String) {
        guard let year = Int(text.prefix(4)), let january = Month(year: year, number: 1) else { return nil }
        let (month, rest) = (Month(String(text.prefix(7))), text.dropFirst(4))
        let read: ReleasePeriod? =
            if rest.isEmpty {
                ReleasePeriod(.year, endingFrom: january)
            } else if rest.hasPrefix("-Q") {
                Int(rest.dropFirst(2)).flatMap { (1...4).contains($0) ? january.adding($0 * 3 - 1) : nil }
                    .map { ReleasePeriod(.quarter, endingFrom: $0) }
            } else {
                month.map { ReleasePeriod(rest.hasSuffix(".12") ? .twelveMonths : .month, endingFrom: $0) }
            }
        guard let read, read.text == text else { return nil }
        self = read
    }

    /// As people say it: `February 2026`, `first quarter of 2026`, `2026`, `twelve months to February 2026`.
    package var name: String {
        switch length {
        case .month: lastMonth.name
        case .quarter: "\(Self.ordinals[lastMonth.number / 3 - 1]) quarter of \(lastMonth.year)"
        case .year: String(lastMonth.year)
        case .twelveMonths: "twelve months to \(lastMonth.name)"
        }
    }

    private static let ordinals = ["first", "second", "third", "fourth"]
}

extension ReleasePeriod: Codable {
    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let period = ReleasePeriod(text) else { throw NotADate(text: text) }
        self = period
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
