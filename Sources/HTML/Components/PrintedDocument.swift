/// The first page of a printed document: whose it is, what of, and what it promises.
package struct DocumentCover: Sendable {
    let agency: String
    let title: String
    let period: String
    let lines: [SheetLine]
    let promise: String

    /// - Parameters:
    ///   - lines: who is accountable, what it rests on, and how its words can be checked.
    ///   - promise: in one sentence, what nobody can learn from it.
    package init(agency: String, title: String, period: String, lines: [SheetLine], promise: String) {
        self.agency = agency
        self.title = title
        self.period = period
        self.lines = lines
        self.promise = promise
    }
}

/// A document of several pages, upright, black on white: on paper it stands alone, its cover on a page of its own, no table row and no
/// drawing split, heads of tables repeated, each page numbered.
/// - Parameter parts: each a `section`; one that stands on a page of its own is a ``documentPage``.
package func printedDocument(_ cover: DocumentCover, parts: [HTML]) -> HTML {
    """
    <article class="document">
    <header class="document-cover"><p class="document-agency">\(cover.agency)</p>
    <h2 class="document-title">\(cover.title)</h2><p class="document-period">\(cover.period)</p>
    <p class="document-promise">\(cover.promise)</p>
    \(lines(of: cover))</header>
    \(parts)
    </article>
    """
}

/// The same on a single page: a head instead of a cover, everything smaller and closer, and what it rests on at the foot.
/// - Parameter parts: each a `section`.
package func printedSummary(_ cover: DocumentCover, parts: HTML) -> HTML {
    """
    <article class="document document-single">
    <header class="document-head"><p class="document-agency">\(cover.agency)</p>
    <h2 class="document-title">\(cover.title)</h2><p class="document-period">\(cover.period)</p></header>
    \(parts)
    <footer class="document-foot"><p>\(cover.promise)</p>\(lines(of: cover))</footer>
    </article>
    """
}

private func lines(of cover: DocumentCover) -> HTML {
    "<dl class=\"document-lines\">\(cover.lines.map { "<div><dt>\($0.label)</dt><dd>\($0.value)</dd></div>" as HTML })</dl>"
}

/// A part of a printed document that begins a page.
package func documentPage(_ title: String, _ content: HTML) -> HTML {
    "<section class=\"part document-page\"><h2>\(title)</h2>\n\(content)</section>"
}
