import Operations
import Program
import Sealing
import Store
import TestSupport
import Testing
import Web
import WebSupport

/// A member's supervisor, who cannot spare them, asks for another: without an account, and without learning of the request.
@Suite struct SupervisorAskingTests {
    private static let another = "/agencies/kern-sheriff/another"
    private static let secrets = ["Quentin", "Canary", "brother"]

    /// A member of Kern who has a request, and another one who could.
    private struct Field {
        let town: DemoTown
        let supporter: Client
        let other: Client

        init(on town: DemoTown) async throws {
            self.town = town
            let keeper = try await town.signedIn("coordinator")
            other = try await town.newcomer(
                "a.other", named: "A. Other", as: "supporter", since: "2026-01-01", by: keeper)
            supporter = try await town.newcomer(
                "a.marmalade", named: "A. Marmalade", as: "supporter", since: "2026-01-01", by: keeper)
            for client in [supporter, other] { try await town.opensHours(client) }
        }

        /// Somebody asks, and the member takes it.
        func taken() async throws -> String {
            _ = try await town.asks {
                $0.name = "Quentin Canary"
                $0.words = "About my brother"
            }
            return try await supporter.take()
        }

        /// The code that the member's page shows this once.
        func code(for id: String) async throws -> (code: String, slip: String) {
            let made = try await supporter.act(id, "supervisor-code")
            try #require(made.status == 303 && made.location == "/requests/\(id)/supervisor-code", "\(made)")
            let page = try await supporter.page("/requests/\(id)/supervisor-code")
            let printed = /<article class="slip">(.*)<\/article>/.dotMatchesNewlines()
            let slip = String(try #require(page.markup.firstMatch(of: printed)).1)
            let code = try #require(slip.firstMatch(of: /class="grouped-code"[^>]*><code>(.*?)<\/code>/))
            let groups = code.1.matches(of: /<span>([0-9A-Z]+)<\/span>/).map { String($0.1) }
            return (groups.joined(separator: "-"), slip.replacing(/<[^>]*>/, with: " "))
        }
    }

    /// Whether the code gives what one gives that nobody ever had, to the byte but for what was typed.
    private static func isUnknown(_ code: String, in town: DemoTown) async throws -> Bool {
        let never = SupervisorCode().text
        let reply = try await town.visitor().post(another, [("code", code)], token: nil)
        let unknown = try await town.visitor().post(another, [("code", never)], token: nil)
        return unknown.status == 422 && reply.status == 422 && reply.headers == unknown.headers
            && reply.text.replacing(code, with: never) == unknown.text
    }

