import HTML
import Operations
import Program

/// What the receiver of the stat sheets sees.
enum ReceivedSheetPages {
    /// Who has submitted the month, who has time left and who is late.
    static func month(_ month: Month, _ visit: StaffVisit) async throws -> Answer {
        let area = try await visit.area(for: .receiveStatSheets)
        let standings = try await visit.programmes.standings(month, in: area.areas, by: visit.staff)
        return .page(Self.month(month, standings, area, visit))
    }

    private static func month(
        _ month: Month, _ standings: [SheetStanding], _ area: AreaOnPage, _ visit: StaffVisit
    ) -> HTML {
        let staff = visit.staff
        let due = staff.policy.statSheet.due(for: month)
        let clause = staff.policy.statSheet.basis.of(.dueDay).note.map { " \($0)" as HTML }
        let rows = standings.map { standing -> [HTML] in
            [
                name(standing, month), state(standing.status),
                standing.filing.map { HTML(text: $0.filedOn.longName) } ?? "",
            ]
        }
        return page(
            "Stat sheets of \(month.name)", in: Shells.staff(visit, at: ReceivedSheetAddresses.months),
            lead: due.map { "Due by \($0.longName)\(clause)." }, width: .wide,
            main: """
                \(months(around: month, area, staff))
                \(area.line(
                    own: ReceivedSheetAddresses.month.link(month),
                    whole: ReceivedSheetAddresses.month.link(month, query: AreaOnPage.widening)))
                \(counts(of: standings))
                \(standings.isEmpty
                    ? emptyState("Nobody owes a sheet for this month", "Supporters of that month would be listed here.")
                    : dataTable(
                        "Stat sheets of \(month.name)",
                        columns: ["Name", "State", "Submitted on"], rows: rows))
                """)
    }

    /// A submitted sheet that bears its supporter's name.
    static func sheet(_ opened: OpenedSheet, _ visit: StaffVisit) -> HTML {
        let month = opened.sheet.month
        return page(
            "\(opened.name), \(month.name)", in: Shells.staff(visit, at: ReceivedSheetAddresses.months),
            back: Crumb("Stat sheets of \(month.name)", ReceivedSheetAddresses.month.link(month)), width: .wide,
            main: """
                <p>Submitted on \(opened.filing.filedOn.longName). Who opens a sheet is kept in the audit chain.</p>
                \(SheetPages.printedSheet(opened.sheet, by: opened.name, visit))
                """)
    }

    private static func name(_ standing: SheetStanding, _ month: Month) -> HTML {
        guard standing.canOpen else { return HTML(text: standing.name) }
        return "<a\(href: ReceivedSheetAddresses.sheet.link(month, PathID(standing.account)))>\(standing.name)</a>"
    }

    private static func state(_ state: SheetStanding.Status) -> HTML {
        switch state {
        case .submitted(let filing): filing.inWords
        case .awaited: badge("Awaited")
        case .overdue: badge("Late", tone: .warning)
        }
    }

    /// How many are in, have time left, and are late.
    static func counts(of standings: [SheetStanding]) -> HTML {
        let submitted = standings.count { $0.filing != nil }
        let late = standings.count { $0.status == .overdue }
        return figures([
            Figure("Submitted", "\(submitted)", detail: "of \(standings.count)"),
            Figure("Awaited", "\(standings.count - submitted - late)"), Figure("Late", "\(late)"),
        ])
    }

    private static func months(around month: Month, _ area: AreaOnPage, _ staff: Staff) -> HTML {
        let latest = staff.today.month
        let months = (0...5).map { latest.adding(-$0) }
        return tabs(
            "Month",
            months.map {
                NavigationItem(
                    $0.name, ReceivedSheetAddresses.month.link($0, query: area.query), isCurrent: $0 == month)
            })
    }
}
