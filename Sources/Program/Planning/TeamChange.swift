/// What an update of the directory did to members of the team, as planning counts it.
package enum TeamChange: String, Sendable, CaseIterable {
    case transfer
    case promotion
}

extension PersonChange {
    /// What the change is to planning; nothing for whoever comes back.
    package var teamChanges: [TeamChange] {
        guard !isBack else { return [] }
        let isTransfer = before.record.division != record.division
        let isPromotion =
            before.record.rank != record.rank || (!before.record.isSupervisor && record.isSupervisor)
        return (isTransfer ? [.transfer] : []) + (isPromotion ? [.promotion] : [])
    }
}
