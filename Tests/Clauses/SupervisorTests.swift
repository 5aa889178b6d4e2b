import Operations
import Program
import Store
import TestSupport
import Testing
import Web
import WebSupport

/// What supervisors are told, and what they never learn.
@Suite struct SupervisorTests {
    @Test(.clause("KSO-H.7")) func nothingNamesASeekerToASupervisorAndThePageSaysWhatToLeaveAlone() async throws {
        let town = try await DemoTown.on("kern-sheriff")
        #expect(
            try await town.visitor().page("/agencies/kern-sheriff").links.contains("/agencies/kern-sheriff/supervisors")
        )
        let page = try await town.visitor().page("/agencies/kern-sheriff/supervisors")
        #expect(
            try #require(page.section("What is asked of you")).words.contains(
                "Do not talk with a member about people you supervise, unless it is for their well-being or part of a "
                    + "referral. Write nothing about peer support in a D-500 file. Rule KSO-H.7"))
        let left = try #require(page.section("What you leave alone")).items
        #expect(left.contains { $0.hasPrefix("Nobody tells you who asked for support, unless they want you to know.") })
        #expect(left.contains { $0.hasSuffix("Note it in nobody’s file. Rule KSO-H.7") })

        // Somebody asks, and everything happens that tells others something.
        let supporter = try await town.signedIn("supporter")
        try await town.opensHours(supporter)
        let seeker = try await town.asks {
            $0.name = "Robin Canary"
            $0.words = "It is about my sergeant"
        }
        let id = try await supporter.take()
        try await seeker.write("Can we meet tomorrow?")
        #expect(try await supporter.act(id, "messages", ["text": "Gladly."]).status == 303)
        let own = try await supporter.page("/requests/\(id)").words
        #expect(own.contains("Robin Canary") && own.contains("my sergeant") && own.contains("Gladly"))
        #expect(try await supporter.act(id, "cannot-leave-post").status == 303)
        #expect(try await !town.signedIn("coordinator").notices().isEmpty)

        for role in town.roles where role != "supporter" {
            let client = try await town.signedIn(role)
            var shown = try await Walk.of(client, in: town).texts
            for route in Routes.all where route.method == .get {
                let path = route.pattern.replacing("{agency}", with: "kern-sheriff").replacing(
                    "{month}", with: "2026-03"
                )
                .replacing(/\{[a-z]+\}/, with: id)
                let reply = try await client.asks(route, at: path)
                #expect(reply.headers["content-disposition"] == nil, "\(role) at \(path)")
                shown[path] = reply.text
            }
            for (path, text) in shown {
                for telling in ["Canary", "my sergeant", "Gladly", "meet tomorrow"] {
                    #expect(!text.contains(telling), "\(role) at \(path)")
                }
            }
        }
    }

    @Test(.clause("IACP-3.9.5-1")) func peerSupportHasNoPartInDiscipline() async throws {
        let town = try await DemoTown.on("iacp")
        let words = """
            Peer support does not take the place of discipline. A Peer Support Person stays out of disciplinary matters and \
            speaks for neither side. Rule IACP-3.9.5-1
            """
        let visitor = town.visitor()
        for (page, section) in [("orientation", "What it is"), ("supervisors", "What is asked of you")] {
            let said = try #require(try await visitor.page("/agencies/iacp/\(page)").section(section))
            #expect(said.words.contains(words), "\(page)")
        }
        let left = try #require(try await visitor.page("/agencies/iacp/supervisors").section("What you leave alone"))
        #expect(left.items.contains { $0.hasSuffix("Note it in nobody’s file. Rule IACP-3.9.5-1") })

        // No place where the two could meet: not in what is kept, not in what can be come to or sent.
        let telling = /disciplin|sanction|allegation|complaint|misconduct/.ignoresCase()
        let database = try await TestDatabase.migrated(TestDatabase.firstEngine, connections: 1)
        let columns = try await database.columns()
        await database.close()
        // Where a policy refers discipline when it removes somebody from the team, the day of that is kept, and nothing of it.
        let met = columns.filter { "\($0.table).\($0.column)".firstMatch(of: telling) != nil }
        #expect(met.map { "\($0.table).\($0.column)" } == ["removal.discipline_on"])
        let ofRequests = Set(columns.filter { $0.column == "request" }.map(\.table))
        #expect(
            !ofRequests.isEmpty && ofRequests.allSatisfy { $0.hasPrefix("request_") || $0 == "old_receipt" },
            "\(ofRequests)")
        let people = columns.filter { $0.table.hasPrefix("request") && $0.column.contains(/person|employee|seeker$/) }
        #expect(people.isEmpty)
        let places = Routes.all.filter { $0.pattern.firstMatch(of: telling) != nil }
        #expect(places.allSatisfy { $0.pattern.hasSuffix("/memberships/{account}/discipline") })
        #expect(places.allSatisfy { !$0.isServed(under: town.agency.policy) })
        let supporter = try await town.signedIn("supporter")
        let interface = try Interface(try await supporter.read("/api/v1/agencies/iacp/openapi.json"))
        for (name, body) in interface.bodies {
            #expect(body.properties.allSatisfy { $0.name.firstMatch(of: telling) == nil }, "\(name)")
        }
    }
}
