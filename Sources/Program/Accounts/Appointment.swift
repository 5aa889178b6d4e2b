/// A role to be given to an account.
package struct Appointment: Sendable, Equatable {
    package let account: String
    package let holding: Holding

    package init(account: String, holding: Holding) {
        self.account = account
        self.holding = holding
    }
}

/// Who gives or ends a role.
package enum Appointer: Sendable {
    /// Someone with these roles.
    case staff([Holding])
    /// Whoever runs the installation gives the first roles, before there is anybody in the agency who could.
    case `operator`

    fileprivate func holds(_ role: RoleID, on day: Day) -> Bool {
        switch self {
        case .operator: true
        case .staff(let holdings): holdings.contains { $0.role == role && $0.isHeld(on: day) }
        }
    }
}

extension PolicyPack {
    /// What keeps the appointer from giving that role, if anything.
    ///
    /// - Parameter holders: the accounts that hold the role now or will.
    package func mayAppoint(
        _ appointment: Appointment, by appointer: Appointer, holders: [String], on today: Day
    ) -> Refusal? {
        guard let rule = role(appointment.holding.role) else {
            return Refusal("There is no such role in this programme.", field: "role")
        }
        let clauses = rule.basis.clauses
        if let refusal = mayDecide(on: rule, by: appointer, on: today) { return refusal }
        if holders.contains(appointment.account) {
            return Refusal("This account holds the role already.", field: "role", clauses: clauses)
        }
        if rule.holders == .one, !holders.isEmpty {
            return Refusal(
                "There is one \(rule.title) at a time. End the present one's role first.", field: "role",
                clauses: clauses)
        }
        if rule.hasArea, appointment.holding.area == nil {
            return Refusal("Name the area this \(rule.title) looks after.", field: "area", clauses: clauses)
        }
        if let until = appointment.holding.until, until <= appointment.holding.startsOn {
            return Refusal("The role must end after it starts.", field: "until")
        }
        return nil
    }

    /// What keeps the appointer from ending that role, if anything.
    package func mayEnd(_ holding: Holding, by appointer: Appointer, on today: Day) -> Refusal? {
        if let until = holding.until, until <= today { return Refusal("This role has ended.", field: "role") }
        guard let rule = role(holding.role) else { return nil }
        return mayDecide(on: rule, by: appointer, on: today)
    }

    private func mayDecide(on rule: RoleRule, by appointer: Appointer, on today: Day) -> Refusal? {
        guard let appointing = rule.appointedBy, !appointer.holds(appointing, on: today) else { return nil }
        let title = role(appointing)?.title ?? appointing.text
        return Refusal("Only the \(title) appoints a \(rule.title).", field: "role", clauses: rule.basis.clauses)
    }
}
