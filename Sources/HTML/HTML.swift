/// A piece of markup that is safe to send.
///
/// The words written in a string literal are markup; whatever is interpolated is text and is escaped, so that a name or
/// an answer can never become an element or leave its quoted attribute. Only another `HTML` is taken over as it is.
///
/// ```swift
/// let greeting: HTML = "<p>Welcome, \(name).</p>"
/// ```
package struct HTML: Sendable, Hashable {
    /// The markup as text.
    package private(set) var text: String

    /// Nothing at all: the neutral element of `+` and `joined`.
    package static let empty = HTML(markup: "")

    /// Plain words as markup that shows exactly these words.
    package init(text words: String) {
        text = ""
        text.appendEscaped(words)
    }

    init(markup: String) {
        text = markup
    }

    /// True when there is no markup to show.
    package var isEmpty: Bool { text.isEmpty }

    /// The markup in UTF-8, as it goes over the wire.
    package var bytes: String.UTF8View { text.utf8 }

    package static func + (first: HTML, second: HTML) -> HTML {
        HTML(markup: first.text + second.text)
    }

    package static func += (first: inout HTML, second: HTML) {
        first.text += second.text
    }
}

extension Sequence where Element == HTML {
    /// The pieces one after another, with the separator between each two.
    package func joined(separator: HTML = .empty) -> HTML {
        var whole = ""
        var first = true
        for piece in self {
            if !first { whole += separator.text }
            whole += piece.text
            first = false
        }
        return HTML(markup: whole)
    }
}
