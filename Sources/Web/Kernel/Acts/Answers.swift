import Foundation
import HTML
import Program

/// What came with an act by either face, names and texts: a form as sent, or a body that its schema has checked.
struct Answers: Sendable {
    private let values: [String: [String]]
    /// The body of a program; nothing where a page sent a form.
    let body: JSON?

    init(_ form: FormAnswers) {
        values = form.values
        body = nil
    }

    init(_ body: JSON) {
        values = (body.object ?? [:]).compactMapValues(\.answers)
        self.body = body
    }

    /// Whether a page sent it.
    var areOfPage: Bool { body == nil }

    /// Throws where an answer holds the one character that no database keeps.
    func mayBeKept(_ name: String) throws(Refusal) {
        guard values[name]?.contains(where: { $0.contains("\u{0}") }) == true else { return }
        throw Refusal("This holds U+0000, a character that cannot be kept.", field: name)
    }

    /// Throws where several answers came to what is asked once: whoever sent them may mean the other.
    func areOne(_ name: String) throws(Refusal) {
        if let refusal = Refusal.repeated(name, values[name]) { throw refusal }
    }

    /// Whether nothing at all was answered to any of these.
    func areOpen(_ names: String...) -> Bool { names.allSatisfy { self[$0] == nil } }

    /// Whether somebody was looked for in this field of a page and not chosen: none of those found, nor that it is nobody.
    func areSearching(_ name: String) -> Bool {
        guard areOfPage else { return false }
        return self[FieldSearch.button] == name
            || self[FieldSearch.line(of: name)] != nil && values[name] == nil
    }

    /// The one answer without surrounding blanks; nothing where it was left open.
    subscript(name: String) -> String? {
        let text = (values[name]?.first ?? "").trimmingCharacters(in: .whitespaces)
        return text.isEmpty ? nil : text
    }

    /// Every answer of a field that takes several. On a page an empty one was left open; a program has no reason to send one.
    func all(_ name: String) -> [String] {
        let sent = values[name] ?? []
        return areOfPage ? sent.filter { !$0.isEmpty } : sent
    }

    /// The one answer exactly as typed, for passphrases and words.
    func verbatim(_ name: String) -> String { values[name]?.first ?? "" }
}

extension FormAnswers {
    /// What is wrong where one of these fields came more than once.
    func repeating(_ names: String...) -> Refusal? {
        names.lazy.compactMap { Refusal.repeated($0, values[$0]) }.first
    }
}

extension Refusal {
    fileprivate static func repeated(_ name: String, _ answers: [String]?) -> Refusal? {
        (answers?.count ?? 0) > 1 ? Refusal("More than one answer came to this. Give one.", field: name) : nil
    }
}

extension JSON {
    /// As a form of a page would send it; nothing where it is left open.
    var answers: [String]? {
        switch self {
        case .string(let words): [words]
        case .integer(let number): [String(number)]
        case .boolean(let flag): flag ? ["yes"] : nil
        case .array(let items): items.flatMap { $0.answers ?? [] }
        case .null, .number, .object: nil
        }
    }
}
