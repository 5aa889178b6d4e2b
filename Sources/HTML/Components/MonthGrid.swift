/// One line of a month's grid: its name, a short code for each day that has one, and its total.
package struct GridRow: Sendable {
    let label: String
    let codes: [Int: String]
    let total: String?

    /// - Parameter codes: by day of the month, 1 to 31; a code is a few characters, such as "M" or "2".
    package init(_ label: String, _ codes: [Int: String], total: String? = nil) {
        self.label = label
        self.codes = codes
        self.total = total
    }
}

/// A month at a glance: one line for each kind of entry, one column for each day 1 to 31. Days the month does not have
/// keep their column, as on the paper form, and are shaded.
package func monthGrid(
    _ caption: String, corner: String, days: Int = 31, totals: String? = nil, rows: [GridRow]
) -> HTML {
    let heads = (1...31).map { day -> HTML in "<th scope=\"col\"\(dayClass(day, of: days))>\(day)</th>" }
    let totalHead = totals.map { "<th scope=\"col\" class=\"grid-total\">\($0)</th>" as HTML }
    let lines = rows.map { line -> HTML in
        let cells = (1...31).map { day -> HTML in "<td\(dayClass(day, of: days))>\(line.codes[day] ?? "")</td>" }
        let total = totals.map { _ in "<td class=\"grid-total\">\(line.total ?? "")</td>" as HTML }
        return "<tr><th scope=\"row\">\(line.label)</th>\(cells)\(total)</tr>"
    }
    return scrolling(
        caption,
        """
        <table class="\(rows.count > 15 ? "grid grid-dense" : "grid")"><caption>\(caption)</caption>
        <thead><tr><th scope="col" class="grid-corner">\(corner)</th>\(heads)\(totalHead)</tr></thead>
        <tbody>\(lines)</tbody></table>
        """)
}

/// A grid of as many columns as there are, under the month's own: entries for which a day's one column has no room.
package func columnGrid(
    _ caption: String, corner: String, columns: [String], rows: [(label: String, cells: [String])]
) -> HTML {
    let heads = columns.map { "<th scope=\"col\">\($0)</th>" as HTML }
    let lines = rows.map { line -> HTML in
        "<tr><th scope=\"row\">\(line.label)</th>\(line.cells.map { "<td>\($0)</td>" as HTML })</tr>"
    }
    return scrolling(
        caption,
        """
        <table class="grid grid-dense grid-further"><caption>\(caption)</caption>
        <thead><tr><th scope="col" class="grid-corner">\(corner)</th>\(heads)</tr></thead>
        <tbody>\(lines)</tbody></table>
        """)
}

private func dayClass(_ day: Int, of days: Int) -> HTML {
    day > days ? " class=\"grid-none\"" : ""
}
