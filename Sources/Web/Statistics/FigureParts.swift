import HTML
import Program

/// Parts told in figures, as pages show them and programs read them.
enum FigureParts {
    /// Sentences first, then the drawing with its table, then how to read it.
    ///
    /// - Parameters:
    ///   - id: names its drawings within the page.
    ///   - isFolded: whether the table below a drawing over time is folded away; on paper it is not.
    static func html(_ part: FigurePart, id: String, isFolded: Bool = true) -> HTML {
        section(part.title, inside(part, id: id, isFolded: isFolded))
    }

    /// The same without its heading.
    static func inside(_ part: FigurePart, id: String, isFolded: Bool = true) -> HTML {
        let sentences = part.sentences.map { "<p>\($0)</p>" as HTML }
        let contents = part.contents.enumerated().map { place, content in
            html(content, part, id: "\(id)-\(place + 1)", isFolded: isFolded)
        }
        let notes = part.notes.map { "<p class=\"field-hint\">\($0)</p>" as HTML }
        return "\(sentences.isEmpty ? nil : prose("\(sentences)"))\(contents)\(notes)"
    }

    private static func html(_ content: FigurePart.Content, _ part: FigurePart, id: String, isFolded: Bool) -> HTML {
        switch content {
        case .bars(let bars):
            figureTable(
                part.title, kind: bars.kind, columns: bars.columns,
                rows: bars.rows.map { row in
                    FigureRow(row.labels, measure: row.unit?.rawValue, zip(row.values, row.words).map(shown))
                },
                total: bars.total.map { $0.map { shown($0, $0.words()) } }, captioned: .unseen)
        case .trend(let trend):
            trendChart(
                id: id, title: "\(trend.unit), month by month", summary: trend.words, unit: trend.unit,
                periods: trend.points.map { point in
                    TrendPeriod(
                        ticks: point.months.map { String($0.name.prefix(3)) }, name: point.name,
                        shown(point.value, point.value.words()))
                }, isFolded: isFolded)
        case .words(let table):
            table.rows.isEmpty
                ? ""
                : dataTable(
                    table.title,
                    columns: table.columns.indices.map { column in
                        TableColumn(table.columns[column], table.isNumber(column) ? .number : .words)
                    }, rows: table.rows.map { $0.map { HTML(text: $0) } })
        }
    }

    private static func shown(_ value: DisclosedValue, _ words: String) -> ShownFigure {
        value.amount.map { .number($0, words: words) } ?? .notShown
    }

    // MARK: For programs

    static let shape = Shape<FigurePart>(
        .words("title", \.title), .texts("sentences", about: "Made of what is shown alone.", \.sentences),
        .list("tables", of: table, \.contents), .texts("notes", about: "How to read it, and what is missing.", \.notes))

    private static let table = Shape<FigurePart.Content>(
        .texts("columns", about: "The first is of the labels.") { $0.columns },
        .list("rows", of: row) { $0.lines })

    private static let row = Shape<Line>(
        .texts("labels", about: "Several where they share one number.", \.labels), .texts("cells", \.cells))
}

/// A row of a table as words.
private struct Line: Sendable {
    let labels: [String]
    let cells: [String]
}

extension FigurePart.Content {
    fileprivate var columns: [String] {
        switch self {
        case .bars(let bars): [bars.kind] + bars.columns
        case .trend(let trend): ["Time", trend.unit]
        case .words(let table): table.columns
        }
    }

    fileprivate var lines: [Line] {
        switch self {
        case .bars(let bars):
            bars.rows.map { Line(labels: $0.labels, cells: $0.words) }
                + (bars.total.map { [Line(labels: ["Total"], cells: $0.map { $0.words() })] } ?? [])
        case .trend(let trend): trend.points.map { Line(labels: [$0.name], cells: [$0.value.words()]) }
        case .words(let table): table.rows.map { Line(labels: Array($0.prefix(1)), cells: Array($0.dropFirst())) }
        }
    }
}

extension PlanTable {
    /// Whether every cell of a column is a number, so that it stands as one.
    func isNumber(_ column: Int) -> Bool {
        column > 0 && rows.allSatisfy { Double($0[column]) != nil }
    }
}
