import Program
import Sealing
import Store

/// What a change of the directory ends for accounts.
struct EndingWithPeople {
    /// Of people who left the agency.
    let left: [AccountOfPerson]
    /// Of people who are of a kind now that the team does not take.
    let putOff: [AccountOfPerson]
    /// Their roles that end, and those that come with a seat that falls vacant.
    let holdings: [HoldingRow]
    /// Seats that fall vacant, each with whose account it is.
    let seats: [(row: SeatRow, account: AccountOfPerson)]
    /// Everybody of whom something changes that rules ask for.
    let touched: [AccountOfPerson]

    var accounts: [AccountOfPerson] { left + putOff }
    /// Those whose roles end, whatever the reason.
    var losing: [AccountOfPerson] { accounts + seats.map(\.account) }
    var roles: [RoleID] { holdings.map(\.holding.role) }
    /// Without those that go with a seat by what its holder became.
    var rolesBesideSeats: [RoleID] {
        let vacated = Set(seats.compactMap(\.row.holding))
        let gone = Set(left.map(\.id))
        return holdings.filter { gone.contains($0.account) || !vacated.contains($0.id) }.map(\.holding.role)
    }
}

extension Transaction {
    func ending(with update: DirectoryUpdate, in agency: Agency, on today: Day) throws -> EndingWithPeople {
        let left = try accounts(ofPeople: update.ended.map(\.id), agency: agency.id)
        let leaving = try holdings(ofAccounts: left.map(\.id), agency: agency.id, heldAfter: today)
        let changes = Dictionary(
            update.restorable.filter { !$0.isBack }.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let changing = try accounts(ofPeople: changes.keys.sorted(), agency: agency.id)
        let persons = Dictionary(changing.map { ($0.id, $0.person) }, uniquingKeysWith: { first, _ in first })
        let lost = try holdings(ofAccounts: changing.map(\.id), agency: agency.id, heldAfter: today).filter { row in
            guard let change = persons[row.account].flatMap({ changes[$0] }) else { return false }
            return agency.policy.losesTeam(row.holding.role, by: change, on: today)
        }
        let team = Set(agency.policy.supporterRoles.map(\.id))
        let putOff = Set(lost.map(\.account))
        let seats = try seatsLost(
            by: left + changing, after: changes.mapValues(\.after),
            losing: putOff.union(leaving.filter { team.contains($0.holding.role) }.map(\.account)), in: agency,
            on: today)
        let ended = leaving + lost
        let known = Set(ended.map(\.id))
        let ofSeats = Set(seats.compactMap(\.holding)).subtracting(known)
        let vacated = try holdings(
            ofAccounts: Set(seats.map(\.seat.account)).sorted(), agency: agency.id, heldAfter: today
        ).filter { ofSeats.contains($0.id) }
        let accounts = Dictionary((left + changing).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return EndingWithPeople(
            left: left, putOff: changing.filter { putOff.contains($0.id) }, holdings: ended + vacated,
            seats: seats.compactMap { row in accounts[row.seat.account].map { (row: row, account: $0) } },
            touched: left + changing)
    }

    /// What comes of a change, before anything of it is done.
    func consequences(
        of update: DirectoryUpdate, _ ending: EndingWithPeople, in agency: Agency, with key: VouchingKey, on today: Day
    ) throws -> DirectoryConsequences {
        let rotations = ending.accounts.isEmpty ? [] : try rotations(agency: agency.id, runningAfter: today)
        let ids = Set(ending.holdings.map(\.id))
        let held = try holdings(of: Array(Set(ending.roles)), agency: agency.id, heldAfter: today)
        let staying = Set(held.filter { !ids.contains($0.id) }.map(\.holding.role))
        func told(_ accounts: [AccountOfPerson], _ why: EndingAccount.Why) -> [EndingAccount] {
            accounts.map { account in
                EndingAccount(
                    person: account.person, login: account.login, why: why,
                    roles: ending.holdings.filter { $0.account == account.id }.map(\.holding.role),
                    rotations: rotations.map(\.value).filter { $0.members.contains(account.id) }.map(\.name))
            }
        }
        return DirectoryConsequences(
            ending: told(ending.left, .left) + told(ending.putOff, .standing),
            seats: ending.seats.map { $0.row.vacated(by: $0.account.login, under: agency.policy) },
            emptied: agency.policy.roles.map(\.id).filter { ending.roles.contains($0) && !staying.contains($0) },
            returning: try returning(update, besides: ending, in: agency, with: key, on: today),
            orientations: agency.policy.orientationsDue(with: update, on: today))
    }

    /// What that file would do.
    func preview(
        _ personnel: Personnel, of agency: Agency, with key: VouchingKey, on today: Day
    ) throws -> DirectoryPreview {
        let update = DirectoryUpdate(from: try people(agency: agency.id), to: personnel)
        let ending = try ending(with: update, in: agency, on: today)
        return DirectoryPreview(
            update: update,
            consequences: try consequences(of: update, ending, in: agency, with: key, on: today))
    }
}
