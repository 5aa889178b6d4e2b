import Program

extension PackNode {
    /// The format that the text states.
    var format: Int { self["format"].flatMap { Int($0.scalar?.text ?? "") } ?? PackFormat.first.number }

    /// An archived pack in today's format: brought up from format to format, as rows are by migrations. A step that was released
    /// never changes. What is newer than this program stays as it is.
    func broughtUp() -> PackNode {
        var node = self
        while let step = Self.steps[node.format] { node = step(node).setting("format", to: node.format + 1) }
        return node
    }

    /// By the format that each begins with.
    private static let steps: [Int: @Sendable (PackNode) -> PackNode] = [
        1: { $0.toFormat2() },
        2: { $0.toFormat3() },
    ]
}

// MARK: - Building blocks of the steps

extension PackNode {
    /// A word, true or false, or a number, as a pack would write it.
    init(_ text: String, _ kind: Scalar.Kind, beside mark: PackMark) {
        self.init(content: .scalar(Scalar(text: text, kind: kind)), mark: mark)
    }

    func setting(_ key: String, to number: Int) -> PackNode {
        without(key).adding(key, PackNode(String(number), .wholeNumber, beside: mark))
    }

    /// With that rule, where there is none of the name.
    func adding(_ key: String, _ value: PackNode) -> PackNode {
        guard let entries, self[key] == nil else { return self }
        return PackNode(content: .map(entries + [Entry(key: key, keyMark: mark, value: value)]), mark: mark)
    }

    /// With what lies at the path changed: a key enters a mapping, `[]` each item of a list. Where nothing lies there nothing
    /// changes.
    func changing(_ path: [String], _ change: (PackNode) -> PackNode) -> PackNode {
        guard let step = path.first else { return change(self) }
        let rest = Array(path.dropFirst())
        switch content {
        case .scalar: return self
        case .list(let items):
            guard step == "[]" else { return self }
            return PackNode(content: .list(items.map { $0.changing(rest, change) }), mark: mark)
        case .map(let entries):
            let changed = entries.map { entry in
                entry.key == step
                    ? Entry(key: entry.key, keyMark: entry.keyMark, value: entry.value.changing(rest, change)) : entry
            }
            return PackNode(content: .map(changed), mark: mark)
        }
    }
}
