/// What stands for each placeholder in the texts of a pack: the agency's own words for the programme and its people, so that a pack
/// which extends another says its own where the parent says `{supporter}` or `{role:chief}`.
struct PackWords {
    private let words: [String: String]

    /// - Parameter tree: the whole pack, its parents' rules included.
    init(_ tree: PackNode) {
        var words: [String: String] = [:]
        for key in ["programme", "team", "supporter", "supporters", "seeker", "coordinator"] {
            words[key] = tree["terms"]?[key]?.scalar?.text
        }
        words["agency"] = tree["agency"]?["title"]?.scalar?.text
        for role in tree["roles"]?.items ?? [] { words["role:\(role.id ?? "")"] = role["title"]?.scalar?.text }
        for committee in tree["governance"]?["committees"]?.items ?? [] {
            words["committee:\(committee.id ?? "")"] = committee["title"]?.scalar?.text
        }
        self.words = words
    }

    /// The text with every placeholder filled, and the placeholders that mean nothing in this pack.
    func filling(_ text: String) -> (text: String, unknown: [String]) {
        guard text.contains("{") else { return (text, []) }
        var result = ""
        var unknown: [String] = []
        var rest = text[...]
        while let opening = rest.firstIndex(of: "{") {
            result += rest[..<opening]
            rest = rest[opening...]
            guard let closing = rest.firstIndex(of: "}") else { break }
            let name = String(rest[rest.index(after: opening)..<closing])
            if let word = words[name] { result += word } else { unknown.append(name) }
            if words[name] == nil { result += rest[...closing] }
            rest = rest[rest.index(after: closing)...]
        }
        return (result + rest, unknown)
    }

    /// The tree as people read what it says.
    func filling(_ node: PackNode) -> PackNode {
        let content: PackNode.Content =
            switch node.content {
            case .scalar(let scalar): .scalar(PackNode.Scalar(text: filling(scalar.text).text, kind: scalar.kind))
            case .list(let items): .list(items.map { filling($0) })
            case .map(let entries):
                .map(entries.map { PackNode.Entry(key: $0.key, keyMark: $0.keyMark, value: filling($0.value)) })
            }
        return PackNode(content: content, mark: node.mark)
    }

    /// Every placeholder of this pack.
    var names: [String] { words.keys.sorted() }
}
