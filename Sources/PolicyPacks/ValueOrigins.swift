/// A value of a pack that its agency chose, since its written policy does not give it.
package struct ChosenValue: Sendable, Equatable {
    /// Where it stands, such as `requests.first-contact.within-minutes`.
    package let path: String
    /// The same way in people's words, from the large to the small: the titles of what it belongs to.
    package let place: [String]
    /// The value as the pack writes it, on one line; nothing where the rule says no more than its place.
    package let value: String?
    package let reason: String
}

/// A value of a pack that the written policy gives.
package struct SaidValue: Sendable, Equatable {
    package let path: String
    package let place: [String]
    package let value: String
    /// A few words of the policy's own that give it.
    package let words: String
    package let clauses: [String]
}

/// Where the values of a pack come from, by its tree.
struct ValueOrigins {
    private(set) var chosen: [ChosenValue] = []
    private(set) var said: [SaidValue] = []
    /// Numbers that stand under clauses and are neither said nor chosen.
    private(set) var open: [OpenNumber] = []
    /// Values that a basis names and its rule does not have.
    private(set) var strangers: [PackPlace] = []

    struct OpenNumber {
        let place: PackPlace
        /// How its rule's basis would name it.
        let key: String
    }

    init(_ tree: PackNode) { walk(tree, Way(path: "", place: [])) }

    /// The way to a piece of the tree.
    fileprivate struct Way {
        let path: String
        let place: [String]

        func child(_ key: String) -> Way {
            Way(path: path.isEmpty ? key : "\(path).\(key)", place: place + [key.inWords])
        }

        func item(_ item: PackNode, labelled label: String) -> Way {
            let name = item.name ?? String(label.dropFirst().dropLast())
            return Way(path: path + label, place: place + [name.inWords])
        }
    }

    private mutating func walk(_ node: PackNode, _ way: Way) {
        switch node.content {
        case .scalar: return
        case .list(let items):
            for position in items.indices {
                let label = items.label(at: position)
                walk(items[position], way.item(items[position], labelled: label))
            }
        case .map(let entries):
            if let basis = node["basis"] { explain(node, by: basis, way) }
            for entry in entries where entry.key != "basis" && !(way.path.isEmpty && entry.key == "clauses") {
                walk(entry.value, way.child(entry.key))
            }
        }
    }

    /// Sorts the values of one rule.
    private mutating func explain(_ rule: PackNode, by basis: PackNode, _ way: Way) {
        if let reason = basis["chosen"]?.scalar?.text {
            choose(rule, reason, way)
            return
        }
        var explained: Set<String> = []
        let clauses = (basis["clauses"] ?? basis).items?.compactMap { $0.scalar?.text } ?? []
        for (part, isChosen) in [("said", false), ("chosen", true)] {
            for entry in basis[part]?.entries ?? [] {
                let steps = entry.key.split(separator: ".")[...]
                let found = rule.values(at: steps, way)
                if found.isEmpty, !rule.endsInAList(at: steps) {
                    strangers.append(
                        PackPlace(
                            node: PackNode(content: entry.value.content, mark: entry.keyMark),
                            path: "\(way.path).basis.\(part).\(entry.key)"))
                }
                let words = entry.value.scalar?.text ?? ""
                for (node, way) in found {
                    explained.insert(way.path)
                    if isChosen {
                        chosen.append(
                            ChosenValue(path: way.path, place: way.place, value: node.words, reason: words))
                    } else {
                        said.append(
                            SaidValue(
                                path: way.path, place: way.place, value: node.words ?? "", words: words,
                                clauses: clauses))
                    }
                }
            }
        }
        for number in rule.numbers(way) where !explained.contains(where: number.path.isWithin) {
            let key = number.path.dropFirst(way.path.count).drop { $0 == "." }.replacing(/\[[^\]]*\]/, with: "")
            open.append(OpenNumber(place: number, key: String(key)))
        }
    }

    /// A rule that is chosen as a whole, value by value; of one that people read by its label, the label.
    private mutating func choose(_ rule: PackNode, _ reason: String, _ way: Way) {
        let own = rule.ownEntries
        guard rule.name == nil, !own.isEmpty else {
            chosen.append(ChosenValue(path: way.path, place: way.place, value: rule.name, reason: reason))
            return
        }
        for entry in own {
            let way = entry.key == "value" ? way : way.child(entry.key)
            chosen.append(
                ChosenValue(path: way.path, place: way.place, value: entry.value.words, reason: reason))
        }
    }
}

