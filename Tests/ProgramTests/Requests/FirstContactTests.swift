import Foundation
import Program
import Testing

/// Until when a supporter is to be in touch, by the agency's clocks.
@Suite struct FirstContactTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let accepted: String
        let time: PreferredTime
        let due: String
        var testDescription: String { "\(accepted), \(time): \(due)" }
    }

    static let cases: [Case] = [
        Case(accepted: "2026-11-20 23:05", time: .anyTime, due: "2026-11-21 00:05"),
        Case(accepted: "2026-11-20 09:00", time: .daytime, due: "2026-11-20 10:00"),
        Case(accepted: "2026-11-20 23:05", time: .daytime, due: "2026-11-21 09:00"),
        Case(accepted: "2026-11-20 07:59", time: .daytime, due: "2026-11-20 09:00"),
        Case(accepted: "2026-11-20 17:00", time: .daytime, due: "2026-11-21 09:00"),
        Case(accepted: "2026-11-20 09:00", time: .evening, due: "2026-11-20 18:00"),
        Case(accepted: "2026-11-20 21:59", time: .evening, due: "2026-11-20 22:59"),
        Case(accepted: "2026-11-20 22:00", time: .evening, due: "2026-11-21 18:00"),
        Case(accepted: "2026-11-20 03:00", time: .night, due: "2026-11-20 04:00"),
        Case(accepted: "2026-11-20 12:00", time: .night, due: "2026-11-20 23:00"),
        // The clocks go forward at 02:00 and back at 02:00: an hour stays an hour.
        Case(accepted: "2026-03-08 01:30", time: .night, due: "2026-03-08 03:30"),
        Case(accepted: "2026-10-31 23:00", time: .daytime, due: "2026-11-01 09:00"),
    ]

    @Test(arguments: cases) func due(_ example: Case) throws {
        let calendar = try #require(AgencyCalendar(timeZone: "America/Los_Angeles"))
        let rule = try JSONDecoder().decode(
            FirstContactRule.self,
            from: Data(#"{"withinMinutes": 60, "basis": {"chosen": {"_0": "for the test"}}}"#.utf8))
        let due = rule.due(
            acceptedAt: try calendar.moment(example.accepted), reachedAt: example.time, in: calendar)
        #expect(due == (try calendar.moment(example.due)))
    }
}

extension AgencyCalendar {
    /// Reads `2026-11-20 23:05`.
    fileprivate func moment(_ text: String) throws -> Instant {
        let parts = text.split(separator: " ").map(String.init)
        let day = try #require(Day(parts[0]))
        let minute = try #require(ClockMinute.minuteOfDay(parts[1]))
        return instant(of: ClockMinute(day, minute: minute))
    }
}
