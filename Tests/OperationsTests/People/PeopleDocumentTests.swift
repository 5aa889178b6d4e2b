import Foundation
import Operations
import Program
import Testing

/// What `docs/personnel-file.md` says is what the program does.
@Suite struct PeopleDocumentTests {
    private let document: String

    init() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        document = try String(contentsOf: root.appendingPathComponent("docs/personnel-file.md"), encoding: .utf8)
    }

    @Test func theExampleIsAccepted() throws {
        let example = try #require(
            document.components(separatedBy: "```csv\n").last?.components(separatedBy: "```").first)
        let today = try #require(PeopleShapes.today)
        let personnel = try PersonnelFile.check(rows: PersonnelFileReader(Array(example.utf8)), at: today).get()
        #expect(personnel.people.map(\.division) == ["Office of the Chief", "Support, North", "Support, North"])
    }

    @Test(arguments: PersonnelColumn.allCases) func theTableHasTheColumn(_ column: PersonnelColumn) throws {
        let start = "| `\(column.rawValue)` | \(column.isRequired ? "yes " : "")|"
        let line = try #require(document.split(separator: "\n").first { $0.hasPrefix(start) })
        let length = line.split(separator: "|", omittingEmptySubsequences: false)[3].trimmingCharacters(
            in: .whitespaces)
        #expect(length.isEmpty || length == "\(column.maximumLength)")
    }
}
