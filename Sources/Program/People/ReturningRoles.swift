/// A role that an import ended, as it was held before.
package struct RoleEndedByImport: Sendable, Equatable {
    package let id: String
    package let account: String
    /// How its owner signs in.
    package let login: String
    /// The person in the directory.
    package let person: String
    /// As it was held before, with the day on which it was to end then.
    package let holding: Holding

    package init(id: String, account: String, login: String, person: String, holding: Holding) {
        self.id = id
        self.account = account
        self.login = login
        self.person = person
        self.holding = holding
    }

    /// How long it is remembered what an import ended: a month. A wrong file is noticed by then.
    package static let rememberedDays = 31
}

/// A role that ended because a file did not list its holder, once a file lists them again.
package struct ReturningRole: Sendable, Equatable {
    package let role: RoleEndedByImport
    /// Why it does not come back; nothing where it does.
    package let kept: Why?

    package init(role: RoleEndedByImport, kept: Why?) {
        self.role = role
        self.kept = kept
    }

    package enum Why: Sendable, Equatable {
        /// Somebody else has the only place, or the person has an office meanwhile that checks it.
        case taken
        case suspended
        /// They are not of the kind any more that the pack takes.
        case standing

        package var words: String {
            switch self {
            case .taken: "somebody else holds it, or an office of theirs checks it"
            case .suspended: "they are suspended, and the last word on it comes first"
            case .standing: "the file has them as somebody whom the policy does not take"
            }
        }
    }
}

extension PolicyPack {
    /// Which of the roles that imports ended come back with their holders. Each comes back as it was or not at all.
    ///
    /// - Parameters:
    ///   - standing: that of each person, by their id, as the file now says.
    ///   - others: what accounts hold or will hold, by the account.
    ///   - own: what the person of an account holds or will hold, by the account.
    ///   - suspended: the accounts whose suspension waits for the last word.
    package func returning(
        _ ended: [RoleEndedByImport], standing: [String: MemberStanding], others: [Appointment],
        own: [String: [Holding]], suspended: Set<String>, on today: Day
    ) -> [ReturningRole] {
        var back: [RoleEndedByImport] = []
        return ended.filter { $0.holding.until.map { $0 > today } ?? true }.map { role in
            let besides =
                others.filter { $0.account != role.account && $0.holding.role == role.holding.role }.map(\.holding)
                + back.filter { $0.account != role.account && $0.holding.role == role.holding.role }.map(\.holding)
            let held = own[role.account, default: []] + back.filter { $0.person == role.person }.map(\.holding)
            let kept: ReturningRole.Why?
            if suspended.contains(role.account), mayAppointSuspended(to: role.holding.role) != nil {
                kept = .suspended
            } else if mayBeOfTeam(role.holding.role, standing[role.person] ?? .outside, from: today) != nil {
                kept = .standing
            } else {
                kept = mayGoOn(role.holding, beside: besides, own: held) ? nil : .taken
            }
            if kept == nil { back.append(role) }
            return ReturningRole(role: role, kept: kept)
        }
    }
}