extension PackNode {
    /// As people read it: its label, title or duty.
    fileprivate var name: String? {
        for key in ["label", "title", "duty", "term", "name"] { if let text = self[key]?.scalar?.text { return text } }
        return nil
    }

    /// The values of a rule without those that are rules themselves, and without what only names it.
    fileprivate var ownEntries: [Entry] {
        (entries ?? []).filter { $0.key != "basis" && $0.key != "id" && $0.value["basis"] == nil }
    }

    /// Whether a way that finds nothing ends in a list: what stood there may have been taken out of it.
    fileprivate func endsInAList(at steps: ArraySlice<Substring>) -> Bool {
        switch content {
        case .scalar: false
        case .list: true
        case .map: steps.first.flatMap { self[String($0)] }?.endsInAList(at: steps.dropFirst()) ?? false
        }
    }

    /// What a basis names by that way.
    func values(of key: String) -> [PackNode] {
        values(at: key.split(separator: ".")[...], ValueOrigins.Way(path: "", place: [])).map(\.0)
    }

    /// What lies at the way below a rule. A step is a key; the id, the word or the number of an item; or else goes
    /// into each item of a list.
    fileprivate func values(at steps: ArraySlice<Substring>, _ way: ValueOrigins.Way) -> [(PackNode, ValueOrigins.Way)]
    {
        guard let step = steps.first else { return [(self, way)] }
        let rest = steps.dropFirst()
        switch content {
        case .scalar: return []
        case .map: return self[String(step)].map { $0.values(at: rest, way.child(String(step))) } ?? []
        case .list(let items):
            let ways = items.indices.map { way.item(items[$0], labelled: items.label(at: $0)) }
            if let named = items.firstIndex(where: { $0.id == String(step) || $0.scalar?.text == String(step) }) {
                return items[named].values(at: rest, ways[named])
            }
            if let number = Int(step), items.indices.contains(number - 1) {
                return items[number - 1].values(at: rest, ways[number - 1])
            }
            return zip(items, ways).flatMap { $0.values(at: steps, $1) }
        }
    }

    /// The numbers of a rule, without those of the rules in it.
    fileprivate func numbers(_ way: ValueOrigins.Way) -> [PackPlace] {
        switch content {
        case .scalar(let scalar): scalar.kind == .wholeNumber ? [PackPlace(node: self, path: way.path)] : []
        case .list(let items):
            items.indices.flatMap { position in
                items[position]["basis"] == nil
                    ? items[position].numbers(way.item(items[position], labelled: items.label(at: position))) : []
            }
        case .map:
            ownEntries.flatMap { $0.value.numbers(way.child($0.key)) }
        }
    }

    /// On one line, without marks of writing; of things with names, the names.
    fileprivate var words: String? {
        switch content {
        case .scalar(let scalar) where scalar.kind == .truth: scalar.text == "true" ? "yes" : "no"
        case .scalar(let scalar): scalar.text
        case .list(let items):
            items.isEmpty ? "none" : items.map { $0.words ?? "" }.joined(separator: items.areNumbers ? " to " : ", ")
        case .map:
            name
                ?? ownEntries.map { "\($0.key.inWords.lowercased()): \($0.value.words ?? "")" }.joined(separator: "; ")
        }
    }
}

extension [PackNode] {
    /// A smallest and a largest.
    fileprivate var areNumbers: Bool { count == 2 && allSatisfy { $0.scalar?.kind == .wholeNumber } }
}

extension String {
    /// `first-contact` as people write it: `First contact`.
    fileprivate var inWords: String {
        let words = replacing("-", with: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}
