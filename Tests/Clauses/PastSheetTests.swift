import Operations
import Program
import Testing
import Web
import WebSupport

/// The form of the directive as a table: its paper sheets from before are counted from it.
@Suite struct PastSheetTests {
    private static let header = "sheet,month,day,kind,sex,old-or-new,approach,issues,minutes,participants"

    private static func town() async throws -> (DemoTown, Client) {
        let town = try await DemoTown.on(OrangeCountySheetTests.pack)
        let preparer = town.agency.agency.policy.summary.preparedBy.text
        return (town, try await town.signedIn(preparer))
    }

    /// The rows of the form are its columns, and no other is taken.
    @Test(.clause("OCP-FORM-1")) func theTableHasTheRowsOfTheForm() async throws {
        let (_, client) = try await Self.town()
        let template = try await client.get("/past-sheets/template.csv").text
        #expect(template.replacing("\"", with: "") == Self.header + "\r\n")
        let words = try await client.page("/past-sheets").words
        for word in ["M, F", "O, N", "A, NA", "Family/Kids/Elders"] { #expect(words.contains(word), "\(word)") }
        let more = "name,\(Self.header)\nAna,1,2024-03,5,Contact,F,N,A,,30,\n"
        let refused = try await client.post("/past-sheets", ["table": more])
        #expect(refused.status == 422 && refused.text.contains("which the form does not have"))
    }

    /// Several issues at once, as the boxes of the form; another than the eleven is refused with its line, column and clause.
    @Test(.clause("OCP-FORM-2")) func severalIssuesStandInOneLine() async throws {
        let (_, client) = try await Self.town()
        func sent(_ issues: String) async throws -> Reply {
            try await client.api(
                .post, "/api/v1/past-sheets",
                ["table": .string("\(Self.header)\n1,2024-03,5,Contact,F,N,A,\(issues),30,\n")])
        }
        let looked = try await sent("Anxiety; Medical/IOD; Substance Abuse")
        #expect(looked.status == 422 && looked.text.contains("It has 1 sheet: March 2024 1"), "\(looked)")
        let wrong = try await sent("Anxiety; Gambling")
        #expect(wrong.status == 422 && wrong.clauses.contains("OCP-FORM-2"), "\(wrong)")
        #expect(wrong.text.contains("Line 2, column issues") && !wrong.text.contains("Gambling"))
    }

    /// Sums come from the entries: the table has no column for one. It is looked at, counted once, and nobody else does it.
    @Test(.clause("OCP-FORM-3")) func sumsComeFromTheLinesAlone() async throws {
        let (town, client) = try await Self.town()
        let sum = "\(Self.header),hours\n1,2024-03,5,Contact,F,N,A,,30,,9\n"
        #expect(try await client.post("/past-sheets", ["table": sum]).status == 422)
        let table = """
            \(Self.header)
            1,2024-03,5,Contact,F,N,A,,45,
            1,2024-03,6,Group debrief,,,,,90,12
            2,2024-04,,,,,,,,
            """
        let looked = try await client.post("/past-sheets", ["table": table])
        #expect(looked.status == 422 && looked.text.contains("Count 2 sheets"), "\(looked)")
        #expect(try await client.post("/past-sheets", ["table": table, "sheets": "3"]).status == 422)
        #expect(try await client.post("/past-sheets", ["table": table, "sheets": "2"]).status == 303)
        let again = try await client.post("/past-sheets", ["table": table, "sheets": "2"])
        #expect(again.status == 422 && again.text.contains("are counted already"), "\(again)")
        let supporter = try await town.signedIn("supporter")
        #expect(try await supporter.get("/past-sheets").isNothing(for: supporter))
    }
}
