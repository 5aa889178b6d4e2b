/// One thing that is wrong with what was sent.
package struct FieldProblem: Sendable {
    let field: String?
    let message: String
    let origin: RuleOrigin?

    /// - Parameters:
    ///   - field: the name of the field it is about; `nil` when it is about the whole form.
    ///   - origin: where the rule that was not met comes from.
    package init(_ field: String?, _ message: String, origin: RuleOrigin? = nil) {
        self.field = field
        self.message = message
        self.origin = origin
    }
}

/// A form in the hands of its user: where it goes, what was typed so far and what is wrong with that.
///
/// Its methods make the fields; each shows again what was typed and the problems that name it. `html` puts the fields
/// together with the request-forgery token, after a summary of all problems that leads to each field.
package struct Form: Sendable {
    /// The name of the hidden field that carries the request-forgery token.
    package static let tokenName = "token"

    let action: Link
    let token: String
    let typed: [String: [String]]?
    let problems: [FieldProblem]
    let isPrivate: Bool
    /// What tells this form's ids from those of the others on its page; nothing where it is shown again.
    private let mark: String

    /// - Parameters:
    ///   - token: the session's request-forgery token.
    ///   - typed: what was sent, by field name, when the form is shown again; `nil` shows each field's first value.
    ///   - isPrivate: whether the browser is asked to remember nothing of what is filled in.
    package init(
        to action: Link, token: String, typed: [String: [String]]? = nil, problems: [FieldProblem] = [],
        isPrivate: Bool = false
    ) {
        self.action = action
        self.token = token
        self.typed = typed
        self.problems = problems
        self.isPrivate = isPrivate
        let isFirst = typed == nil && problems.isEmpty
        mark = isFirst ? action.location.dropFirst().map { $0.isLetter || $0.isNumber ? $0 : "-" } + "-" : ""
    }

    /// The whole form.
    package func html(_ fields: HTML, actions: HTML) -> HTML {
        """
        <form class="form" method="post"\(action: action)\
        \(attribute: "autocomplete", isPrivate ? "off" : nil) novalidate>
        \(hiddenField(Self.tokenName, token))
        \(problems.isEmpty ? nil : summary)
        \(fields)
        <div class="form-actions">\(actions)</div>
        </form>
        """
    }

    /// All problems in one place, read out when the page opens, each a way to its field.
    private var summary: HTML {
        let items = problems.map { problem -> HTML in
            let words = problem.field.map { "<a href=\"#\(fieldID($0))\">\(problem.message)</a>" as HTML }
            return "<li>\(words ?? HTML(text: problem.message)) \(problem.origin?.note)</li>"
        }
        return """
            <div class="callout callout-bad problems" id="problems" role="alert" tabindex="-1">\(icon(.alert))\
            <div class="callout-words"><h2 class="callout-title">Nothing was saved yet</h2>\
            <ul>\(items)</ul></div></div>
            """
    }

    func problems(of field: String) -> [FieldProblem] {
        problems.filter { $0.field == field }
    }

    /// What to show in a field: what was typed, else its first value. A field left empty stays empty.
    func value(of field: String, first: String?) -> String? {
        guard let typed else { return first }
        return typed[field]?.first
    }

    /// How ids around a field end. A page may have several forms with fields of one name, and at most one that is shown again: it
    /// alone has problems, which lead to its fields.
    func place(of field: String) -> String { mark + field }

    func values(of field: String, first: [String]) -> [String] {
        guard let typed else { return first }
        return typed[field] ?? []
    }
}

/// A value carried along unseen. It comes back from outside like any other: check it.
package func hidden(_ name: String, _ value: String) -> HTML {
    hiddenField(name, value)
}

/// The id of the element a problem leads to: the control itself, or the first of a group. Where the form is shown for the first time, no
/// problem leads there, and the place says which form it is in.
package func fieldID(_ place: String) -> String { "field-\(place)" }
