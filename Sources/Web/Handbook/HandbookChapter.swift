import HTML
import Program

/// One chapter of the handbook: a part of the policy in sentences.
struct HandbookChapter {
    /// What a link to it names; it never changes, so that a link somebody kept still leads there.
    let anchor: String
    let title: String
    let content: HTML

    /// Nothing where the policy says nothing of it.
    init?(_ anchor: String, _ title: String, _ content: HTML?) {
        guard let content else { return nil }
        self.anchor = anchor
        self.title = title
        self.content = content
    }

    /// The chapters with their contents before them, on paper too.
    static func whole(_ chapters: [HandbookChapter]) -> HTML {
        let entries = chapters.map { chapter -> HTML in
            "<li><a href=\"#\(chapter.anchor)\">\(chapter.title)</a></li>"
        }
        return """
            <nav class="part contents" aria-labelledby="contents"><h2 id="contents">Contents</h2><ol>\(entries)</ol></nav>
            \(chapters.map { section($0.title, anchor: $0.anchor, $0.content) })
            """
    }
}

/// Sentences of the handbook as a list; nothing where there are none.
func ruledLines(_ lines: [HTML?]) -> HTML? {
    let said = lines.compactMap(\.self)
    return said.isEmpty ? nil : prose("<ul>\(said.map { "<li>\($0)</li>" as HTML })</ul>")
}

/// One sentence of the handbook with where it comes from: its clauses, and beside them why each value that they do not give is as it is.
func ruledLine(_ words: String, _ basis: Basis) -> HTML { "\(words) \(basis.everyNote)" }

/// A part of a chapter under its own small heading; nothing where it has nothing to say.
func ruledPart(_ title: String, _ content: HTML?) -> HTML? {
    content.map { "<h3>\(title)</h3>\($0)" }
}

extension Basis {
    /// The clauses, and why each value that the agency chose is as it is.
    var everyNote: HTML? {
        switch self {
        case .clauses, .chosen: notes
        case .byValue(let basis):
            "\(basis.clauses.notes) \(Set(basis.chosen.values).sorted().map(choiceNote).joined(separator: " "))"
        }
    }
}

extension [String] {
    /// `a`, `a and b`, `a, b and c`.
    func listed(_ last: String = "and") -> String {
        guard count > 1 else { return first ?? "" }
        return "\(dropLast().joined(separator: ", ")) \(last) \(self[count - 1])"
    }
}

extension PolicyPack {
    /// `the Program Coordinator`, `the Advisory Committee`.
    func title(_ body: Body) -> String {
        switch body {
        case .role(let role): "the \(title(role))"
        case .committee(let id): "the \(committee(id)?.title ?? id.text)"
        }
    }

    /// All of them: `the Program Coordinator and the Chief`.
    func allOf(_ roles: [RoleID]) -> String { roles.map { "the \(title($0))" }.listed() }

    /// `the Chief, or whom they name`.
    func title(_ role: RoleID, designeeAllowed: Bool) -> String {
        "the \(title(role))\(designeeAllowed ? ", or whom they name," : "")"
    }
}

/// `1 day`, `30 days`.
func counted(_ number: Int, _ one: String) -> String { "\(number) \(one)\(number == 1 ? "" : "s")" }
