import Operations
import PolicyPacks
import Program
import Store
import Testing

/// Who may give and end which role, by the packs' own rules.
@Suite struct AppointmentRuleTests {
    private static let today = Day("2026-11-20")

    private func holding(_ role: String, _ from: String = "2026-01-01", _ until: String? = nil, area: String? = nil)
        throws -> Holding
    {
        Holding(
            role: RoleID(role), area: area, startsOn: try #require(Day(from)), until: until.flatMap { Day($0) })
    }

    private func appointer(_ roles: [String]) throws -> Appointer { .staff(try roles.map { try holding($0) }) }

    private struct Case {
        let pack: String
        let role: String
        let by: [String]
        let may: Bool
    }

    private static let cases = [
        // Orange County's coordinators are selected by the administrator alone (OCP-I.C.2-0).
        Case(pack: "orange-county-probation", role: "coordinator", by: ["administrator"], may: true),
        Case(pack: "orange-county-probation", role: "coordinator", by: ["coordinator"], may: false),
        Case(pack: "orange-county-probation", role: "coordinator", by: ["division-director", "chief"], may: false),
        Case(pack: "orange-county-probation", role: "supporter", by: ["coordinator"], may: true),
        Case(pack: "orange-county-probation", role: "supporter", by: ["administrator"], may: false),
        Case(pack: "orange-county-probation", role: "supporter", by: ["supporter"], may: false),
        Case(pack: "orange-county-probation", role: "supporter", by: [], may: false),
        Case(pack: "sacramento-probation", role: "management-liaison", by: ["coordinator"], may: true),
        Case(pack: "sacramento-probation", role: "management-liaison", by: ["management-liaison"], may: false),
        Case(pack: "kern-sheriff", role: "leader", by: ["coordinator"], may: true),
        Case(pack: "kern-sheriff", role: "leader", by: ["leader"], may: false),
        Case(pack: "iacp", role: "supporter", by: ["management"], may: false),
        Case(pack: "police-division", role: "supporter", by: ["coordinator"], may: true),
    ]

    @Test(arguments: Self.cases.indices) func appointingAndEnding(_ index: Int) throws {
        let this = Self.cases[index]
        let pack = try PackLibrary.load(PackID(this.pack)).get().pack
        let rule = try #require(pack.role(RoleID(this.role)))
        let holding = try holding(this.role, area: rule.hasArea ? "North" : nil)
        let today = try #require(Self.today)
        let given = pack.mayAppoint(
            Appointment(account: "a", holding: holding), by: try appointer(this.by), present: [], on: today)
        let ended = pack.mayEnd(holding, by: try appointer(this.by), on: today)
        for refusal in [given, ended] {
            #expect((refusal == nil) == this.may)
            if let refusal {
                #expect(refusal.problems.map(\.field) == ["role"])
                #expect(refusal.problems.first?.clauses == rule.basis.clauses)
            }
        }
        #expect(
            pack.mayAppoint(
                Appointment(account: "a", holding: holding), by: .operator, present: [], on: today) == nil)
    }

    @Test func onlyARoleHeldTodayAppoints() throws {
        let pack = try PackLibrary.load(PackID("orange-county-probation")).get().pack
        let today = try #require(Self.today)
        let wanted = Appointment(account: "a", holding: try holding("coordinator", area: "North"))
        for (from, until, may) in [
            ("2026-11-20", nil, true), ("2026-11-21", nil, false), ("2026-01-01", "2026-11-20", false),
            ("2026-01-01", "2026-11-21", true),
        ] as [(String, String?, Bool)] {
            let by = Appointer.staff([try holding("administrator", from, until)])
            #expect((pack.mayAppoint(wanted, by: by, present: [], on: today) == nil) == may)
        }
    }