    @Test(.clause("KSO-G.3"), arguments: [false, true])
    func aSupervisorSeesOnlyThatTheMemberIsAskedForAndAsksTheCoordinatorForAnother(afterContact: Bool) async throws {
        let field = try await Field(on: try await DemoTown.on("kern-sheriff"))
        let (town, supporter) = (field.town, field.supporter)
        let id = try await field.taken()
        if afterContact { #expect(try await supporter.act(id, "in-touch").status == 303) }
        let name = try await town.staff(supporter).name

        let (code, slip) = try await field.code(for: id)
        #expect(slip.contains("\(name) is asked for") && slip.contains("do what you can to let them leave"))
        #expect(slip.contains("PST Coordinator"))
        for secret in Self.secrets + [id, "request", "urgent", "message"] {
            #expect(!slip.contains(secret), "\(secret)")
        }
        // Nothing has happened yet: it is the member's, and the coordinator knows nothing.
        #expect(try await supporter.get("/requests/\(id)").status == 200)
        #expect(try await field.other.offers().isEmpty)

        let visitor = town.visitor()
        #expect(try await visitor.page("/agencies/kern-sheriff/supervisors").links.contains(Self.another))
        let page = try await visitor.page(Self.another)
        #expect(page.words.contains("do what you can to let them leave their post") && page.words.contains("KSO-G.3"))
        #expect(try #require(page.forms.first { $0.action == Self.another }).names == ["code"])
        for secret in Self.secrets + [id, name] { #expect(!page.words.contains(secret), "\(secret)") }

        let asked = try await visitor.post(Self.another, [("code", code.lowercased())], token: nil)
        #expect(asked.status == 303 && asked.location == Self.another)
        let done = try await visitor.page(Self.another).words
        #expect(done.contains("Somebody else is asked"))
        for secret in Self.secrets + [id, name] { #expect(!done.contains(secret), "\(secret)") }

        #expect(try await supporter.get("/requests/\(id)").isNothing(for: supporter))
        #expect(try await field.other.offer() == id)
        let coordinator = try await town.signedIn("coordinator")
        let duty = try #require(try await coordinator.notices().first)
        #expect(try await coordinator.notices().count == 1 && duty.text("kind") == "cannot-leave-post")
        let words = try await coordinator.page("/notices").words
        #expect(words.contains("\(name) is needed and cannot leave, as they or their supervisor say"))
        for secret in Self.secrets + [id] { #expect(!words.contains(secret), "\(secret)") }
        #expect(try await coordinator.post("/notices/\(duty.text("id"))/asking").status == 303)

        // Used, it is a code that nobody ever had, to the byte and for programs too.
        #expect(try await Self.isUnknown(code, in: town))
        let used = try await town.visitor().api(.post, "/api/v1\(Self.another)", ["code": .string(code)])
        let never = try await town.visitor().api(
            .post, "/api/v1\(Self.another)", ["code": .string(SupervisorCode().text)])
        #expect(used == never && used.status == 422)
    }

    /// What a code was for is over, or another was made: nothing tells that it ever was one.
    @Test(.clause("KSO-G.3")) func aCodeEndsWithTheRequestWithTheNextOneAndWithItsDay() async throws {
        let field = try await Field(on: try await DemoTown.on("kern-sheriff"))
        let (town, supporter) = (field.town, field.supporter)
        let closed = try await field.taken()
        let (first, _) = try await field.code(for: closed)
        let (second, _) = try await field.code(for: closed)
        #expect(try await Self.isUnknown(first, in: town))
        #expect(try await supporter.act(closed, "closing").status == 303)
        #expect(try await Self.isUnknown(second, in: town))
        #expect(try await town.codes() == 0)

        let id = try await field.taken()
        let (late, _) = try await field.code(for: id)
        #expect(try await town.codes() == 1)
        town.pass(seconds: 48 * 3600)
        #expect(try await Self.isUnknown(late, in: town))
        try await town.programmes.forgetSupervisorCodes()
        #expect(try await town.codes() == 0)
        let coordinator = try await town.signedIn("coordinator")
        #expect(try await coordinator.notices().isEmpty)
    }

    /// Who may ask is the pack's to say.
    @Test(.clause("KSO-G.3"), arguments: ["supporter", "supervisor"])
    func onlyWhomThePackHasAskHasAWay(asker: String) async throws {
        let pack = try BundledPacks.own(
            """
            id: springfield
            version: "1"
            extends: kern-sheriff
            agency: {title: Springfield Sheriff}
            requests:
              cannot-leave-post:
                asked-by: [\(asker)]
                of: coordinator
                basis: {chosen: "Springfield has only one of the two ask."}
            """)
        let field = try await Field(on: try await DemoTown.start(on: [pack]))
        let supporter = field.supporter
        let id = try await field.taken()
        let actions = try await supporter.page("/requests/\(id)").forms.map(\.action)
        let isOf = ["supporter": "cannot-leave-post", "supervisor": "supervisor-code"]
        for (who, act) in isOf {
            #expect(actions.contains("/requests/\(id)/\(act)") == (who == asker), "\(act)")
            if who != asker {
                #expect(try await supporter.act(id, act) == supporter.act(id, "no-such-thing"), "\(act)")
            }
        }
        let visitor = field.town.visitor()
        let supervisors = try await visitor.page("/agencies/springfield/supervisors")
        let another = "/agencies/springfield/another"
        #expect(supervisors.links.contains(another) == (asker == "supervisor"))
        #expect(try await visitor.get(another).isNothing(for: visitor) == (asker == "supporter"))
    }
}

extension DemoTown {
    fileprivate func codes() async throws -> Int {
        try await programmes.database.read { transaction in
            try transaction.rows("SELECT code FROM supervisor_code").count
        }
    }
}
