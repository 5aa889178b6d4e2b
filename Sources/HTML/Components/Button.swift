/// How much a button asks for attention. A page has one primary button at most.
package enum ButtonStyle: String, Sendable {
    case primary, secondary, quiet
    /// For what cannot be undone.
    case danger
}

/// The button that sends the form it stands in. With a name it says which of several buttons was pressed.
package func button(
    _ label: String, style: ButtonStyle = .primary, name: String? = nil, value: String? = nil
) -> HTML {
    """
    <button type="submit" class="button button-\(style.rawValue)"\(attribute: "name", name)\
    \(attribute: "value", value)>\(label)</button>
    """
}

/// A link that looks like a button: it leads somewhere and changes nothing.
package func linkButton(
    _ label: String, to link: Link, style: ButtonStyle = .secondary, icon kind: Icon? = nil
) -> HTML {
    "<a class=\"button button-\(style.rawValue)\"\(href: link)>\(kind.map(icon))<span>\(label)</span></a>"
}

/// A form of one button, for an act that needs nothing typed.
package func buttonForm(
    _ label: String, to action: Link, token: String, style: ButtonStyle = .secondary, hidden: [(String, String)] = []
) -> HTML {
    """
    <form class="button-form" method="post"\(action: action)>\(hiddenField(Form.tokenName, token))\
    \(hidden.map { hiddenField($0.0, $0.1) })\(button(label, style: style))</form>
    """
}

/// The one thing to do next, as large as a thumb: for the top of a home page.
package func bigAction(_ label: String, detail: String, to link: Link, icon kind: Icon = .add) -> HTML {
    """
    <a class="big-action"\(href: link)><span class="big-action-icon">\(icon(kind))</span>\
    <span class="big-action-words"><span class="big-action-label">\(label)</span>\
    <span class="big-action-detail">\(detail)</span></span>\(icon(.forward))</a>
    """
}

/// Buttons side by side, the main one first.
package func actions(_ buttons: HTML...) -> HTML {
    "<div class=\"actions\">\(buttons)</div>"
}

/// A consequential act that opens before it can be done: the summary names the act, the inside says what follows from
/// it and holds the form.
package func confirmation(
    _ label: String, style: ButtonStyle = .secondary, isOpen: Bool = false, _ content: HTML
) -> HTML {
    """
    <details class="confirm"\(flag: "open", isOpen)><summary class="button button-\(style.rawValue)">\(label)</summary>\
    <div class="confirm-inside">\(content)</div></details>
    """
}

func hiddenField(_ name: String, _ value: String) -> HTML {
    "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">"
}
