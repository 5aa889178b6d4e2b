import Foundation
import Program
import Testing

@Suite struct AgencyCalendarTests {
    private static let zones = [
        "America/Los_Angeles", "America/New_York", "UTC", "Pacific/Honolulu", "Australia/Lord_Howe", "Asia/Kolkata",
        // Days that begin at one in the morning, because the clock jumps at midnight.
        "America/Havana", "Asia/Beirut", "Africa/Cairo",
    ]

    @Test(arguments: zones)
    func everyDayBeginsWithItsFirstMoment(_ zone: String) throws {
        let calendar = try #require(AgencyCalendar(timeZone: zone))
        var day = try #require(Day("2024-01-01"))
        while day.month.year <= 2028 {
            let start = calendar.start(of: day)
            #expect(calendar.day(at: start) == day)
            #expect(calendar.day(at: Instant(milliseconds: start.milliseconds - 1)) == day.adding(days: -1))
            day = try #require(day.adding(days: 1))
        }
    }

    @Test func springForwardInCalifornia() throws {
        let calendar = try #require(AgencyCalendar(timeZone: "America/Los_Angeles"))
        let day = try #require(Day("2026-03-08"))
        let next = try #require(Day("2026-03-09"))
        #expect(calendar.start(of: day) == (try instant("2026-03-08T08:00:00Z")))
        #expect(calendar.start(of: next) == (try instant("2026-03-09T07:00:00Z")))
        #expect(calendar.day(at: try instant("2026-03-08T09:59:59Z")) == day)
        #expect(calendar.day(at: try instant("2026-03-08T10:00:00Z")) == day)
        #expect(calendar.day(at: try instant("2026-03-09T06:59:59Z")) == day)
        #expect(calendar.day(at: try instant("2026-03-09T07:00:00Z")) == next)
    }

    @Test func fallBackInCalifornia() throws {
        let calendar = try #require(AgencyCalendar(timeZone: "America/Los_Angeles"))
        let day = try #require(Day("2026-11-01"))
        let next = try #require(Day("2026-11-02"))
        #expect(calendar.start(of: day) == (try instant("2026-11-01T07:00:00Z")))
        #expect(calendar.start(of: next) == (try instant("2026-11-02T08:00:00Z")))
        #expect(calendar.day(at: try instant("2026-11-01T06:59:59Z")) == day.adding(days: -1))
        #expect(calendar.day(at: try instant("2026-11-02T07:59:59Z")) == day)
        #expect(calendar.day(at: try instant("2026-11-02T08:00:00Z")) == next)
    }

    @Test func momentsBeforeTheSecondCountToTheDayThatIsEnding() throws {
        let calendar = try #require(AgencyCalendar(timeZone: "UTC"))
        let midnight = try instant("2026-11-20T00:00:00Z")
        #expect(calendar.day(at: Instant(milliseconds: midnight.milliseconds - 1))?.text == "2026-11-19")
        #expect(calendar.day(at: Instant(milliseconds: -1))?.text == "1969-12-31")
    }

    @Test(arguments: ["", "PST", "Mars/Olympus", "GMT+8", "America", "America/Los Angeles"])
    func refusesWhatIsNoTimeZone(_ name: String) {
        #expect(AgencyCalendar(timeZone: name) == nil)
    }

    private func instant(_ text: String) throws -> Instant {
        let seconds = try Date(text, strategy: .iso8601).timeIntervalSince1970
        return Instant(milliseconds: Int64(seconds) * 1000)
    }
}
