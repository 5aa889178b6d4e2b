/// What the audit chain vouches for: an account with its public key, or a role with its dates. Whatever decides to whom a request
/// is sealed is one of them.
package enum VouchedFact: Sendable, Equatable {
    case account(VouchedAccount)
    case role(id: String, account: String, Holding)

    /// What the entry names: the account's id, or that of its role.
    package var subject: String {
        switch self {
        case .account(let account): account.id
        case .role(let id, _, _): id
        }
    }

    /// The account's id.
    package var account: String {
        switch self {
        case .account(let account): account.id
        case .role(_, let account, _): account
        }
    }

    /// Everything that must be the same again, in a fixed order.
    package var fields: [String?] {
        switch self {
        case .account(let account):
            ["account", account.login, account.name, account.person, account.publicKey.map(hexadecimal)]
        case .role(_, let account, let holding):
            ["role", account, holding.role.text, holding.area, holding.startsOn.text, holding.until?.text]
        }
    }

    /// What stands instead of a fact whose row the operator has said may be gone.
    package static let goneFields: [String?] = ["gone"]
}

/// An account as others know it and seal to it.
package struct VouchedAccount: Sendable, Equatable {
    package let id: String
    package let login: String
    package let name: String
    /// The id of the person in the directory.
    package let person: String?
    /// Nothing until its owner has enrolled.
    package let publicKey: [UInt8]?

    package init(id: String, login: String, name: String, person: String?, publicKey: [UInt8]?) {
        self.id = id
        self.login = login
        self.name = name
        self.person = person
        self.publicKey = publicKey
    }
}

/// How an entry came to vouch for something.
package enum Vouching: Sendable, CaseIterable {
    /// An act made it or changed it.
    case done
    /// It was there before the chain vouched for anything, and was taken as it was.
    case takenOver
    /// The operator looked at what differed and says that it is right.
    case accepted

    package var kinds: (account: AuditKind, role: AuditKind) {
        switch self {
        case .done: (.accountVouched, .roleVouched)
        case .takenOver: (.accountTakenOver, .roleTakenOver)
        case .accepted: (.accountAccepted, .roleAccepted)
        }
    }

    /// How an entry of that kind vouches; nothing where it vouches for nothing.
    package init?(_ kind: AuditKind) {
        guard let found = Vouching.allCases.first(where: { $0.kinds.account == kind || $0.kinds.role == kind }) else {
            return nil
        }
        self = found
    }

    package func kind(of fact: VouchedFact) -> AuditKind {
        switch fact {
        case .account: kinds.account
        case .role: kinds.role
        }
    }
}

private func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef")
    return String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
}
