/// A page to show in front of others: one idea. On paper each is one landscape page. Each has a place of its own in the page, and a way
/// to the next, so that the keyboard goes through them.
/// - Parameter title: a heading (`h2`).
package func slide(_ number: Int, of count: Int, _ title: String, agency: String, _ content: HTML) -> HTML {
    """
    <article class="sheet slide" id="slide-\(number)" aria-labelledby="slide-\(number)-title" tabindex="-1">
    <p class="sheet-agency">\(agency)</p><h2 class="slide-title" id="slide-\(number)-title">\(title)</h2>
    <div class="slide-body">\(content)</div>
    <p class="sheet-note">\(number) of \(count)</p>\
    \(number < count ? "<p class=\"slide-next\"><a href=\"#slide-\(number + 1)\">Next</a></p>" as HTML : nil)
    </article>
    """
}
