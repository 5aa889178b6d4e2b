import HTML
import Operations
import Program

/// The figures on somebody's home: their own sheets, those they receive, and what is published.
enum HomeSheets {
    static func own(_ visit: StaffVisit, _ duties: Duties) -> HTML? {
        let staff = visit.staff
        guard staff.powers.contains(.keepStatSheet) else { return nil }
        let month = staff.today.month
        let waiting = duties.ownMonths.map { own in
            linkCard(
                own.month.name, detail: waitingWords(own.month, staff), to: SheetAddresses.sheet.link(own.month),
                icon: .sheet, badge: stateBadge(own.month, staff))
        }
        return """
            \(bigAction(
                "Count a contact", detail: "Twenty seconds. No names, no words about what was said.",
                to: ContactAddresses.newContact.link()))
            \(waiting.isEmpty ? nil : section("To submit", cards(waiting)))
            \(section(
                "This month",
                cards([
                    linkCard(
                        month.name, detail: "Your \(staff.policy.terms.statSheet) so far",
                        to: SheetAddresses.sheet.link(month), icon: .sheet)
                ])))
            """
    }

    private static func waitingWords(_ month: Month, _ staff: Staff) -> String {
        staff.policy.statSheet.due(for: month).map { "Due by \($0.longName)" } ?? ""
    }

    private static func stateBadge(_ month: Month, _ staff: Staff) -> HTML {
        let rule = staff.policy.statSheet
        if rule.isLate(month, on: staff.today) { return badge("Late", tone: .warning) }
        return switch rule.daysLeft(for: month, on: staff.today) {
        case 0: badge("Due today", tone: .warning)
        case 1: badge("Due in 1 day", tone: .warning)
        case let days?: badge("Due in \(days) days", tone: .warning)
        case nil: badge("To submit")
        }
    }

    static func received(_ visit: StaffVisit, _ duties: Duties) -> HTML? {
        guard visit.staff.powers.contains(.receiveStatSheets) else { return nil }
        let month = visit.staff.today.month.previous
        return section(
            "Stat sheets of \(month.name)",
            """
            \(ReceivedSheetPages.counts(of: duties.standings))
            \(actions(linkButton("See who", to: ReceivedSheetAddresses.month.link(month))))
            """)
    }

    /// The first that waits for whoever prepares it, else the month's latest.
    static func figures(_ visit: StaffVisit, _ duties: Duties) -> HTML? {
        let title = visit.pack.summary.title
        let waiting = duties.releases.filter {
            $0.status != .published && visit.staff.isPreparer(of: $0.release)
        }
        let next = waiting.min {
            ($0.period.lastMonth, $0.period.length.months) < ($1.period.lastMonth, $1.period.length.months)
        }
        if let link = next.flatMap({ StatisticsPages.link($0, visit) }) { return section(title, cards([link])) }
        let latest = duties.releases.first { $0.status == .published && $0.release == Publication.summary }
        guard visit.staff.powers.contains(.readSummaries), let latest else { return nil }
        return section(
            title,
            cards([
                linkCard(
                    latest.period.lastMonth.name, detail: "The latest published",
                    to: StatisticsAddresses.release.link(PathID(latest.release), latest.period), icon: .chart)
            ]))
    }
}
