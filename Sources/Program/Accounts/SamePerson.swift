/// Which accounts are one person's. The directory tells it; an account that is tied to nobody there is a person of its own.
package struct SamePerson: Sendable, Equatable {
    private let persons: [String: String]

    /// - Parameter persons: whose each account is, of those that the directory knows.
    package init(_ persons: [String: String] = [:]) { self.persons = persons }

    package func isOne(_ account: String, _ other: String) -> Bool {
        account == other || (persons[account].map { $0 == persons[other] } ?? false)
    }

    /// Whether one of them is that account's person.
    package func holds(_ account: String, among others: some Sequence<String>) -> Bool {
        others.contains { isOne(account, $0) }
    }

    /// Whether each of them is another person.
    package func areDifferent(_ accounts: [String]) -> Bool {
        !accounts.indices.contains { place in holds(accounts[place], among: accounts[..<place]) }
    }
}
