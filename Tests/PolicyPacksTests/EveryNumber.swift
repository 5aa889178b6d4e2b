import Foundation
import PolicyPacks
import Program
import Testing

/// Where every number of the five packs comes from: a few words of its source, or a reason of ours.
@Suite struct EveryNumber {
    struct Said: Equatable, CustomStringConvertible {
        let path: String
        let value: String
        let words: String

        init(_ path: String, _ value: String, _ words: String) {
            self.path = path
            self.value = value
            self.words = words
        }

        var description: String { "\(path): \(value), “\(words)”" }
    }

    /// The numbers that a source gives, with the words that give them, as a person read them. Every other number is ours.
    static let given: [String: [Said]] = [
        "sacramento-probation": [
            Said("governance.committees[advisory].seats[employees].count", "5 to 5", "five non-supervisory employees"),
            Said("governance.committees[advisory].seats[counsellor].count", "1 to 1", "a mental health professional"),
            Said("governance.committees[advisory].seats[chaplain].count", "1 to 1", "a law enforcement chaplain"),
            Said("governance.committees[advisory].term.months", "24", "members serve a two-year term"),
            Said("membership.term.months", "24", "Commit to a two-year term"),
        ],
        "orange-county-probation": [
            Said("governance.committees[advisory].seats[members].count", "3 to 5", "three (3) to five (5) PST members"),
            Said(
                "governance.committees[advisory].seats[association].count", "1 to 1",
                "a representative from the Orange County Association"),
            Said("training.courses[basic-peer-support].hours", "24", "Twenty-four (24) hour Basic Peer Support course"),
            Said("training.recurring[quarterly-meeting].amount", "1", "Attend quarterly meetings"),
            Said("incidents.notification.within-hours", "24", "within twenty-four (24) hours of a critical incident"),
            Said("incidents.defusing.usual-minutes", "60", "generally lasts no longer than one hour"),
            Said("incidents.debriefing.window.hours", "24 to 72", "within 24-72 hours after the critical incident"),
            Said(
                "incidents.debriefing.team.members[1].count", "1 to 1",
                "One (1) certified CISM mental health professional"),
            Said(
                "incidents.debriefing.team.members[2].count", "2 to 3",
                "two (2) to three (3) PST members trained in CISM"),
            Said("incidents.debriefing.team.members[3].count", "0 to 1", "A staff chaplain is optional"),
            Said("incidents.debriefing.team.length-minutes", "120 to 240", "may last two (2) to four (4) hours"),
            Said("stat-sheet.due-day", "10", "due on the 10th of each month"),
        ],
        "kern-sheriff": [
            Said("membership.annual-review.every-months", "12", "subject to an annual job performance review"),
            Said("training.recurring[quarterly].amount", "1", "participate in quarterly training and/or meetings"),
            Said(
                "training.recurring[yearly].amount", "1",
                "at least one PST continuing education course or refresher session per year"),
        ],
        "iacp": [
            Said("training.recurring[update].amount", "4", "four hours of update training per quarter")
        ],
    ]

    @Test(arguments: PackLibrary.bundled) func aNumberOfASourceStandsInItsWords(id: PackID) throws {
        let said = try loaded(PackLibrary.load(id)).said.filter { Self.isNumber($0.value) }
        #expect(said.map { Said($0.path, $0.value, $0.words) } == Self.given[id.text] ?? [])
    }

