/// One figure of a table: a number with the words that are read, or the one mark of everything that is not shown.
package enum ShownFigure: Sendable, Equatable {
    /// - Parameter words: as it is read: `27`, `1 h 30`, `14 people`.
    case number(Int, words: String)
    case notShown

    package static func count(_ count: Int) -> ShownFigure { .number(count, words: String(count)) }

    fileprivate var amount: Int? {
        switch self {
        case .number(let amount, _): amount
        case .notShown: nil
        }
    }

    /// The number, or that there is none to be seen.
    package var words: String {
        switch self {
        case .number(_, let words): words
        case .notShown: "not shown"
        }
    }
}

/// A row of figures: what they are of, and one for each column. Several labels share one number, as far as it tells them apart.
package struct FigureRow: Sendable {
    let labels: [String]
    /// What its numbers count, where rows of one table count different things: hours, people.
    let measure: String?
    let figures: [ShownFigure]

    package init(_ labels: [String], measure: String? = nil, _ figures: [ShownFigure]) {
        self.labels = labels
        self.measure = measure
        self.figures = figures
    }
}

/// Figures by what they are of, each drawn as a bar beside its number, in one column or in two ("last month", "twelve months").
/// The numbers are the content; the bars are decoration, each column on a scale of its own, and are hidden from those who listen. What is
/// not shown has one mark and no bar, so that no length can give it away. Lengths are compared within one measure: hours are never longer
/// than people, and a row that is the only one of its measure has no bar.
/// - Parameters:
///   - kind: what the rows are of, as the heading of their labels.
///   - total: a last row set apart, without bars.
package func figureTable(
    _ caption: String, kind: String, columns: [String], rows: [FigureRow], total: [ShownFigure]? = nil,
    captioned: TableCaption = .shown
) -> HTML {
    let measures = Dictionary(grouping: rows, by: \.measure)
    let scales = measures.mapValues { alike in
        columns.indices.map { column -> Int? in
            guard measures.count == 1 || alike.count > 1 else { return nil }
            return max(1, alike.compactMap { column < $0.figures.count ? $0.figures[column].amount : nil }.max() ?? 1)
        }
    }
    let body = rows.map { row -> HTML in
        let cells = zip(row.figures, scales[row.measure] ?? []).map { figure, longest in cell(figure, bar: longest) }
        return "<tr><th scope=\"row\">\(names(row.labels))</th>\(cells)</tr>"
    }
    let foot = total.map { figures -> HTML in
        "<tfoot><tr><th scope=\"row\">Total</th>\(figures.map { cell($0, bar: nil) })</tr></tfoot>"
    }
    let heads = columns.map { "<th scope=\"col\" class=\"shown\">\($0)</th>" as HTML }
    return """
        <table class="table shown-table shown-of-\(columns.count > 1 ? "two" : "one")">\
        <caption\(attribute: "class", captioned == .unseen ? "unseen" : nil)>\(caption)</caption>
        <thead><tr><th scope="col">\(kind)</th>\(heads)</tr></thead>
        <tbody>\(body)</tbody>\(foot)</table>
        """
}

/// A label; of several, each on a line of its own, joined by "or" and a bracket.
private func names(_ labels: [String]) -> HTML {
    guard labels.count > 1 else { return HTML(text: labels.first ?? "") }
    let lines = labels.enumerated().map { index, label -> HTML in
        "\(index == 0 ? nil : " " as HTML)<span class=\"joined-label\">\(index == 0 ? nil : or)\(label)</span>"
    }
    return "<span class=\"joined\">\(lines)</span>"
}

private let or: HTML = "<span class=\"joined-or\">or</span> "

private func cell(_ figure: ShownFigure, bar longest: Int?) -> HTML {
    switch figure {
    case .notShown: "<td class=\"shown\"><span class=\"withheld\">not shown</span></td>"
    case .number(let amount, let words):
        """
        <td class="shown"><span class="shown-pair"><span class="shown-number">\(words)</span>\
        \(longest.map { bar(amount, of: $0) })</span></td>
        """
    }
}

private func bar(_ amount: Int, of longest: Int) -> HTML {
    let width = max(0, amount) * 100 / longest
    return """
        <svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">\
        <rect class="bar-ground" width="100" height="10"/><rect class="bar-length" width="\(width)" height="10"/></svg>
        """
}
