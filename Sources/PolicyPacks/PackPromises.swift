import Program

/// A sentence that the programme says to people and is held to.
package struct PackPromise: Sendable, Equatable {
    /// Where the pack says it, such as `statements[anonymous].text`.
    package let path: String
    /// As people read it, in the agency's own words.
    package let text: String
}

/// What a pack promises people: statements, the advisement, rights, exceptions, the agreement, the numbers in a crisis. Whatever of it
/// comes from a parent or from the profile of a country was not written for this agency, so each is read and confirmed before the pack
/// is put in force.
struct PackPromises {
    private let family: PackFamily
    /// The whole pack, with its country's profile written out.
    private let tree: PackNode
    private let reading: PackReading

    init(_ family: PackFamily, tree: PackNode, reading: PackReading) {
        self.family = family
        self.tree = tree
        self.reading = reading
    }

    /// Every promise that the pack does not say itself.
    var inherited: [PackPromise] {
        guard family.parent != nil else { return [] }
        return texts.filter { !isOwn($0.node) }.map { PackPromise(path: $0.path, text: filled($0.node)) } + numbers
    }

    /// A rule that this pack changed, and a promise that it took over with the rule as it was: one of the two is not true any more.
    func checkAgainstOwnRules() {
        guard let parent = family.parentTree else { return }
        for rule in Self.promisedRules {
            guard let inherited = parent.at(rule.path),
                rule.facts(family.tree.at(rule.path)) != rule.facts(inherited),
                let mark = family.own.nearestMark(to: rule.path.joined(separator: "."))
            else { continue }
            let clauses = inherited.citedClauses
            // What the rule itself says of its other items stays as true as it was.
            for text in texts
            where !isOwn(text.node) && !text.path.hasPrefix(rule.path.joined(separator: "."))
                && !text.clauses.isDisjoint(with: clauses)
            {
                reading.report(
                    "This changes \(rule.words), and people are still told what the parent says of it: \"\(filled(text.node))\" Say "
                        + "\(text.path) in this pack too: anew, or the same words where they stay true.",
                    mark: mark, path: rule.path.joined(separator: "."))
            }
        }
    }

    // MARK: The texts

    private struct Text {
        let path: String
        let node: PackNode
        let clauses: Set<String>
    }

    private func isOwn(_ node: PackNode) -> Bool { node.mark.file == family.own.mark.file }

    private func filled(_ node: PackNode) -> String { reading.words?.filling(node.scalar?.text ?? "").text ?? "" }

    private var texts: [Text] {
        Self.places.flatMap { place -> [Text] in
            let (list, key) = (place.dropLast(), place.last ?? "")
            guard let node = family.tree.at(Array(list)) else { return [] }
            let path = list.joined(separator: ".")
            if let items = node.items {
                return items.indices.compactMap { position in
                    items[position][key].map {
                        Text(
                            path: "\(path)\(items.label(at: position)).\(key)", node: $0,
                            clauses: items[position]["basis"]?.citedClauses ?? [])
                    }
                }
            }
            return node[key].map {
                [Text(path: "\(path).\(key)", node: $0, clauses: node["basis"]?.citedClauses ?? [])]
            } ?? []
        }
    }

    private static let places = [
        ["statements", "text"], ["confidentiality", "advisement", "opening"],
        ["confidentiality", "exceptions", "label"],
        ["confidentiality", "seeker-rights", "label"], ["confidentiality", "levels", "text"],
        ["confidentiality", "group", "text"], ["confidentiality", "supervisory-admonishment", "value"],
        ["confidentiality", "protections", "protections", "label"], ["agreement", "items", "label"],
        ["agreement", "consequences", "value"],
    ]

    // MARK: The numbers

    /// Whom people are told to call: each line whole, for a name without its number confirms nothing.
    private var numbers: [PackPromise] {
        let country = tree[PackNode.country]
        let emergency = country?["emergency-number"].map { number in
            isOwn(number)
                ? []
                : [PackPromise(path: "country.emergency-number", text: "Where anyone is in danger: \(filled(number))")]
        }
        return (emergency ?? []) + lines("country.crisis-lines", country?["crisis-lines"])
            + lines("crisis-lines", tree["crisis-lines"])
    }

    private func lines(_ path: String, _ list: PackNode?) -> [PackPromise] {
        let items = list?.items ?? []
        return items.indices.compactMap { position in
            let said = ["name", "telephone", "text", "hours"].map { items[position][$0] }
            guard !said.compactMap({ $0 }).allSatisfy(isOwn) else { return nil }
            let words = said.map { $0.map(filled) }
            let ways = [words[1], words[2].map { "by text \($0)" }, words[3]].compactMap { $0 }
            return PackPromise(
                path: "\(path)\(items.label(at: position))",
                text: "\(words[0] ?? ""): \(ways.joined(separator: ", "))")
        }
    }

    // MARK: The rules that they promise

    private struct PromisedRule {
        let path: [String]
        let words: String
        /// What of the rule people are promised; who is told by whom is not.
        let keys: [String]

        func facts(_ node: PackNode?) -> Set<String> {
            Set((node?.items ?? []).map { item in keys.map { item[$0]?.scalar?.text ?? "" }.joined(separator: "\t") })
        }
    }

    private static let promisedRules = [
        PromisedRule(path: ["scope", "seekers"], words: "for whom the programme is", keys: ["kind"]),
        PromisedRule(path: ["requests", "origins"], words: "who may ask", keys: ["person", "handling"]),
        PromisedRule(
            path: ["confidentiality", "exceptions"], words: "where confidence ends", keys: ["id", "label"]),
    ]
}

extension PackNode {
    fileprivate func at(_ path: [String]) -> PackNode? {
        path.reduce(self as PackNode?) { $0?[$1] }
    }

    /// Every clause that this rule, or one below it, rests on.
    fileprivate var citedClauses: Set<String> {
        switch content {
        case .scalar: return []
        case .list(let items):
            return items.reduce(into: Set(items.compactMap(\.scalar?.text))) { $0.formUnion($1.citedClauses) }
        case .map(let entries): return entries.reduce(into: []) { $0.formUnion($1.value.citedClauses) }
        }
    }
}
