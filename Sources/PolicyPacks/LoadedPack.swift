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
    /// Every duty of the register, in its order, with what becomes of it.
    package let conformance: [DutyConformance]
    /// Its values that the written policy does not give, in the pack's order.
    package let chosen: [ChosenValue]
    /// Its values that the policy gives in words of its own, in the pack's order.
    package let said: [SaidValue]
    /// What of an archived pack would be refused today and was read all the same; of a pack put in force there is none.
    package let allowances: [PackProblem]
    /// What it promises people in the words of the pack it extends, and the numbers of its country's profile.
    package let inherited: [PackPromise]

    /// Names the promises that were taken over: whoever confirms them names this, so that nobody confirms others than they read.
    /// Nothing where there are none.
    package var inheritedHash: String? {
        guard !inherited.isEmpty else { return nil }
        return String(sha256(inherited.map { "\($0.path)\t\($0.text)\n" }.joined()).prefix(12))
    }

    init(
        pack: PolicyPack, text: String, hash: String, parent: PackID?, differences: [PackDifference],
        rules: [WrittenRule], origins: ValueOrigins, allowances: [PackProblem],
        inherited: [PackPromise] = []
    ) {
        self.pack = pack
        self.text = text
        self.hash = hash
        self.parent = parent
        self.differences = differences
        conformance = pack.conformance(of: rules)
        chosen = origins.chosen
        said = origins.said
        self.allowances = allowances
        self.inherited = inherited
    }

    /// The duties in that state, in the register's order.
    package func duties(_ state: DutyState) -> [DutyConformance] { conformance.filter { $0.state == state } }

    /// The duties that no rule cites.
    package var uncited: [Clause] { conformance.filter(\.rules.isEmpty).map(\.clause) }
}
