import HTML
import Operations
import Program

/// The pages of published figures.
enum StatisticsPages {
    /// What is published; for whoever prepares a release also what waits.
    static func list(_ standings: [ReleaseStanding], _ visit: StaffVisit) -> HTML {
        let shown = standings.filter { $0.status == .published || visit.staff.isPreparer(of: $0.release) }
        let items = shown.compactMap { link($0, visit) }
        return page(
            "Figures", in: Shells.staff(visit, at: StatisticsAddresses.figures),
            lead: visit.pack.release(Publication.summary).map { readers(of: $0, visit) },
            main: items.isEmpty
                ? emptyState("Nothing is published yet", "The first month's figures will be here.") : cards(items))
    }

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

    static func published(_ published: PublishedFigures, _ visit: StaffVisit) -> HTML {
        let publication = published.publication
        let notes = publication.notes.map { "<p>\($0)</p>" as HTML }.joined()
        return page(
            "\(publication.title), \(publication.period.name)",
            in: Shells.staff(visit, at: StatisticsAddresses.figures), back: back, width: .wide,
            main: """
                \(cover(publication, visit, day: "Published on \(published.publishedOn.longName)"))
                \(notes)
                \(publication.tables.map(table))
                """)
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

    /// One published table.
    static func table(_ table: PublishedTable) -> HTML {
        let rows = table.rows.map { [HTML(text: $0.label), value($0.value, in: $0.unit)] }
        let total = table.total.map { [HTML(text: "Total"), value($0, in: nil)] }
        let notes = table.notes.map { "<p class=\"field-hint\">\($0)</p>" as HTML }
        return section(
            table.title,
            """
            \(dataTable(
                table.title, columns: ["", TableColumn("Number", .number)],
                rows: rows, total: total, narrow: .stays, captioned: .unseen))
            \(notes)
            """)
    }

    private static var back: Crumb { Crumb("Figures", StatisticsAddresses.figures.link()) }

    private static func cover(_ publication: Publication, _ visit: StaffVisit, day: String) -> HTML {
        var pairs: [(String, HTML)] = [("Agency", HTML(text: visit.staff.agency.name))]
        if let cover = publication.cover { pairs.append(("Accountable", HTML(text: cover))) }
        pairs.append(("Time", HTML(text: publication.period.name)))
        pairs.append(("Stat sheets", HTML(text: String(publication.sheets))))
        pairs.append(("State", HTML(text: day)))
        return facts(pairs)
    }

    private static func value(_ value: DisclosedValue, in unit: Quantity.Unit?) -> HTML {
        switch value {
        case .count(let count): HTML(text: unit.map { "\(count) \($0.words(for: count))" } ?? String(count))
        case .minutes(let minutes): HTML(text: minutesInWords(minutes))
        case .hours(let hours): HTML(text: hours == 1 ? "1 hour" : "\(hours) hours")
        case .suppressed: "<span class=\"withheld\">not shown</span>"
        }
    }

    private static func readers(of release: ToldRelease, _ visit: StaffVisit) -> HTML {
        let titles = release.readers.compactMap { visit.pack.role($0)?.title }
        return "It is open to: \(titles.joined(separator: ", "))."
    }
}

extension Quantity.Unit {
    /// As it stands after a number.
    fileprivate func words(for count: Int) -> String {
        switch self {
        case .minutes: count == 1 ? "minute" : "minutes"
        case .people: count == 1 ? "person" : "people"
        case .referrals: count == 1 ? "referral" : "referrals"
        case .followUps: count == 1 ? "follow-up" : "follow-ups"
        }
    }
}
