/// One figure with its name: "Contacts this month", "12".
package struct Figure: Sendable {
    let label: String
    let value: String
    let detail: String?

    package init(_ label: String, _ value: String, detail: String? = nil) {
        self.label = label
        self.value = value
        self.detail = detail
    }
}

/// A few figures beside each other.
package func figures(_ figures: [Figure]) -> HTML {
    let tiles = figures.map { figure -> HTML in
        """
        <div class="figure"><dt>\(figure.label)</dt><dd><span class="figure-value">\(figure.value)</span>\
        \(figure.detail.map { " <span class=\"figure-detail\">\($0)</span>" as HTML })</dd></div>
        """
    }
    return "<dl class=\"figures\">\(tiles)</dl>"
}

/// One bar: how many of a kind. `nil` is a figure that is not shown, because few people stand behind it.
package struct CountBar: Sendable {
    let label: String
    let count: Int?

    package init(_ label: String, _ count: Int?) {
        self.label = label
        self.count = count
    }
}

/// Counts by kind as a table whose numbers are also drawn. The table is the content; the bars are decoration and are
/// hidden from those who listen. A withheld count has no bar, so that its length cannot give it away.
package func barTable(_ caption: String, kind: String, count: String, withheld: String, bars: [CountBar]) -> HTML {
    let longest = max(1, bars.compactMap(\.count).max() ?? 1)
    let rows = bars.map { bar -> HTML in
        """
        <tr><th scope="row">\(bar.label)</th>\
        <td class="number">\(bar.count.map { "\($0)" as HTML } ?? "<span class=\"withheld\">\(withheld)</span>")</td>\
        <td class="bar-cell">\(bar.count.map { drawing($0, of: longest) })</td></tr>
        """
    }
    return """
        <table class="table bars"><caption>\(caption)</caption>
        <thead><tr><th scope="col">\(kind)</th><th scope="col" class="number">\(count)</th>\
        <td class="bar-cell"></td></tr></thead>
        <tbody>\(rows)</tbody></table>
        """
}

private func drawing(_ count: Int, of longest: Int) -> HTML {
    let width = max(0, count) * 100 / longest
    return """
        <svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">\
        <rect class="bar-ground" width="100" height="10"/><rect class="bar-length" width="\(width)" height="10"/></svg>
        """
}
