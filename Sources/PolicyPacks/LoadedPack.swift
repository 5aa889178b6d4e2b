import Program

/// A pack that could be read.
package struct LoadedPack: Sendable, Equatable {
    package let pack: PolicyPack
    /// The whole pack, its parent's rules included, so written that the same rules always give the same text. It can be
    /// loaded again; decisions are kept with it.
    package let text: String
    /// SHA-256 of ``text``, in hexadecimal digits.
    package let hash: String
    /// The pack it extends.
    package let parent: PackID?
    /// In what it differs from its parent, and why.
    package let differences: [PackDifference]
    /// For each clause of the register the paths of the rules that carry it.
    package let coverage: [ClauseID: [String]]
    /// Its values that the written policy does not give, in the pack's order.
    package let chosen: [ChosenValue]
    /// Its values that the policy gives in words of its own, in the pack's order.
    package let said: [SaidValue]
    /// What of an archived pack would be refused today and was read all the same; of a pack put in force there is none.
    package let allowances: [PackProblem]

    init(
        pack: PolicyPack, text: String, hash: String, parent: PackID?, differences: [PackDifference],
        coverage: [ClauseID: [String]], origins: ValueOrigins, allowances: [PackProblem]
    ) {
        self.pack = pack
        self.text = text
        self.hash = hash
        self.parent = parent
        self.differences = differences
        self.coverage = coverage
        chosen = origins.chosen
        said = origins.said
        self.allowances = allowances
    }

    /// The clauses that no rule carries, in the register's order.
    package var uncovered: [Clause] { pack.clauses.filter { coverage[$0.id] == nil } }
}
