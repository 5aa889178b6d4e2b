import Foundation
import Operations
import PolicyPacks
import Program
import Sealing
import Store
import TestSupport
import Testing

/// The engines that every test here runs on.
let engines = TestDatabase.engines

extension MovableClock {
    func move(seconds: Int64) { set(now.adding(seconds: seconds)) }
}

/// A whole installation with one agency, on a real database, whose clock stands at 09:00 where the agency is: in California, unless a
/// test says otherwise.
struct Ground: Sendable {
    let database: any Database
    let programmes: Programmes
    let agency: Agency
    let clock: MovableClock
    let serverKeys: ServerKeys
    private let seat: Seat

    static let passphrase = "seven brown kettles on a ladder"

    /// How many transactions its database takes at once.
    static let connections = 4

    init(
        _ engine: Engine, pack: String = "orange-county-probation", own: LoadedPack? = nil,
        on day: String = "2026-11-20",
        timeZone: String = "America/Los_Angeles", derivation: KeyDerivation? = nil,
        longestLook: Duration = .seconds(60), keys: ServerKeys? = nil,
        wrapping wrap: @Sendable (any Database) -> any Database = { $0 }
    ) async throws {
        seat = await Seat.taken()
        let database = try await TestDatabase.migrated(engine, connections: Self.connections)
        self.database = database
        let calendar = try #require(AgencyCalendar(timeZone: timeZone))
        let clock = MovableClock(calendar.start(of: try #require(Day(day))).adding(seconds: 9 * 3600))
        self.clock = clock
        let serverKeys = if let keys { keys } else { try await Self.keys() }
        self.serverKeys = serverKeys
        programmes = Programmes(
            database: wrap(database), keys: serverKeys, derivation: try derivation ?? Self.quickDerivation(),
            oldReceipts: try Self.quickDerivation(), longestLook: longestLook, clock: { clock.now }
        ).proving(with: GlpsolSolver())
        let loaded = try own ?? BundledPacks.named(pack)
        agency = try await programmes.foundAgency(
            slug: "the-agency", name: "Orange Grove Department", timeZone: timeZone, pack: loaded,
            confirming: loaded.inheritedHash
        ).get()
    }

    /// Scrypt with the least work it takes, and no queue too short for a test.
    static func quickDerivation() throws -> KeyDerivation {
        let least = try #require(ScryptParameters(log2Rounds: 10, blockSize: 8, lanes: 1))
        return KeyDerivation(
            parameters: least, receiptWork: least, waitingIn: FairQueue(atOnce: 2, longestLine: 1000, most: 1000))
    }

    /// Another server on the same database with the same keys, as after a restart.
    ///
    /// - Parameter steady: what watches its machine's clock, where something does.
    func restarted(watchedBy steady: SteadyClock? = nil) throws -> Programmes {
        Programmes(
            database: database, keys: serverKeys, derivation: try Self.quickDerivation(),
            oldReceipts: try Self.quickDerivation(), steady: steady, clock: { [clock] in clock.now }
        ).proving(with: GlpsolSolver())
    }

    /// New keys of a server.
    static func keys() async throws -> ServerKeys { try ServerKeys.load(from: try await TestFolder.fresh()) }

    /// Moves the clock to a time of that day where the agency is.
    func move(to day: String, hour: Int64 = 9) throws {
        clock.set(agency.calendar.start(of: try #require(Day(day))).adding(seconds: hour * 3600))
    }
}

extension Ground {
    /// An account that its owner has enrolled, with those roles since the day.
    ///
    /// - Parameter isEmployed: whether the directory has them; whoever is of the team is there anyhow.
    func enrol(
        _ login: String, roles: [String] = [], since day: String = "2025-01-01", isEmployed: Bool = false
    ) async throws -> String {
        let team = agency.policy.supporterRoles.map(\.id.text)
        let rank = roles.compactMap { agency.policy.role(RoleID($0))?.minimumRank }.first
        let number =
            isEmployed || rank != nil || roles.contains(where: team.contains)
            ? try await database.employ(login, agency: agency.id, rank: rank) : nil
        let created = try await programmes.createAccount(
            NewAccount(login: login, name: "Name of \(login)", employeeNumber: number), in: agency
        ).get()
        _ = try await programmes.enrol(
            agency: agency, login: login, code: created.enrolmentCode.text, passphrase: Self.passphrase
        ).get()
        for role in roles { try await give(role, to: created.id, since: day) }
        return created.id
    }

    @discardableResult
    func give(_ role: String, to account: String, since day: String = "2025-01-01") async throws -> String {
        let area = agency.policy.role(RoleID(role))?.hasArea == true ? "North" : nil
        let holding = Holding(
            role: RoleID(role), area: area, startsOn: try #require(Day(day)), until: nil)
        let given = try await programmes.appointAsOperator(
            Appointment(account: account, holding: holding), in: agency)
        return try #require(given).get()
    }

    /// The session that the passphrase alone gives.
    func signIn(_ login: String, passphrase: String = passphrase) async throws -> SessionKey {
        let answer = try await programmes.signIn(agency: agency, login: login, passphrase: passphrase)
        guard case .signedIn(let session, _) = answer else { throw NotSignedIn(answer: "\(answer)") }
        return session
    }

    struct NotSignedIn: Error { let answer: String }

    func staff(_ session: SessionKey) async throws -> Staff {
        try #require(try await programmes.staff(session: session))
    }

    /// Whoever is fully signed in by ``signedIn(_:)`` has this second factor, where their roles ask for one.
    private static let secondFactor = TOTPSecret()

    /// Someone fully signed in; where their roles ask for a second factor, it is set up, or shown.
    func signedIn(_ login: String) async throws -> Staff {
        let half = try await staff(try await signIn(login))
        guard half.owesSecondFactor else { return half }
        let (secret, digits) = (Self.secondFactor, digits(of: Self.secondFactor))
        let full =
            half.hasSecondFactor
            ? try await programmes.proveSecondFactor(half, digits: digits)
            : try await programmes.setSecondFactor(half, secret: secret, digits: digits)
        return try await staff(try full.get())
    }

    /// The same person now: in the session they have, or in a new one where that has ended.
    func present(_ staff: Staff) async throws -> Staff {
        if let present = try await programmes.staff(session: staff.session) { return present }
        return try await signedIn(staff.login)
    }

    /// Someone new, enrolled and fully signed in.
    func member(
        _ login: String, roles: String..., since day: String = "2025-01-01", isEmployed: Bool = false
    ) async throws -> Staff {
        _ = try await enrol(login, roles: roles, since: day, isEmployed: isEmployed)
        return try await signedIn(login)
    }

    /// What the authenticator app shows now.
    func digits(of secret: TOTPSecret) -> String { secret.code(ofStep: clock.now.milliseconds / 30_000) }

    /// The same person later, in the same session.
    func again(_ staff: Staff) async throws -> Staff { try await self.staff(staff.session) }

    /// The acts in the agency's chain, in order, after checking that it is whole. Entries that vouch for what an act made or changed
    /// go with the act and are none themselves.
    func acts() async throws -> [AuditKind] {
        let rows = try await database.read { [agency] transaction in
            try transaction.auditEntries(agency: agency.id, after: 0, limit: 10_000)
        }
        let records = try rows.map { try #require($0.record) }
        guard case .intact = AuditChain.verify(records, of: agency.id) else { throw BrokenChain() }
        return try rows.map { try #require(AuditKind(rawValue: $0.act)) }.filter { Vouching($0) == nil }
    }

    struct BrokenChain: Error {}
}

extension Database {
    /// The first integer of the answer to a question.
    func integer(_ sql: SQL) async throws -> Int {
        try await read { transaction in try #require(try transaction.row(sql)).int(0) }
    }
}

extension Result where Failure == Refusal {
    /// The fields that a refusal names; nothing where there is none.
    var refusedFields: [String?]? {
        switch self {
        case .success: nil
        case .failure(let refusal): refusal.problems.map(\.field)
        }
    }
}
