extension PolicyPack {
    /// The roles whose holders are the team: those who may take requests, without whom a request goes to last.
    package var supporterRoles: [RoleRule] {
        // No rule confers this power: it is asked of the roles themselves, also while it is told what rules confer.
        roles.filter { $0.powers.contains(.takeRequests) && !lastResorts.contains($0.id) }
    }

    /// The roles to which a request goes at last.
    private var lastResorts: [RoleID] {
        escalation.steps.compactMap { step in
            switch step.to {
            case .availableSupporters: nil
            case .role(let role): role
            }
        }
    }

    /// Every call-out list there can be: the team's, then one for each other role of the programme.
    package var rosterLists: [RosterList.Kind] {
        let team = supporterRoles.map(\.id)
        return [.supporters] + roles.filter { !team.contains($0.id) }.map { .role($0.id) }
    }

    /// The roles whose holders may be on the list; none where the pack has no such list.
    package func roles(of list: RosterList.Kind) -> [RoleID] {
        guard rosterLists.contains(list) else { return [] }
        return switch list {
        case .supporters: supporterRoles.map(\.id)
        case .role(let role): [role]
        }
    }

    /// What the list is called, in the pack's words.
    package func title(of list: RosterList.Kind) -> String {
        switch list {
        case .supporters: terms.supporters
        case .role(let role): self.role(role)?.title ?? role.text
        }
    }

    /// What the list promises: the team's every hour where the policy has it there around the clock, that of a professional beside the
    /// team as well once it is begun, each other what its own rotations say.
    package func cover(of list: RosterList.Kind, isBegun: Bool = true) -> RosterList.Cover {
        switch list {
        case .supporters: availability.hours.value == .aroundTheClock ? .everyHour : .everyShift
        case .role(let role):
            isBegun && governance.consultants.contains { $0.role == role && $0.aroundTheClock }
                ? .everyHour : .everyShift
        }
    }

    /// How members come to be on the list; nothing for the list of a role.
    package func membership(of list: RosterList.Kind) -> OnCallList? {
        switch list {
        case .supporters: availability.list
        case .role: nil
        }
    }

    /// The clauses that the list comes from.
    package func clauses(of list: RosterList.Kind) -> [ClauseID] {
        switch list {
        case .supporters: (availability.hours.basis.clauses + availability.list.basis.clauses).withoutRepetition
        case .role(let role): self.role(role)?.basis.clauses ?? []
        }
    }
}

extension RosterList.Kind {
    /// As the database and addresses have it: `supporters`, or `role-` and the role's name.
    package var text: String {
        switch self {
        case .supporters: "supporters"
        case .role(let role): "role-\(role.text)"
        }
    }

    /// Reads what ``text`` writes; nothing else is a list.
    package init?(_ text: String) {
        if text == "supporters" {
            self = .supporters
        } else if text.hasPrefix("role-"), text.count > 5 {
            self = .role(RoleID(String(text.dropFirst(5))))
        } else {
            return nil
        }
    }
}
