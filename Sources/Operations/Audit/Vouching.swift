import Program
import Sealing
import Store

// The chain vouches for each account with its public key, and for each role with its dates, by an entry whose digest only the
// server's key makes. It has no salt, so it can be compared as long as the account is there (docs/decisions/keys-are-vouched-for.md).

extension VouchingKey {
    /// Whether an entry vouches for just this. The newest for its subject counts, and no other.
    func isRight(_ entry: VouchingRow?, for fact: VouchedFact, agency: String) -> Bool {
        guard let entry, entry.subject == fact.subject else { return false }
        return digest(of: fact.fields, subject: entry.subject, agency: agency, number: entry.number).bytes
            == entry.digest
    }

    /// The subjects of those that the chain vouches for as they are.
    func vouched(_ facts: [VouchedFact], by entries: [VouchingRow], agency: String) -> Set<String> {
        let newest = entries.bySubject
        return Set(
            facts.filter { isRight(newest[$0.subject], for: $0, agency: agency) }.map(\.subject))
    }
}

extension Transaction {
    /// Does what changes an account, its key or its roles, and has the chain vouch for what comes of it.
    ///
    /// What the chain did not vouch for before stays so, whatever is done to it: an act must not make good what somebody changed
    /// behind the server's back.
    ///
    /// - Parameter accounts: those it may change; every account of the agency where none are named.
    func vouching<Value>(
        for accounts: [String]? = nil, in agency: Agency, by actor: AuditActor, with key: VouchingKey, at now: Instant,
        _ change: () throws -> Value
    ) throws -> Value {
        let before = try vouchedFacts(of: accounts, agency: agency.id)
        let value = try change()
        let changed = try vouchedFacts(of: accounts, agency: agency.id).filter { !before.contains($0) }
        guard !changed.isEmpty else { return value }
        let known = Set(before.map(\.subject))
        let subjects = Set(changed.map(\.subject)).intersection(known)
        let good = key.vouched(
            before.filter { subjects.contains($0.subject) },
            by: try vouchings(for: subjects.sorted(), agency: agency.id), agency: agency.id)
        for fact in changed where !known.contains(fact.subject) || good.contains(fact.subject) {
            try vouch(for: fact, .done, in: agency, by: actor, with: key, at: now)
        }
        return value
    }

    /// Appends the entry that vouches for it as it is now.
    func vouch(
        for fact: VouchedFact, _ how: Vouching, in agency: Agency, by actor: AuditActor, with key: VouchingKey,
        at now: Instant
    ) throws {
        try vouch(
            how.kind(of: fact), for: fact.fields, on: fact.subject, in: agency, by: actor, with: key, at: now)
    }

    func vouch(
        _ kind: AuditKind, for fields: [String?], on subject: String, in agency: Agency, by actor: AuditActor,
        with key: VouchingKey, at now: Instant
    ) throws {
        let head = try auditHead(of: agency.id)
        let digest = key.digest(of: fields, subject: subject, agency: agency.id, number: head.sequence + 1)
        try append(kind, after: head, in: agency, by: actor, on: subject, under: [], digest: digest, salt: nil, at: now)
    }

    /// Everything that the chain is to vouch for of those accounts; of all where none are named.
    func vouchedFacts(of accounts: [String]?, agency: String) throws -> [VouchedFact] {
        try vouchedAccounts(accounts, agency: agency).map { .account($0) }
            + holdings(ofAccounts: accounts, agency: agency).map(\.fact)
    }
}

extension Doing {
    /// The same as an act of whoever does it.
    func vouching<Value>(
        for account: String, with key: VouchingKey, _ change: () throws -> Value
    ) throws -> Value {
        try transaction.vouching(for: [account], in: agency, by: staff.actor, with: key, at: now, change)
    }
}

extension HoldingRow {
    var fact: VouchedFact { .role(id: id, account: account, holding) }
}

extension SealableAccount {
    var fact: VouchedFact {
        .account(VouchedAccount(id: account, login: login, name: name, person: person, publicKey: publicKey))
    }
}

extension [VouchingRow] {
    var bySubject: [String: VouchingRow] {
        Dictionary(map { ($0.subject, $0) }, uniquingKeysWith: { $0.number > $1.number ? $0 : $1 })
    }
}
