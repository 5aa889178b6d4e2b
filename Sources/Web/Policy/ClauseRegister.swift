import PolicyPacks
import Program

/// One part of the written policy with its duties, each with the rules of the pack that carry it.
struct ClausePart: Sendable {
    /// As the source numbers it, such as `II.B`.
    let name: String
    let entries: [Entry]

    struct Entry: Sendable {
        let clause: Clause
        /// Paths of rules in the pack; empty where no rule carries the duty.
        let rules: [String]
    }

    var anchor: String { "part-\(name)" }
    /// Such as `3 duties`.
    var size: String { entries.count == 1 ? "1 duty" : "\(entries.count) duties" }
    var uncovered: Int { entries.count { $0.rules.isEmpty } }
}

extension LoadedPack {
    /// How many parts a register has at least, so that its index helps: sources with fewer chapters are parted one level
    /// deeper.
    private static let fewestParts = 4

    /// The clause register by the parts of its source, in the source's order.
    var register: [ClausePart] {
        let chapters = parts(depth: 1)
        return chapters.count < Self.fewestParts ? parts(depth: 2) : chapters
    }

    private func parts(depth: Int) -> [ClausePart] {
        let names = pack.clauses.map { clause in
            clause.place.split(separator: ".").prefix(depth).joined(separator: ".")
        }
        var order: [String] = []
        var entries: [String: [ClausePart.Entry]] = [:]
        for (name, clause) in zip(names, pack.clauses) {
            if entries[name] == nil { order.append(name) }
            entries[name, default: []].append(ClausePart.Entry(clause: clause, rules: rules(carrying: clause.id)))
        }
        return order.map { ClausePart(name: $0, entries: entries[$0] ?? []) }
    }

    /// The paths without the place in the rule's basis, each once.
    private func rules(carrying clause: ClauseID) -> [String] {
        var rules: [String] = []
        for path in coverage[clause] ?? [] {
            let rule = path.split(separator: ".basis[").first.map(String.init) ?? path
            if !rules.contains(rule) { rules.append(rule) }
        }
        return rules
    }
}
