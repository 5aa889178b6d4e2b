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
