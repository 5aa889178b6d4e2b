import Program
import Sealing
import Store

/// Somebody who can be given a copy of a request's key, or holds a role for it and is left out.
package struct GivenCopies: Sendable, Equatable {
    package let account: String
    package let name: String
    /// A short mark of the account's key, to compare with what its owner sees.
    package let fingerprint: String
    /// Since which day the chain vouches for that key, and how; nothing where it does not.
    package let key: Vouched?
    package let roles: [GivenRole]

    /// Whether a request is sealed to them: the chain vouches for the key and for a role.
    package var isGiven: Bool { key != nil && roles.contains { $0.vouched != nil } }
}

/// A role for which somebody can be given a copy.
package struct GivenRole: Sendable, Equatable {
    package let role: RoleID
    package let area: String?
    package let startsOn: Day
    package let until: Day?
    /// Who gave it, and how the chain vouches for it; nothing where it does not.
    package let vouched: Vouched?
}

/// How the chain vouches for a key or a role.
package struct Vouched: Sendable, Equatable {
    package let how: Vouching
    /// The day of the first entry for a role, of the newest for a key.
    package let on: Day
    package let by: Giver

    /// Whose act it was.
    package enum Giver: Sendable, Equatable {
        case account(name: String)
        case `operator`
        /// It was taken over by the server.
        case server
    }
}

extension Programmes {
    /// Everybody who can be given a copy of a request's key today, by name, and whoever holds a role for it and is left out.
    package func givenCopies(in agency: Agency) async throws -> [GivenCopies] {
        let today = try agency.day(at: clock())
        return try await database.read { transaction in
            let roles = agency.policy.rolesGivenCopies
            let accounts = try transaction.sealableAccounts(holding: roles, agency: agency.id, on: today)
            let held = Set(accounts.map(\.account))
            let holdings = try transaction.holdings(of: roles, agency: agency.id, heldAfter: today).filter {
                $0.holding.isHeld(on: today) && held.contains($0.account)
            }
            let subjects = held.sorted() + holdings.map(\.id)
            let newest = try transaction.vouchings(for: subjects, agency: agency.id)
            let first = try transaction.firstVouchings(for: holdings.map(\.id), agency: agency.id).bySubject
            let names = try transaction.accountNames(agency: agency.id, of: (newest + first.values).map(\.actor))
            let vouched = keys.vouching.vouched(
                accounts.map(\.fact) + holdings.map(\.fact), by: newest, agency: agency.id)
            let entries = newest.bySubject.merging(first) { _, first in first }
            func how(_ subject: String) throws -> Vouched? {
                guard vouched.contains(subject), let entry = entries[subject] else { return nil }
                return try Vouched(entry, in: agency, names: names)
            }
            let byAccount = Dictionary(grouping: holdings, by: \.account)
            return try accounts.map { account in
                GivenCopies(
                    account: account.account, name: account.name,
                    fingerprint: AccountPublicKey.shortFingerprint(of: account.publicKey),
                    key: try how(account.account),
                    roles: try (byAccount[account.account] ?? []).map { row in
                        GivenRole(
                            role: row.holding.role, area: row.holding.area, startsOn: row.holding.startsOn,
                            until: row.holding.until, vouched: try how(row.id))
                    })
            }.sorted { ($0.name, $0.account) < ($1.name, $1.account) }
        }
    }

    /// Tells the team, and whoever keeps the accounts, where somebody new can be given a request, or somebody's key is another than the
    /// team was told of. Who has not read the last such notice gets no other.
    package func tellTeam() async throws {
        let now = clock()
        try await forEveryAgency { row in
            let isNews = try await database.read { transaction in
                let team = try vouchedTeam(of: try agency(row, in: transaction), at: now, transaction)
                return try team.entries != transaction.teamTold(agency: row.id)
            }
            guard isNews else { return }
            try await database.write(inTurnOf: row.id) { transaction in
                let agency = try agency(row, in: transaction)
                let team = try vouchedTeam(of: agency, at: now, transaction)
                if team.grew(since: VouchedTeam(entries: try transaction.teamTold(agency: row.id))) {
                    let waiting = try transaction.addressees(ofOpen: .teamGrew, agency: row.id)
                    for notice in agency.policy.noticesOfTeam(team.entries.keys.sorted())
                    where !waiting.contains(notice.to) {
                        try transaction.raise(notice, in: agency, at: now)
                    }
                }
                try transaction.setTeamTold(team.entries, agency: row.id)
            }
        }
    }

    private func vouchedTeam(
        of agency: Agency, at now: Instant, _ transaction: any Transaction
    ) throws -> VouchedTeam {
        let roles = agency.policy.rolesGivenCopies
        let team = try transaction.sealableTeam(
            holding: roles, agency: agency.id, on: try agency.day(at: now), vouchedWith: keys.vouching)
        let entries = try transaction.vouchings(for: team.holding(roles).map(\.account), agency: agency.id)
        return VouchedTeam(entries: entries.bySubject.mapValues(\.number))
    }
}

extension Vouched {
    fileprivate init(_ entry: VouchingRow, in agency: Agency, names: [String: String]) throws {
        how = Vouching(entry.kind) ?? .done
        on = try agency.day(at: entry.at)
        by =
            switch entry.actor {
            case AuditActor.operator.text: .operator
            case AuditActor.server.text: .server
            default: .account(name: names[entry.actor] ?? "")
            }
    }
}
