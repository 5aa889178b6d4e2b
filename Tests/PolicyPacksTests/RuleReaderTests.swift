import Foundation
import PolicyPacks
import Program
import Testing

/// What is registered as reading a rule of the pack is there, and reads it.
@Suite struct RuleReaderTests {
    private static let keys = (try? PackKey.all()) ?? []
    private static let byPath = Dictionary(keys.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The code that may read a rule: not the types of the policy, nor the reading of packs, nor who says that something reads it.
    private static let code = names(in: ["Program", "Operations", "Web", "Store"]) { file in
        let isOfPolicy = file.contains("/Program/Policy/") || file.contains("/Web/Policy/")
        return !isOfPolicy && !file.contains("/Conformance/") && !file.hasSuffix("Readers.swift")
            && !file.contains("/Demonstration/")
    }
    /// Where `pack check` holds a rule against the powers of its roles, so that the act that asks for the power goes by the rule.
    private static let checks = names(in: ["PolicyPacks"]) { $0.hasSuffix("Checks.swift") }

    /// Every name that stands in those files.
    private static func names(in modules: [String], _ isRight: (String) -> Bool) -> Set<Substring> {
        var names: Set<Substring> = []
        for module in modules {
            let folder = root.appending(path: "Sources").appending(path: module)
            let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
            for case let file as URL in files ?? .init() where file.pathExtension == "swift" && isRight(file.path) {
                guard let text = try? String(contentsOf: file, encoding: .utf8) else { continue }
                names.formUnion(text.split { !$0.isLetter && !$0.isNumber })
            }
        }
        return names
    }

    /// `firstContact` of `requests.first-contact`.
    private static func member(_ key: String) -> String {
        let word = key.split(separator: ".").last.map(String.init) ?? key
        let parts = word.replacing("[]", with: "").split(separator: "-")
        return parts.dropFirst().reduce(String(parts.first ?? "")) { $0 + $1.prefix(1).uppercased() + $1.dropFirst() }
    }

    private static func isRead(_ name: String) -> Bool {
        code.contains(Substring(name)) || checks.contains(Substring(name))
    }

    /// What is so for every agency is read by nobody: no code could be otherwise.
    private static func isRead(_ line: RuleReader) -> Bool {
        !line.readers.isEmpty && line.readers.contains { $0.kind != .always }
    }

    @Test func whatIsRegisteredIsARuleOfThePack() {
        #expect(Self.keys.count > 300)
        for line in RuleReader.all {
            #expect(
                Self.byPath["\(line.rule).basis"] != nil,
                "\(line.rule) is no rule of a pack; name a key that has a basis")
            guard let part = line.part else { continue }
            let key = Self.byPath["\(line.rule).\(part.key)"]
            #expect(key != nil, "\(line.rule) has no \(part.key)")
            for (key, words) in [part.key: Set(part.words)].merging(part.given, uniquingKeysWith: { $0.union($1) }) {
                let right = Self.words(at: "\(line.rule).\(key)")
                #expect(words.isSubset(of: right), "\(line.rule).\(key): \(words.subtracting(right))")
            }
        }
    }

    private static func words(at key: String) -> Set<String> {
        switch byPath[key]?.form {
        case .word(let words), .choice(let words), .list(of: .word(let words)), .list(of: .choice(let words)):
            Set(words)
        case .truth: ["true", "false"]
        case .text, .day, .time, .basis, .name, .number, .range, .list, .mapping, nil: []
        }
    }

    @Test func aRuleThatNoCodeNamesIsNotRegistered() throws {
        #expect(Self.code.count > 5000)
        for line in RuleReader.all where Self.isRead(line) {
            // A rule of a list of choices is named by its word, such as `sums`.
            let name = Self.member(line.rule)
            #expect(Self.isRead(name), "nothing reads \(line.rule)")
            for word in line.part?.words ?? [] where line.rule != "guarantees[]" {
                let name = Self.member(word)
                #expect(Self.code.contains(Substring(name)), "nothing tells \(word) of \(line.rule) from other words")
            }
        }
    }

    /// Whatever a registered rule says has its reader, or is said to have none.
    @Test func nothingOfARegisteredRuleIsPassedOver() throws {
        let rules = Set(RuleReader.all.filter(Self.isRead).map(\.rule))
        let withBasis = Set(Self.keys.filter { $0.path.hasSuffix(".basis") }.map { String($0.path.dropLast(6)) })
        /// The rule that a key belongs to: the nearest mapping above it that has a basis.
        func rule(of key: String) -> String? {
            withBasis.filter { key.hasPrefix($0 + ".") }.max { $0.count < $1.count }
        }
        // A counsel's day is shown beside the questions, which stand on the same page.
        let named: Set = ["id", "basis", "label", "title", "text", "value", "reviewed-on"]
        for key in Self.keys {
            guard let own = rule(of: key.path), rules.contains(own), own != "guarantees[]" else { continue }
            let last = key.path.split(separator: ".").last.map(String.init) ?? ""
            let below = String(key.path.dropFirst(own.count + 1))
            let isUnread = RuleReader.all.contains { line in
                line.rule == own && line.readers.isEmpty && line.part?.words.isEmpty == true
                    && (line.part.map { below == $0.key || below.hasPrefix($0.key + ".") } ?? false)
            }
            guard !named.contains(last), !isUnread, !withBasis.contains(key.path), !withBasis.contains(key.path + "[]")
            else { continue }
            let name = Self.member(key.path)
            #expect(Self.isRead(name), "\(key.path) is read by nothing; say so with .unread, or register what reads it")
        }
    }

    @Test func whatIsSaidToBeSoForEveryAgencyIsShownByATest() throws {
        let tests = FileManager.default.enumerator(
            at: Self.root.appending(path: "Tests"), includingPropertiesForKeys: nil)
        let texts = try (tests?.compactMap { $0 as? URL } ?? []).filter { ["swift", "py"].contains($0.pathExtension) }
            .map { try String(contentsOf: $0, encoding: .utf8) }
        for reader in RuleReader.all.flatMap(\.readers) where reader.kind == .always {
            #expect(
                texts.contains { $0.contains("func \(reader.name)(") || $0.contains("def \(reader.name)(") },
                "\(reader.name)")
        }
    }
}
