import HTML
import Operations
import Program
import Store

/// The smaller pages behind a member's own: giving a shift away, taking one, the calendar link.
enum OnCallForms {
    static func offer(
        _ shift: Listed<Stretch>?, _ own: OwnRoster, _ visit: StaffVisit, refused: Refusal? = nil
    ) -> HTML {
        guard let shift else { return nothingChosen("Give a shift away", "This shift is not yours any more.", visit) }
        let form = visit.form(
            to: OnCallAddresses.offers.link(), typed: refused == nil ? nil : visit.form, problems: refused)
        let others = own.othersShifts(on: shift.list, besides: visit.staff.account)
        let calendar = visit.staff.agency.calendar
        let colleagues = own.lists.first { $0.kind == shift.list }?.holders.keys.filter { $0 != visit.staff.account }
        let people = (colleagues ?? []).map { (own.name($0), $0) }.sorted { $0 < $1 }.map { FieldOption($0.1, $0.0) }
        let returns = others.map { other in
            FieldOption(
                "\(other.stretch.from.milliseconds)-\(other.stretch.until.milliseconds)",
                "\(own.name(other.account)): \(calendar.words(other.stretch))")
        }
        return page(
            "Give a shift away", in: Shells.staff(visit),
            lead: "\(visit.pack.title(of: shift.list)). It stays yours until somebody has taken it.", back: back,
            main: form.html(
                """
                \(hidden("list", shift.list.text))
                \(RosterFields.stretch(
                    form, from: calendar.stamp(max(shift.value.from, own.now)),
                    until: calendar.stamp(shift.value.until)))
                \(form.select("to", "To", people, prompt: "Everyone on the list", isOptional: true))
                \(form.select(
                    "inReturn", "In return I take", returns, prompt: "Nothing",
                    hint: "A shift of whoever you offer yours to.", isOptional: true))
                """, actions: button("Offer it")))
    }

    static func shift(
        _ gap: Listed<Stretch>?, _ own: OwnRoster, _ visit: StaffVisit, refused: Refusal? = nil
    ) -> HTML {
        guard let gap else { return nothingChosen("Take a shift", "Somebody is on call there by now.", visit) }
        let form = visit.form(
            to: OnCallAddresses.shifts.link(), typed: refused == nil ? nil : visit.form, problems: refused)
        let calendar = visit.staff.agency.calendar
        // Nobody is asked to be on call for days: a long gap is offered as a day's part of it.
        let until = min(gap.value.until, gap.value.from.adding(seconds: 86_400))
        return page(
            "Take a shift", in: Shells.staff(visit),
            lead: "\(visit.pack.title(of: gap.list)). Nobody is on call: \(calendar.words(gap.value)).", back: back,
            main: form.html(
                """
                \(hidden("list", gap.list.text))
                \(RosterFields.stretch(form, from: calendar.stamp(gap.value.from), until: calendar.stamp(until)))
                """, actions: button("Go on call")))
    }

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

    private static func nothingChosen(_ title: String, _ words: String, _ visit: StaffVisit) -> HTML {
        page(title, in: Shells.staff(visit), back: back, main: emptyState("Nothing to choose", words))
    }
}
