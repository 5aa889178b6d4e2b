import Program

/// The reference of every key that a pack may have, for whoever writes one: `docs/packs.md`.
package struct PackReference {
    private let keys: [PackKey]
    private let words: DocWords

    package init(words: DocWords) throws {
        keys = try PackKey.all()
        self.words = words
    }

    /// Keys of which neither their own declaration nor that of their type says what they mean.
    package var withoutMeaning: [String] { rows.filter { $0.meaning.isEmpty }.map(\.path) }

    /// In Markdown.
    package var markdown: String {
        var lines = [Self.beginning]
        var section = ""
        for row in rows {
            let own = String(row.path.prefix { $0 != "." && $0 != "[" })
            if own != section {
                lines += ["", "### \(own)", "", "| key | what | | meaning |", "|---|---|---|---|"]
                section = own
            }
            lines.append("| `\(row.path)` | \(row.what) | \(row.isRequired ? "required" : "") | \(row.meaning) |")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private struct Row {
        let path: String
        let what: String
        let isRequired: Bool
        let meaning: String
    }

    /// Of a single value with its basis the value stands for both, and no basis has a row of its own.
    private var rows: [Row] {
        var rows: [Row] = []
        var rules: [String: PackKey] = [:]
        for key in keys where key.form != .basis {
            if key.type.hasPrefix("Program.Rule<") {
                rules[key.path] = key
                continue
            }
            let rule = key.path.hasSuffix(".value") ? rules[String(key.path.dropLast(".value".count))] : nil
            let own = rule.flatMap { words(Self.name($0.owner) + "." + $0.member) }
            rows.append(
                Row(
                    path: key.path, what: key.form.words, isRequired: rule?.isRequired ?? key.isRequired,
                    meaning: (own ?? meaning(of: key)) + self.meanings(ofWordsOf: key)))
        }
        return rows
    }

    /// What its declaration says, or its type's, or what keys of the name mean everywhere.
    private func meaning(of key: PackKey) -> String {
        let last = key.path.split(separator: ".").last.map(String.init) ?? ""
        return words(Self.name(key.owner) + "." + key.member) ?? words(Self.name(key.type)) ?? Self.everywhere[last]
            ?? ""
    }

    /// `among`: what a choice's words mean, where the sources say more than the word.
    private func meanings(ofWordsOf key: PackKey) -> String {
        let written: [String]
        switch key.form {
        case .word(let words), .choice(let words), .list(of: .word(let words)), .list(of: .choice(let words)):
            written = words
        case .text, .truth, .day, .time, .basis, .name, .number, .range, .list, .mapping: return ""
        }
        return written.compactMap { word in
            words(Self.name(key.type) + "." + unhyphened(word)).map { " `\(word)`: \($0)" }
        }.joined()
    }

    /// `RoleRule` of `Program.RoleRule`, `MinutesKind` of `Program.Bounded<Program.MinutesKind>`.
    private static func name(_ type: String) -> String {
        var name = type[...]
        for bound in ["Program.Bounded<", "Swift.ClosedRange<Program.Bounded<"] where name.hasPrefix(bound) {
            name = name.dropFirst(bound.count)
        }
        return String(name.prefix { $0 != "<" && $0 != ">" }).replacing("Program.", with: "")
    }

    private static let everywhere = [
        "id": "The name by which other rules, and packs that extend this one, refer to it.",
        "title": "As people read it.",
        "label": "As people read it.",
        "text": "In our words, as people read it.",
        "designee-allowed": "Whether a designee may do it instead.",
        "acknowledged": "Whether whoever is told confirms it.",
        "value": "The value itself.",
    ]
}
