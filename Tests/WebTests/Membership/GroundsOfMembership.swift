import Operations
import Program
import Sealing
import Store
import Web
import WebSupport

// Memberships at the addresses of whoever has one, and of whoever keeps them.
extension Grounds {
    /// The path of an act on the caller's own membership, which they have then; where it is of somebody else's, with somebody at it of
    /// whom that can be asked.
    func membershipPath(_ path: String, of route: Route, for client: Client) async throws -> String {
        var path = path
        if route.isOfOwnMembership, let account = try await staff(client)?.account {
            try await keepMembership(of: account)
        }
        // Everybody may look at their own history; at another's, whoever has a part in memberships.
        if path.hasSuffix("memberships/{account}/history"), let own = try await staff(client)?.account {
            path = path.replacing("{account}", with: own)
        }
        if path.contains("{reason}") { path = path.replacing("{reason}", with: try await reason(of: client)) }
        return path
    }

    /// A membership for that account, of somebody who serves unless it is only selected; and a removal that is under way.
    func keepMembership(of account: String, isSelected: Bool = false, isRemoved: Bool = false) async throws {
        let today = try agency.agency.day(at: town.clock.now)
        try await town.programmes.database.write { [agency = agency.agency.id] transaction in
            var membership = try transaction.livingMembership(of: account, agency: agency)
            if membership == nil {
                let new = Membership(
                    id: RandomId().text, account: account, origin: .selected, beganOn: today,
                    activatedOn: isSelected ? nil : today)
                try transaction.insert(new, agency: agency)
                membership = new
            }
            guard isRemoved, let membership else { return }
            try transaction.insert(
                Removal(
                    id: RandomId().text, membership: membership.id, account: account, ground: nil, begunBy: account,
                    begunOn: today), agency: agency)
        }
    }

    /// Whoever paused or left the team at an address before serves again.
    func letServeAgain(_ role: String) async throws {
        guard let account = agency.members[role]?.account else { return }
        let today = try agency.agency.day(at: town.clock.now)
        try await town.programmes.database.write { [agency = agency.agency.id] transaction in
            guard let membership = try transaction.livingMembership(of: account, agency: agency) else { return }
            for pause in membership.pauses where pause.cause != .suspension {
                try transaction.endPause(pause, of: membership.id, agency: agency)
            }
            try transaction.forgetInterrupted(byPausesOf: membership.id)
        }
        let rule = agency.policy.role(RoleID(role))
        let holding = Holding(
            role: RoleID(role), area: rule?.hasArea == true ? "North" : nil, startsOn: today, until: nil)
        _ = try await town.programmes.appointAsOperator(
            Appointment(account: account, holding: holding), in: agency.agency)?.get()
    }

    private func reason(of client: Client) async throws -> String {
        let id = RandomId().text
        guard let account = try await staff(client)?.account else { return id }
        let today = try agency.agency.day(at: town.clock.now)
        try await town.programmes.database.write { [agency = agency.agency.id] transaction in
            try transaction.insert(
                RelevantReason(id: id, label: "A birth in the family \(id)", adoptedOn: today), by: account,
                agency: agency)
        }
        return id
    }
}

extension Route {
    /// Whether it is an act on the caller's own membership.
    var isOfOwnMembership: Bool { pattern.contains("/membership/") || pattern.hasSuffix("/agreement/signature") }
}
