import HTML
import Operations
import Program

/// Published figures as they are looked at: a sentence, tables with bars beside the twelve months until then, how it went over time, and
/// how to read it.
enum FiguresPages {
    static let back = Crumb("Figures", StatisticsAddresses.figures.link())

    static func published(_ view: FiguresView, _ visit: StaffVisit) -> HTML {
        let publication = view.published.publication
        let (release, period) = (PathID(publication.release), publication.period)
        let sentences = view.page.sentences.map { "<p>\($0)</p>" as HTML }
        let notes = publication.notes.map { "<p>\($0)</p>" as HTML }
        return page(
            "\(publication.title), \(period.name)", in: Shells.staff(visit, at: StatisticsAddresses.figures),
            back: back,
            width: .wide,
            main: """
                \(prose("\(sentences)"))
                \(actions(
                    linkButton("Print", to: FiguresAddresses.print.link(release, period), icon: .print),
                    linkButton("CSV", to: FiguresAddresses.file.link(release, period), icon: .sheet)))
                \(parts(view, isFolded: true))
                \(notes.isEmpty ? nil : section("Told elsewhere", prose("\(notes)")))
                \(section("How to read this", HowToRead.words(visit.pack)))
                \(section("What this is", facts(pairs(of: view, visit))))
                """)
    }

    /// Its tables, and how it went over time.
    static func parts(_ view: FiguresView, isFolded: Bool) -> HTML {
        let parts = (view.page.parts + [view.page.trend].compactMap(\.self)).enumerated().map { place, part in
            FigureParts.html(part, id: "figures-\(place + 1)", isFolded: isFolded)
        }
        return "\(parts)"
    }

    /// Whose figures they are, of which sheets, by which policy, and how to see that they are those that were published.
    static func lines(of view: FiguresView, _ visit: StaffVisit) -> [(String, String)] {
        let publication = view.published.publication
        return [
            publication.cover.map { ("Accountable", $0) },
            ("Time", publication.time), ("Stat sheets", String(publication.sheets)),
            ("Published on", view.published.publishedOn.longName),
            publication.readers.isEmpty ? nil : ("Open to", publication.readers.inWords),
            ("Policy", "\(visit.pack.source.title), version \(view.policy.version), SHA-256 \(view.policy.hash)"),
            ("Checksum (SHA-256)", view.published.checksum),
        ].compactMap(\.self)
    }

    private static func pairs(of view: FiguresView, _ visit: StaffVisit) -> [(String, HTML)] {
        [("Agency", HTML(text: visit.staff.agency.name))] + lines(of: view, visit).map { ($0.0, HTML(text: $0.1)) }
    }

    /// What waits for whoever prepares it, then what is published, release by release.
    static func list(_ standings: [ReleaseStanding], _ visit: StaffVisit) -> HTML {
        let waiting = standings.filter { $0.status != .published && visit.staff.isPreparer(of: $0.release) }.reversed()
        let published = standings.filter { $0.status == .published }
        let releases = visit.pack.allReleases.filter { release in
            release.readers.contains(where: visit.staff.holds) || visit.staff.isPreparer(of: release.id)
        }
        return page(
            "Figures", in: Shells.staff(visit, at: StatisticsAddresses.figures),
            lead: "How much the programme does, in numbers that point at nobody.",
            main: """
                \(waiting.isEmpty ? nil : section("To publish", cards(waiting.compactMap { StatisticsPages.link($0, visit) })))
                \(releases.map { release in ofRelease(release, published.filter { $0.release == release.id }, visit) })
                """)
    }

    private static func ofRelease(_ release: ToldRelease, _ published: [ReleaseStanding], _ visit: StaffVisit) -> HTML {
        let titles = release.readers.compactMap { visit.pack.role($0)?.title }
        let latest = published.prefix(6).map { link($0) }
        let earlier = published.dropFirst(6).map { link($0) }
        return section(
            release.title, lead: "Open to: \(titles.inWords).",
            """
            \(latest.isEmpty ? emptyState("Nothing is published yet", "The first figures will be here.") : cards(latest))
            \(earlier.isEmpty ? nil : furtherFields("Earlier", isOpen: false, cards(earlier)))
            """)
    }

    private static func link(_ standing: ReleaseStanding) -> HTML {
        linkCard(
            standing.period.title, detail: "Published",
            to: StatisticsAddresses.release.link(PathID(standing.release), standing.period), icon: .chart)
    }
}
