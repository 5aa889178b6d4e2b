import HTML
import Operations
import Program

enum FiguresAddresses {
    static let print = Address<PathID, ReleasePeriod>("figures/{release}/{period}/print")
    static let file = Address<PathID, ReleasePeriod>("figures/{release}/{period}/table.csv")
}

/// Published figures on paper. A year is one document: a cover, the year in a few sentences, the figures, the team behind them in counts, and
/// what is not shown and why. What is shorter is one page.
enum FiguresOnPaper {
    static func printed(_ view: FiguresView, _ team: TeamOnPaper?, _ visit: StaffVisit) -> HTML {
        let publication = view.published.publication
        return page(
            "\(publication.title), \(publication.period.name)",
            in: Shells.staff(visit, at: StatisticsAddresses.figures),
            lead: "As it prints: use the browser's own way to print.",
            back: Crumb(
                publication.title,
                StatisticsAddresses.release.link(PathID(publication.release), publication.period)), width: .wide,
            main: team.map { document(view, $0, visit) } ?? summary(view, visit))
    }

    private static func document(_ view: FiguresView, _ team: TeamOnPaper, _ visit: StaffVisit) -> HTML {
        let behind = view.page.team(team.figures, team.forecast) + [team.figures.howSoon]
        return printedDocument(
            cover(of: view, visit),
            parts: [
                documentPage("The year in short", list(view.page.inShort(team.figures))),
                FiguresPages.parts(view, isFolded: false),
                documentPage(
                    "The team behind it", "\(behind.enumerated().map { part($1, id: "team-\($0 + 1)") })"),
                last(view, visit),
            ])
    }

    /// Its sentences stand together at the top, and what is said of several tables once, below them.
    private static func summary(_ view: FiguresView, _ visit: StaffVisit) -> HTML {
        let figures = view.page.parts + [view.page.trend].compactMap(\.self)
        let words = figures.flatMap(\.notes) + whatIsMissing(in: view.published.publication)
        let drawn = figures.enumerated().map { place, figure in
            part(FigurePart(title: figure.title, contents: figure.contents), id: "figures-\(place + 1)", isFolded: true)
        }
        return printedSummary(
            cover(of: view, visit),
            parts: """
                \(section("In short", list(view.page.sentences)))\(drawn)
                \(words.isEmpty ? nil : section("How to read it", list(words.withoutRepetition)))
                """)
    }

    private static func cover(of view: FiguresView, _ visit: StaffVisit) -> DocumentCover {
        let publication = view.published.publication
        return DocumentCover(
            agency: visit.staff.agency.name, title: publication.title, period: publication.period.title,
            lines: FiguresPages.lines(of: view, visit).map { SheetLine($0.0, $0.1) }, promise: promise(visit.pack))
    }

    /// What is not shown, table by table, and what is told elsewhere.
    private static func whatIsMissing(in publication: Publication) -> [String] {
        publication.tables.compactMap { table in
            let rows = table.rows.filter { !$0.isShown }.map(\.label)
            return rows.isEmpty ? nil : "\(table.title): \(rows.inWords)."
        } + publication.notes
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

    private static func part(_ part: FigurePart, id: String, isFolded: Bool = false) -> HTML {
        FigureParts.html(part, id: id, isFolded: isFolded)
    }

    /// What is not shown and why, what else was published of that year, and who may read it.
    private static func last(_ view: FiguresView, _ visit: StaffVisit) -> HTML {
        let publication = view.published.publication
        let missing = whatIsMissing(in: publication)
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
            return .page(FiguresOnPaper.printed(view, team, visit))
        },
        .staff(.get, FiguresAddresses.file, for: .staff(.seesFigures)) { visit, release, period in
            try await visit.programmes.publication(release.text, period, by: visit.staff).map { published in
                .commaTable([Publication.cellHeads] + published.publication.cells)
            }
        },
    ]
}
