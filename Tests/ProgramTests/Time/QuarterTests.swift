import Program
import Testing

@Suite struct QuarterTests {
    @Test func everyMonthIsInOne() throws {
        let start = try #require(Month("2025-01"))
        for months in 0..<24 {
            let month = start.adding(months)
            let quarter = Quarter(of: month)
            #expect(quarter.year == month.year && quarter.number == (month.number - 1) / 3 + 1)
            #expect(Quarter(quarter.text) == quarter)
            #expect(quarter.firstDay.month <= month && month <= quarter.lastDay.month)
        }
        let third = try #require(Quarter("2026-Q3"))
        #expect(third.name == "Third quarter of 2026")
        #expect(third.firstDay.text == "2026-07-01" && third.lastDay.text == "2026-09-30")
        for text in ["2026-Q0", "2026-Q5", "2026-3", "2026-Q33", "2026", "26-Q1"] {
            #expect(Quarter(text) == nil, "\(text)")
        }
    }

    @Test(arguments: [
        ("2026-12-31", "2025-Q4", "2026-Q3"), ("2027-01-01", "2026-Q1", "2026-Q4"),
        ("2026-05-15", "2025-Q2", "2026-Q1"),
    ])
    func fourAreOver(_ day: String, _ first: String, _ last: String) throws {
        let today = try #require(Day(day))
        let over = Quarter.overLast(on: today)
        #expect(over.lowerBound.text == first && over.upperBound.text == last)
        #expect(over.upperBound.isOver(on: today) && !Quarter(of: today.month).isOver(on: today))
    }

    /// Hours and figures of few tell nothing.
    @Test func hoursAndServicesWait() throws {
        let (quarter, today) = (try #require(Quarter("2026-Q3")), try #require(Day("2026-10-01")))
        #expect(SupporterHours(quarter, minutes: ["a": 89, "b": 90], on: today)?.hours == ["a": 1, "b": 2])
        #expect(SupporterHours(quarter, minutes: ["a": 60], on: try #require(Day("2026-09-30"))) == nil)
        #expect(ServiceFigure(kind: "k", done: 1, minutes: 90, members: 2).minutes == nil)
        #expect(ServiceFigure(kind: "k", done: 1, minutes: 90, members: 3).minutes == 90)
    }
}
