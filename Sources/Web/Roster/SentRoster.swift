import Foundation
import Operations
import Program
import Sealing

/// Reads the fields of a form of the roster and collects what in them cannot be read. Whether the list allows it is for the act
/// to say.
struct SentRoster {
    let form: FormAnswers
    let calendar: AgencyCalendar
    private(set) var problems: [Refusal.Problem] = []

    init(_ visit: StaffVisit) {
        form = visit.form
        calendar = visit.staff.agency.calendar
    }

    mutating func day(_ field: String, _ label: String) -> Day? {
        Day(form[field]) ?? wrong(field, "\(label): a day such as 2026-11-20.")
    }

    mutating func optionalDay(_ field: String, _ label: String) -> Day? {
        form[field].isEmpty ? nil : day(field, label)
    }

    mutating func number(_ field: String, _ label: String) -> Int? {
        Int(form[field]) ?? wrong(field, "\(label): a whole number.")
    }

    mutating func time(_ field: String, _ label: String) -> Int? {
        ClockMinute.minuteOfDay(form[field]) ?? wrong(field, "\(label): a time such as 08:00.")
    }

    mutating func stretch(_ from: String = "from", _ until: String = "until") -> Stretch? {
        let beginning = calendar.instant(stamp: form[from])
        if beginning == nil { note(from, "From: a day and a time such as 2026-11-20 18:00.") }
        let end = calendar.instant(stamp: form[until])
        if end == nil { note(until, "Until: a day and a time such as 2026-11-20 18:00.") }
        guard let beginning, let end else { return nil }
        return Stretch(from: beginning, until: end) ?? wrong(until, "Until: after the beginning.")
    }

    mutating func weekdays(_ field: String, _ label: String) -> Weekdays? {
        let days = Weekdays((form.values[field] ?? []).compactMap { Int($0) })
        return days.isEmpty ? wrong(field, "\(label): at least one day.") : days
    }

    /// An answer chosen from a list; nothing where it was left open.
    func chosen(_ field: String) -> String? { form[field].isEmpty ? nil : form[field] }

    /// The numbered answers `member-1`, `member-2`, …, without those left open.
    func chosen(upTo count: Int, _ field: String) -> [String] { (1...count).compactMap { chosen("\(field)-\($0)") } }

    mutating func note(_ field: String, _ message: String) {
        problems.append(Refusal.Problem(field: field, message: message))
    }

    private mutating func wrong<Value>(_ field: String, _ message: String) -> Value? {
        note(field, message)
        return nil
    }
}

extension SentRoster {
    /// The rotation that the form describes.
    static func rotation(_ visit: StaffVisit, id: String) -> Result<Rotation, Refusal> {
        var sent = SentRoster(visit)
        let startsOn = sent.day("startsOn", "First hand-over")
        let until = sent.optionalDay("until", "Last hand-over")
        let handOver = sent.time("handOver", "Handed over at")
        let weeks = sent.number("weeks", "Weeks")
        let shifts = (1...RosterList.mostShifts).compactMap { sent.shift($0) }
        guard let startsOn, let handOver, let weeks, sent.problems.isEmpty else {
            return .failure(Refusal(sent.problems))
        }
        return .success(
            Rotation(
                id: id, name: sent.form["name"], members: sent.chosen(upTo: RosterList.mostMembers, "member"),
                shadows: sent.chosen(upTo: RosterList.mostShadows, "shadow"), startsOn: startsOn, until: until,
                handOver: handOver, weeks: weeks, shifts: shifts))
    }

    /// One of the form's shifts; nothing where it was left open.
    private mutating func shift(_ number: Int) -> WeeklyHours? {
        let fields = (days: "shift-\(number)-days", from: "shift-\(number)-from", until: "shift-\(number)-until")
        let isOpen = form.values[fields.days] == nil && form[fields.from].isEmpty && form[fields.until].isEmpty
        return isOpen ? nil : hours(fields.days, fields.from, fields.until)
    }

    /// Weekly hours by the names of their three fields.
    mutating func hours(_ days: String, _ from: String, _ until: String) -> WeeklyHours? {
        let chosen = weekdays(days, "Days")
        let beginning = time(from, "From")
        let end = time(until, "Until")
        guard let chosen, let beginning, let end else { return nil }
        return WeeklyHours(chosen, from: beginning, until: end)
    }
}

extension Refusal {
    /// With problems of a whole list, such as the members, at the first of the form's fields for it.
    func atFormFields(_ fields: [String: String]) -> Refusal {
        Refusal(
            problems.map { problem in
                Problem(
                    field: problem.field.map { fields[$0] ?? $0 }, message: problem.message, clauses: problem.clauses)
            })
    }
}
