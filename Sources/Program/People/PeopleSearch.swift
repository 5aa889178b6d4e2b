/// Somebody of the directory, with as much as tells them from others of the name.
package struct NamedPerson: Sendable, Equatable {
    package let employeeNumber: String
    package let givenName: String
    package let familyName: String
    package let unit: String

    package init(employeeNumber: String, givenName: String, familyName: String, unit: String) {
        self.employeeNumber = employeeNumber
        self.givenName = givenName
        self.familyName = familyName
        self.unit = unit
    }
}

/// Whom a search has found.
package enum FoundPeople: Sendable, Equatable {
    /// There were no words to look for.
    case nothingAsked
    case nobody
    /// By family name.
    case some([NamedPerson])
    /// More than anybody would choose from.
    case tooMany
}

/// Looking for somebody of the directory: each word that was typed begins one of their names, or their employee number. Order, case
/// and accents do not matter.
package struct PeopleSearch: Sendable {
    /// As many as can be looked through on a phone.
    package static let mostFound = 20

    private let words: [String]

    package init(_ typed: String) { words = NamesOfPeople.words(typed) }

    package func found(among people: [NamedPerson]) -> FoundPeople {
        guard !words.isEmpty else { return .nothingAsked }
        let found = people.filter(isMeant)
        guard !found.isEmpty else { return .nobody }
        guard found.count <= Self.mostFound else { return .tooMany }
        return .some(found.map { (Self.place(of: $0), $0) }.sorted { $0.0 < $1.0 }.map(\.1))
    }

    /// Where they stand in a list by family name, whatever their accents.
    private static func place(of person: NamedPerson) -> String {
        [person.familyName, person.givenName, person.employeeNumber].flatMap(NamesOfPeople.words).joined(separator: " ")
    }

    private func isMeant(_ person: NamedPerson) -> Bool {
        let parts = [person.givenName, person.familyName, person.employeeNumber].flatMap(NamesOfPeople.words)
        return words.allSatisfy { word in parts.contains { $0.hasPrefix(word) } }
    }
}
