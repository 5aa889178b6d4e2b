import Foundation
import Program
import Testing

@Suite struct DayTests {
    @Test func everyDayFrom1900To2199ComesBackFromItsNumberAndItsText() throws {
        var next = try #require(Day("1900-01-01")).daysSince1970
        #expect(next == -25_567)
        for year in 1900...2199 {
            for number in 1...12 {
                let month = try #require(Month(year: year, number: number))
                #expect(Month(month.text) == month)
                for day in month.days {
                    #expect(day.daysSince1970 == next)
                    #expect(Day(daysSince1970: next) == day)
                    #expect(Day(day.text) == day)
                    next += 1
                }
            }
        }
        #expect(Day(daysSince1970: next) == nil)
        #expect(Day(daysSince1970: -25_568) == nil)
        #expect(Day(daysSince1970: .max) == nil)
        #expect(Day(daysSince1970: .min) == nil)
    }

    @Test func agreesWithFoundationOnEveryHundredthDay() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        for number in stride(from: Int64(-25_567), to: 84_006, by: 100) {
            let day = try #require(Day(daysSince1970: number))
            let parts = calendar.dateComponents(
                [.year, .month, .day, .weekday], from: Date(timeIntervalSince1970: TimeInterval(number) * 86_400))
            #expect(parts.year == day.month.year)
            #expect(parts.month == day.month.number)
            #expect(parts.day == day.number)
            #expect(parts.weekday == day.weekday % 7 + 1)
        }
    }

    @Test(arguments: [
        "", "2026", "2026-11", "2026-1-01", "2026-01-1", "2026-13-01", "2026-00-01", "2026-02-29", "2100-02-29",
        "2026-04-31", "2026-11-00", "1899-12-31", "2200-01-01", "+026-01-01", "2026-11-20 ", " 2026-11-20",
        "2026/11/20",
        "2026-11-20-1", "2026-11--1", "٢٠٢٦-11-20", "2026-11-2０",
    ])
    func refuses(_ text: String) {
        #expect(Day(text) == nil)
    }

    @Test(arguments: ["2024-02-29", "2000-02-29", "2026-12-31", "2199-12-31"])
    func reads(_ text: String) {
        #expect(Day(text)?.text == text)
    }

    @Test func weekdaysFollowISO8601() {
        #expect(Day("2026-11-16")?.weekday == 1)
        #expect(Day("2026-11-22")?.weekday == 7)
        #expect(Day("2000-01-01")?.weekday == 6)
    }

    @Test func addingDaysCrossesMonthsAndStopsAtTheEdges() {
        #expect(Day("2024-02-28")?.adding(days: 1)?.text == "2024-02-29")
        #expect(Day("2026-01-01")?.adding(days: -1)?.text == "2025-12-31")
        #expect(Day("2199-12-31")?.adding(days: 1) == nil)
        #expect(Day("1900-01-01")?.adding(days: -1) == nil)
        #expect(Day("2026-11-20")?.adding(days: Int.max) == nil)
        #expect(Day("2026-11-20")?.adding(days: Int.min) == nil)
    }

    @Test func isStoredAsItsText() throws {
        let day = try #require(Day("2026-11-20"))
        let json = try JSONEncoder().encode([day])
        #expect(String(decoding: json, as: UTF8.self) == #"["2026-11-20"]"#)
        #expect(try JSONDecoder().decode([Day].self, from: json) == [day])
        #expect(throws: NotADate.self) { try JSONDecoder().decode([Day].self, from: Data(#"["2026-02-30"]"#.utf8)) }
    }
}
