import Program
import Testing
import Web
import WebSupport

/// Sacramento's Management Liaison guides the programme: what it publishes, how its duties stand, and what the order has told to them.
@Suite struct LiaisonTests {
    /// What is for those with some office, as far as the liaison comes.
    private static let opened: Set = [
        "GET /figures", "GET /figures/{release}/{period}",
        "GET /figures/{release}/{period}/print", "GET /figures/{release}/{period}/table.csv", "GET /policy",
        "GET /policy/choices", "GET /policy/proof",
        "GET /readiness", "GET /announcements", "GET /api/v1/announcements", "GET /reporting",
        "GET /api/v1/reporting", "GET /policy-drafts", "GET /api/v1/policy-drafts",
        // Who is paused, and placing somebody on a pause, are theirs by II.D.5 and IV.C.
        "GET /memberships", "GET /memberships/{account}", "POST /memberships/{account}/inactivity",
        "GET /api/v1/memberships", "POST /api/v1/memberships/{account}/inactivity",
        "GET /notices/overview", "GET /notices/ask", "POST /notices/ask",
        "GET /api/v1/figures", "GET /api/v1/figures/{release}/{period}", "GET /api/v1/policy",
        "GET /api/v1/policy/choices",
        "GET /api/v1/readiness", "GET /api/v1/notice-overview", "POST /api/v1/notices",
        // They review new texts of the rules (SAC-II.C.1), and may place members on inactive status.
        "GET /policy-drafts", "GET /api/v1/policy-drafts",
        "GET /memberships", "GET /api/v1/memberships", "GET /memberships/{account}",
        "POST /memberships/{account}/inactivity", "POST /api/v1/memberships/{account}/inactivity",
    ]

    private static let contact: JSON = ["kind": "contact", "type": "in-person", "advisement": true, "referral": []]

    @Test(.clause("SAC-II.A-1")) func theLiaisonReadsSummariesRulesAndStatusesAndNothingElse() async throws {
        let town = try await DemoTown.on("sacramento-probation")
        let supporter = try await town.signedIn("supporter")
        let kept = try await supporter.count(Self.contact, in: "2026-02")
        try await supporter.submit("2026-02")
        let coordinator = try await town.signedIn("coordinator")
        try await coordinator.publish("2026-02")
        let account = try town.member("supporter").account
        let holding = try #require(
            try await coordinator.read("/api/v1/accounts/\(account)")["roles"]?.array?.first?.text("id"))
        let request = try await town.request(takenBy: supporter)

        let liaison = try await town.signedIn("management-liaison")
        var opened: Set<String> = []
        for route in Routes.all where route.isForSomeRole {
            let path = route.pattern.replacing("{month}", with: "2026-02").replacing("{account}", with: account)
                .replacing("{contact}", with: kept).replacing("{holding}", with: holding)
                .replacing("{request}", with: request).replacing("{release}", with: "summary")
                .replacing("{period}", with: "2026-02")
            let reply = try await liaison.asks(route, at: path)
            let unknown = try await liaison.asks(route, at: route.isAPI ? "/api/v1/no-such-thing" : "/no-such-thing")
            if reply != unknown { opened.insert("\(route.method.rawValue) \(route.pattern)") }
        }
        #expect(opened == Self.opened)
        // The order has supporters answer the committee and the coordinator: nobody can be asked by the liaison.
        #expect(try await liaison.page("/notices/ask").words.contains("Nobody to ask"))
        let asked = try await liaison.api(.post, "/api/v1/notices", ["supporter": .string(account)])
        #expect(asked.status == 422 && asked.text.contains("SAC-II.D.3.f"), "\(asked)")
        // Nor does any link lead further; whom others appoint to an office waits for a second yes, which may be theirs.
        let walk = try await Walk.of(liaison, in: town)
        let pages = Set(walk.pages.keys.map { String($0.prefix { $0 != "?" }) })
        let own = pages.filter { page in
            !["/account", "/agencies/", "/library/entries/"].contains(where: page.hasPrefix)
        }
        #expect(own.contains("/policy") && own.contains("/figures/summary/2026-02"))
        #expect(
            own.subtracting([
                "/home", "/figures", "/figures/summary/2026-02", "/figures/summary/2026-02/print",
                "/figures/summary/2026-02/table.csv", "/policy", "/policy/choices", "/policy/proof",
                "/readiness", "/notices", "/rules",
                // What is anybody's who is signed in, roles or none.
                "/team", "/application", "/applications", "/training", "/training/courses", "/on-call", "/committees",
                "/committees/advisory", "/announcements", "/reporting", "/policy-drafts", "/designees",
                "/library", "/referrals", "/notices/overview", "/notices/ask", "/offices", "/handbook", "/agreement",
            ]) == [])
    }

    /// What the order has told to the liaison is theirs to answer, and comes to nobody else who guides.
    @Test(.clause("SAC-II.A-1")) func whatTheOrderHasToldThemIsTheirsToAnswer() async throws {
        let town = try await DemoTown.on("sacramento-probation")
        let supporter = try await town.signedIn("supporter")
        _ = try await supporter.disclose("required-by-law")
        let member = try await town.signedIn("committee-member")
        #expect(try await member.notices().isEmpty)
        let liaison = try await town.signedIn("management-liaison")
        let notice = try #require(try await liaison.notices().first)
        #expect(try await liaison.answer(notice, how: "in-person").status == 303)
        #expect(try await liaison.notices().isEmpty)
    }
}
