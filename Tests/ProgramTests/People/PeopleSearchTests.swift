import Program
import Testing

/// Who of a directory is meant by a few words.
@Suite struct PeopleSearchTests {
    private static let directory = [
        person("P-10.432", "María José", "Álvarez"), person("502001", "April", "Long"),
        person("502002", "Sean", "O’Brien-Smith"), person("502003", "Ana", "Álvarez"),
    ]

    private static func person(_ number: String, _ given: String, _ family: String) -> NamedPerson {
        NamedPerson(employeeNumber: number, givenName: given, familyName: family, unit: "Field")
    }

    @Test(
        arguments: [
            ("alvarez", ["502003", "P-10.432"]), ("ÁLV", ["502003", "P-10.432"]), ("Alvarez, Maria", ["P-10.432"]),
            ("jose alv", ["P-10.432"]), ("brien", ["502002"]), ("smi se", ["502002"]), ("502001", ["502001"]),
            ("p-10", ["P-10.432"]), ("a", ["502003", "P-10.432", "502001"]),
        ])
    func thoseWhoseNamesOrNumberBeginWithEachWord(words: String, numbers: [String]) {
        guard case .some(let found) = PeopleSearch(words).found(among: Self.directory) else {
            Issue.record("\(words) finds nobody")
            return
        }
        #expect(found.map(\.employeeNumber) == numbers)
    }

    @Test(arguments: ["varez", "maria long", "Alvarez x", "5020010"])
    func nobodyElse(words: String) {
        #expect(PeopleSearch(words).found(among: Self.directory) == .nobody)
    }

    @Test(arguments: ["", "  ", "-", "…"])
    func wordsThatAreNoneAskForNobody(words: String) {
        #expect(PeopleSearch(words).found(among: Self.directory) == .nothingAsked)
    }

    @Test func noMoreThanAnybodyLooksThrough() {
        let many = (1...PeopleSearch.mostFound + 1).map { Self.person("\($0)", "Ann", "Quill") }
        #expect(PeopleSearch("quill").found(among: many) == .tooMany)
        guard case .some(let found) = PeopleSearch("quill").found(among: Array(many.dropLast())) else {
            Issue.record("nobody is found")
            return
        }
        #expect(found.count == PeopleSearch.mostFound)
    }
}
