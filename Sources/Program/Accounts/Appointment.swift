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

    /// Whether those roles, today, are the ones that appoint to `rule` and end it.
    fileprivate func decides(on rule: RoleRule, under policy: PolicyPack, on day: Day) -> Bool {
        switch self {
        case .operator: return true
        case .staff(let holdings):
            guard let appointing = rule.appointedBy else {
                // Nobody decides who holds the role that they themselves are appointed by.
                let isAboveThem = holdings.contains { policy.role($0.role)?.appointedBy == rule.id }
                return policy.powers(of: holdings, on: day).contains(.manageAccounts) && !isAboveThem
            }
            return holdings.contains { $0.role == appointing && $0.isHeld(on: day) }
        }
    }
}

extension PolicyPack {
    /// The roles that the appointer may give and end today, in the pack's order.
    package func rolesAppointed(by appointer: Appointer, on today: Day) -> [RoleRule] {
        roles.filter { appointer.decides(on: $0, under: self, on: today) }
    }

    /// What keeps the appointer from giving that role, if anything.
    ///
    /// - Parameters:
    ///   - present: who holds the role from then on, or will.
    ///   - own: what the person appointed holds or will hold, by whatever account, and as whoever's designee.
    ///   - areas: those that the directory names. Where it names none yet, any name will do.
    package func mayAppoint(
        _ appointment: Appointment, by appointer: Appointer, present: [Appointment], own: [Holding] = [],
        areas: [String] = [], on today: Day
    ) -> Refusal? {
        guard let rule = role(appointment.holding.role) else {
            return Refusal("There is no such role in this programme.", field: "role")
        }
        if let refusal = mayDecide(on: rule, by: appointer, on: today) { return refusal }
        if let until = appointment.holding.until, until <= appointment.holding.startsOn {
            return Refusal("The role must end after it starts.", field: "until")
        }
        let others = present.filter { $0.holding.overlaps(appointment.holding) }
        if others.contains(where: { $0.account == appointment.account }) {
            return Refusal("This account holds the role already.", field: "role", basis: rule.basis)
        }
        if rule.holders == .one, !others.isEmpty {
            return Refusal(
                "There is one \(rule.title) at a time. End the present one's role first.", field: "role",
                basis: rule.basis.of(.holders))
        }
        return mayHold(appointment.holding, beside: own) ?? rule.mayLookAfter(appointment.holding.area, of: areas)
    }

    /// What keeps the appointer from ending that role, if anything.
    package func mayEnd(_ holding: Holding, by appointer: Appointer, on today: Day) -> Refusal? {
        if let until = holding.until, until <= today { return Refusal("This role has ended.", field: "role") }
        guard let rule = role(holding.role) else { return nil }
        return mayDecide(on: rule, by: appointer, on: today)
    }

    private func mayDecide(on rule: RoleRule, by appointer: Appointer, on today: Day) -> Refusal? {
        guard !appointer.decides(on: rule, under: self, on: today) else { return nil }
        let appointing = rule.appointedBy.map { [$0] } ?? roles(with: .manageAccounts).map(\.id)
        let titles = appointing.map { role($0)?.title ?? $0.text }.joined(separator: " or the ")
        return Refusal("Only the \(titles) appoints a \(rule.title).", field: "role", basis: rule.basis)
    }
}

extension RoleRule {
    /// What is wrong with the area given for a holder of the role, if anything.
    fileprivate func mayLookAfter(_ area: String?, of areas: [String]) -> Refusal? {
        switch (hasArea, area) {
        case (true, nil):
            Refusal("Name the area this \(title) looks after.", field: "area", basis: basis.of(.hasArea))
        case (true, let area?) where !area.isName:
            Refusal("Area: one to 120 characters.", field: "area", basis: basis.of(.hasArea))
        case (true, let area?) where !areas.isEmpty && !areas.contains(area):
            Refusal(
                "Nobody in the directory is in this area. There are: \(areas.joined(separator: ", ")).", field: "area",
                basis: basis.of(.hasArea))
        case (false, _?): Refusal("A \(title) has no area.", field: "area", basis: basis.of(.hasArea))
        case (true, _?), (false, nil): nil
        }
    }
}
