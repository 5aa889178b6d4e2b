import Program
import Sealing
import Store

// What an import ended is remembered for a month, and comes back with its people. Whoever can write to the database must not make
// roles come back by it: each row carries a mark of the server's key, made for the very entry of the chain by which the role ended.
extension Transaction {
    /// Which roles come back with the people of the update, and which do not.
    func returning(
        _ update: DirectoryUpdate, besides ending: EndingWithPeople, in agency: Agency, with key: VouchingKey,
        on today: Day
    ) throws -> [ReturningRole] {
        let back = update.restorable
        let rows = try importEndings(ofPeople: back.map(\.id), agency: agency.id)
        guard !rows.isEmpty else { return [] }
        let newest = try vouchings(for: rows.map(\.role.id), agency: agency.id).bySubject
        let own = rows.filter { key.wrote($0, after: newest[$0.role.id], agency: agency.id) }.map(\.role)
        let ids = Set(ending.holdings.map(\.id))
        let others = try holdings(of: Array(Set(own.map(\.holding.role))), agency: agency.id, heldAfter: today)
            .filter { !ids.contains($0.id) }.map { Appointment(account: $0.account, holding: $0.holding) }
        let accounts = Set(own.map(\.account)).sorted()
        var held: [String: [Holding]] = [:]
        var suspended: Set<String> = []
        for account in accounts {
            held[account] = try holdings(ofPersonOf: account, agency: agency.id, heldAfter: today)
            if try openSuspension(of: account, agency: agency.id) != nil { suspended.insert(account) }
        }
        let after = Dictionary(back.map { ($0.id, $0.after) }, uniquingKeysWith: { first, _ in first })
        let returning = agency.policy.returning(
            own, standing: after.mapValues { MemberStanding($0) }, others: others, own: held, suspended: suspended,
            on: today)
        let kept = try seatsKept(
            from: returning.filter { $0.kept == nil }.map(\.role), after: after, in: agency, on: today)
        return returning.map { ReturningRole(role: $0.role, kept: $0.kept ?? kept[$0.role.id]) }
    }

    /// Remembers what an import has just ended, as far as the chain vouches for it.
    func remember(
        _ ended: [HoldingRow], by id: String, _ accounts: [AccountOfPerson], in agency: Agency, with key: VouchingKey,
        on today: Day
    ) throws {
        let newest = try vouchings(for: ended.map(\.id), agency: agency.id).bySubject
        let accounts = Dictionary(accounts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        try deleteImportEndings(of: ended.map(\.id), agency: agency.id)
        for row in ended {
            guard let entry = newest[row.id], let account = accounts[row.account] else { continue }
            let role = RoleEndedByImport(
                id: row.id, account: row.account, login: account.login, person: account.person, holding: row.holding)
            let unmarked = ImportEndingRow(role: role, import: id, endedOn: today, vouched: [])
            let mark = key.mark(of: unmarked, at: entry.number, agency: agency.id)
            try insert(ImportEndingRow(role: role, import: id, endedOn: today, vouched: mark), agency: agency.id)
        }
    }
}

extension VouchingKey {
    fileprivate func mark(of ending: ImportEndingRow, at number: Int64, agency: String) -> [UInt8] {
        digest(of: ending.fields, subject: ending.role.id, agency: agency, number: number).bytes
    }

    /// Whether this server wrote the row, and nothing has been done to the role since.
    fileprivate func wrote(_ ending: ImportEndingRow, after entry: VouchingRow?, agency: String) -> Bool {
        guard let entry else { return false }
        return mark(of: ending, at: entry.number, agency: agency) == ending.vouched
    }
}

extension Programmes {
    /// Forgets what imports ended more than a month ago.
    package func forgetImportEndings() async throws {
        let now = clock()
        try await forEveryAgency { agency, transaction in
            let first = try agency.day(at: now).adding(days: -RoleEndedByImport.rememberedDays)
            guard let first else { return }
            try transaction.deleteImportEndings(agency: agency.id, endedBefore: first)
            try transaction.deleteDirectoryEndings(agency: agency.id, askedBefore: first)
            try transaction.deleteDirectoryChanges(agency: agency.id, before: first)
        }
    }
}
