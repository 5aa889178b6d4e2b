import Program
import Store
import TestSupport
import Testing
import Web
import WebSupport

/// Every member of the team can be chosen or left out, card or not, and whoever was left out is offered nothing, in whatever way a
/// request goes on.
@Suite struct LeftOutTests {
    /// Two members without a card, each in a unit of their own, and one who is no person of the directory.
    private func office() async throws -> (town: DemoTown, ana: Client, ben: Client, free: Client) {
        let town = try await DemoTown.on("kern-sheriff")
        try await town.employs([
            ("1", "Ana", "", supervises: true, investigates: false),
            ("2", "Ben", "", supervises: false, investigates: false),
            ("3", "Cid", "1", supervises: false, investigates: false),
        ])
        let ana = try await town.supporter("ana", named: "Ana Ash", employee: "1")
        let ben = try await town.supporter("ben", named: "Ben Birch", employee: "2")
        let free = try await town.signedIn("supporter")
        for client in [ana, ben, free] { try await town.opensHours(client) }
        return (town, ana, ben, free)
    }

    /// The form's own options, by the words beside them.
    private func option(_ words: String, of name: String, _ town: DemoTown) async throws -> String {
        let markup = try await town.visitor().page("/agencies/kern-sheriff/ask").markup
        let offered = try Regex("value=\"([^\"]+)\"[^>]*>(?:(?!value=).)*?\(words)").dotMatchesNewlines()
        let part = try #require(markup.firstRange(of: "name=\"\(name)\""))
        let found = try #require(try offered.firstMatch(in: String(markup[part.lowerBound...])))
        return String(try #require(found.output[1].substring))
    }

    @Test(.clause("KSO-G.1")) func anyMemberCanBeChosenForAnybodyAndNobodyApproves() async throws {
        let (town, ana, ben, free) = try await office()
        let listed =
            try await town.visitor().read("/api/v1/agencies/kern-sheriff/supporters")["supporters"]?.array ?? []
        #expect(Set(listed.map { $0.text("name") }).isSuperset(of: ["Ana Ash", "Ben Birch"]))
        #expect(listed.first { $0.text("name") == "Ana Ash" }?.text("unit") == "Unit 1")
        let front = try await town.visitor().page("/agencies/kern-sheriff")
        let people = try #require(front.section("Whom you can turn to")?.words)
        #expect(people.firstMatch(of: /Ana Ash(?:(?!Ben Birch).)*?Unit 1(?:(?!Ben Birch).)*?Ask for them here/) != nil)
        #expect(try await town.askForm().values(of: "origin") == ["oneself", "ownFamily", "colleague"])
        let wanted = try await option("Ben Birch", of: "wanted", town)
        for standing in ["employee", "volunteer", "family"] {
            for origin in ["oneself", "ownFamily", "colleague"] {
                let before = try await ben.offers().count
                _ = try await town.seeker(["standing": standing, "origin": origin, "way": "message", "wanted": wanted])
                // At once, and first of all, to the one they chose: nobody has approved anything in between.
                #expect(try await ben.offers().count == before + 1, "\(standing), \(origin)")
                for other in [ana, free] { #expect(try await other.offers().isEmpty) }
            }
        }
        // Three on a Sunday morning is as good.
        try town.turn(to: "2026-03-15T10:00:00Z")
        let later = try await town.signedIn("ben")
        let before = try await later.offers().count
        _ = try await town.seeker(["standing": "employee", "way": "message", "wanted": wanted])
        #expect(try await later.offers().count == before + 1)
    }

    /// By name, by unit, and by the chain of command: each through the page, without a word of why.
    @Test(.clause("KSO-I.1.a"), arguments: ["unwanted", "units", "ranks", "chainOf"])
    func whoeverIsLeftOutIsNeverOffered(by field: String) async throws {
        let (town, ana, _, free) = try await office()
        let value =
            switch field {
            case "unwanted": try await option("Ana Ash", of: "unwanted", town)
            case "units": " unit 1 "
            case "ranks": "sergeant"
            default: "3"
            }
        let seeker = try await town.seeker(["standing": "employee", "way": "message", field: value])
        for _ in 0..<6 {
            #expect(try await ana.offers().isEmpty, "\(field)")
            try await town.goOn(minutes: 16)
        }
        // Nor by a hand-off, nor when it is opened again.
        let id = try await free.take()
        let handingOff = try await free.page("/requests/\(id)/hand-off").words
        #expect(!handingOff.contains("Ana Ash") && handingOff.contains("Ben Birch"))
        let consulting = try await free.page("/requests/\(id)/consultations").words
        #expect(!consulting.contains("Ana Ash"))
        #expect(try await seeker.post("/support/change").status == 303)
        #expect(try await seeker.post("/support/end").status == 303)
        #expect(try await seeker.post("/support/reopening").status == 303)
        for _ in 0..<6 {
            try await town.goOn(minutes: 16)
            #expect(try await ana.offers().isEmpty, "\(field)")
        }
    }

    /// People move: whoever comes to the unit after the asking is not offered it either, and whoever leaves it stays left out.
    @Test(.clause("KSO-I.1.a"), arguments: TestDatabase.engines)
    func whoeverComesToTheUnitLaterIsLeftOutToo(_ engine: Store.Engine) async throws {
        let town = try await DemoTown.start(pack: "kern-sheriff", engine: engine)
        try await town.employs([
            ("1", "Ana", "", supervises: false, investigates: false),
            ("2", "Ben", "", supervises: false, investigates: false),
        ])
        let ana = try await town.supporter("ana", named: "Ana Ash", employee: "1")
        let ben = try await town.supporter("ben", named: "Ben Birch", employee: "2")
        let free = try await town.signedIn("supporter")
        for client in [ana, ben, free] { try await town.opensHours(client) }
        _ = try await town.seeker(["standing": "employee", "way": "message", "units": "Unit 2"])
        let id = try await ana.offer()
        let database = try await town.besides()
        try await database.write { transaction in
            try transaction.execute(
                "UPDATE person SET unit = CASE employee_number WHEN '1' THEN 'Unit 2' ELSE 'Unit 3' END")
        }
        await database.close()
        #expect(try await ana.offers().isEmpty)
        #expect(try await ana.get("/offers/\(id)").isNothing(for: ana))
        #expect(try await ana.accept(id).status == 404)
        #expect(try await ben.offers().isEmpty)
        let taken = try await free.take()
        #expect(try await !free.page("/requests/\(taken)/hand-off").words.contains("Ana Ash"))
        #expect(try await free.act(taken, "hand-off", ["reason": "rapport", "seekerWasAsked": "yes"]).status < 500)
        for _ in 0..<4 {
            try await town.goOn(minutes: 16)
            for client in [ana, ben] { #expect(try await client.offers().isEmpty) }
        }
    }
}
