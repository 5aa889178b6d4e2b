import Program
import Testing

/// Headings of other systems, said once and suggested by likeness.
@Suite struct PersonnelMappingTests {
    static let likely: [(String, PersonnelColumn)] = [
        ("Emp No", .employeeNumber), ("Employee ID", .employeeNumber), ("EMPLOYEE-NUMBER", .employeeNumber),
        ("employe_number", .employeeNumber), ("First Name", .givenName), ("Last name", .familyName),
        ("Surname", .familyName), ("E-mail", .email), ("Work Phone", .phone), ("Job Title", .rank),
        ("Hire Date", .hiredOn), ("Hier Date", .hiredOn), ("Reports To", .supervisor), ("Bureau", .division),
        ("Cost Center", .costCentre), ("Retirement Date", .retiresOn), ("Bargaining Unit", .memorandum),
    ]

    @Test(arguments: likely) func isSuggested(_ heading: String, _ column: PersonnelColumn) {
        let found = FoundHeadings([heading], by: .none)
        let isItself = found.unknown.isEmpty
        #expect(isItself ? !found.missing.contains(column) : found.suggestion(for: column) == heading)
    }

    @Test(arguments: ["Diagnosis", "Leave Balance", "", "7", "Date of Birth"]) func isLikeNothing(_ heading: String) {
        let found = FoundHeadings([heading], by: .none)
        #expect(PersonnelColumn.allCases.allSatisfy { found.suggestion(for: $0) == nil })
    }

    @Test func aFileIsReadByWhatWasSaid() throws {
        var sample = PeopleSample()
        sample.lines[0][PersonnelColumn.employeeNumber.ordinal] = "EMP-NO"
        sample.lines[0][PersonnelColumn.rank.ordinal] = "Job title"
        sample.lines = sample.lines.enumerated().map { line, values in
            values.dropLast(3) + values.suffix(2)
                + [line == 0 ? "Leave balance" : "secret"]
        }
        let mapping = try PersonnelMapping.checked(
            headings: [.employeeNumber: "Emp No", .rank: "Job Title", .memorandum: ""], leftOut: ["leave balance"]
        ).get()
        let today = try #require(PeopleSample.today)
        let people = try PersonnelFile.check(rows: sample.rows, by: mapping, at: today).get().people
        #expect(people.map(\.rank) == ["Chief", "Manager", "Clerk"])
        #expect(people.allSatisfy { $0.memorandum == nil })
        // Unsaid, each is told.
        guard case .failure(let problems) = PersonnelFile.check(rows: sample.rows, at: today) else {
            Issue.record("a file with other headings was taken")
            return
        }
        #expect(
            problems.first.map(\.fault) == [
                .unknownColumn("EMP-NO"), .unknownColumn("Job title"), .unknownColumn("Leave balance"),
                .missingColumn, .missingColumn, .missingColumn,
            ])
        #expect(problems.first[1].message.contains("It may be rank"))
    }

    struct Wrong: Sendable {
        let headings: [PersonnelColumn: String]
        let leftOut: [String]
        let fields: [String]
    }

    static let wrong = [
        Wrong(headings: [.rank: ""], leftOut: [], fields: ["rank"]),
        Wrong(headings: [.rank: "--"], leftOut: [], fields: ["rank"]),
        Wrong(headings: [.rank: "unit"], leftOut: [], fields: ["rank"]),
        Wrong(headings: [.rank: "Job", .unit: "job"], leftOut: [], fields: ["rank"]),
        Wrong(headings: [:], leftOut: ["Rank"], fields: ["leftOut"]),
        Wrong(headings: [.email: String(repeating: "a", count: 81)], leftOut: [], fields: ["email"]),
    ]

    @Test(arguments: wrong) func isRefused(_ this: Wrong) throws {
        guard case .failure(let refusal) = PersonnelMapping.checked(headings: this.headings, leftOut: this.leftOut)
        else {
            Issue.record("it was taken")
            return
        }
        #expect(refusal.problems.map(\.field) == this.fields)
    }
}
