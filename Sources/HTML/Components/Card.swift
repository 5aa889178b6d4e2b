/// A part of a page under its own heading (`h2`).
///
/// - Parameter anchor: what a link to it names, where there is one.
package func section(_ title: String, anchor: String? = nil, lead: HTML? = nil, _ content: HTML) -> HTML {
    """
    <section class="part"\(attribute: "id", anchor)><h2>\(title)</h2>\(lead.map { "<p class=\"part-lead\">\($0)</p>" as HTML })
    \(content)</section>
    """
}

/// One thing on its own sheet: an offer, a month, a duty. Headings are `h2`, or `h3` inside a section.
package func card(_ title: String, level: HeadingLevel = .second, badge: HTML? = nil, _ content: HTML) -> HTML {
    """
    <section class="card"><div class="card-head"><\(level.tag)>\(title)</\(level.tag)>\(badge)</div>
    \(content)</section>
    """
}

package enum HeadingLevel: Sendable {
    case second, third

    fileprivate var tag: HTML {
        switch self {
        case .second: "h2"
        case .third: "h3"
        }
    }
}

/// Cards beside each other where there is room, one below the other on a phone.
package func cards(_ items: [HTML]) -> HTML {
    "<div class=\"cards\">\(items)</div>"
}

/// A way to one of a person's duties, as a card that is a link.
package func linkCard(_ title: String, detail: String, to link: Link, icon kind: Icon, badge: HTML? = nil) -> HTML {
    """
    <a class="card card-link"\(href: link)><span class="card-icon">\(icon(kind))</span>\
    <span class="card-words"><span class="card-title">\(title)</span><span class="card-detail">\(detail)</span></span>\
    \(badge)</a>
    """
}

/// Running text: paragraphs and lists set for reading.
package func prose(_ content: HTML) -> HTML {
    "<div class=\"prose\">\(content)</div>"
}

/// What is known about one thing, as pairs of name and value.
package func facts(_ pairs: [(String, HTML)]) -> HTML {
    "<dl class=\"facts\">\(pairs.map { "<div><dt>\($0.0)</dt><dd>\($0.1)</dd></div>" as HTML })</dl>"
}

/// How many of each, as pairs of name and number: beside each other on a phone too.
package func counts(_ pairs: [(String, Int)]) -> HTML {
    "<dl class=\"facts facts-counts\">\(pairs.map { "<div><dt>\($0.0)</dt><dd>\($0.1)</dd></div>" as HTML })</dl>"
}

/// What stands where a list would be, when there is nothing in it yet: says why, and what to do.
package func emptyState(_ title: String, _ words: String, action: HTML? = nil) -> HTML {
    """
    <div class="empty"><p class="empty-title">\(title)</p><p>\(words)</p>\(action)</div>
    """
}
