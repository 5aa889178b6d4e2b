import Operations
import PolicyPacks
import Program
import Sealing
import Store
import Testing

/// What each exception of each bundled pack brings about: who is told, how urgently, who is left to the supporter, who tells
/// whom next. The tables are read from the policies, not from the packs.
@Suite struct DisclosureRoutesTests {
    struct Route: Sendable, CustomTestStringConvertible {
        let pack: String
        let exception: String
        let force: DisclosureException.Force
        /// The roles told by a notice.
        var told: [String] = []
        /// Whether they have to know at once.
        var atOnce = true
        /// How many the supporter tells by voice.
        var byVoice = 0
        /// The role that tells another next, and which.
        var then: [String] = []
        var crisisLinesFirst = false
        var stepsBack = false

        var testDescription: String { "\(pack): \(exception)" }
    }

    static let routes: [Route] = [
        Route(
            pack: "sacramento-probation", exception: "required-by-law", force: .mandatory,
            told: ["management-liaison"], atOnce: false),
        Route(
            pack: "sacramento-probation", exception: "investigation", force: .mandatory, told: ["coordinator"],
            stepsBack: true),
        Route(
            pack: "sacramento-probation", exception: "harm-to-another", force: .mandatory,
            told: ["management-liaison"], crisisLinesFirst: true),
        Route(
            pack: "sacramento-probation", exception: "self-harm", force: .mandatory,
            told: ["chaplaincy", "coordinator"], then: ["coordinator", "management-liaison"], crisisLinesFirst: true),
        Route(
            pack: "sacramento-probation", exception: "substances", force: .mandatory,
            told: ["chaplaincy", "coordinator"], then: ["coordinator", "management-liaison"], crisisLinesFirst: true),
        Route(pack: "orange-county-probation", exception: "crime", force: .mandatory, told: ["chief"], atOnce: false),
        Route(
            pack: "orange-county-probation", exception: "danger", force: .mandatory, told: ["chief"],
            crisisLinesFirst: true),
        Route(
            pack: "police-division", exception: "threat", force: .mandatory, told: ["psychologist"],
            crisisLinesFirst: true),
        Route(pack: "police-division", exception: "violation-of-law", force: .mandatory, told: ["psychologist"]),
        Route(pack: "police-division", exception: "serious-misconduct", force: .mandatory, told: ["psychologist"]),
        Route(
            pack: "kern-sheriff", exception: "crisis-referral", force: .permissive, atOnce: false, byVoice: 1,
            crisisLinesFirst: true),
        Route(pack: "kern-sheriff", exception: "consultation", force: .permissive, atOnce: false, byVoice: 1),
        Route(pack: "kern-sheriff", exception: "prevent-harm", force: .permissive, byVoice: 1, crisisLinesFirst: true),
        Route(pack: "kern-sheriff", exception: "written-agreement", force: .permissive, atOnce: false, byVoice: 1),
        Route(pack: "kern-sheriff", exception: "criminal-proceeding", force: .permissive, atOnce: false, byVoice: 1),
        Route(pack: "kern-sheriff", exception: "otherwise-required", force: .mandatory, atOnce: false, byVoice: 1),
        Route(pack: "kern-sheriff", exception: "child-abuse", force: .mandatory, atOnce: false, byVoice: 1),
        Route(pack: "kern-sheriff", exception: "danger", force: .mandatory, byVoice: 1, crisisLinesFirst: true),
        Route(pack: "kern-sheriff", exception: "narcotics", force: .mandatory, atOnce: false, byVoice: 1),
        Route(pack: "kern-sheriff", exception: "domestic-violence", force: .mandatory, atOnce: false, byVoice: 1),
        Route(pack: "kern-sheriff", exception: "elder-abuse", force: .mandatory, atOnce: false, byVoice: 1),
        Route(
            pack: "iacp", exception: "self", force: .mandatory, told: ["clinical-supervisor"],
            then: ["clinical-supervisor", "coordinator"], crisisLinesFirst: true),
        Route(
            pack: "iacp", exception: "others", force: .mandatory, told: ["clinical-supervisor"], byVoice: 1,
            then: ["clinical-supervisor", "coordinator"], crisisLinesFirst: true),
        Route(pack: "iacp", exception: "child-abuse", force: .mandatory, atOnce: false, byVoice: 1),
        Route(pack: "iacp", exception: "adult-abuse", force: .mandatory, atOnce: false, byVoice: 1),
    ]

