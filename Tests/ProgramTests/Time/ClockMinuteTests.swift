import Foundation
import Program
import Testing

@Suite struct ClockMinuteTests {
    struct Shown: Sendable {
        let time: String
        let moment: String
    }

    /// California's clocks go from 02:00 to 03:00 on 8 March and from 02:00 back to 01:00 on 1 November 2026.
    private static let moments = [
        Shown(time: "2026-03-08 01:59", moment: "2026-03-08T09:59:00Z"),
        // What the clock skips is the moment of the jump.
        Shown(time: "2026-03-08 02:00", moment: "2026-03-08T10:00:00Z"),
        Shown(time: "2026-03-08 02:30", moment: "2026-03-08T10:00:00Z"),
        Shown(time: "2026-03-08 02:59", moment: "2026-03-08T10:00:00Z"),
        Shown(time: "2026-03-08 03:00", moment: "2026-03-08T10:00:00Z"),
        Shown(time: "2026-03-08 03:01", moment: "2026-03-08T10:01:00Z"),
        // What comes twice is the first of the two.
        Shown(time: "2026-11-01 00:59", moment: "2026-11-01T07:59:00Z"),
        Shown(time: "2026-11-01 01:00", moment: "2026-11-01T08:00:00Z"),
        Shown(time: "2026-11-01 01:59", moment: "2026-11-01T08:59:00Z"),
        Shown(time: "2026-11-01 02:00", moment: "2026-11-01T10:00:00Z"),
        Shown(time: "2026-07-01 18:30", moment: "2026-07-02T01:30:00Z"),
        Shown(time: "2026-12-31 24:00", moment: "2027-01-01T08:00:00Z"),
    ]

    @Test(arguments: moments) func everyMinuteHasOneMoment(_ shown: Shown) throws {
        let california = try #require(AgencyCalendar(timeZone: "America/Los_Angeles"))
        #expect(california.instant(of: try minute(shown.time)) == (try instant(shown.moment)))
    }

    /// In the hour that comes twice the clock stands still the second time.
    @Test(arguments: [
        Shown(time: "2026-11-01 01:30", moment: "2026-11-01T08:30:59Z"),
        Shown(time: "2026-11-01 01:59", moment: "2026-11-01T09:00:00Z"),
        Shown(time: "2026-11-01 01:59", moment: "2026-11-01T09:59:59Z"),
        Shown(time: "2026-11-01 02:00", moment: "2026-11-01T10:00:00Z"),
        Shown(time: "2026-03-08 01:59", moment: "2026-03-08T09:59:59Z"),
        Shown(time: "2026-03-08 03:00", moment: "2026-03-08T10:00:00Z"),
        Shown(time: "1969-12-31 15:59", moment: "1969-12-31T23:59:30Z"),
    ])
    func theClockNeverGoesBack(_ shown: Shown) throws {
        let california = try #require(AgencyCalendar(timeZone: "America/Los_Angeles"))
        #expect(california.clock(at: try instant(shown.moment)) == (try minute(shown.time)))
    }

    /// With changes of half an hour, at midnight, and none.
    @Test(arguments: [
        "America/Los_Angeles", "Australia/Lord_Howe", "America/Havana", "Asia/Beirut", "Africa/Cairo", "Asia/Kolkata",
        "Antarctica/Troll",
    ])
    func aMomentIsReachedExactlyWhenTheClockShowsIt(_ zone: String) throws {
        let calendar = try #require(AgencyCalendar(timeZone: zone))
        let beginning = ClockMinute(try #require(Day("2026-01-01")))
        var last = Instant(milliseconds: .min)
        for step in stride(from: 0, to: 366 * ClockMinute.perDay, by: 10) {
            let minute = beginning.adding(minutes: step)
            let moment = calendar.instant(of: minute)
            #expect(last <= moment)
            #expect(calendar.clock(at: moment) >= minute)
            #expect(calendar.clock(at: Instant(milliseconds: moment.milliseconds - 1)) < minute)
            last = moment
        }
    }

    @Test(arguments: [("00:00", 0), ("6:05", 365), ("06:05", 365), ("23:59", 1439)])
    func readsATimeOfDay(_ text: String, _ minutes: Int) { #expect(ClockMinute.minuteOfDay(text) == minutes) }

    @Test(arguments: ["", "24:00", "6", "06:60", "6:5", "-1:00", "06:00:00", "six", "٠٦:٠٠", "06:0a"])
    func refusesWhatIsNoTimeOfDay(_ text: String) { #expect(ClockMinute.minuteOfDay(text) == nil) }

    private func minute(_ text: String) throws -> ClockMinute {
        let parts = text.split(separator: " ")
        let day = try #require(Day(String(parts[0])))
        if parts[1] == "24:00" { return ClockMinute(day, minute: 1440) }
        return ClockMinute(day, minute: try #require(ClockMinute.minuteOfDay(String(parts[1]))))
    }

    private func instant(_ text: String) throws -> Instant {
        Instant(milliseconds: Int64(try Date(text, strategy: .iso8601).timeIntervalSince1970) * 1000)
    }
}
