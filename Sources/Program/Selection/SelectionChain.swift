/// Somebody of an applicant's chain of command, as the directory has it today.
package struct ChainLink: Sendable, Equatable {
    /// The person's id.
    package let person: String
    package let name: String
    package let division: String
    /// Whether an account of theirs could pass something on by itself.
    package let hasAccount: Bool

    package init(person: String, name: String, division: String, hasAccount: Bool) {
        self.person = person
        self.name = name
        self.division = division
        self.hasAccount = hasAccount
    }
}

/// Everybody above an applicant, the immediate supervisor first.
package struct ChainOfCommand: Sendable, Equatable {
    /// The applicant's own division.
    package let division: String
    package let links: [ChainLink]

    package init(division: String, links: [ChainLink]) {
        self.division = division
        self.links = links
    }

    /// The immediate supervisor; nobody where the directory names none.
    package var supervisor: ChainLink? { links.first }

    /// Whom documents go up by, in order: those above the applicant in their own division, as far as whoever the documents go to. The
    /// policy names the chain and that one office; how far beyond the division a chain would go it does not say.
    ///
    /// - Parameter receivers: the persons who hold the office to which the documents go.
    package func forwarders(to receivers: Set<String>) -> [ChainLink] {
        Array(links.prefix { $0.division == division && !receivers.contains($0.person) })
    }
}
