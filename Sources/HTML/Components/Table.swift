/// A column of a table.
package struct TableColumn: Sendable {
    package enum Content: String, Sendable {
        case words
        /// Whole sentences: on a narrow window they stand under the column's name, as a text does.
        case sentences
        /// Figures stand right-aligned with digits of one width.
        case number
    }

    let title: String
    let content: Content

    package init(_ title: String, _ content: Content = .words) {
        self.title = title
        self.content = content
    }
}

/// A column of words, by its title alone.
extension TableColumn: ExpressibleByStringLiteral {
    package init(stringLiteral title: String) { self.init(title) }
}

/// What a table does when the window is narrower than its rows.
package enum NarrowTable: String, Sendable {
    /// Each row becomes a small card, each cell named by its column.
    case stacks
    /// The table moves sideways in its own frame, which can be reached by keyboard.
    case scrolls
    /// The table stays as it is: for two short columns.
    case stays
}

/// Whether a table's caption is seen: it is always there for those who listen, and is seen where no heading says it.
package enum TableCaption: Sendable {
    case shown, unseen

    fileprivate var style: String? {
        switch self {
        case .shown: nil
        case .unseen: "unseen"
        }
    }
}

/// Rows under named columns. The first cell of each row names the row. Pass as many cells as there are columns.
/// - Parameter total: a last row set apart.
package func dataTable(
    _ caption: String, columns: [TableColumn], rows: [[HTML]], total: [HTML]? = nil, narrow: NarrowTable = .stacks,
    captioned: TableCaption = .shown
) -> HTML {
    let table: HTML = """
        <table class="table table-\(narrow.rawValue)" role="table"><caption\(attribute: "class", captioned.style)>\(caption)</caption>
        <thead role="rowgroup"><tr role="row">\(columns.map(columnHeader))</tr></thead>
        <tbody role="rowgroup">\(rows.map { row($0, under: columns) })</tbody>
        \(total.map { "<tfoot role=\"rowgroup\">\(row($0, under: columns))</tfoot>" as HTML })</table>
        """
    return switch narrow {
    case .stacks, .stays: table
    case .scrolls: scrolling(caption, table)
    }
}

/// A frame in which a wide thing moves sideways, by finger, wheel or arrow keys.
func scrolling(_ label: String, _ content: HTML) -> HTML {
    """
    <div class="scroll" role="region" aria-label="\(label)" tabindex="0">\(content)</div>
    <p class="scroll-hint" aria-hidden="true">Swipe sideways for the rest</p>
    """
}

/// A column without a title has no header: an empty one would be read out as nothing.
private func columnHeader(_ column: TableColumn) -> HTML {
    guard !column.title.isEmpty else { return "<td role=\"cell\"></td>" }
    return "<th scope=\"col\" role=\"columnheader\" class=\"\(column.content.rawValue)\">\(column.title)</th>"
}

private func row(_ cells: [HTML], under columns: [TableColumn]) -> HTML {
    let row = zip(cells, columns).enumerated().map { index, pair -> HTML in
        let (cell, column) = pair
        return index == 0
            ? "<th scope=\"row\" role=\"rowheader\" class=\"\(column.content.rawValue)\">\(cell)</th>"
            : """
            <td role="cell" class="\(column.content.rawValue)" data-label="\(column.title)">\(cell)</td>
            """
    }
    return "<tr role=\"row\">\(row)</tr>"
}
