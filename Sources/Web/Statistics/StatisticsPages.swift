import HTML
import Operations
import Program

/// The pages of the month's published figures.
enum StatisticsPages {
    /// The published months; for the one who prepares them also what waits.
    static func list(_ standings: [SummaryStanding], _ visit: StaffVisit) -> HTML {
        let prepares = visit.staff.powers.contains(.publishSummary)
        let shown = standings.filter { $0.status == .published || prepares }
        let items = shown.map(link)
        return page(
            visit.pack.summary.title, in: Shells.staff(visit, at: StatisticsAddresses.summaries), lead: readers(visit),
            main: items.isEmpty
                ? emptyState("Nothing is published yet", "The first month's figures will be here.") : cards(items))
    }

    /// A month's figures, or the way to publish them.
    static func link(_ standing: SummaryStanding) -> HTML {
        let month = standing.month
        return switch standing.status {
        case .published:
            linkCard(month.name, detail: "Published", to: StatisticsAddresses.summary.link(month), icon: .chart)
        case .waiting, .overdue:
            linkCard(
                month.name, detail: "Publish it", to: StatisticsAddresses.preparation.link(month), icon: .chart,
                badge: standing.status == .overdue ? badge("Overdue", tone: .warning) : badge("To publish"))
        }
    }

    static func published(_ published: PublishedSummary, _ visit: StaffVisit) -> HTML {
        let summary = published.summary
        return page(
            "\(summary.title), \(summary.month.name)", in: Shells.staff(visit, at: StatisticsAddresses.summaries),
            back: Crumb("Summaries", StatisticsAddresses.summaries.link()), width: .wide,
            main: """
                \(cover(summary, visit, day: "Published on \(published.publishedOn.longName)"))
                \(summary.tables.map(table))
                """)
    }

    /// What there is to know before publishing, and the act itself.
    static func preparation(_ month: Month, _ sheets: SheetCount, _ visit: StaffVisit) -> HTML {
        let missing: HTML? =
            sheets.awaited == 0
            ? nil
            : callout(
                "\(sheets.awaited) of \(sheets.expected) sheets are not in, and the day they were due is over.",
                tone: .warning, "<p>Sheets submitted after this count in the next summary.</p>")
        return page(
            "\(visit.pack.summary.title), \(month.name)", in: Shells.staff(visit, at: StatisticsAddresses.summaries),
            lead: "The figures are made when you publish, from all sheets at once. Nobody sees them before.",
            back: Crumb("Summaries", StatisticsAddresses.summaries.link()),
            main: """
                \(missing)
                \(figures([Figure("Sheets in", "\(sheets.submitted)", detail: "of \(sheets.expected)")]))
                \(actions(
                    StatisticsActs.publish.asConfirmation(
                        "Publish", "<p>Once published it stays as it is, for good. \(readers(visit))</p>",
                        button: "Publish \(month.name) now", visit, month, style: .primary)))
                """)
    }

    static func refused(_ month: Month, _ problems: Refusal, _ visit: StaffVisit) -> HTML {
        page(
            "\(visit.pack.summary.title), \(month.name)", in: Shells.staff(visit, at: StatisticsAddresses.summaries),
            back: Crumb("Summaries", StatisticsAddresses.summaries.link()),
            main: problems.announcement)
    }

    /// One published table.
    static func table(_ table: DisclosedTable) -> HTML {
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

    private static func cover(_ summary: Summary, _ visit: StaffVisit, day: String) -> HTML {
        var pairs: [(String, HTML)] = [("Agency", HTML(text: visit.staff.agency.name))]
        if let cover = summary.cover { pairs.append(("Accountable", HTML(text: cover))) }
        pairs.append(("Month", HTML(text: summary.month.name)))
        pairs.append(("Stat sheets", HTML(text: String(summary.sheetsReceived))))
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

    private static func readers(_ visit: StaffVisit) -> HTML {
        let titles = visit.pack.summary.readers.compactMap { visit.pack.role($0)?.title }
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
