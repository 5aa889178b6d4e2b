extension RoleRule {
    /// What keeps somebody of that rank from being given the role, if anything (OCP-I.C.1). Big and small letters are one.
    ///
    /// - Parameter rank: as the directory has it; nothing for somebody whom it does not know.
    package func mayBeGiven(toRank rank: String?) -> Refusal? {
        guard let minimumRank else { return nil }
        let ranks = [minimumRank] + (higherRanks ?? [])
        guard !ranks.contains(where: { $0.lowercased() == rank?.lowercased() }) else { return nil }
        let theirs = rank.map { "The directory has: \($0)." } ?? "The directory has no rank of them."
        return Refusal(
            "A \(title) has the rank of \(minimumRank) or a higher one. \(theirs)", field: "role", basis: basis)
    }
}