    /// One logistics coordinator at a time, though the next may be appointed to follow the present one.
    @Test func oneHolderAtATime() throws {
        let pack = try PackLibrary.load(PackID("orange-county-probation")).get().pack
        let today = try #require(Self.today)
        let role = "logistics-coordinator"
        let mayFollow = { (present: Holding, next: Holding) in
            pack.mayAppoint(
                Appointment(account: "new", holding: next), by: .operator,
                present: [Appointment(account: "old", holding: present)], on: today) == nil
        }
        let open = try holding(role)
        let ending = try holding(role, "2026-01-01", "2026-12-01")
        let coming = try holding(role, "2026-12-01")
        let neverBegun = try holding(role, "2026-12-15", "2026-12-15")
        #expect(!mayFollow(open, try holding(role, "2026-11-20")))
        #expect(!mayFollow(open, coming))
        #expect(!mayFollow(ending, try holding(role, "2026-11-30")))
        #expect(mayFollow(ending, coming))
        #expect(!mayFollow(coming, open))
        #expect(mayFollow(coming, try holding(role, "2026-11-20", "2026-12-01")))
        #expect(mayFollow(neverBegun, coming))
    }

    /// Role, account of a present supporter, area, first day and end; which field is refused.
    @Test func whatIsNoAppointment() throws {
        let pack = try PackLibrary.load(PackID("orange-county-probation")).get().pack
        let today = try #require(Self.today)
        let present = [Appointment(account: "old", holding: try holding("supporter"))]
        let field = { (account: String, holding: Holding) in
            pack.mayAppoint(
                Appointment(account: account, holding: holding), by: .operator, present: present, on: today
            )?.problems.map(\.field)
        }
        #expect(field("new", try holding("supporter")) == nil)
        #expect(field("old", try holding("supporter")) == ["role"])
        #expect(field("new", try holding("king")) == ["role"])
        #expect(field("new", try holding("coordinator")) == ["area"])
        #expect(field("new", try holding("coordinator", area: "")) == ["area"])
        #expect(field("new", try holding("coordinator", area: "a\u{0}")) == ["area"])
        #expect(field("new", try holding("coordinator", area: String(repeating: "a", count: 121))) == ["area"])
        #expect(field("new", try holding("coordinator", area: "North")) == nil)
        #expect(field("new", try holding("supporter", area: "North")) == ["area"])
        #expect(field("new", try holding("supporter", "2026-01-02", "2026-01-02")) == ["until"])
        #expect(field("new", try holding("supporter", "2026-01-02", "2026-01-01")) == ["until"])
    }
}

/// Roles given and ended in a running installation.
@Suite struct AppointmentTests {
    private func give(_ ground: Ground, _ role: String, to account: String, by staff: Staff, area: String? = nil)
        async throws -> Result<RoleChanged, Refusal>?
    {
        try await ground.programmes.appoint(
            Appointment(
                account: account,
                holding: Holding(role: RoleID(role), area: area, startsOn: staff.today, until: nil)), by: staff)
    }

    @Test(arguments: engines) func theAdministratorAloneAppointsCoordinators(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let administrator = try await ground.member("d.reed", roles: "administrator")
        let coordinator = try await ground.member("c.ortiz", roles: "coordinator")
        let account = try await ground.enrol("a.lopez")
        let before = try await ground.acts()
        let refused = try await give(ground, "coordinator", to: account, by: coordinator, area: "South")
        #expect(refused?.refusedFields == ["role"])
        #expect(try await ground.acts() == before)
        let given = try await give(ground, "coordinator", to: account, by: administrator, area: "South")
        _ = try #require(given).get()
        let staff = try await ground.signedIn("a.lopez")
        #expect(staff.powers.contains(.publishSummary))
        #expect(staff.holdings.map(\.area) == ["South"])
        let entry = try await ground.lastEntry(.roleGiven)
        #expect(entry.actor == administrator.account)
        #expect(entry.subject == account)
        #expect(entry.clauses == "OCP-I.C.2-0 OCP-I.C.2.a")
    }

    @Test(arguments: engines) func twoAppointedAtOnceToARoleOfOneAreOne(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let coordinator = try await ground.member("c.ortiz", roles: "coordinator")
        let (one, other) = (try await ground.enrol("a.lopez"), try await ground.enrol("b.jones"))
        async let first = give(ground, "logistics-coordinator", to: one, by: coordinator)
        async let second = give(ground, "logistics-coordinator", to: other, by: coordinator)
        let refused = try await [first, second].map { $0?.refusedFields }
        #expect(refused.count { $0 == nil } == 1)
        #expect(refused.count { $0 == ["role"] } == 1)
    }

