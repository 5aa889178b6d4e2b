import Program

/// Offices that contradict each other: what one rule keeps apart and another puts into one hand.
extension PackChecks {
    func checkOffices() {
        checkDecidersOfTheirOwn()
        guard let rule = pack.offices else { return }
        checkGroups(rule.apart, at: "offices.apart")
        checkGroups(rule.together, at: "offices.together")
        let apart = Set(rule.apart.flatMap(\.pairs))
        for (place, group) in rule.together.enumerated() {
            for pair in group.pairs.intersection(apart).sorted(by: { $0.first < $1.first }) {
                contradiction(
                    "'\(pair.first)' and '\(pair.second)' are said to be apart too.",
                    at: "offices.together[\(place + 1)]")
            }
        }
        let confirming = rule.confirmedBy.value.compactMap { pack.role($0) }
        if confirming.allSatisfy({ $0.powers.contains(.manageAccounts) && $0.holders == .one }) {
            contradiction(
                "Somebody besides the one keeper of accounts says the second yes.", at: "offices.confirmed-by.value")
        }
        for committee in pack.governance.committees {
            guard let pair = committee.chair.flatMap({ OfficePair($0, committee.memberRole) }),
                pack.officesApart.contains(pair)
            else { continue }
            contradiction(
                "The chair is one of the members; '\(pair.first)' and '\(pair.second)' are apart.",
                at: "governance.committees[\(committee.id)].chair")
        }
    }

    private func checkGroups(_ groups: [OfficeGroup], at path: String) {
        for (place, group) in groups.enumerated()
        where group.offices.count < 2 {
            contradiction("Two offices or more are needed.", at: "\(path)[\(place + 1)].offices")
        }
    }

    /// Nobody decides what they asked for, and nobody signs what they wrote.
    private func checkDecidersOfTheirOwn() {
        if let suspension = pack.membership.removal.suspension, suspension.by == pack.membership.removal.decider {
            contradiction("Whoever suspends does not have the last word on it.", at: "membership.removal.suspension.by")
        }
        if let rule = pack.escalation.afterHoursActivation, [rule.approvedBy, rule.then].contains(rule.soughtBy) {
            contradiction(
                "Whoever asks for it does not approve it.", at: "escalation.after-hours-activation.sought-by")
        }
        if let rule = pack.afterAction, rule.signedOffBy.contains(rule.draftedBy) {
            contradiction(
                "Whoever writes it does not sign it off.", at: "incidents.large-scale.after-action.signed-off-by")
        }
    }
}
