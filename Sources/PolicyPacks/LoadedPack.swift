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
    /// What of an archived pack would be refused today and was read all the same; of a pack put in force there is none.
    package let allowances: [PackProblem]

    /// The clauses that no rule carries, in the register's order.
    package var uncovered: [Clause] { pack.clauses.filter { coverage[$0.id] == nil } }
}
