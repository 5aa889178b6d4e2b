import HTML
import Operations
import Program
import Store

/// A member's own page: when they are on call, and what they can do about it.
enum OnCallPages {
    static func own(_ visit: StaffVisit, again refused: Refused? = nil) async throws -> Answer {
        .page(own(try await visit.programmes.ownRoster(of: visit.staff), visit, refused), again: refused)
    }

    private static func own(_ own: OwnRoster, _ visit: StaffVisit, _ refused: Refused?) -> HTML {
        let leaveForm = OnCallActs.takeLeave.form(
            visit, refused: refused, button: "Take these days", style: .secondary)
        let hoursForm = OnCallActs.openHours.form(
            visit, filled: Filled(first: ["kind": OwnHours.Kind.offDuty.rawValue]), refused: refused,
            button: "Open these hours", style: .secondary)
        return page(
            "On call", in: Shells.staff(visit), lead: HTML(text: lead(own, visit)),
            announcement: refused?.announcement, width: .wide,
            main: """
                \(section("Your shifts", shifts(own, visit)))
                \(toTake(own, visit))
                \(offered(own, visit))
                \(gaps(own, visit))
                \(shadowing(own, visit))
                \(section(
                    "Days off the list", lead: "Nobody calls you on them. No reason is asked.",
                    "\(leaves(own, visit))\(leaveForm)"))
                \(section(
                    "Hours of your own", lead: HTML(text: hoursLead(visit)), "\(hours(own, visit))\(hoursForm)"))
                \(section("Your calendar", feed(own, visit)))
                """)
    }

    private static func lead(_ own: OwnRoster, _ visit: StaffVisit) -> String {
        let calendar = visit.staff.agency.calendar
        if let shift = own.shifts.first(where: { $0.value.contains(own.now) }) {
            return "You are on call now, until \(calendar.words(shift.value.until))."
        }
        return own.shifts.first.map { "Next: \(calendar.words($0.value))." } ?? "You have no shift in the next weeks."
    }

    // MARK: Shifts

    private static func shifts(_ own: OwnRoster, _ visit: StaffVisit) -> HTML {
        guard !own.shifts.isEmpty else {
            return emptyState("No shift in the next weeks", "When you have a turn on a list, it will be here.")
        }
        let rows = own.shifts.map { shift -> [HTML] in
            [
                HTML(text: visit.staff.agency.calendar.words(shift.value)),
                HTML(text: visit.pack.title(of: shift.list)), giving(shift, own),
            ]
        }
        return dataTable(
            "In the next eight weeks", columns: ["When", "List", ""], rows: rows,
            captioned: .unseen)
    }

    /// What is on already cannot be given away any more by a form.
    private static func giving(_ shift: Listed<Stretch>, _ own: OwnRoster) -> HTML {
        let place = OnCallAddresses.newOffer.link(
            query: ("list", shift.list.text), ("from", String(shift.value.from.milliseconds)))
        return "<a\(href: place)>\(shift.value.from > own.now ? "Give it away" : "Give the rest away")</a>"
    }

    private static func toTake(_ own: OwnRoster, _ visit: StaffVisit) -> HTML? {
        guard !own.toTake.isEmpty else { return nil }
        let calendar = visit.staff.agency.calendar
        let items = own.toTake.map { listed -> HTML in
            let swap = listed.value
            let inReturn = swap.inReturn.map { "<p>In return for yours: \(calendar.words($0)).</p>" as HTML }
            let no: HTML? =
                swap.taker == nil
                ? nil
                : OnCallActs.endOffer.asButton("No", visit, PathID(swap.id))
            return card(
                "\(own.name(swap.giver)) offers a shift", level: .third,
                """
                <p>\(calendar.words(swap.given)), \(visit.pack.title(of: listed.list)).</p>\(inReturn)
                \(actions(
                    OnCallActs.take.asButton("I take it", visit, PathID(swap.id), style: .primary), no ?? .empty))
                """)
        }
        return section("Offered to you", lead: "Yes or no is yours alone; a no is not kept.", items.joined())
    }

