import PolicyPacks
import Program
import Testing

/// No rule on the team is dead: whatever a pack can say of governance, selection, membership, training, the team, incidents and what is kept has its reader.
@Suite struct RulesOfTheTeamTests {
    private static let sections: Set<Substring> = [
        "administration", "agreement", "awareness", "duty-time", "governance", "incidents", "membership", "offices",
        "referrals", "retention", "scope", "selection", "team", "training",
    ]

    /// What nothing carries out yet. The page *Policy in force* shows duties of it as written down, and a line goes once it is read.
    private static let notYet: [String: String] = [:]

    private static func rules() throws -> [PackKey] {
        try PackKey.all().filter { key in
            key.path.hasSuffix(".basis") && sections.contains(key.path.prefix { $0 != "." && $0 != "[" })
        }
    }

    @Test func everyRuleHasItsReader() throws {
        let rules = try Self.rules().map { String($0.path.dropLast(6)) }
        #expect(rules.count > 60)
        for rule in rules where Self.notYet[rule] == nil {
            let lines = RuleReader.all.filter { $0.rule == rule }
            #expect(!lines.isEmpty, "nothing reads \(rule)")
            for line in lines where line.readers.isEmpty {
                Issue.record("\(rule) is read, and \(line.part?.key ?? "a part") of it is not")
            }
        }
    }

    /// A rule that is read word by word is read in each of its words.
    @Test func everyWordHasItsReader() throws {
        let words = Dictionary(
            try PackKey.all().map { ($0.path, Self.words(of: $0.form)) }, uniquingKeysWith: { first, _ in first })
        for rule in try Self.rules().map({ String($0.path.dropLast(6)) }) where Self.notYet[rule] == nil {
            let lines = RuleReader.all.filter { $0.rule == rule && !$0.readers.isEmpty }
            guard lines.allSatisfy({ $0.part != nil }) else { continue }
            for (key, parts) in Dictionary(grouping: lines.compactMap(\.part), by: \.key)
            where parts.allSatisfy({ !$0.words.isEmpty }) {
                let missing = (words["\(rule).\(key)"] ?? []).subtracting(parts.flatMap(\.words))
                #expect(missing.isEmpty, "\(rule).\(key): nothing reads \(missing.sorted())")
            }
        }
    }

    /// What is said to be read by nothing is a rule, and is read by nothing.
    @Test func whatIsBuiltLeavesTheList() throws {
        let rules = Set(try Self.rules().map { String($0.path.dropLast(6)) })
        let words = Dictionary(
            try PackKey.all().map { ($0.path, Self.words(of: $0.form)) }, uniquingKeysWith: { first, _ in first })
        for rule in Self.notYet.keys {
            #expect(rules.contains(rule), "\(rule) is no rule")
            let lines = RuleReader.all.filter { $0.rule == rule }
            let isRead = lines.contains { !$0.readers.isEmpty && $0.part == nil }
            let isReadInParts = Dictionary(grouping: lines.compactMap(\.part), by: \.key).contains { key, parts in
                (words["\(rule).\(key)"] ?? []).subtracting(parts.flatMap(\.words)).isEmpty
            }
            #expect(!isRead && !isReadInParts, "\(rule) is read now: its line goes")
        }
    }

    private static func words(of form: PackForm) -> Set<String> {
        switch form {
        case .word(let words), .choice(let words), .list(of: .word(let words)), .list(of: .choice(let words)):
            Set(words)
        case .truth, .text, .day, .time, .basis, .name, .number, .range, .list, .mapping: []
        }
    }
}
