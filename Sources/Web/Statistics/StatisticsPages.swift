import HTML
import Operations
import Program

/// The pages of published figures.
enum StatisticsPages {
    /// A period's figures, or the way to publish them.
    static func link(_ standing: ReleaseStanding, _ visit: StaffVisit) -> HTML? {
        guard let release = visit.pack.release(standing.release) else { return nil }
        let name = "\(release.title), \(standing.period.name)"
        return switch standing.status {
        case .published:
            linkCard(
                name, detail: "Published",
                to: StatisticsAddresses.release.link(PathID(standing.release), standing.period), icon: .chart)
        case .waiting, .overdue:
            linkCard(
                name, detail: "Publish it",
                to: StatisticsAddresses.preparation.link(PathID(standing.release), standing.period), icon: .chart,
                badge: standing.status == .overdue ? badge("Overdue", tone: .warning) : badge("To publish"))
        }
    }

    /// What there is to know before publishing, and the act itself.
    static func preparation(
        _ id: String, _ period: ReleasePeriod, _ sheets: SheetCount?, _ visit: StaffVisit
    ) -> HTML? {
        guard let release = visit.pack.release(id) else { return nil }
        let missing = sheets.flatMap { sheets -> HTML? in
            sheets.awaited == 0
                ? nil
                : callout(
                    "\(sheets.awaited) of \(sheets.expected) sheets are not in, and the day they were due is over.",
                    tone: .warning, "<p>Sheets submitted after this count in the next summary.</p>")
        }
        let count = sheets.map { figures([Figure("Sheets in", "\($0.submitted)", detail: "of \($0.expected)")]) }
        return page(
            "\(release.title), \(period.name)", in: Shells.staff(visit, at: StatisticsAddresses.figures),
            lead: "The figures are made when you publish, from all sheets at once. Nobody sees them before.",
            back: back,
            main: """
                \(missing)
                \(count)
                \(actions(
                    StatisticsActs.publish.asConfirmation(
                        "Publish", "<p>Once published it stays as it is, for good. \(readers(of: release, visit))</p>",
                        button: "Publish \(period.name) now", visit, PathID(id), period, style: .primary)))
                """)
    }

    static func refused(
        _ id: String, _ period: ReleasePeriod, _ problems: Refusal, _ visit: StaffVisit
    ) -> HTML? {
        visit.pack.release(id).map { release in
            page(
                "\(release.title), \(period.name)", in: Shells.staff(visit, at: StatisticsAddresses.figures),
                back: back, main: problems.announcement)
        }
    }

    private static var back: Crumb { Crumb("Figures", StatisticsAddresses.figures.link()) }

    private static func readers(of release: ToldRelease, _ visit: StaffVisit) -> HTML {
        let titles = release.readers.compactMap { visit.pack.role($0)?.title }
        return "It is open to: \(titles.joined(separator: ", "))."
    }
}
