import HTML
import Operations
import Program

enum FiguresAddresses {
    static let print = Address<PathID, ReleasePeriod>("figures/{release}/{period}/print")
    static let file = Address<PathID, ReleasePeriod>("figures/{release}/{period}/table.csv")
}

/// Published figures as one document to print: a cover, the figures with a sentence each, and what is not shown and why. That of a year
/// begins with the year in a few sentences and has the team behind it, in counts.
enum FiguresOnPaper {
    static func document(_ view: FiguresView, _ team: TeamOnPaper?, _ visit: StaffVisit) -> HTML {
        let publication = view.published.publication
        let name = publication.period.name
        let first: [HTML] =
            if let team {
                [documentPage("The year in short", list(view.page.inShort(team.figures)))]
            } else {
                [documentPage("In short", list(view.page.sentences))]
            }
        let behind = team.map { team in
            documentPage(
                "The team behind it",
                "\((view.page.team(team.figures, team.forecast) + [team.figures.howSoon]).enumerated().map { part($1, id: "team-\($0 + 1)") })"
            )
        }
        return page(
            "\(publication.title), \(name)", in: Shells.staff(visit, at: StatisticsAddresses.figures),
            lead: "As it prints: use the browser's own way to print.",
            back: Crumb(
                publication.title,
                StatisticsAddresses.release.link(PathID(publication.release), publication.period)), width: .wide,
            main: printedDocument(
                DocumentCover(
                    agency: visit.staff.agency.name, title: publication.title,
                    period: publication.period.title,
                    lines: FiguresPages.lines(of: view, visit).map { SheetLine($0.0, $0.1) },
                    promise: promise(visit.pack)),
                parts: first + [FiguresPages.parts(view, isFolded: false)] + [behind].compactMap(\.self) + [
                    last(view, visit)
                ]))
    }

    static func promise(_ pack: PolicyPack) -> String {
        let count = pack.threshold.smallestCount.number
        let known = pack.threshold.insiders == .nobody ? "" : ", even for somebody who knows their own part of it"
        return
            "Nobody can be recognised in these figures: a number is shown where \(count) contacts or more stand behind it\(known)."
    }

    private static func list(_ sentences: [String]) -> HTML {
        prose("\(sentences.map { "<p>\($0)</p>" as HTML })")
    }

    private static func part(_ part: FigurePart, id: String) -> HTML { FigureParts.html(part, id: id, isFolded: false) }

    /// What is not shown and why, what else was published of that year, and who may read it.
    private static func last(_ view: FiguresView, _ visit: StaffVisit) -> HTML {
        let publication = view.published.publication
        let hidden = publication.tables.compactMap { table -> String? in
            let rows = table.rows.filter { !$0.isShown }.map(\.label)
            return rows.isEmpty ? nil : "\(table.title): \(rows.inWords)."
        }
        let missing = hidden + publication.notes
        return documentPage(
            "What is not shown, and why",
            """
            \(list(missing.isEmpty ? ["Every number that was counted is shown."] : missing))
            \(HowToRead.words(visit.pack))
            \(view.ofYear.count < 2 ? nil : section(
                "Published of \(publication.period.lastMonth.year)",
                dataTable(
                    "Published of that year", columns: ["Release", "Time", "On", "Checksum (SHA-256)"],
                    rows: view.ofYear.map { released in
                        [
                            HTML(text: released.title), HTML(text: released.period.title),
                            HTML(text: released.publishedOn.longName), "<code class=\"checksum\">\(released.checksum)</code>",
                        ]
                    }, captioned: .unseen)))
            \(section("Who may read it", list(["\(publication.readers.inWords), and whoever prepared it. Nobody else."])))
            """)
    }
}

extension Routes {
    /// The same figures on paper and for spreadsheets.
    static let figuresOnPaper: [Route] = [
        .staff(.get, FiguresAddresses.print, for: .staff(.seesFigures)) { visit, release, period in
            guard let view = try await visit.programmes.figuresView(release.text, period, by: visit.staff) else {
                return nil
            }
            let isOfYear = period.length == .year
            let team = isOfYear ? try await visit.programmes.teamOnPaper(of: period, for: visit.staff) : nil
            return .page(FiguresOnPaper.document(view, team, visit))
        },
        .staff(.get, FiguresAddresses.file, for: .staff(.seesFigures)) { visit, release, period in
            try await visit.programmes.publication(release.text, period, by: visit.staff).map { published in
                .commaTable([Publication.cellHeads] + published.publication.cells)
            }
        },
    ]
}