    @Test func theTableHasEveryException() throws {
        for pack in Set(Self.routes.map(\.pack)) {
            let exceptions = try PackLibrary.load(PackID(pack)).get().pack.confidentiality.exceptions
            #expect(Self.routes.filter { $0.pack == pack }.map(\.exception) == exceptions.map(\.id))
        }
    }

    @Test(arguments: engines, routes) func exactlyTheseAreTold(_ engine: Engine, _ route: Route) async throws {
        let ground = try await Ground(engine, pack: route.pack)
        let everyone = try await ground.everyRole()
        let supporter = try #require(everyone["supporter"])
        let rule = try #require(ground.agency.policy.confidentiality.exception(route.exception))
        #expect(rule.force == route.force)
        #expect((rule.first == .crisisLines) == route.crisisLinesFirst)

        let disclosed = try await ground.programmes.disclose(route.exception, by: supporter).get()
        #expect(disclosed.mustStepBack == route.stepsBack)
        for (role, staff) in everyone {
            let told = route.told.contains(role)
            #expect(try await ground.pings(of: staff.account) == (told ? 1 : 0), "\(role)")
            let open = try await ground.programmes.notices(for: staff).open
            #expect(open.count == (told ? 1 : 0), "\(role)")
            for received in open {
                #expect(received.from == "Name of supporter" && received.exception?.id == route.exception)
                #expect(received.notice.clauses == rule.basis.clauses)
            }
        }
        let view = try #require(try await ground.programmes.disclosure(disclosed.id, of: supporter))
        #expect(view.steps.count == route.told.count + route.byVoice)
        #expect(view.steps.filter { $0.status == .toTell(isVacant: false) }.count == route.byVoice)
        if route.atOnce {
            let due = ground.clock.now.adding(seconds: 5 * 60)
            #expect(view.steps.allSatisfy { $0.due == due })
        }
        #expect(try await ground.acts().last == .disclosureBegun)
    }

    /// Whoever has to know is pinged again until they acknowledge; then whom the policy names next is told, by whom it names.
    @Test(arguments: engines, routes.filter { !$0.told.isEmpty })
    func escalatesUntilAcknowledged(_ engine: Engine, _ route: Route) async throws {
        let ground = try await Ground(engine, pack: route.pack)
        let everyone = try await ground.everyRole()
        let supporter = try #require(everyone["supporter"])
        let id = try await ground.programmes.disclose(route.exception, by: supporter).get().id
        ground.clock.move(seconds: route.atOnce ? 5 * 60 : 60 * 60)
        try await ground.programmes.escalateNotices()
        for (role, staff) in everyone {
            #expect(try await ground.pings(of: staff.account) == (route.told.contains(role) ? 2 : 0), "\(role)")
        }
        ground.clock.move(seconds: 1)
        let late = try #require(try await ground.programmes.disclosure(id, of: supporter))
        #expect(late.isOpen)
        #expect(late.steps.filter { $0.status == .waiting && !$0.isOverdue }.isEmpty)

        for role in route.told {
            let staff = try #require(everyone[role])
            let notice = try #require(try await ground.programmes.notices(for: staff).open.first)
            #expect(try await ground.answer(notice.notice.id, how: .telephone, by: staff))
        }
        let known = try #require(try await ground.programmes.disclosure(id, of: supporter))
        #expect(known.steps.prefix(route.told.count).filter { !$0.isKnown }.isEmpty)
        for (role, staff) in everyone {
            let open = try await ground.programmes.notices(for: staff).open
            let tells = open.map { $0.notice.tells?.text }
            #expect(tells == (route.then.first == role ? [route.then.last] : []), "\(role)")
        }
    }
}

extension Ground {
    /// Somebody signed in for each role of the pack, named like it.
    func everyRole() async throws -> [String: Staff] {
        var everyone: [String: Staff] = [:]
        for role in agency.policy.roles { everyone[role.id.text] = try await member(role.id.text, roles: role.id.text) }
        return everyone
    }
}

extension DisclosureView.Step {
    var isKnown: Bool {
        switch status {
        case .known: true
        case .waiting, .unanswered, .toTell, .told: false
        }
    }
}
