extension PolicyPack {
    /// What keeps the ask from becoming a request, if anything: for whom one may ask (SAC-V-1, IACP-3.6, PD-B.2.a.1), whom the
    /// programme is for (PD-A.1.a), and room for what was written. Whether the people it names exist is checked where
    /// they are kept.
    ///
    /// - Parameter takesPartners: whether an agreement on lending lets people of another agency ask here just now (IACP-3.9.2-1).
    package func mayAsk(_ ask: Ask, takesPartners: Bool = false) -> Refusal? {
        let isPartner = takesPartners && ask.standing == .partner
        let rules = [originProblem(ask), isPartner ? nil : standingProblem(ask), exclusionProblem(ask)]
        let problems = rules.compactMap { $0 } + ask.problems
        return problems.isEmpty ? nil : Refusal(problems)
    }

    /// Whether a request for that person is one discreet approach.
    package func isInquiry(_ person: OriginRule.Person) -> Bool { requests.isInquiry(person) }

    private func originProblem(_ ask: Ask) -> Refusal.Problem? {
        let rule = requests.origins.first { $0.person == ask.origin }
        switch rule?.handling {
        case .open, .inquiry: return nil
        case .refused, nil:
            return Refusal.Problem(
                field: "origin",
                message: """
                    Support begins with the person who wants it, so nobody can ask for somebody else here. You can tell \
                    them about this page and encourage them.
                    """, basis: rule?.basis)
        }
    }

    private func standingProblem(_ ask: Ask) -> Refusal.Problem? {
        guard !scope.seekers.contains(where: { $0.kind == ask.standing }) else { return nil }
        return Refusal.Problem(
            field: "standing", message: "This programme is for others; choose what applies to you.",
            clauses: scope.seekers.flatMap(\.basis.clauses))
    }

    private func exclusionProblem(_ ask: Ask) -> Refusal.Problem? {
        guard !requests.seekerMayExclude.value, !ask.unwanted.isEmpty else { return nil }
        return Refusal.Problem(
            field: "unwanted", message: "Nobody can be left out here.",
            basis: requests.seekerMayExclude.basis)
    }
}

extension Ask {
    /// What is too long or contradicts itself.
    fileprivate var problems: [Refusal.Problem] {
        var problems: [Refusal.Problem] = []
        func refuse(_ field: String, _ message: String) {
            problems.append(Refusal.Problem(field: field, message: message))
        }
        if !name.fits(Self.longestName) { refuse("name", "Name: at most \(Self.longestName) characters.") }
        if !number.fits(Self.longestNumber) { refuse("number", "Number: at most \(Self.longestNumber) characters.") }
        if (way == .call || way == .text) && number.isEmpty {
            refuse("number", "Give a number, or choose to meet in person or to write here.")
        }
        if !language.fits(Self.longestLanguage) {
            refuse("language", "Language: at most \(Self.longestLanguage) characters.")
        }
        if words.count > Self.mostWords || words.contains("\0") {
            refuse("words", "Words: at most \(Self.mostWords) characters.")
        }
        if wanted.count > Self.mostWanted || Set(wanted).count != wanted.count {
            refuse("wanted", "Choose up to \(Self.mostWanted) different people.")
        }
        if wanted.contains(where: unwanted.accounts.contains) {
            refuse("wanted", "The same person is among those you would like and those you would not.")
        }
        return problems
    }
}

extension String {
    /// Short enough, and without characters that no page shows.
    package func fits(_ longest: Int) -> Bool {
        count <= longest && !unicodeScalars.contains { $0.properties.generalCategory == .control }
    }
}

/// What is known of the people whom an ask would rather not meet.
package struct NamedPeople: Sendable {
    package let accounts: Set<String>
    package let units: [String]
    package let ranks: [String]
    /// Whether the directory has the seeker's own employee number.
    package let isChainKnown: Bool

    package init(accounts: Set<String>, units: [String], ranks: [String], isChainKnown: Bool) {
        self.accounts = accounts
        self.units = units
        self.ranks = ranks
        self.isChainKnown = isChainKnown
    }
}

extension Unwanted {
    /// Whether the directory's units and ranks are needed to read it.
    package var namesGroups: Bool { !units.isEmpty || !ranks.isEmpty }

    /// The employee number to look for; nothing where none is given, or it is none.
    package var chainNumber: String? { chainOf.isEmpty || !chainOf.fits(Self.longestNumber) ? nil : chainOf }

    private static let longestNumber = 60

    /// What it names and nobody knows: a slip of the pen must not bring the request to whom the seeker wanted to avoid.
    package func mayName(_ known: NamedPeople) -> Refusal? {
        var problems: [Refusal.Problem] = []
        func refuse(_ field: String, _ message: String) {
            problems.append(Refusal.Problem(field: field, message: message))
        }
        if !accounts.allSatisfy(known.accounts.contains) {
            refuse("unwanted", "Somebody you would rather not meet is not in the programme any more. Choose again.")
        }
        for unit in units where !known.units.containsName(unit) {
            refuse("units", "There is no unit of this name. Check how it is spelt.")
        }
        for rank in ranks where !known.ranks.containsName(rank) {
            refuse("ranks", "There is no rank of this name. Check how it is spelt.")
        }
        if !chainOf.isEmpty && !known.isChainKnown {
            refuse("chainOf", "This employee number is not known here. Check it, or leave it out.")
        }
        return problems.isEmpty ? nil : Refusal(problems)
    }
}

extension Ask {
    /// What keeps the seeker from whom they chose, if anything.
    ///
    /// - Parameter waves: with which stage each could be asked.
    package func mayChoose(from waves: [String: Stage]) -> Refusal? {
        wanted.allSatisfy { waves[$0] == .preferred }
            ? nil : Refusal("Somebody you chose cannot be asked just now.", field: "wanted")
    }
}
