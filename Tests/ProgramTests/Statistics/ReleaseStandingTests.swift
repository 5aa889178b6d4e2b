import Program
import TestSupport
import Testing

/// Figures are published in order, each once, and a longer time once its months are.
@Suite struct ReleaseStandingTests {
    private static func soFar(_ published: [String], waiting: String? = nil) throws -> ReleasesSoFar {
        ReleasesSoFar(
            published: try published.map { text in
                let period = try #require(ReleasePeriod(text))
                return (period.length == .month ? "summary" : period.length.rawValue, period)
            }, earliestWaiting: waiting.flatMap { Month($0) })
    }

    private static func release(of period: ReleasePeriod) -> ToldRelease {
        switch period.length {
        case .month: TestYear.summary
        case .quarter: TestYear.release(.quarter)
        case .year: TestYear.release(.year)
        case .twelveMonths: TestYear.release(.twelveMonths)
        }
    }

    /// Period, today, what is published, the earliest month with figures that waits.
    @Test(
        arguments: [
            ("2026-10", "2026-11-01", [], nil, true), ("2026-11", "2026-11-30", [], nil, false),
            ("2026-12", "2026-11-30", [], nil, false), ("2026-10", "2026-11-20", ["2026-09"], "2026-10", true),
            ("2026-10", "2026-11-20", ["2026-10"], nil, false), ("2026-09", "2026-11-20", ["2026-10"], nil, false),
            ("2026-10", "2026-11-20", ["2026-08"], "2026-09", false),
            ("2026-09", "2026-11-20", ["2026-08"], "2026-09", true),
            ("2026-10", "2026-11-20", [], "2026-08", false), ("2026-08", "2026-11-20", [], "2026-08", true),
            ("2026-Q3", "2026-11-20", ["2026-08", "2026-09"], nil, true),
            ("2026-Q3", "2026-11-20", ["2026-08"], "2026-09", false),
            ("2026-Q4", "2026-11-20", ["2026-09"], nil, false), ("2026-Q3", "2026-11-20", [], "2026-07", false),
            ("2026-Q3", "2026-11-20", ["2026-09", "2026-Q3"], nil, false),
            ("2025", "2026-01-20", ["2025-11"], "2025-12", false),
            ("2025", "2026-01-20", ["2025-11", "2025-12"], nil, true),
            ("2026", "2027-01-20", ["2025-11", "2026-12"], nil, false), ("2026", "2026-12-31", ["2026-11"], nil, false),
            ("2026-10.12", "2026-11-20", ["2025-11", "2026-10"], nil, true),
            ("2026-09.12", "2026-11-20", ["2025-11", "2026-10"], nil, false),
        ] as [(String, String, [String], String?, Bool)])
    func publishing(period: String, today: String, published: [String], waiting: String?, may: Bool) throws {
        let period = try #require(ReleasePeriod(period))
        let refusal = Self.release(of: period).mayPublish(
            period, try Self.soFar(published, waiting: waiting), sheets: nil, on: try #require(Day(today)))
        #expect((refusal == nil) == may, "\(refusal?.problems.map(\.message) ?? [])")
        if let refusal { #expect(refusal.problems.map(\.field) == ["period"]) }
    }

    /// A month is published once all its sheets are in, or once the day they are due on is over.
    @Test(
        arguments: [
            ("2026-11-02", 3, true), ("2026-11-02", 2, false), ("2026-11-10", 2, false), ("2026-11-11", 2, true),
            ("2026-11-11", 0, true),
        ])
    func publishingWaitsForSheetsThatAreOnTime(today: String, submitted: Int, may: Bool) throws {
        let month = ReleasePeriod.month(try #require(Month("2026-10")))
        let sheets = SheetCount(expected: 3, submitted: submitted, due: try #require(Day("2026-11-10")))
        let refusal = TestYear.summary.mayPublish(
            month, try Self.soFar([]), sheets: sheets, on: try #require(Day(today)))
        #expect((refusal == nil) == may)
    }

    @Test func theLastDayOnTime() throws {
        #expect(TestYear.summary.due(.month(try #require(Month("2025-12")))) == Day("2026-01-20"))
        #expect(TestYear.release(.year).due(try #require(ReleasePeriod("2025"))) == Day("2026-02-14"))
    }

    @Test(arguments: [
        ("2026-02", 1, "February 2026"), ("2026-Q1", 3, "first quarter of 2026"), ("2026", 12, "2026"),
        ("2026-02.12", 12, "twelve months to February 2026"),
    ])
    func aPeriodIsReadAsItIsWritten(text: String, months: Int, name: String) throws {
        let period = try #require(ReleasePeriod(text))
        #expect(period.text == text && period.months.count == months && period.name == name)
        #expect(period.next.firstMonth > period.firstMonth)
    }

    @Test(arguments: [
        "", "2026-13", "2026-Q5", "2026-Q0", "26", "2026-02.13", "2026-02.12.12", "02026", "2026-q1", "2026-Q1 ",
    ])
    func nothingElseIsAPeriod(_ text: String) {
        #expect(ReleasePeriod(text) == nil)
    }
}
