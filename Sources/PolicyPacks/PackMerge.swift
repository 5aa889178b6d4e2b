extension PackNode {
    /// The parent's rules with this pack's changes: mappings by key, lists whole, or item by item where all have an
    /// `id`; `remove: true` takes a rule or an item out.
    func merged(over parent: PackNode, path: String = "", reporting report: (PackProblem) -> Void) -> PackNode {
        switch (content, parent.content) {
        case (.map(let own), .map(let inherited)):
            if path.hasSuffix("basis") || isOtherChoice(own, than: inherited) { return self }
            // Another country's profile takes nothing over from what was changed in this one.
            if path == PackNode.country, self["extends"] != nil { return self }
            let merged = PackNode(
                content: .map(merge(own, over: inherited, path: path, reporting: report)), mark: mark)
            borrowedWords(merged, parent, path).forEach(report)
            return merged
        case (.list(let own), .list(let inherited)):
            let all = own + inherited
            if !own.isEmpty, !inherited.isEmpty, inherited.allSatisfy({ $0.id != nil }) {
                for (place, item) in own.enumerated() where item.id == nil && item.entries != nil {
                    report(item.withoutID("\(path)[\(place + 1)]", beside: inherited.compactMap(\.id)))
                }
            }
            guard !own.isEmpty, all.allSatisfy({ $0.id != nil }) else { return self }
            return PackNode(content: .list(merge(own, over: inherited, path: path, reporting: report)), mark: mark)
        case (.scalar, _), (.map, _), (.list, _):
            return self
        }
    }

    /// `decision: {…}` replaces `ballot: {…}`; a mapping of one word each of a choice cannot hold both.
    private func isOtherChoice(_ own: [Entry], than inherited: [Entry]) -> Bool {
        guard own.count == 1, inherited.count == 1, let mine = own.first?.key, let theirs = inherited.first?.key
        else { return false }
        return mine != theirs && choiceWords.contains(theirs)
    }

    private func merge(
        _ own: [Entry], over inherited: [Entry], path: String, reporting report: (PackProblem) -> Void
    ) -> [Entry] {
        var result = inherited
        for entry in own {
            let path = path.isEmpty ? entry.key : "\(path).\(entry.key)"
            let position = result.firstIndex { $0.key == entry.key }
            if entry.value.isRemoval {
                guard let position else {
                    report(entry.value.nothingToRemove(path))
                    continue
                }
                result.remove(at: position)
            } else if let position {
                let value = entry.value.merged(over: result[position].value, path: path, reporting: report)
                result[position] = Entry(key: entry.key, keyMark: entry.keyMark, value: value)
            } else {
                result.append(entry)
            }
        }
        return result
    }

    private func merge(
        _ own: [PackNode], over inherited: [PackNode], path: String, reporting report: (PackProblem) -> Void
    ) -> [PackNode] {
        var result = inherited
        var seen: Set<String> = []
        for item in own {
            let path = "\(path)[\(item.id ?? "")]"
            if let id = item.id, !seen.insert(id).inserted {
                report(item.problem("'\(id)' is listed more than once.", path))
            }
            let position = result.firstIndex { $0.id == item.id }
            if item.isRemoval {
                guard let position else {
                    report(item.nothingToRemove(path))
                    continue
                }
                result.remove(at: position)
            } else if let position {
                result[position] = item.merged(over: result[position], path: path, reporting: report)
            } else {
                result.append(item)
            }
        }
        return result
    }

    /// Values that the parent has in words of its policy, and this pack otherwise without a basis of its own: the words would then
    /// be shown for a value that they do not give.
    private func borrowedWords(_ merged: PackNode, _ parent: PackNode, _ path: String) -> [PackProblem] {
        guard self["basis"] == nil else { return [] }
        return (parent["basis"]?["said"]?.entries ?? []).compactMap { said in
            let texts = [merged, parent].map { $0.values(of: said.key).map(\.canonicalText) }
            guard texts[0] != texts[1] else { return nil }
            return PackProblem(
                file: mark.file, line: mark.line, column: mark.column, path: path,
                message: """
                    The policy that this one extends gives \(said.key) in words of its own. Say where yours comes from: give a \
                    basis here.
                    """)
        }
    }

    private var isRemoval: Bool { self["remove"]?.scalar == Scalar(text: "true", kind: .truth) }

    private func nothingToRemove(_ path: String) -> PackProblem {
        problem("There is nothing of this name in the parent to remove.", path)
    }

    /// A list of which one item has no name would replace the parent's whole, which nobody means.
    private func withoutID(_ path: String, beside ids: [String]) -> PackProblem {
        problem(
            "This item has no id, so nobody can tell which of the parent's it is. Give it the id of one to change it ("
                + ids.joined(separator: ", ") + "), or an id of its own to add it.", path)
    }

    private func problem(_ message: String, _ path: String) -> PackProblem {
        PackProblem(file: mark.file, line: mark.line, column: mark.column, path: path, message: message)
    }

    /// This mapping without one of its keys.
    func without(_ key: String) -> PackNode {
        guard let entries else { return self }
        return PackNode(content: .map(entries.filter { $0.key != key }), mark: mark)
    }
}
