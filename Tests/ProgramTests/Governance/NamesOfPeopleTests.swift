import Program
import Testing

/// Words that name somebody of the directory, or that only look as if they did.
@Suite struct NamesOfPeopleTests {
    private static let names = NamesOfPeople(
        people: [
            .init(givenName: "María José", familyName: "Álvarez", employeeNumber: "P-10.432"),
            .init(givenName: "April", familyName: "Long", employeeNumber: "502001"),
            .init(givenName: "Sean", familyName: "O’Brien-Smith", employeeNumber: "77"),
        ], accounts: ["Dr. Ann Quill"])

    @Test(
        arguments: [
            ("Talked with María José Álvarez.", ["María José Álvarez"]),
            ("talked with maria jose alvarez", ["maria jose alvarez"]),
            ("ALVAREZ, Maria Jose", ["ALVAREZ, Maria Jose"]),
            ("Deputy Alvarez’s crew", ["Alvarez"]),
            ("Long was there. long shifts were too.", ["Long"]),
            ("april long", ["april long"]),
            ("Number 502001 was relieved", ["502001"]),
            ("See p 10 432.", ["p 10 432"]),
            ("O'Brien Smith and obrien", ["O'Brien Smith"]),
            ("Call dr ann quill, or Quill", ["dr ann quill", "Quill"]),
            // Everyday words, parts of words and other numbers name nobody.
            ("In April the shifts were long; along the Longview levee", []),
            ("Maria was there, and 5020011 sandbags", []),
            ("", []),
        ])
    func found(text: String, names: [String]) { #expect(Self.names.found(in: text) == names) }

    @Test func nobodyIsNamedWhereNobodyIs() {
        #expect(NamesOfPeople(people: [], accounts: ["", "—"]).found(in: "Anybody at all — 24 hours").isEmpty)
    }
}
