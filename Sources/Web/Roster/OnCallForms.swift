import HTML
import Operations
import Program
import Store

/// The smaller pages behind a member's own: giving a shift away, taking one, the calendar link.
enum OnCallForms {
    static func offer(_ visit: StaffVisit, again refused: Refused? = nil) async throws -> Answer {
        let own = try await visit.programmes.ownRoster(of: visit.staff)
        guard let shift = own.asked(visit, among: own.shifts) else {
            return nothingChosen("Give a shift away", "This shift is not yours any more.", visit, refused)
        }
        let calendar = visit.staff.agency.calendar
        let first = [
            "list": shift.list.text, "from": calendar.local(max(shift.value.from, own.now)),
            "until": calendar.local(shift.value.until),
        ]
        let form = OnCallActs.offer.form(
            visit, filled: Filled(options: own.choices(on: shift.list, visit), first: first), refused: refused,
            button: "Offer it")
        return .page(
            page(
                "Give a shift away", in: Shells.staff(visit),
                lead: "\(visit.pack.title(of: shift.list)). It stays yours until somebody has taken it.", back: back,
                main: form), again: refused)
    }

    static func shift(_ visit: StaffVisit, again refused: Refused? = nil) async throws -> Answer {
        let own = try await visit.programmes.ownRoster(of: visit.staff)
        guard let gap = own.asked(visit, among: own.gaps) else {
            return nothingChosen("Take a shift", "Somebody is on call there by now.", visit, refused)
        }
        let calendar = visit.staff.agency.calendar
        let proposed = gap.value.proposedPart
        let first = [
            "list": gap.list.text, "from": calendar.local(proposed.from), "until": calendar.local(proposed.until),
        ]
        let form = OnCallActs.takeGap.form(
            visit, filled: Filled(first: first), refused: refused, button: "Go on call")
        return .page(
            page(
                "Take a shift", in: Shells.staff(visit),
                lead: "\(visit.pack.title(of: gap.list)). Nobody is on call: \(calendar.words(gap.value)).",
                back: back, main: form), again: refused)
    }

    /// The link that was just made.
    static func feed(_ key: RosterFeedKey, _ visit: StaffVisit) -> HTML {
        let link = OnCallAddresses.calendar.link(CalendarLink(key))
        return page(
            "Your calendar link", in: Shells.staff(visit),
            lead: "Copy it now: it is shown this once. In your calendar, subscribe to it as a calendar by address.",
            back: back,
            main: """
                \(codeLine("Link", visit.visit.address(of: link) ?? link.location))
                \(prose("<p>A link you had before no longer works. You can take this one back at any time.</p>"))
                """)
    }

    private static let back = Crumb("On call", OnCallAddresses.own.link())

    private static func nothingChosen(
        _ title: String, _ words: String, _ visit: StaffVisit, _ refused: Refused?
    ) -> Answer {
        .page(
            page(
                title, in: Shells.staff(visit), back: back, announcement: refused?.words,
                main: emptyState("Nothing to choose", words)), again: refused)
    }
}

extension OwnRoster {
    /// Which of those the visitor means: by the link they followed, or by the form they sent. What has begun already begins
    /// anew with every look.
    fileprivate func asked(_ visit: StaffVisit, among stretches: [Listed<Stretch>]) -> Listed<Stretch>? {
        guard let from = visit.visit.query("from") else {
            return stretches.first { $0.list.text == visit.form["list"] }
        }
        guard let moment = Int64(from).map({ max(Instant(milliseconds: $0), now) }) else { return nil }
        return stretches.first { $0.list.text == visit.visit.query("list") && $0.value.contains(moment) }
    }

    /// Whom a shift on that list may be offered to, and which of theirs can be asked for in return.
    fileprivate func choices(on kind: RosterList.Kind, _ visit: StaffVisit) -> [String: [FieldOption]] {
        guard let list = lists.first(where: { $0.kind == kind }) else { return [:] }
        let account = visit.staff.account
        let people = list.holders.keys.filter { $0 != account }.map { (name($0), $0) }.sorted { $0 < $1 }
        let shifts = list.shifts(besides: account, from: now, days: OwnRoster.daysAhead)
        return [
            "to": people.map { FieldOption($0.1, $0.0) },
            "inReturn": shifts.map {
                FieldOption($0.stretch.chosen, "\(name($0.account)): \(list.calendar.words($0.stretch))")
            },
        ]
    }
}
