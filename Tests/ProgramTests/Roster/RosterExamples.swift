import Program
import Testing

/// Lists in California, written as people speak of them.
enum RosterExamples {
    static func calendar(_ zone: String = "America/Los_Angeles") throws -> AgencyCalendar {
        try #require(AgencyCalendar(timeZone: zone))
    }

    /// The moment of `2026-03-08 01:30` on the agency's clock.
    static func moment(_ text: String, in calendar: AgencyCalendar) throws -> Instant {
        let parts = text.split(separator: " ")
        let minute = parts.count > 1 ? try #require(ClockMinute.minuteOfDay(String(parts[1]))) : 0
        return calendar.instant(of: ClockMinute(try day(String(parts[0])), minute: minute))
    }

    static func moment(_ text: String) throws -> Instant { try moment(text, in: calendar()) }

    static func day(_ text: String) throws -> Day { try #require(Day(text)) }

    static func stretch(_ from: String, _ until: String) throws -> Stretch {
        try #require(Stretch(from: try moment(from), until: try moment(until)))
    }

    static func hours(_ weekdays: [Int], _ from: String, _ until: String) throws -> WeeklyHours {
        let beginning = try #require(ClockMinute.minuteOfDay(from))
        let end = try #require(ClockMinute.minuteOfDay(until))
        return try #require(WeeklyHours(Weekdays(weekdays), from: beginning, until: end))
    }

    /// Handed over on Mondays at eight, unless said otherwise.
    static func rotation(
        _ members: [String], from day: String = "2026-01-05", until: String? = nil, at handOver: String = "08:00",
        weeks: Int = 1, shifts: [WeeklyHours] = [], shadows: [String] = [], name: String = "Calls"
    ) throws -> Rotation {
        Rotation(
            id: name, name: name, members: members, shadows: shadows, startsOn: try self.day(day),
            until: try until.map(self.day), handOver: try #require(ClockMinute.minuteOfDay(handOver)), weeks: weeks,
            shifts: shifts)
    }

    /// Everybody named holds the role of the list since long ago.
    static func list(
        _ rotations: [Rotation] = [], kind: RosterList.Kind = .supporters, cover: RosterList.Cover = .everyHour,
        team: [String] = ["ana", "ben", "carla", "dan"], holders: [String: [Holding]] = [:],
        overrides: [RosterOverride] = [], swaps: [Swap] = [], leaves: [Leave] = [], ownHours: [OwnHours] = []
    ) throws -> RosterList {
        let since = Holding(role: RoleID("supporter"), area: nil, startsOn: try day("2020-01-01"), until: nil)
        let everybody = Dictionary(uniqueKeysWithValues: team.map { ($0, [since]) })
        return RosterList(
            kind: kind, calendar: try calendar(), cover: cover,
            holders: everybody.merging(holders) { _, given in given }, rotations: rotations, overrides: overrides,
            swaps: swaps, leaves: leaves, ownHours: ownHours)
    }

    static let all = [1, 2, 3, 4, 5, 6, 7]
}
