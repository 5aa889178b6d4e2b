/// A number of a pack, of which only those in its range can exist. So whatever is reckoned with it has an end: no wait, no
/// day and no sum of a pack can be larger than the clock, the calendar or a column holds.
package struct Bounded<Kind: NumberKind>: Sendable, Hashable, Comparable {
    package let number: Int

    /// Nothing for a number outside the range.
    package init?(exactly number: Int) {
        guard Kind.range.contains(number) else { return nil }
        self.number = number
    }

    /// The number, or the nearest in the range.
    package init(nearest number: Int) {
        self.number = min(max(number, Kind.range.lowerBound), Kind.range.upperBound)
    }

    package static func < (left: Self, right: Self) -> Bool { left.number < right.number }
}

/// What a number of a pack counts, and which numbers it may be.
package protocol NumberKind: Sendable {
    /// Both ends belong to it.
    static var range: ClosedRange<Int> { get }
    /// In words, such as `minutes`.
    static var unit: String { get }
}

/// Any number of a pack, whatever it counts.
package protocol BoundedNumber: Sendable, Hashable, Comparable, Decodable {
    associatedtype Kind: NumberKind
    var number: Int { get }
    init?(exactly number: Int)
    init(nearest number: Int)
}

extension Bounded: BoundedNumber {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let number = Self(exactly: try container.decode(Int.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "The number is out of its range.")
        }
        self = number
    }
}

extension Bounded: ExpressibleByIntegerLiteral {
    /// A number written in the source; one out of range is the nearest.
    package init(integerLiteral number: Int) { self.init(nearest: number) }
}

extension Bounded: CustomStringConvertible {
    package var description: String { String(number) }
}

extension ClosedRange where Bound: BoundedNumber {
    package var numbers: ClosedRange<Int> { lowerBound.number...upperBound.number }
}

/// Up to thirty days, and never none: nobody can answer in no time.
package enum MinutesKind: NumberKind {
    package static let range = 1...43_200
    package static let unit = "minutes"
}

/// Up to a year.
package enum HoursKind: NumberKind {
    package static let range = 1...8_760
    package static let unit = "hours"
}

/// Counted from an event, which is hour 0.
package enum HoursAfterKind: NumberKind {
    package static let range = 0...8_760
    package static let unit = "hours after the event"
}

/// Up to ten years.
package enum DaysKind: NumberKind {
    package static let range = 1...3_660
    package static let unit = "days"
}

/// How long before a day something is shown: at most a year before, at the latest on the day.
package enum DaysAheadKind: NumberKind {
    package static let range = 0...366
    package static let unit = "days before"
}

/// How long something is kept: at least a day, in which a slip can be put right, and up to a hundred years.
package enum RetentionDaysKind: NumberKind {
    package static let range = 1...36_525
    package static let unit = "days kept"
}

/// A day that every month has.
package enum DayOfMonthKind: NumberKind {
    package static let range = 1...28
    package static let unit = "day of the month"
}

/// Up to a hundred years.
package enum MonthsKind: NumberKind {
    package static let range = 1...1_200
    package static let unit = "months"
}

/// January is 1.
package enum MonthOfYearKind: NumberKind {
    package static let range = 1...12
    package static let unit = "month of the year"
}

/// A day that not every month has.
package enum DayOfLongMonthKind: NumberKind {
    package static let range = 1...31
    package static let unit = "day of the month"
}

/// The how-manieth of its month.
package enum NthOfMonthKind: NumberKind {
    package static let range = 1...5
    package static let unit = "of its month"
}

/// Before Easter Sunday where it is negative.
package enum DaysFromEasterKind: NumberKind {
    package static let range = -100...100
    package static let unit = "days after Easter Sunday"
}

/// How many times, meetings or answers.
package enum TimesKind: NumberKind {
    package static let range = 1...1_000
    package static let unit = "times"
}

/// How many sit somewhere.
package enum SeatsKind: NumberKind {
    package static let range = 0...1_000
    package static let unit = "seats"
}

/// What an answer on a form may count.
package enum AmountKind: NumberKind {
    package static let range = 0...100_000
    package static let unit = "of the quantity"
}

/// How many options are chosen at the least.
package enum FewestKind: NumberKind {
    package static let range = 0...100
    package static let unit = "options"
}

/// The smallest count that is published.
package enum SmallestCountKind: NumberKind {
    package static let range = 1...1_000
    package static let unit = "entries"
}

/// The fewest people of a unit with figures of its own.
package enum SmallestPopulationKind: NumberKind {
    package static let range = 1...1_000_000
    package static let unit = "people"
}

package typealias Minutes = Bounded<MinutesKind>
package typealias Hours = Bounded<HoursKind>
package typealias HoursAfter = Bounded<HoursAfterKind>
package typealias Days = Bounded<DaysKind>
package typealias DaysAhead = Bounded<DaysAheadKind>
package typealias RetentionDays = Bounded<RetentionDaysKind>
package typealias DayOfMonth = Bounded<DayOfMonthKind>
package typealias MonthOfYear = Bounded<MonthOfYearKind>
package typealias DayOfLongMonth = Bounded<DayOfLongMonthKind>
package typealias NthOfMonth = Bounded<NthOfMonthKind>
package typealias DaysFromEaster = Bounded<DaysFromEasterKind>
package typealias Months = Bounded<MonthsKind>
package typealias Times = Bounded<TimesKind>
package typealias Seats = Bounded<SeatsKind>
package typealias Amount = Bounded<AmountKind>
package typealias Fewest = Bounded<FewestKind>
package typealias SmallestCount = Bounded<SmallestCountKind>
package typealias SmallestPopulation = Bounded<SmallestPopulationKind>
