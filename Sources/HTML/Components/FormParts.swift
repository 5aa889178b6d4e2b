/// A part of a long form under its own heading (`h2`).
package func formPart(_ title: String, lead: String? = nil, _ fields: HTML) -> HTML {
    """
    <section class="form-part"><h2>\(title)</h2>\(lead.map { "<p class=\"part-lead\">\($0)</p>" as HTML })
    \(fields)</section>
    """
}

/// Fields that few need, folded away until somebody asks for them, or has filled one in.
package func furtherFields(_ summary: String, isOpen: Bool, _ fields: HTML) -> HTML {
    """
    <details class="further"\(flag: "open", isOpen)><summary>\(summary)</summary>
    <div class="further-inside">\(fields)</div></details>
    """
}
