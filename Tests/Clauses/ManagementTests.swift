import Program
import Testing
import Web
import WebSupport

/// Management has the published figures and nothing else.
@Suite struct ManagementTests {
    /// Whoever only reads summaries, by pack: the guidelines' management.
    @Test(.clause("IACP-3.1-2")) func managementOpensSuppressedReportsAndNothingElse() async throws {
        let town = try await DemoTown.on("iacp")
        let supporter = try await town.signedIn("supporter")
        let contact: [String: JSON] = ["kind": "contact", "service": "hospital", "minutes-in-person": 30]
        for (who, times) in [("employee", 40), ("family", 3)] {
            try await supporter.count(
                .object(contact.merging(["who": .string(who)]) { _, new in new }), times: times, in: "2026-02")
        }
        try await supporter.submit("2026-02")
        let kept = try await supporter.count(
            .object(contact.merging(["who": "family"]) { _, new in new }), in: "2026-03")
        let coordinator = try await town.signedIn("coordinator")
        try await coordinator.publish("2026-02")

        let manager = try await town.signedIn("management")
        let account = try town.member("supporter").account
        let holding = try #require(
            try await coordinator.read("/api/v1/accounts/\(account)")["roles"]?.array?.first?.text("id"))
        var opened: Set<String> = []
        for route in Routes.all where route.isForSomeRole {
            // Something is there: the supporter's account and contact, a month with figures.
            let path = route.pattern.replacing("{month}", with: "2026-02").replacing("{account}", with: account)
                .replacing("{contact}", with: kept).replacing("{holding}", with: holding)
                .replacing("{report}", with: "utilisation")
            let reply = try await manager.asks(route, at: path)
            let unknown = try await manager.asks(route, at: route.isAPI ? "/api/v1/no-such-thing" : "/no-such-thing")
            if reply != unknown { opened.insert("\(route.method.rawValue) \(route.pattern)") }
        }
        #expect(
            opened == [
                "GET /figures", "GET /figures/{release}/{period}",
                "GET /figures/{release}/{period}/print", "GET /figures/{release}/{period}/table.csv",
                "GET /api/v1/figures",
                "GET /api/v1/figures/{release}/{period}",
                "GET /reports", "GET /reports/{report}", "GET /api/v1/reports", "GET /api/v1/reports/{report}",
            ])
        // Nor does any link lead further.
        let walk = try await Walk.of(manager, in: town)
        let own = walk.pages.keys.filter { page in
            !["/account", "/agencies/", "/library/entries/"].contains(where: page.hasPrefix)
        }
        // By what rules the programme runs is for all in it to read.
        #expect(
            Set(own) == [
                "/home", "/figures", "/figures/summary/2026-02", "/figures/summary/2026-02/print",
                "/figures/summary/2026-02/table.csv",
                "/reports", "/reports/utilisation", "/handbook",
                "/agreement", "/rules",
                // What is anybody's who is signed in, roles or none.
                "/team", "/application", "/training", "/training/courses", "/on-call", "/committees",
                "/library", "/referrals",
            ])
        // Whoever can be told something has a way there.
        #expect(try await coordinator.page("/home").links.contains("/notices"))
        #expect(try await supporter.page("/home").links.contains("/notices"))

        // What is in the report is suppressed: 3 of 43 gives no 40 back.
        let summary = try PublishedFigures(try await manager.read("/api/v1/figures/summary/2026-02"))
        #expect(summary.tables["Family and employee"] == ["Employee": .suppressed, "Family": .suppressed])
        #expect(summary.totals["Family and employee"] == .count(43))
        let page = try await manager.page("/figures/summary/2026-02")
        #expect(page.table("Family and employee")?.contains(["Family", "not shown"]) == true)
    }
}

extension Route {
    var isAPI: Bool {
        switch face {
        case .api: true
        case .page, .scim: false
        }
    }

    /// Whether it is for those with some power, rather than for everyone or every account.
    var isForSomeRole: Bool {
        switch audience {
        case .staff(.anyOf): true
        case .everyone, .seeker, .directory, .staff(.owingSecondFactor), .staff(.anySession), .staff(.signedIn): false
        }
    }
}

extension Client {
    /// Comes to that address as the route is used, with nothing filled in.
    func asks(_ route: Route, at path: String) async throws -> Reply {
        switch route.face {
        case .api, .scim: try await api(route.method, path, route.method == .get ? nil : [:])
        case .page: route.method == .get ? try await get(path) : try await post(path)
        }
    }
}
