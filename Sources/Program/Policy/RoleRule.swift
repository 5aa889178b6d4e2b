/// The name of a role in a pack, such as `coordinator`; pages say the pack's title of it.
package struct RoleID: PolicyName {
    package let text: String

    package init(_ text: String) { self.text = text }
}

/// A role of the programme as the pack has it: what it is called and exactly what it may do.
package struct RoleRule: PolicyValue {
    package let id: RoleID
    /// As people say it, such as `Peer Support Logistics Coordinator`.
    package let title: String
    package let powers: Set<Power>
    /// Whether the role stands above a supporter, so that its accounts need a second factor.
    package let needsSecondFactor: Bool
    /// How many may hold it at one time.
    package let holders: Holders
    /// Who alone may appoint to it and end it; where none is named, whoever has `manage-accounts`.
    package let appointedBy: RoleID?
    /// The lowest rank that may hold it, where the policy names one.
    package let minimumRank: String?
    /// The ranks above it, which may hold it too, as the directory writes them; none where only that one may.
    package let higherRanks: [String]?
    /// Whether each holder has an area of the agency (OCP-I.C.2.a).
    package let hasArea: Bool
    package let basis: Basis

    package enum Holders: String, PolicyWord {
        case one, several
    }

    package init(
        id: RoleID, title: String, powers: Set<Power>, needsSecondFactor: Bool, holders: Holders, appointedBy: RoleID?,
        minimumRank: String?, higherRanks: [String]? = nil, hasArea: Bool, basis: Basis
    ) {
        self.id = id
        self.title = title
        self.powers = powers
        self.needsSecondFactor = needsSecondFactor
        self.holders = holders
        self.appointedBy = appointedBy
        self.minimumRank = minimumRank
        self.higherRanks = higherRanks
        self.hasArea = hasArea
        self.basis = basis
    }
}
