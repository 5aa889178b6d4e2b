import Foundation
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
        let coordinator = try await town.signedIn("coordinator")
        // Three of them, so that nobody finds the others by taking their own away: 42 in all, three of whom were family.
        let others = [
            try await town.newcomer("second", named: "Second", as: "supporter", since: "2026-01-01", by: coordinator),
            try await town.newcomer("third", named: "Third", as: "supporter", since: "2026-01-01", by: coordinator),
        ]
        for one in [supporter] + others {
            for (who, times) in [("employee", 13), ("family", 1)] {
                try await one.count(
                    .object(contact.merging(["who": .string(who)]) { _, new in new }), times: times, in: "2026-02")
            }
            try await one.submit("2026-02")
        }
        let kept = try await supporter.count(
            .object(contact.merging(["who": "family"]) { _, new in new }), in: "2026-03")
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
                .replacing("{report}", with: "utilisation").replacing("{release}", with: "summary")
                .replacing("{period}", with: "2026-02")
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
                "/reports", "/reports/utilisation", "/handbook",
                "/agreement", "/rules",
                // What is anybody's who is signed in, roles or none.
                "/team", "/application", "/training", "/training/courses", "/on-call", "/committees",
                "/library", "/referrals",
            ])
        // Whoever can be told something has a way there.
        #expect(try await coordinator.page("/home").links.contains("/notices"))
        #expect(try await supporter.page("/home").links.contains("/notices"))

        // What is in the figures is told of enough: who of the 42 were family is told once a year.
        let summary = try PublishedFigures(try await manager.read("/api/v1/figures/summary/2026-02"))
        #expect(summary.tables["Contacts"] == ["Contact": .count(42)])
        #expect(summary.tables["Family and employee"] == nil)
        let page = try await manager.page("/figures/summary/2026-02")
        #expect(page.table("Contacts")?.contains(["Contact", "42"]) == true, "\(page.tables)")
        #expect(page.words.contains("Contacts: 42 in February 2026."))
        // The file has what the page and the interface have, and nothing else.
        let file = try await manager.get("/figures/summary/2026-02/table.csv")
        let lines = file.text.split(separator: "\r\n").dropFirst().map { line in
            line.dropFirst().dropLast().components(separatedBy: "\",\"")
        }
        for line in lines {
            let figure = try #require(summary.tables[line[2]]?[line[3]], "\(line)")
            #expect(
                (figure == .suppressed) == (line[6] == "not shown")
                    && (figure.count.map { "\($0)" } ?? line[4]) == line[4])
        }
        #expect(lines.count == summary.tables.values.reduce(0) { $0 + $1.count })
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
