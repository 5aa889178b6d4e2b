import Program

extension PackNode {
    /// Every rule that is written in it: each mapping with a basis of its own, in the order of the text.
    var rules: [WrittenRule] { rules(at: "") }

    private func rules(at path: String) -> [WrittenRule] {
        let own = self["basis"].map { [WrittenRule(path: path, clauses: $0.cited, words: words(at: ""))] } ?? []
        switch content {
        case .scalar: return []
        case .list(let items):
            return items.indices.flatMap { items[$0].rules(at: path + items.label(at: $0)) }
        case .map(let entries):
            return own + entries.flatMap { $0.value.rules(at: path.isEmpty ? $0.key : "\(path).\($0.key)") }
        }
    }

    /// What is written, by the key below the rule. Of a mapping that is no list the words are its keys, so that a choice is found by its
    /// word however it is written.
    private func words(at key: String) -> [String: [String]] {
        var words: [String: [String]] = [:]
        func add(_ found: [String: [String]]) { words.merge(found) { $0 + $1 } }
        switch content {
        case .scalar(let scalar): words[key] = [scalar.text]
        case .list(let items):
            for item in items where item["basis"] == nil {
                if let scalar = item.scalar { add([key: [scalar.text]]) } else { add(item.words(at: key + "[]")) }
            }
        case .map(let entries):
            if !key.isEmpty { words[key] = entries.map(\.key) }
            for entry in entries where entry.key != "basis" && (entry.value["basis"] == nil) {
                add(entry.value.words(at: key.isEmpty ? entry.key : "\(key).\(entry.key)"))
            }
        }
        return words
    }

    /// The clauses of a basis, whether or not it tells values apart.
    private var cited: [ClauseID] {
        (self["clauses"] ?? self).items?.compactMap { $0.scalar.map { ClauseID($0.text) } } ?? []
    }
}
