import Operations
import Program
import Sealing
import Store
import Testing

/// Who is offered a request, and who never is.
@Suite struct EligibilityTests {
    /// A captain over a sergeant over an officer, and another unit beside them: each but the officer is a supporter.
    private struct Chain: Sendable {
        let ground: Ground
        let captain: Staff
        let sergeant: Staff
        let deputy: Staff
        let detective: Staff
        var team: [Staff] { [captain, sergeant, deputy, detective] }

        init(_ engine: Engine, pack: String) async throws {
            ground = try await Ground(engine, pack: pack)
            try await ground.employ("1", unit: "Command", rank: "Captain", isSupervisor: true)
            try await ground.employ("2", unit: "Patrol", rank: "Sergeant", below: "1", isSupervisor: true)
            try await ground.employ("3", unit: "Patrol", rank: "Officer", below: "2")
            try await ground.employ("4", unit: "Courts", rank: "Deputy")
            try await ground.employ("5", unit: "Standards", rank: "Detective", investigates: true)
            captain = try await ground.member("captain", number: "1", roles: "supporter")
            sergeant = try await ground.member("sergeant", number: "2", roles: "supporter")
            deputy = try await ground.member("deputy", number: "4", roles: "supporter")
            detective = try await ground.member("detective", number: "5", roles: "supporter")
            for staff in [captain, sergeant, deputy, detective] { try await ground.opensAllHours(staff) }
        }

        func ask(_ change: (inout Ask) -> Void) async throws -> Result<Receipt, Refusal> {
            try await ground.programmes.ask(RequestGround.ask(change), in: ground.agency)
        }

        /// Who is offered it once the whole team has been asked.
        func offered() async throws -> [String] {
            ground.clock.move(seconds: 1800)
            try await ground.programmes.advanceRequests()
            var logins: [String] = []
            for staff in team where try await !ground.programmes.offers(for: staff).isEmpty {
                logins.append(staff.login)
            }
            return logins
        }
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var pack = "sacramento-probation"
        let change: @Sendable (inout Ask) -> Void
        let offered: [String]
    }

    static let cases: [Case] = [
        Case(
            testDescription: "nobody unwanted: everybody", change: { _ in },
            offered: ["captain", "sergeant", "deputy", "detective"]),
        Case(
            testDescription: "whoever may investigate never is, where the pack says so",
            pack: "orange-county-probation", change: { _ in }, offered: ["captain", "sergeant", "deputy"]),
        Case(
            testDescription: "a unit", change: { $0.unwanted.units = [" patrol "] },
            offered: ["captain", "deputy", "detective"]),
        Case(
            testDescription: "a rank", change: { $0.unwanted.ranks = ["Captain"] },
            offered: ["sergeant", "deputy", "detective"]),
        Case(
            testDescription: "those above and below", change: { $0.unwanted.chainOf = "3" },
            offered: ["deputy", "detective"]),
        Case(
            testDescription: "those above and below one in the middle", change: { $0.unwanted.chainOf = "2" },
            offered: ["deputy", "detective"]),
        Case(
            testDescription: "the last resort is only where the pack has it", pack: "orange-county-probation",
            change: {
                $0.unwanted.chainOf = "3"
                $0.unwanted.chainAsLastResort = true
            }, offered: ["deputy"]),
    ]

    @Test(arguments: engines, cases) func isOffered(_ engine: Engine, _ example: Case) async throws {
        let field = try await Chain(engine, pack: example.pack)
        _ = try await field.ask(example.change).get()
        #expect(try await field.offered() == example.offered)
    }

