import Operations
import Program

/// Somebody's time on call as a calendar file (RFC 5545). It says "On call" and nothing else: no list, no agency, no name.
struct CalendarFile {
    private let lines: [ContentLine]

    init(_ calendar: OnCallCalendar) {
        let made = Self.utc(calendar.now)
        lines =
            [
                ContentLine("BEGIN", "VCALENDAR"), ContentLine("VERSION", "2.0"),
                ContentLine("PRODID", text: "-//On call//EN"), ContentLine("CALSCALE", "GREGORIAN"),
                ContentLine("METHOD", "PUBLISH"), ContentLine("NAME", text: "On call"),
                ContentLine("REFRESH-INTERVAL;VALUE=DURATION", "PT1H"),
            ] + calendar.events.flatMap { Self.event($0, made: made) } + [ContentLine("END", "VCALENDAR")]
    }

    /// Sessions and meetings, each with its title and place.
    init(of gatherings: [Gathering], at now: Instant) {
        let made = Self.utc(now)
        lines =
            [
                ContentLine("BEGIN", "VCALENDAR"), ContentLine("VERSION", "2.0"),
                ContentLine("PRODID", text: "-//Training//EN"), ContentLine("CALSCALE", "GREGORIAN"),
                ContentLine("METHOD", "PUBLISH"), ContentLine("NAME", text: "Training and meetings"),
                ContentLine("REFRESH-INTERVAL;VALUE=DURATION", "PT1H"),
            ] + gatherings.flatMap { Self.event($0, made: made) } + [ContentLine("END", "VCALENDAR")]
    }

    /// One meeting after an incident, for whoever is invited. It says nothing of what happened.
    init(meeting id: String, from: Instant, until: Instant, place: String, isOff: Bool, at now: Instant) {
        let event = [
            ContentLine("BEGIN", "VEVENT"), ContentLine("UID", text: id), ContentLine("DTSTAMP", Self.utc(now)),
            ContentLine("DTSTART", Self.utc(from)), ContentLine("DTEND", Self.utc(until)),
            ContentLine("SUMMARY", text: "Peer support"), ContentLine("LOCATION", text: place),
            ContentLine("CLASS", "PRIVATE"), ContentLine("STATUS", isOff ? "CANCELLED" : "CONFIRMED"),
            ContentLine("END", "VEVENT"),
        ]
        lines =
            [
                ContentLine("BEGIN", "VCALENDAR"), ContentLine("VERSION", "2.0"),
                ContentLine("PRODID", text: "-//Peer support//EN"), ContentLine("CALSCALE", "GREGORIAN"),
                ContentLine("METHOD", "PUBLISH"),
            ] + event + [ContentLine("END", "VCALENDAR")]
    }

    private static func event(_ gathering: Gathering, made: String) -> [ContentLine] {
        [
            ContentLine("BEGIN", "VEVENT"), ContentLine("UID", text: gathering.id), ContentLine("DTSTAMP", made),
            ContentLine("DTSTART", utc(gathering.plan.from)), ContentLine("DTEND", utc(gathering.plan.until)),
            ContentLine("SUMMARY", text: gathering.plan.title), ContentLine("LOCATION", text: gathering.plan.place),
            ContentLine("STATUS", gathering.isCancelled ? "CANCELLED" : "CONFIRMED"), ContentLine("END", "VEVENT"),
        ]
    }

    var bytes: [UInt8] { lines.flatMap(\.bytes) }

    private static func event(_ event: OnCallEvent, made: String) -> [ContentLine] {
        [
            ContentLine("BEGIN", "VEVENT"), ContentLine("UID", text: event.id), ContentLine("DTSTAMP", made),
            ContentLine("DTSTART", utc(event.stretch.from)), ContentLine("DTEND", utc(event.stretch.until)),
            ContentLine("SUMMARY", text: "On call"), ContentLine("CLASS", "PRIVATE"),
            // Being on call keeps nobody from other appointments.
            ContentLine("TRANSP", "TRANSPARENT"), ContentLine("END", "VEVENT"),
        ]
    }

    /// `20261120T183000Z` (RFC 5545, 3.3.5, form 2).
    private static func utc(_ instant: Instant) -> String {
        instant.text.replacing("-", with: "").replacing(":", with: "")
    }
}

/// One line of a calendar file.
package struct ContentLine: Sendable {
    /// At most so many bytes stand in a row, its end not counted (RFC 5545, 3.1).
    private static let longestRow = 75

    private let text: String

    /// A value that stands as it is.
    package init(_ name: String, _ value: String) { text = "\(name):\(value)" }

    /// Words, with what has a meaning of its own escaped (RFC 5545, 3.3.11).
    package init(_ name: String, text words: String) {
        let escaped = [("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r\n", "\\n"), ("\n", "\\n")].reduce(words) {
            $0.replacing($1.0, with: $1.1)
        }
        self.init(name, escaped)
    }

    /// Folded into rows, each but the first beginning with a space, and no character parted.
    package var bytes: [UInt8] {
        var rows: [[UInt8]] = [[]]
        for scalar in text.unicodeScalars {
            let character = Array(String(scalar).utf8)
            if rows[rows.count - 1].count + character.count > Self.longestRow { rows.append([UInt8(ascii: " ")]) }
            rows[rows.count - 1] += character
        }
        return rows.flatMap { $0 + [13, 10] }
    }
}
