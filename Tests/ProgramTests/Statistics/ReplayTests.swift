import Program
import TestSupport
import Testing

/// A reader who knows the method replays it on every table and every small year that could have been, and keeps those that would have
/// been told alike: among them no count that is too small to be told has one value, or fewer than were promised.
@Suite struct ReplayTests {
    @Test(arguments: [(2, 24), (3, 18), (4, 12)])
    func ofEveryTableThatCouldHaveBeen(_ options: Int, most: Int) throws {
        let threshold = TestYear(options: options, told: .month, smallestCount: 5).threshold
        var alike: [[[Int]]: Alike] = [:]
        for counts in Self.lists(of: options, upTo: most) {
            let rows = threshold.enough.joined(counts.map { Part(sum: $0, largest: 0) })
            // Which stand together, and their sums.
            let told = (rows ?? []).map { row in row + [-1, row.reduce(0) { $0 + counts[$1] }] }
            alike[told, default: Alike()].add(counts, atTheEdge: counts.contains(most))
        }
        var hidden = 0
        for alike in alike.values where !alike.isAtTheEdge {
            for range in alike.ranges where range.lowerBound < 5 {
                hidden += 1
                #expect(range.count > threshold.promisedWidth)
            }
        }
        #expect(hidden > 10 * options)
    }

    /// A year, or the quarter at its end, whose other months had nothing.
    @Test(arguments: [
        SmallYears(months: 2, options: 2, most: 9, release: .year),
        SmallYears(months: 2, options: 2, most: 9, release: .quarter),
        SmallYears(months: 2, options: 3, most: 7, release: .year),
        SmallYears(months: 2, options: 3, most: 7, release: .quarter),
        SmallYears(months: 3, options: 2, most: 6, release: .year),
        SmallYears(months: 3, options: 2, most: 6, release: .quarter),
    ])
    func ofEverySmallYearThatCouldHaveBeen(_ years: SmallYears) throws {
        var alike: [String: Alike] = [:]
        try years.tryAll { counts, told, totals in
            // What is told of more entries than are tried could have been in ways that are not.
            let isAtTheEdge = totals.contains { $0 > years.most }
            alike[told, default: Alike()].add(counts, atTheEdge: isAtTheEdge)
        }
        var hidden = 0
        for (told, alike) in alike where !alike.isAtTheEdge {
            for range in alike.ranges where range.lowerBound < SmallYears.smallestCount {
                hidden += 1
                #expect(range.count > SmallYears.smallestCount - 1, "\(told)")
            }
        }
        #expect(hidden > 50)
    }

    /// Every list of that many numbers up to the largest.
    static func lists(of length: Int, upTo most: Int) -> [[Int]] {
        (0..<length).reduce([[]]) { lists, _ in lists.flatMap { list in (0...most).map { list + [$0] } } }
    }
}

/// What could have been where one and the same was told: of each count the range of its values.
private struct Alike {
    var ranges: [ClosedRange<Int>] = []
    var isAtTheEdge = false

    mutating func add(_ counts: [Int], atTheEdge: Bool) {
        isAtTheEdge = isAtTheEdge || atTheEdge
        guard !ranges.isEmpty else {
            ranges = counts.map { $0...$0 }
            return
        }
        for (place, count) in counts.enumerated() where !ranges[place].contains(count) {
            ranges[place] = min(ranges[place].lowerBound, count)...max(ranges[place].upperBound, count)
        }
    }
}

/// All years of so many months with up to so many entries a month.
struct SmallYears: Sendable, CustomTestStringConvertible {
    let months: Int
    let options: Int
    /// The most entries of a month.
    let most: Int
    /// A year, whose months tell their entries and which tells the options; or a quarter, whose months tell the options.
    let release: ReleaseLength

    static let smallestCount = 3

    var testDescription: String { "\(months) months, \(options) options, up to \(most) a month, \(release.rawValue)" }

    /// Calls with every count of a year (each option and all, by month and together), with what is told, and with the numbers of
    /// entries that are told.
    func tryAll(_ take: (_ counts: [Int], _ told: String, _ totals: [Int]) throws -> Void) throws {
        guard let december = Month("2026-12") else { return }
        let last = (0..<months).map { december.adding($0 - months + 1) }
        let lists = ReplayTests.lists(of: options, upTo: most).filter { $0.reduce(0, +) <= most }
        let begun = TestYear(
            options: options, told: release == .year ? nil : .month, smallestCount: Self.smallestCount)
        func tryMonth(_ year: TestYear, _ counts: [[Int]], _ told: [Publication]) throws {
            guard counts.count < months else {
                let longer = try year.draft(
                    TestYear.release(release), ReleasePeriod(release.length, endingFrom: december)
                ).publication
                let all = counts + [(0..<options).map { option in counts.reduce(0) { $0 + $1[option] } }]
                let told = told + [longer]
                return try take(
                    all.flatMap { $0 + [$0.reduce(0, +)] }, told.map(\.asTold).joined(separator: "; "),
                    told.compactMap(\.entries))
            }
            for list in lists {
                var next = year
                next.file([list], in: last[counts.count])
                let publication = try next.publish(last[counts.count])
                try tryMonth(next, counts + [list], told + [publication])
            }
        }
        try tryMonth(begun, [], [])
    }
}

extension Publication {
    /// All that a reader has of it.
    fileprivate var asTold: String { "\(months.map(\.number)) \(waits) \(asRead)" }

    fileprivate var entries: Int? {
        tables.first?.rows.compactMap { if case .count(let count) = $0.value { count } else { nil } }.first
    }
}