    private static func offered(_ own: OwnRoster, _ visit: StaffVisit) -> HTML? {
        guard !own.offered.isEmpty else { return nil }
        let rows = own.offered.map { listed -> [HTML] in
            [
                HTML(text: visit.staff.agency.calendar.words(listed.value.given)),
                HTML(text: listed.value.taker.map(own.name) ?? "Everyone on the list"),
                OnCallActs.endOffer.asButton("Take back", visit, PathID(listed.value.id), style: .quiet),
            ]
        }
        return section(
            "Offered by you", lead: "It stays yours until somebody has taken it.",
            dataTable(
                "Waiting for an answer", columns: ["When", "To", ""], rows: rows,
                captioned: .unseen))
    }

    private static func gaps(_ own: OwnRoster, _ visit: StaffVisit) -> HTML? {
        guard !own.gaps.isEmpty else { return nil }
        let rows = own.gaps.map { gap -> [HTML] in
            let place = OnCallAddresses.newShift.link(
                query: ("list", gap.list.text), ("from", String(gap.value.from.milliseconds)))
            return [
                HTML(text: visit.staff.agency.calendar.words(gap.value)), HTML(text: visit.pack.title(of: gap.list)),
                "<a\(href: place)>Take it or part of it</a>",
            ]
        }
        return section(
            "Nobody is on call", lead: "If one of these suits you, take as much of it as you like.",
            dataTable(
                "Gaps", columns: ["When", "List", ""], rows: rows,
                captioned: .unseen))
    }

    private static func shadowing(_ own: OwnRoster, _ visit: StaffVisit) -> HTML? {
        guard !own.shadowing.isEmpty else { return nil }
        let items = own.shadowing.map { listed -> HTML in
            "<li>\(visit.staff.agency.calendar.words(listed.value)), \(visit.pack.title(of: listed.list))</li>"
        }
        return section("You look on", lead: "To learn it. You are not called.", prose("<ul>\(items)</ul>"))
    }

    // MARK: Own time

    private static func leaves(_ own: OwnRoster, _ visit: StaffVisit) -> HTML? {
        guard !own.leaves.isEmpty else { return nil }
        return dataTable(
            "Days off the list", columns: ["From", "To", ""],
            rows: own.leaves.map { leave in
                [
                    HTML(text: leave.firstDay.longName), HTML(text: leave.lastDay.longName),
                    OnCallActs.endLeave.asButton("Take back", visit, PathID(leave.id), style: .quiet),
                ]
            }, captioned: .unseen)
    }

    private static func hoursLead(_ visit: StaffVisit) -> String {
        let own = "When you can be asked without being on call. A no, or no answer, counts nowhere."
        return switch visit.pack.availability.list.offDuty {
        case .ownOptIn: "\(own) Off duty you are asked in these hours only."
        case .respond: own
        }
    }

    private static func hours(_ own: OwnRoster, _ visit: StaffVisit) -> HTML? {
        guard !own.ownHours.isEmpty else { return nil }
        return dataTable(
            "Hours of your own", columns: ["Hours", "Kind", ""],
            rows: own.ownHours.map { hours in
                [
                    HTML(text: hours.hours.words), HTML(text: hours.kind.words),
                    OnCallActs.closeHours.asButton("Close", visit, PathID(hours.id), style: .quiet),
                ]
            }, captioned: .unseen)
    }

    private static func feed(_ own: OwnRoster, _ visit: StaffVisit) -> HTML {
        let words: HTML = """
            <p>A link for the calendar on your phone. It shows when you are on call, as “On call”, and nothing else. Whoever has \
            the link sees that, so keep it to yourself.</p>
            """
        guard own.hasFeed else { return words + OnCallActs.makeFeed.asButton("Make a link", visit) }
        return words
            + actions(
                OnCallActs.makeFeed.asButton("Make a new link", visit),
                OnCallActs.revokeFeed.asButton("Take the link back", visit, style: .danger))
    }
}
