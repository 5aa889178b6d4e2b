/// Something in which the rows of accounts and roles differ from what the audit chain vouches for.
package struct VouchingDifference: Sendable, Equatable {
    package enum What: Sendable, Equatable {
        /// The chain vouches for no account of the agency, though there are some.
        case nothingVouchedFor
        /// An account's login, name, person or key.
        case account(login: String)
        /// A role that an account holds.
        case role(login: String, title: String, Holding)
        /// An account or a role whose row is gone.
        case gone
    }

    package let what: What
    /// The id of the account, or of the role that it holds; nothing where the whole agency differs.
    package let subject: String?
    /// The account's id, where there is one.
    package let account: String?
    /// The newest entry that vouches for it; nothing where none ever did.
    package let entry: Int64?

    package init(_ what: What, subject: String?, account: String?, entry: Int64?) {
        self.what = what
        self.subject = subject
        self.account = account
        self.entry = entry
    }

    /// A sentence for whoever runs the server.
    package var words: String {
        switch what {
        case .nothingVouchedFor:
            "The chain vouches for no account yet. Where this program has just been brought here, start the server once."
        case .account(let login):
            entry.map { "\(login): login, name, person or key is not what entry \($0) vouches for." }
                ?? "\(login): the chain vouches for no such account."
        case .role(let login, let title, let holding):
            entry.map {
                "\(login), \(title) from \(holding.span): whose it is, role, area or days are not what entry \($0) vouches for."
            } ?? "\(login), \(title) from \(holding.span): the chain vouches for no such role."
        case .gone:
            "\(subject ?? ""): the row is gone that entry \(entry ?? 0) vouches for."
        }
    }
}

extension Holding {
    /// `2026-03-01 to 2026-09-01`, or with an open end.
    fileprivate var span: String { "\(startsOn.text) to \(until?.text ?? "no end")" }
}

extension PolicyPack {
    /// The roles that are told when accounts are not what the chain vouches for, and when the team changes: who keeps the accounts and
    /// who looks after the call-out list.
    package var rolesToldOfAccounts: [RoleID] {
        roles.filter { !$0.powers.isDisjoint(with: [.manageAccounts, .keepRoster]) }.map(\.id)
    }

    /// The roles whose holders may be given a copy of a request's key: the team, those whom the escalation turns to last, and those
    /// who may be consulted.
    package var rolesGivenCopies: [RoleID] {
        let consulted = requests.consultations.flatMap { roles(of: $0.with) }
        let given = Set(supporterRoles.map(\.id) + lastResortRoles.values + consulted)
        return roles.map(\.id).filter(given.contains)
    }

    /// Tells that the rows of an account are not what the chain vouches for.
    package func noticesOfDifference(about subject: String) -> [NewNotice] {
        rolesToldOfAccounts.map { NewNotice(kind: .notVouchedFor, to: .role($0), about: subject) }
    }

    /// Tells that there is somebody new among those who can be given a request, or another key.
    ///
    /// - Parameter team: the accounts of those who hold a role for it.
    package func noticesOfTeam(_ team: [String]) -> [NewNotice] {
        team.map { NewNotice(kind: .teamGrew, to: .account($0)) }
            + rolesToldOfAccounts.map { NewNotice(kind: .teamGrew, to: .role($0)) }
    }
}

/// Who can be given a request, by account, with the entry of the chain that vouches for their key.
package struct VouchedTeam: Sendable, Equatable {
    package let entries: [String: Int64]

    package init(entries: [String: Int64]) { self.entries = entries }

    /// Whether there is somebody, or a key, that the team was not told of. Of a first team nobody is told: there was none before.
    package func grew(since told: VouchedTeam) -> Bool {
        !told.entries.isEmpty && entries.contains { told.entries[$0.key] != $0.value }
    }
}
