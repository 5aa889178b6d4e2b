import WebSupport

/// A page as it came over the wire, read the way the people before it do.
struct Page {
    let markup: String

    /// - Throws: ``NotAPage`` where the answer is none.
    init(_ reply: Reply) throws {
        guard reply.headers["content-type"]?.hasPrefix("text/html") == true else { throw NotAPage(reply: reply) }
        markup = reply.text
    }

    fileprivate init(markup: String) { self.markup = markup }

    struct NotAPage: Error {
        let reply: Reply
    }

    /// Everything that can be read on it, each run of blanks as one.
    var words: String { Self.words(in: markup) }

    /// What stands between that heading and the next.
    func section(_ heading: String) -> Page? {
        let main = markup.prefix(upTo: markup.firstRange(of: "</main>")?.lowerBound ?? markup.endIndex)
        let parts = main.split(separator: "<h2").dropFirst().map { Page(markup: "<h2" + $0) }
        return parts.first { part in part.elements("h2").first?.words == heading }
    }

    /// The items of its lists.
    var items: [String] { elements("li").map(\.words) }
    var paragraphs: [String] { elements("p").map(\.words) }

    /// Terms with what is said of them, such as `Month` and `March 2026`; without a colon.
    var facts: [String: String] {
        let pairs = zip(elements("dt"), elements("dd")).map { term, fact in
            (term.words.hasSuffix(":") ? String(term.words.dropLast()) : term.words, fact.words)
        }
        return Dictionary(pairs) { first, _ in first }
    }

    /// The cells of the table with that caption, row by row, the head first; nothing where there is no such table.
    func table(_ caption: String) -> [[String]]? {
        elements("table").first { $0.elements("caption").first?.words == caption }?.cells
    }

    /// The cells of every table.
    var tables: [[[String]]] { elements("table").map(\.cells) }

    private var cells: [[String]] { elements("tr").map { row in row.elements("th", "td").map(\.words) } }

    /// Where its links lead, on this server.
    var links: [String] {
        markup.matches(of: /<a[^>]* href="(\/[^"#]*)/).map { Self.unescaped(String($0.1)) }
    }

    /// The numbers that can be called from it.
    var numbers: [String] { markup.matches(of: /href="tel:([^"]*)"/).map { String($0.1) } }

    /// The cards of people on it.
    var people: [Page] {
        markup.split(separator: "<li class=\"card person\">").dropFirst().map { card in
            Page(markup: String(card.prefix(upTo: card.firstRange(of: "<h2")?.lowerBound ?? card.endIndex)))
        }
    }

    /// Its forms, each with the names of what it sends.
    var forms: [PageForm] {
        elements("form").map { form in
            let action = form.markup.firstMatch(of: /action="([^"]*)"/).map { Self.unescaped(String($0.1)) } ?? ""
            return PageForm(action: action, controls: form.controls)
        }
    }

    /// Everything on it that can be filled in or sent, with a name.
    var controls: [PageForm.Control] {
        markup.matches(of: /<(input|select|textarea|button)\b([^>]*)>/).compactMap { control in
            let attributes = String(control.2)
            guard let name = attributes.firstMatch(of: /\ name="([^"]*)"/) else { return nil }
            let kind = attributes.firstMatch(of: /\ type="([^"]*)"/).map { String($0.1) } ?? String(control.1)
            let value = attributes.firstMatch(of: /\ value="([^"]*)"/).map { Self.unescaped(String($0.1)) }
            return PageForm.Control(name: String(name.1), kind: kind, value: value)
        }
    }

    /// The elements of one of these names, with what is in them. None of them may contain one of the same name.
    private func elements(_ names: String...) -> [Page] {
        MarkupBytes(markup).elements(names).map { Page(markup: $0) }
    }

    private static func words(in markup: String) -> String {
        unescaped(MarkupBytes(markup).read()).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static func unescaped(_ text: String) -> String {
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")].reduce(text) {
            $0.replacing($1.0, with: $1.1)
        }
    }
}

/// A form of a page.
struct PageForm {
    struct Control: Hashable {
        let name: String
        /// Its type, or the element where it has none: `radio`, `number`, `select`.
        let kind: String
        let value: String?

        /// Whether words can be written into it.
        var takesWords: Bool {
            ![
                "hidden", "radio", "checkbox", "number", "select", "submit", "button", "date", "time", "datetime-local",
            ].contains(kind)
        }
    }

    let action: String
    let controls: [Control]

    /// What can be answered, besides what proves that the form is of this session.
    var names: Set<String> { Set(controls.map(\.name)).subtracting(["token"]) }

    /// The answers offered to a question.
    func values(of name: String) -> [String] { controls.filter { $0.name == name }.compactMap(\.value) }
}
