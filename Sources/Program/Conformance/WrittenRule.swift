/// A rule as it stands in one pack: where, why, and what is written in it.
package struct WrittenRule: Sendable, Equatable {
    /// Such as `roles[coordinator]`.
    package let path: String
    /// As `docs/packs.md` has it: `roles[]`.
    package let key: String
    /// The clauses that it comes from; none where the agency chose it.
    package let clauses: [ClauseID]
    /// By key below the rule, such as `powers`: the words that are written there. What belongs to a rule below it is left out.
    package let words: [String: [String]]

    package init(path: String, clauses: [ClauseID], words: [String: [String]]) {
        self.path = path
        key = path.withoutNamesOfItems
        self.clauses = clauses
        self.words = words
    }

    /// What it demands at that key: nothing where nothing is written there, or `false`.
    fileprivate func demanded(at key: String) -> [String] {
        words.filter { written, _ in
            written == key || written.hasPrefix(key + ".") || written.hasPrefix(key + "[")
        }.sorted { $0.key < $1.key }.flatMap(\.value).filter { $0 != "false" }
    }

    fileprivate func says(_ given: [String: Set<String>]) -> Bool {
        given.allSatisfy { key, right in !right.isDisjoint(with: words[key] ?? []) }
    }
}

/// A rule of one pack with what reads it.
package struct RuleConformance: Sendable, Equatable {
    package let path: String
    /// As `docs/packs.md` has it: `roles[]`.
    package let key: String
    package let state: DutyState
    /// What reads it, in the order of registration.
    package let readers: [Reader]
    /// What of it nothing reads, where something else of it is read: keys such as `counted`, or words such as `asked-by: supervisor`.
    package let unread: [String]
    package let kind: Kind

    /// Whether it tells if a duty is met: a role without powers and free words carry nothing, and spoil nothing that others carry.
    package var counts: Bool {
        switch kind {
        case .rule: true
        case .role: !readers.isEmpty || !unread.isEmpty
        case .freeWords: false
        }
    }

    /// What carries a duty, and how far.
    package enum Kind: String, Sendable, CaseIterable {
        case rule
        /// A role carries what its powers are, and nothing more.
        case role
        /// A duty that a role has in free words. Of itself it carries nothing.
        case freeWords = "free-words"
    }
}

extension WrittenRule {
    /// What reads it.
    ///
    /// - Parameter powers: those that some role of the pack holds.
    package func conformance(by lines: [RuleReader], powers: Set<Power>) -> RuleConformance {
        let own = lines.filter { $0.rule == key }
        let reading = own.filter { !$0.readers.isEmpty && ($0.needs.map(powers.contains) ?? true) }
        let whole = reading.filter { $0.part == nil }.flatMap(\.readers)
        var found = whole.isEmpty ? [] : [whole]
        var unread: [String] = []
        let mayBeLeftOut = Set(own.compactMap { $0.part?.mayBeLeftOut == true ? $0.part?.key : nil })
        for part in own.compactMap({ $0.readers.isEmpty ? nil : $0.part?.key }).withoutRepetition {
            // What a rule may leave out it also leaves out by saying no.
            let written = (words[part] ?? []).filter { $0 != "false" || !mayBeLeftOut.contains(part) }
            if written.isEmpty, kind != .role, !mayBeLeftOut.contains(part) { unread.append(part) }
            for word in written {
                let readers = reading.filter {
                    $0.part.map { $0.key == part && $0.means(word) && says($0.given) } ?? false
                }
                .flatMap(\.readers)
                if readers.isEmpty { unread.append("\(part): \(word)") } else { found.append(readers) }
            }
        }
        for part in own.compactMap({ $0.readers.isEmpty ? $0.part : nil }) {
            let missed = demanded(at: part.key).filter(part.means)
            if !missed.isEmpty {
                unread.append(part.words.isEmpty ? part.key : "\(part.key): \(missed.joined(separator: ", "))")
            }
        }
        let state = unread.isEmpty ? found.map(DutyState.init(of:)).weakest : .writtenDown
        return RuleConformance(
            path: path, key: key, state: state, readers: found.flatMap(\.self).withoutRepetition,
            unread: found.isEmpty ? [] : unread, kind: kind)
    }

    private var kind: RuleConformance.Kind {
        switch key {
        case "roles[]": .role
        case "governance.duties[]": .freeWords
        default: .rule
        }
    }
}

extension RuleReader.Part {
    fileprivate func means(_ word: String) -> Bool { words.isEmpty || words.contains(word) }
}

extension String {
    /// `roles[]` of `roles[coordinator]`.
    fileprivate var withoutNamesOfItems: String {
        var isName = false
        return reduce(into: "") { key, letter in
            if letter == "]" { isName = false }
            if !isName { key.append(letter) }
            if letter == "[" { isName = true }
        }
    }
}