    /// Found without the help of what sorts them: each number of the text itself.
    @Test(arguments: PackLibrary.bundled) func everyOtherNumberHasAReason(id: PackID) throws {
        let loaded = try loaded(PackLibrary.load(id))
        let tree = try JSONDecoder().decode(Piece.self, from: Data(loaded.text.utf8))
        let numbers = Self.numbers(in: tree, at: "").filter { $0 != "format" }
        #expect(numbers.count > 20)
        let said = Set(loaded.said.map(\.path))
        let chosen = Dictionary(loaded.chosen.map { ($0.path, $0.reason) }) { first, _ in first }
        for number in numbers {
            let places = Self.around(number)
            let reason = places.compactMap { chosen[$0] }.first
            let isSaid = places.contains(where: said.contains)
            #expect(isSaid != (reason != nil), "\(number) is neither said nor chosen, or both")
            if let reason { #expect(reason.count > 20, "\(number): \(reason)") }
        }
    }

    /// What invites an invention though it is no number: each is said or chosen too.
    @Test(arguments: PackLibrary.bundled) func soHasEveryWordThatNoSourceNeedsToName(id: PackID) throws {
        let loaded = try loaded(PackLibrary.load(id))
        let tree = try JSONDecoder().decode(Piece.self, from: Data(loaded.text.utf8))
        let sorted = Set(loaded.said.map(\.path) + loaded.chosen.map(\.path))
        let found = Self.words(in: tree, at: "")
        #expect(found.count > 10)
        for path in found where !path.hasPrefix("confidentiality.exceptions") {
            #expect(Self.around(path).contains(where: sorted.contains), "\(path) is neither said nor chosen")
        }
    }

    /// Where the sources are at hand (`PEERSUPPORT_SOURCES` names their folder, one text a pack in the order of the packs), the words
    /// stand in them.
    @Test(.enabled(if: folder != nil), arguments: PackLibrary.bundled) func theWordsStandInTheSource(id: PackID) throws
    {
        let folder = try #require(Self.folder)
        let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".txt") }.sorted()
        let place = try #require(PackLibrary.bundled.firstIndex(of: id))
        let source = Self.plain(try String(contentsOfFile: "\(folder)/\(files[place])", encoding: .utf8))
        for said in try loaded(PackLibrary.load(id)).said {
            #expect(source.contains(Self.plain(said.words)), "\(said.path): \(said.words)")
        }
    }

    private static let folder = ProcessInfo.processInfo.environment["PEERSUPPORT_SOURCES"]

    private static let inviting: [String: Set<String>] = [
        "votes": ["secret", "open"], "needs-second-factor": ["true", "false"], "designee-allowed": ["true"],
        "holders": ["one"], "per": ["month", "quarter", "year"], "seeker-asked-first": ["true"],
        "around-the-clock": ["true"],
    ]

    private static func isNumber(_ value: String) -> Bool {
        value.split(separator: " to ").allSatisfy { Int($0) != nil }
    }

    /// A path and everything it lies in.
    private static func around(_ path: String) -> [String] {
        var places = [path]
        while let last = places.last, let cut = last.lastIndex(where: { $0 == "." || $0 == "[" }) {
            places.append(String(last[..<cut]))
        }
        // A single value stands for its rule.
        return places.flatMap { $0.hasSuffix(".value") ? [$0, String($0.dropLast(".value".count))] : [$0] }
    }

    private static func numbers(in tree: Piece, at path: String) -> [String] {
        walk(tree, path) { _, leaf in if case .number = leaf { true } else { false } }
    }

    private static func words(in tree: Piece, at path: String) -> [String] {
        walk(tree, path) { key, leaf in leaf.word.map { inviting[key]?.contains($0) == true } ?? false }
    }

    private static func walk(
        _ piece: Piece, _ path: String, key: String = "", _ isMeant: (String, Piece) -> Bool
    ) -> [String] {
        switch piece {
        case .map(let entries):
            entries.sorted { $0.key < $1.key }.flatMap { entry -> [String] in
                if entry.key == "basis" || (path.isEmpty && entry.key == "clauses") { return [] }
                return walk(entry.value, path.isEmpty ? entry.key : "\(path).\(entry.key)", key: entry.key, isMeant)
            }
        case .list(let items):
            items.enumerated().flatMap { place, item in
                walk(item, "\(path)[\(item.id ?? String(place + 1))]", key: key, isMeant)
            }
        case .truth, .number, .text: isMeant(key, piece) ? [path] : []
        }
    }

    /// Without marks of layout, on one line.
    private static func plain(_ text: String) -> String {
        text.replacing(/[*_#|]/, with: "").replacing("\u{2019}", with: "'").replacing("\u{2013}", with: "-")
            .split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
    }
}

/// A piece of a pack's archived text.
private enum Piece: Decodable {
    case truth(Bool)
    case number(Int)
    case text(String)
    case list([Piece])
    case map([String: Piece])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let truth = try? container.decode(Bool.self) {
            self = .truth(truth)
        } else if let number = try? container.decode(Int.self) {
            self = .number(number)
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let list = try? container.decode([Piece].self) {
            self = .list(list)
        } else {
            self = .map(try container.decode([String: Piece].self))
        }
    }

    var word: String? {
        switch self {
        case .truth(let truth): "\(truth)"
        case .text(let text): text
        case .number, .list, .map: nil
        }
    }

    var id: String? { if case .map(let entries) = self { entries["id"]?.word } else { nil } }
}
