import Operations
import PolicyPacks
import Program
import Sealing
import Store
import TestSupport

/// An agency of a ``DemoTown``: every role of its pack has one account, whose login is the role's name.
package struct DemoAgency: Sendable {
    package let agency: Agency
    /// The accounts by the names of their roles.
    package let members: [String: Member]

    package struct Member: Sendable {
        package let account: String
        /// Set up where the role asks for one.
        package let secondFactor: TOTPSecret?
    }

    package var slug: String { agency.slug }
    package var policy: PolicyPack { agency.policy }

    /// Everybody's passphrase.
    package static let passphrase = "slow river under old bridges"

    /// The role with that power, in the pack's order the first.
    package func role(with power: Power) throws -> String {
        guard let role = policy.roles(with: power).first else { throw TownFault("nobody has \(power.rawValue)") }
        return role.id.text
    }

    static func found(
        on loaded: LoadedPack, with programmes: Programmes, clock: MovableClock
    ) async throws -> DemoAgency {
        let agency = try await programmes.foundAgency(
            slug: BundledPacks.name(of: loaded), name: loaded.pack.agency.title, timeZone: "America/Los_Angeles",
            pack: loaded, confirming: loaded.inheritedHash
        ).get()
        var members: [String: Member] = [:]
        for role in agency.policy.roles {
            members[role.id.text] = try await member(role, of: agency, with: programmes, clock: clock)
        }
        return DemoAgency(agency: agency, members: members)
    }

    /// An account with that role since the beginning of the year before, enrolled as its owner would.
    private static func member(
        _ role: RoleRule, of agency: Agency, with programmes: Programmes, clock: MovableClock
    ) async throws -> Member {
        guard let startsOn = Day("2025-01-01") else { throw TownFault("no day") }
        let isOfTeam = agency.policy.supporterRoles.contains { $0.id == role.id }
        let number =
            isOfTeam || role.minimumRank != nil
            ? try await programmes.database.employ(role.id.text, agency: agency.id, rank: role.minimumRank) : nil
        let new = NewAccount(login: role.id.text, name: role.title, employeeNumber: number)
        let created = try await programmes.createAccount(new, in: agency).get()
        let holding = Holding(role: role.id, area: role.hasArea ? "North" : nil, startsOn: startsOn, until: nil)
        _ = try await programmes.appointAsOperator(
            Appointment(account: created.id, holding: holding), in: agency)?.get()
        _ = try await programmes.enrol(
            agency: agency, login: new.login, code: created.enrolmentCode.text, passphrase: passphrase
        ).get()
        guard role.needsSecondFactor else { return Member(account: created.id, secondFactor: nil) }
        let secret = TOTPSecret()
        try await set(secret, for: new.login, of: agency, with: programmes, clock: clock)
        return Member(account: created.id, secondFactor: secret)
    }

    private static func set(
        _ secret: TOTPSecret, for login: String, of agency: Agency, with programmes: Programmes, clock: MovableClock
    ) async throws {
        let outcome = try await programmes.signIn(agency: agency, login: login, passphrase: passphrase)
        guard case .signedIn(let session, _) = outcome, let staff = try await programmes.staff(session: session) else {
            throw TownFault("\(login) did not get in")
        }
        let digits = secret.code(ofStep: clock.now.milliseconds / 30_000)
        let full = try await programmes.setSecondFactor(staff, secret: secret, digits: digits).get()
        guard let signedIn = try await programmes.staff(session: full) else {
            throw TownFault("\(login) has no session")
        }
        try await programmes.signOut(signedIn)
    }
}
