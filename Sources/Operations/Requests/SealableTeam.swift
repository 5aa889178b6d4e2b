import Program
import Sealing
import Store

/// The accounts a request may be sealed to just now: those that hold a role for it, and whom the audit chain vouches for, key and
/// role. Whom it does not vouch for is left out alone; the others go on.
struct SealableTeam: Sendable {
    private let accounts: [SealableAccount]
    /// Of each account, the roles that the chain vouches for.
    private let roles: [String: Set<RoleID>]
    /// Those who hold a role and are left out.
    let leftOut: Set<String>

    init(
        _ held: [SealableAccount], holding holdings: [HoldingRow], vouched entries: [VouchingRow], agency: String,
        with key: VouchingKey
    ) {
        let vouched = key.vouched(held.map(\.fact) + holdings.map(\.fact), by: entries, agency: agency)
        var roles: [String: Set<RoleID>] = [:]
        for row in holdings where vouched.contains(row.id) && vouched.contains(row.account) {
            roles[row.account, default: []].insert(row.holding.role)
        }
        accounts = held.filter { roles[$0.account] != nil }
        self.roles = roles
        leftOut = Set(held.map(\.account)).subtracting(roles.keys)
    }

    /// Those who hold one of the roles, by account.
    func holding(_ wanted: [RoleID]) -> [SealableAccount] {
        accounts.filter { roles[$0.account]?.isDisjoint(with: wanted) == false }
    }
}

extension Transaction {
    /// Whoever holds one of the roles on that day and has enrolled, as far as the chain vouches for them.
    func sealableTeam(
        holding roles: [RoleID], agency: String, on day: Day, vouchedWith key: VouchingKey
    ) throws -> SealableTeam {
        let held = try sealableAccounts(holding: roles, agency: agency, on: day)
        let enrolled = Set(held.map(\.account))
        let holdings = try holdings(of: roles, agency: agency, heldAfter: day).filter {
            $0.holding.isHeld(on: day) && enrolled.contains($0.account)
        }
        return SealableTeam(
            held, holding: holdings,
            vouched: try vouchings(for: enrolled.sorted() + holdings.map(\.id), agency: agency),
            agency: agency, with: key)
    }
}
