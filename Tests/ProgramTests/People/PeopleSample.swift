import Program
import Testing

/// A small personnel file, right in everything until a test spoils it. Dana (100) leads Sam (101), who leads Kim (102).
struct PeopleSample {
    static let today = Day("2026-11-20")

    /// The header and the people, each a list of values.
    var lines: [[String]] = [
        PersonnelColumn.allCases.map(\.rawValue),
        [
            "100", "Dana", "Abbott", "dana@agency.example.org", "916-555-0110 x2001", "Office of the Chief",
            "Office of the Chief", "Days", "Chief", "sworn", "yes", "", "2001-05-06", "", "6700", "", "no",
            "2027-05-31",
        ],
        [
            "101", "Sam", "Ochoa", "sam@agency.example.org", "(916) 555-0111", "Records", "Support", "Days", "Manager",
            "civilian", "yes", "100", "2012-01-31", "North", "6701", "Office Unit", "no", "",
        ],
        [
            "102", "Kim", "Vang", "", "", "Records", "Support", "Nights", "Clerk", "volunteer", "no", "101",
            "2026-11-20",
            "", "", "", "yes", "",
        ],
    ]

    var rows: [RawRow] {
        lines.enumerated().map { RawRow(line: $0.offset + 1, content: .fields($0.element)) }
    }

    /// Sets the value of the person on that line.
    mutating func set(_ column: PersonnelColumn, _ value: String, line: Int) {
        lines[line - 1][column.ordinal] = value
    }

    func check() throws -> Result<Personnel, ImportProblems> {
        PersonnelFile.check(rows: rows, at: try #require(Self.today))
    }

    /// What is wrong; empty where the file is accepted.
    func problems() throws -> [ImportProblem] {
        switch try check() {
        case .success: return []
        case .failure(let problems):
            #expect(problems.total == problems.first.count)
            return problems.first
        }
    }
}
