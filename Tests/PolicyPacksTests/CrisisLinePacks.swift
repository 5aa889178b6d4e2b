import PolicyPacks
import Program
import Testing

/// An agency that names crisis lines of its own, over the guidelines.
@Suite struct CrisisLinePacks {
    private static let agency = """
        id: springfield
        version: "1"
        extends: iacp
        agency:
          title: Springfield Police
        crisis-lines:
          - id: cop-line
            name: The Cop Line
            telephone: "+1 800 555 0142"
            text: "555-0143"
            hours: at any hour
            basis: {chosen: The town pays for it.}
          - {id: chaplain, name: Chaplain on duty, telephone: "555-0144", hours: at night, basis: [IACP-1.1]}
        """

    private func problems(_ text: String) throws -> [String] {
        switch PackLibrary.load(text, file: "springfield.yaml") {
        case .success: []
        case .failure(let problems): problems.problems.map { "\($0.path): \($0.message)" }
        }
    }

    @Test func areReadAndToldAsADifference() throws {
        let loaded = try PackLibrary.load(Self.agency, file: "springfield.yaml").get()
        let lines = try #require(loaded.pack.crisisLines)
        #expect(lines.map(\.name) == ["The Cop Line", "Chaplain on duty"])
        #expect(lines.map(\.telephone) == ["+1 800 555 0142", "555-0144"])
        #expect(lines.map(\.text) == ["555-0143", nil])
        #expect(lines.map(\.hours) == ["at any hour", "at night"])
        #expect(loaded.differences.contains { $0.path.hasPrefix("crisis-lines") })
        #expect(try PackLibrary.load(PackID("iacp")).get().pack.crisisLines == nil)
    }

    @Test(arguments: [
        ("\"555-0144\"", "\"555-HELP\"", "crisis-lines[chaplain].telephone: A telephone number is needed"),
        ("\"555-0144\"", "\"12\"", "crisis-lines[chaplain].telephone: A telephone number is needed"),
        ("\"555-0144\"", "\"1234567890123456\"", "crisis-lines[chaplain].telephone: A telephone number is needed"),
        ("\"555-0144\"", "5550144", "crisis-lines[chaplain].telephone: Text is needed; put it in quotes."),
        ("\"555-0143\"", "\"HOME\"", "crisis-lines[cop-line].text: A telephone number is needed"),
        ("hours: at night, ", "", "crisis-lines[chaplain].hours: The rule 'hours' is missing."),
        ("hours: at night, ", "hours: \"\", ", "crisis-lines[chaplain].hours: Text is needed; this is empty."),
        ("hours: at night, ", "hours: at night, fax: \"1\", ", "crisis-lines[chaplain].fax: The key 'fax' is unknown"),
        ("[IACP-1.1]", "[IACP-99]", "crisis-lines[chaplain].basis[1]: The clause 'IACP-99' is not in"),
        ("id: chaplain", "id: cop-line", "crisis-lines[cop-line]: 'cop-line' is listed more than once."),
    ])
    func aMistakeIsToldWithItsPath(right: String, wrong: String, told: String) throws {
        let found = try problems(Self.agency.replacing(right, with: wrong))
        #expect(found.count == 1 && found[0].hasPrefix(told), "\(found)")
    }
}
