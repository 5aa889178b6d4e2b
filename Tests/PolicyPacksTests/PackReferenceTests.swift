import Foundation
import PolicyPacks
import Program
import Testing

@Suite struct PackReferenceTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private func reference() throws -> PackReference {
        try PackReference(words: DocWords(folder: Self.root.appending(path: "Sources/Program/Policy")))
    }

    /// `peersupport pack reference > docs/packs.md`
    @Test func theDocumentIsTheReference() throws {
        let document = Self.root.appending(path: "docs/packs.md")
        if ProcessInfo.processInfo.environment["PEERSUPPORT_WRITE_DOCS"] != nil {
            try reference().markdown.write(to: document, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOf: document, encoding: .utf8) == reference().markdown)
    }

    @Test func everyKeySaysWhatItMeans() throws { #expect(try reference().withoutMeaning == []) }

    /// The keys come from the types; what the packs write is what the types read.
    @Test(arguments: PackLibrary.bundled) func everyKeyOfAPackIsInIt(id: PackID) throws {
        let known = Set(try PackKey.all().map(\.path))
        let text = try loaded(PackLibrary.load(id)).text
        let written = Self.paths(in: try JSONSerialization.jsonObject(with: Data(text.utf8)), at: "")
        #expect(written.count > 200)
        // What stands below a basis names values of its rule, and a word that chooses has no key of its own.
        let choices = Set(
            try PackKey.all().flatMap { key in
                if case .choice(let words) = key.form { words.map { "\(key.path).\($0)" } } else { [String]() }
            })
        let unknown = written.filter { !known.contains($0) && !choices.contains($0) && !$0.contains(".basis.") }
        #expect(Set(unknown.filter { !Self.isChoiceOfAList($0) }) == [])
    }

    @Test func theExampleIsRight() throws {
        let read = try loaded(PackLibrary.load(PackReference.example, file: "springfield.yaml"))
        #expect(read.pack.requests.firstContact.withinMinutes == 120)
        #expect(!read.pack.membership.removal.grounds.contains { $0.id == "standing" })
    }

    @Test func aKeyHasItsFormAndItsMeaning() throws {
        let lines = try reference().markdown.split(separator: "\n")
        let due = try #require(lines.first { $0.hasPrefix("| `stat-sheet.due-day` |") })
        #expect(
            due == "| `stat-sheet.due-day` | number, 1 to 28 (day of the month) | required | The day of the following "
                + "month, in the agency's time zone, on which the sheet is still on time. |")
        let days = try #require(lines.first { $0.hasPrefix("| `retention.closed-request-days.value` |") })
        #expect(days.hasSuffix("| required | Days after closing until a request's keys and words are destroyed. |"))
        let lines988 = try #require(lines.first { $0.hasPrefix("| `crisis-lines[].text` |") })
        #expect(lines988.contains("| text |  | The number for text messages"))
    }

    /// The keys of a text, with `[]` for each item of a list.
    private static func paths(in value: Any, at path: String) -> Set<String> {
        if let map = value as? [String: Any] {
            return map.reduce(into: []) { paths, entry in
                let below = path.isEmpty ? entry.key : "\(path).\(entry.key)"
                paths.insert(below)
                paths.formUnion(Self.paths(in: entry.value, at: below))
            }
        }
        if let list = value as? [Any] {
            return list.reduce(into: []) { $0.formUnion(paths(in: $1, at: path + "[]")) }
        }
        return []
    }

    /// The word of an item of a list of choices, such as `summary.tables[].kinds`.
    private static func isChoiceOfAList(_ path: String) -> Bool {
        let parts = path.split(separator: ".")
        return parts.count > 1 && parts[parts.count - 2].hasSuffix("[]")
            && ((try? PackKey.all()) ?? []).contains { key in
                guard case .list(of: .choice(let words)) = key.form, let last = parts.last else { return false }
                return path == "\(key.path)[].\(last)" && words.contains(String(last))
            }
    }
}