    @Test(arguments: engines) func anEndedRoleEndsSessions(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let coordinator = try await ground.member("c.ortiz", roles: "coordinator")
        let member = try await ground.member("a.lopez", roles: "supporter")
        let view = try #require(try await ground.programmes.account(member.account, by: coordinator))
        let holding = try #require(view.holdings.first)
        // Another account's holding is none of this account's.
        #expect(
            try await ground.programmes.endRole(holding.id, of: coordinator.account, by: coordinator) == nil)
        let byMember = try await ground.programmes.endRole(holding.id, of: member.account, by: member)
        // Whoever keeps no accounts finds nothing to end.
        #expect(byMember == nil)
        #expect(try await ground.programmes.staff(session: member.session) != nil)
        let ended = try await ground.programmes.endRole(holding.id, of: member.account, by: coordinator)
        _ = try #require(ended).get()
        #expect(try await ground.programmes.staff(session: member.session) == nil)
        #expect(try await ground.signedIn("a.lopez").powers.isEmpty)
        #expect(try await ground.acts().last == .roleEnded)
        let again = try await ground.programmes.endRole(holding.id, of: member.account, by: coordinator)
        #expect(again?.refusedFields == ["role"])
    }

    /// A session of a fortnight is none for a coordinator: neither its length nor its one factor will do.
    @Test(arguments: engines) func aRoleAboveASupporterAsksForANewSignIn(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let phone = try await ground.member("a.lopez", roles: "supporter")
        let desk = try await ground.signedIn("a.lopez")
        try await ground.give("logistics-coordinator", to: phone.account)
        #expect(try await ground.programmes.staff(session: phone.session) == nil)
        #expect(try await ground.programmes.staff(session: desk.session) == nil)
        #expect(try await ground.staff(try await ground.signIn("a.lopez")).owesSecondFactor)
    }

    /// A role that begins tomorrow gives nothing to a session that owes its second factor then.
    @Test(arguments: engines) func aComingRoleAsksForItsSecondFactor(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let account = try await ground.enrol("a.lopez", roles: ["supporter"])
        try await ground.give("logistics-coordinator", to: account, since: "2026-11-21")
        ground.clock.move(seconds: 12 * 3600)
        let session = try await ground.signIn("a.lopez")
        #expect(try await ground.staff(session).owesSecondFactor == false)
        ground.clock.move(seconds: 4 * 3600)
        let tomorrow = try await ground.staff(session)
        #expect(tomorrow.today == Day("2026-11-21"))
        #expect(tomorrow.owesSecondFactor)
    }

    @Test(arguments: engines) func accountsOfAnotherAgencyAreNone(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let keeper = try await ground.member("c.ortiz", roles: "coordinator")
        let other = try await ground.programmes.foundAgency(
            slug: "elsewhere", name: "Elsewhere", timeZone: "America/Los_Angeles", pack: ground.agency.pack
        ).get()
        let theirs = try await ground.programmes.createAccount(
            NewAccount(login: "z.stone", name: "Z", employeeNumber: nil), in: other
        ).get()
        #expect(try await give(ground, "supporter", to: theirs.id, by: keeper) == nil)
        #expect(try await ground.programmes.account(theirs.id, by: keeper) == nil)
        #expect(try await ground.programmes.renewEnrolment(of: theirs.id, by: keeper) == nil)
        #expect(try await ground.programmes.endSessions(of: theirs.id, by: keeper) == nil)
        let listed = try await ground.programmes.accounts(after: "", limit: 10, by: keeper)
        #expect(listed.map(\.login) == ["c.ortiz"])
        #expect(try await ground.programmes.accounts(after: "c.ortiz", limit: 10, by: keeper).isEmpty)
        #expect(try await ground.programmes.accounts(after: "\u{0}", limit: 10, by: keeper).count == 1)
    }
}

extension Ground {
    /// The latest entry of that kind in the agency's chain.
    func lastEntry(_ act: AuditKind) async throws -> AuditRow {
        let rows = try await database.read { [agency] transaction in
            try transaction.auditEntries(agency: agency.id, after: 0, limit: 10_000)
        }
        return try #require(rows.last { $0.act == act.rawValue })
    }
}
