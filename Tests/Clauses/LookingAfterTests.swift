import Operations
import Store
import Testing
import Web
import WebSupport

/// Supporters look after themselves, and nobody looks on.
@Suite struct LookingAfterTests {
    /// How much has been written of acts and words to send.
    private static func written(_ town: DemoTown) async throws -> Int? {
        try await town.programmes.database.read { transaction in
            try transaction.row(
                "SELECT (SELECT count(*) FROM audit_entry) + (SELECT count(*) FROM done_act) + (SELECT count(*) FROM outbox) AS rows"
            )?.int("rows")
        }
    }

    @Test func aHeavyStretchIsSaidToWhoeverHadItAlone() async throws {
        let town = try await DemoTown.on("kern-sheriff")
        let coordinator = try await town.signedIn("coordinator")
        let other = try await town.newcomer(
            "a.other", named: "A. Other", as: "supporter", since: "2026-01-01", by: coordinator)
        let supporter = try await town.signedIn("supporter")
        for _ in 0..<6 { try await supporter.count(KernTests.contact("employee", minutes: 480), in: "2026-02") }
        #expect(try await !supporter.page("/home").links.contains("/looking-after-yourself"))
        try await supporter.submit("2026-02")
        let rows = try await Self.written(town)
        #expect(try await supporter.page("/home").words.contains("You have given much of late"))
        let own = try await supporter.page("/looking-after-yourself")
        #expect(
            own.words.contains("That was a lot") && own.words.contains("February 2026") && own.words.contains("48 h"))
        #expect(try await Self.written(town) == rows)
        // Nobody else sees it, whatever their role, and there is no address for another's.
        for client in [coordinator, other, try await town.signedIn("leader"), try await town.signedIn("chief-deputy")] {
            #expect(try await !client.page("/home").words.contains("given much"))
            #expect(try await client.get("/looking-after-yourself/\(town.member("supporter").account)").status == 404)
            let theirs = try await client.get("/looking-after-yourself")
            #expect(!theirs.text.contains("48 h"))
        }
    }
}
