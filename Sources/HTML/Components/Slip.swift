/// A slip of paper to keep or to pass on: on paper it stands alone on its page.
package func slip(_ title: String, _ content: HTML) -> HTML {
    """
    <article class="slip"><h2 class="slip-title">\(title)</h2>
    \(content)</article>
    """
}
