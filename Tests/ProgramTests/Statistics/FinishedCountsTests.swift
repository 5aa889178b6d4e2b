import PolicyPacks
import Program
import TestSupport
import Testing

/// Counts go once no release is made of them any more, and not before.
@Suite struct FinishedCountsTests {
    private struct Case: Sendable, CustomTestStringConvertible {
        let says: String
        /// Each month with those told in it; none where it waits.
        let summaries: [(month: String, telling: [String])]
        var years: [String] = []
        let today: String
        /// Of November and December 2025.
        let finished: [String]

        var testDescription: String { says }
    }

    private static let both = ["2025-11", "2025-12"]
    private static let told = [(month: "2025-11", telling: ["2025-11"]), (month: "2025-12", telling: ["2025-12"])]
    private static let waited = [
        (month: "2025-11", telling: ["2025-11"]), (month: "2025-12", telling: []),
        (month: "2026-01", telling: ["2025-12", "2026-01"]),
    ]
    private static let cases = [
        Case(says: "nothing is told", summaries: [], today: "2036-01-05", finished: []),
        Case(says: "told, the year not", summaries: told, today: "2028-12-31", finished: []),
        Case(says: "two years after its last month came out", summaries: told, today: "2029-01-01", finished: both),
        Case(says: "the year too", summaries: told, years: ["2025"], today: "2026-12-31", finished: []),
        Case(says: "a year later", summaries: told, years: ["2025"], today: "2027-01-01", finished: both),
        Case(
            says: "December waits", summaries: Array(waited.dropLast()), years: ["2025"], today: "2036-01-01",
            finished: ["2025-11"]),
        Case(
            says: "told with January", summaries: waited, years: ["2025"], today: "2027-01-01", finished: ["2025-11"]),
        Case(
            says: "and the year of that January", summaries: waited, years: ["2025", "2026"], today: "2028-01-01",
            finished: both),
    ]

    @Test(arguments: cases) private func finished(_ example: Case) throws {
        let pack = try BundledPacks.named("iacp").pack
        let published =
            try example.summaries.map { summary in
                try ByHand.month(summary.month, telling: summary.telling, waits: summary.telling.isEmpty, [])
            }
            + example.years.map { year in
                try ByHand.publication("year", period: year, months: Self.both, [])
            }
        let found = pack.finishedCounts(
            try Self.both.map { try #require(Month($0)) }, published: published, on: try #require(Day(example.today)))
        #expect(found.map(\.text) == example.finished)
    }
}
