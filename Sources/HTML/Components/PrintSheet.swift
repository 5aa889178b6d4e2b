/// One line of a printed form: "Month:" and what stands on it.
package struct SheetLine: Sendable {
    package let label: String
    let value: String

    package init(_ label: String, _ value: String) {
        self.label = label
        self.value = value
    }
}

/// A form as the agency prints it: on paper exactly one landscape page, black on white.
/// - Parameters:
///   - logo: the agency's mark, if it has one.
///   - title: the form's own title; a heading (`h2`).
///   - lines: filled in above the grid, such as the month and the supporter's name.
///   - grid: usually a `monthGrid`.
///   - totals: filled in below the grid.
///   - note: small print at the foot, such as the clause the form comes from.
package func printSheet(
    agency: String, title: String, logo: HTML? = nil, lines: [SheetLine], grid: HTML, totals: [SheetLine] = [],
    note: HTML? = nil
) -> HTML {
    """
    <article class="sheet">
    <header class="sheet-head">\(logo.map { "<div class=\"sheet-logo\">\($0)</div>" as HTML })
    <div><p class="sheet-agency">\(agency)</p><h2 class="sheet-title">\(title)</h2></div></header>
    \(sheetLines(lines))
    \(grid)
    \(totals.isEmpty ? nil : sheetLines(totals))
    \(note.map { "<p class=\"sheet-note\">\($0)</p>" as HTML })
    </article>
    """
}

private func sheetLines(_ lines: [SheetLine]) -> HTML {
    """
    <dl class="sheet-lines">\(lines.map { "<div><dt>\($0.label):</dt><dd>\($0.value)</dd></div>" as HTML })</dl>
    """
}
