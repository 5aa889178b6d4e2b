import Program
import Sealing
import Store

/// What an import did to the directory.
package struct ImportedPeople: Sendable, Equatable {
    package let added: Int
    package let changed: Int
    /// No longer in the file, and ended as of the day of the import.
    package let ended: Int
    package let unchanged: Int
    /// How many roles ended with their holders' records.
    package var rolesEnded = 0
    /// The roles that earlier imports had ended, of those who came back.
    package var returning: [ReturningRole] = []

    init(_ update: DirectoryUpdate) {
        added = update.added.count
        changed = update.changed.count
        ended = update.ended.count
        unchanged = update.unchanged
    }
}

extension Transaction {
    /// Makes the agency's directory say what the personnel say, in the transaction under way.
    /// - Parameter day: the agency's day, from which people no longer listed have ended.
    @discardableResult
    package func importPeople(_ personnel: Personnel, agency: String, on day: Day) throws -> ImportedPeople {
        let directory = try people(agency: agency)
        let update = DirectoryUpdate(from: directory, to: personnel)
        try carryOut(update, beside: directory, agency: agency, on: day)
        return ImportedPeople(update)
    }

    /// - Parameter directory: everybody ever listed.
    func carryOut(
        _ update: DirectoryUpdate, beside directory: [ListedPerson], agency: String, on day: Day
    ) throws {
        var ids = Dictionary(
            directory.map { ($0.record.employeeNumber, $0.id) }, uniquingKeysWith: { first, _ in first })
        for person in update.added { ids[person.employeeNumber] = RandomId().text }
        try add(update.added, ids: ids, agency: agency)
        for change in update.changed {
            try self.change(change.after, supervisor: change.record.supervisor.flatMap { ids[$0] }, agency: agency)
        }
        try endPeople(update.ended.map(\.id), agency: agency, on: day)
    }
}

/// What ends with people whom a file no longer lists.
struct EndingWithPeople {
    let accounts: [AccountOfPerson]
    let holdings: [HoldingRow]

    var roles: [RoleID] { holdings.map(\.holding.role) }
}

extension Transaction {
    func ending(with update: DirectoryUpdate, in agency: Agency, on today: Day) throws -> EndingWithPeople {
        let accounts = try accounts(ofPeople: update.ended.map(\.id), agency: agency.id)
        return EndingWithPeople(
            accounts: accounts,
            holdings: try holdings(ofAccounts: accounts.map(\.id), agency: agency.id, heldAfter: today))
    }

    /// What that import would do.
    func preview(
        _ personnel: Personnel, of agency: Agency, with key: VouchingKey, on today: Day
    ) throws -> DirectoryPreview {
        let update = DirectoryUpdate(from: try people(agency: agency.id), to: personnel)
        let ending = try ending(with: update, in: agency, on: today)
        let rotations = ending.accounts.isEmpty ? [] : try rotations(agency: agency.id, runningAfter: today)
        let ids = Set(ending.holdings.map(\.id))
        let held = try holdings(of: Array(Set(ending.roles)), agency: agency.id, heldAfter: today)
        let staying = Set(held.filter { !ids.contains($0.id) }.map(\.holding.role))
        return DirectoryPreview(
            update: update,
            ending: ending.accounts.map { account in
                EndingAccount(
                    person: account.person, login: account.login,
                    roles: ending.holdings.filter { $0.account == account.id }.map(\.holding.role),
                    rotations: rotations.map(\.value).filter { $0.members.contains(account.id) }.map(\.name))
            },
            emptied: agency.policy.roles.map(\.id).filter { ending.roles.contains($0) && !staying.contains($0) },
            returning: try returning(update, besides: ending, in: agency, with: key, on: today))
    }
}
