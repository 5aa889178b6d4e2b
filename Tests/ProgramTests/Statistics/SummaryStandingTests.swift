import Program
import Testing

/// Which months the list of summaries has, and where each stands. The summary is due on the 15th.
@Suite struct SummaryStandingTests {
    struct Row: Sendable {
        let today: String
        var published: [String] = []
        var earliestWaiting: String?
        let listed: [String]
    }

    @Test(arguments: [
        // Before there are any figures last month can be published, and nobody is late with it.
        Row(today: "2026-11-15", listed: ["2026-10 waiting"]),
        Row(today: "2026-11-16", listed: ["2026-10 waiting"]),
        Row(today: "2026-11-16", earliestWaiting: "2026-10", listed: ["2026-10 overdue"]),
        Row(
            today: "2026-11-15", earliestWaiting: "2026-08",
            listed: ["2026-10 waiting", "2026-09 overdue", "2026-08 overdue"]),
        Row(
            today: "2026-11-30", published: ["2026-09", "2026-10"],
            listed: ["2026-10 published", "2026-09 published"]),
        Row(today: "2026-11-15", published: ["2026-09"], listed: ["2026-10 waiting", "2026-09 published"]),
        // A month without a figure is published in its turn too.
        Row(
            today: "2026-11-15", published: ["2026-08"], earliestWaiting: "2026-10",
            listed: ["2026-10 waiting", "2026-09 overdue", "2026-08 published"]),
        // What lies before the first summary waits for none.
        Row(today: "2026-11-15", published: ["2026-10"], earliestWaiting: "2026-11", listed: ["2026-10 published"]),
        Row(today: "2027-01-01", published: ["2026-12"], listed: ["2026-12 published"]),
    ])
    func listed(_ row: Row) throws {
        let published = row.published.compactMap { Month($0) }
        let standings = SummaryRule(tables: []).standings(
            on: try #require(Day(row.today)), published: Set(published), latest: published.max(),
            earliestWaiting: row.earliestWaiting.flatMap { Month($0) })
        #expect(standings.map { "\($0.month.text) \($0.status)" } == row.listed)
    }

    /// Two years back and no further, published or not.
    @Test func twoYearsBack() throws {
        let (kept, past) = (try #require(Month("2024-11")), try #require(Month("2024-10")))
        let standings = SummaryRule(tables: []).standings(
            on: try #require(Day("2026-11-30")), published: [kept, past], latest: kept, earliestWaiting: nil)
        #expect(standings.count == 24)
        #expect(standings.last == SummaryStanding(month: kept, status: .published))
    }
}