    /// Above and below come last and marked, once the team and every step of the pack have been asked (IACP-7.2).
    @Test(arguments: engines) func chainOfCommandComesLast(_ engine: Engine) async throws {
        let field = try await Chain(engine, pack: "iacp")
        _ = try await field.ask {
            $0.unwanted.chainOf = "3"
            $0.unwanted.chainAsLastResort = true
        }.get()
        #expect(try await field.offered() == ["deputy", "detective"])
        #expect(try await field.offered() == ["captain", "sergeant", "deputy", "detective"])
        let offer = try #require(try await field.ground.programmes.offers(for: field.captain).first)
        #expect(offer.isMarkedChain)
        let acceptance = try #require(
            try await field.ground.programmes.accept(
                offer.id, Attestation(isInChainOfCommand: true), by: field.captain)
        ).get()
        #expect(acceptance.consults == RoleID("team-supervisor"))
    }

    struct RefusedCase: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let change: @Sendable (inout Ask) -> Void
        let fields: [String]
    }

    static let refusals: [RefusedCase] = [
        RefusedCase(
            testDescription: "for a colleague", change: { $0.origin = .colleague }, fields: ["origin"]),
        RefusedCase(
            testDescription: "as family", change: { $0.standing = .family }, fields: ["standing"]),
        RefusedCase(
            testDescription: "a unit nobody knows", change: { $0.unwanted.units = ["Patrool"] }, fields: ["units"]),
        RefusedCase(
            testDescription: "a rank nobody knows", change: { $0.unwanted.ranks = ["Kaptain"] }, fields: ["ranks"]),
        RefusedCase(
            testDescription: "a number nobody has", change: { $0.unwanted.chainOf = "99" }, fields: ["chainOf"]),
        RefusedCase(
            testDescription: "an account that is not there", change: { $0.wanted = ["nobody"] }, fields: ["wanted"]),
        RefusedCase(
            testDescription: "an unwanted account that is not there", change: { $0.unwanted.accounts = ["nobody"] },
            fields: ["unwanted"]),
        RefusedCase(testDescription: "a call without a number", change: { $0.way = .call }, fields: ["number"]),
        RefusedCase(
            testDescription: "too many words and too long a name",
            change: {
                $0.words = String(repeating: "a", count: 2001)
                $0.name = String(repeating: "b", count: 121)
            }, fields: ["name", "words"]),
        RefusedCase(
            testDescription: "the same wanted and unwanted",
            change: {
                $0.wanted = ["x"]
                $0.unwanted.accounts = ["x"]
            }, fields: ["wanted"]),
    ]

    @Test(arguments: engines, refusals) func isRefused(_ engine: Engine, _ example: RefusedCase) async throws {
        let field = try await Chain(engine, pack: "sacramento-probation")
        let before = try await field.ground.database.everything()
        #expect(try await field.ask(example.change).refusedFields == example.fields)
        #expect(try await field.ground.database.everything() == before)
    }

    /// On leave nobody is asked; off duty only whoever opened those hours, where the pack leaves it to them (KSO-J.1).
    @Test(arguments: engines) func offDuty(_ engine: Engine) async throws {
        let kern = try await RequestGround(engine, pack: "kern-sheriff")
        try await kern.asked { $0.wanted = [kern.ana.account] }
        #expect(try await kern.offered().isEmpty)
        try await kern.ground.opensAllHours(kern.ben)
        #expect(try await kern.offered() == ["ben"])

        let sacramento = try await RequestGround(engine)
        let today = sacramento.ana.today
        _ = try await sacramento.programmes.takeLeave(from: today, to: today, by: sacramento.ana).get()
        try await sacramento.asked()
        #expect(try await sacramento.offered() == ["ben", "cleo"])
        try sacramento.ground.move(to: "2026-11-21", hour: 9)
        #expect(try await sacramento.offered() == ["ana", "ben", "cleo"])
    }

    /// Only who takes requests has offers; a role that is told of waiting requests has a notice and nothing else.
    @Test(arguments: engines) func rolesWithoutThePowerGetAWord(_ engine: Engine) async throws {
        let field = try await RequestGround(engine)
        try await field.asked()
        try await field.pass(minutes: 16)
        #expect(try await field.notices(.requestWaits) == 1)
        #expect(try await field.programmes.offers(for: field.coordinator).isEmpty)
        #expect(try await field.holders() == Set(field.team.map(\.account)))
    }
}
