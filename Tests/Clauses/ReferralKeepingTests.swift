import Operations
import Program
import Testing
import Web
import WebSupport

/// What keeps the directory of further help right: checks, tables, pages that are gone.
@Suite struct ReferralKeepingTests {
    @Test func whatIsPastItsCheckIsNeverShownAsCurrent() async throws {
        let town = try await DemoTown.on("sacramento-probation")
        let help = "/agencies/\(town.agency.slug)/help"
        let coordinator = try await town.signedIn("coordinator")
        var sent = JSON.referral("other", "Open Door", by: "role:coordinator").object ?? [:]
        sent["checkBy"] = "2026-04-01"
        let id = try await coordinator.api(.post, "/api/v1/referrals/entries", .object(sent)).json?.text("id") ?? ""
        #expect(try await town.visitor().page(help).words.contains("Checked on 9 March 2026."))
        let told = {
            try await town.signedIn("coordinator").notices().count { $0.text("kind") == "referrals-to-check" }
        }
        try await town.programmes.remindOfReferrals()
        #expect(try await told() == 0)
        try town.turn(to: "2026-03-20T18:00:00Z")
        for _ in 0..<2 { try await town.programmes.remindOfReferrals() }
        #expect(try await told() == 1)
        try town.turn(to: "2026-04-03T18:00:00Z")
        let old = try await town.visitor().page(help).words
        #expect(old.contains("Ask first Last checked on 9 March 2026") && !old.contains("Checked on 9 March"))
        let keeper = try await town.signedIn("coordinator")
        #expect(try await keeper.page("/home").words.contains("1 entry to look at"))
        #expect(try await keeper.page("/policy").words.contains("1 to ask first"))
        #expect(try await keeper.post("/referrals/entries/\(id)/check", ["checkBy": "2026-04-02"]).status == 422)
        #expect(try await keeper.post("/referrals/entries/\(id)/check", ["checkBy": ""]).status == 303)
        #expect(try await town.visitor().page(help).words.contains("Checked on 3 April 2026."))
        #expect(try await keeper.page("/home").words.contains("1 entry to look at") == false)
        // Taken out it is nowhere.
        #expect(try await keeper.post("/referrals/entries/\(id)/removal").status == 303)
        #expect(try await !town.visitor().page(help).words.contains("Open Door"))
        #expect(try await keeper.get("/referrals/entries/\(id)").isNothing(for: keeper))
    }

    @Test func aTableIsTakenOverWholeOrNotAtAll() async throws {
        let town = try await DemoTown.on("sacramento-probation")
        let coordinator = try await town.signedIn("coordinator")
        let sent = JSON.referral("other", "=HYPERLINK(\"x\")", by: "role:coordinator")
        #expect(try await coordinator.api(.post, "/api/v1/referrals/entries", sent).status == 201)
        let file = try await coordinator.get("/referrals/export").text
        #expect(file.contains("\"'=HYPERLINK(\"\"x\"\")\""), "\(file)")
        let header = file.prefix { $0 != "\r\n" }
        func line(_ name: String, _ category: String = "other", phone: String = "916-555-0100") -> String {
            "\(category),\(name),Talking,,,,,role:coordinator,2026-03-01,,,,,\(phone),,,yes,no\r\n"
        }
        let wrong = "\(header)\r\n" + line("One", "criminal-defence") + line("Two", phone: "call me") + line("Three")
        let refused = try await coordinator.api(.post, "/api/v1/referrals/import", ["table": .string(wrong)])
        #expect(refused.status == 422 && refused.clauses.contains("SAC-VIII"), "\(refused)")
        #expect(refused.text.contains("Line 2, column category") && refused.text.contains("Line 3, column phone"))
        let page = try await coordinator.post("/referrals/import", ["table": wrong])
        #expect(page.status == 422 && page.text.contains("Line 3, column phone") && page.text.contains("call me"))
        func names() async throws -> [String] {
            try await coordinator.read("/api/v1/referrals/keeping")["entries"]?.array?.map { $0.text("name") } ?? []
        }
        #expect(try await names() == ["=HYPERLINK(\"x\")"])
        // It is looked at first, and done once its number is said; what it does not name stays.
        let right = file + line("Three") + line("Four")
        let looked = try await coordinator.post("/referrals/import", ["table": right])
        #expect(looked.status == 422 && looked.text.contains("It adds 2, changes 0"), "\(looked)")
        #expect(try await names().count == 1)
        #expect(try await coordinator.post("/referrals/import", ["table": right, "changes": "1"]).status == 422)
        #expect(try await coordinator.post("/referrals/import", ["table": right, "changes": "2"]).status == 303)
        #expect(try await names() == ["=HYPERLINK(\"x\")", "Four", "Three"])
        // What the directory gives out says what stands there already.
        let again = try await coordinator.get("/referrals/export").text
        let same = try await coordinator.api(.post, "/api/v1/referrals/import", ["table": .string(again)])
        #expect(same.status == 422 && same.text.contains("stands in the directory already"), "\(same)")
    }

    @Test func aPageThatIsGoneOnTwoDaysIsShownToWhoeverKeepsTheDirectoryAndStays() async throws {
        let town = try await DemoTown.on("sacramento-probation")
        let coordinator = try await town.signedIn("coordinator")
        let sent = JSON.referral("other", "Open Door", by: "role:coordinator")
        let id = try await coordinator.api(.post, "/api/v1/referrals/entries", sent).json?.text("id") ?? ""
        let asked = AskedPages()
        let ask = { try await town.programmes.askReferralPages { await asked.ask($0) } }
        for _ in 0..<3 { try await ask() }
        #expect(await asked.pages == ["https://help.example.org/"])
        let isGone = { () async throws -> Bool? in
            let keeper = try await town.signedIn("coordinator")
            let entries = try await keeper.read("/api/v1/referrals/keeping")["entries"]?.array
            return entries?.first { $0.text("id") == id }.map { $0["isPageGone"] == true }
        }
        #expect(try await isGone() == false)
        town.pass(seconds: 6 * 86_400)
        try await ask()
        #expect(await asked.pages.count == 1)
        town.pass(seconds: 86_400)
        try await ask()
        #expect(await asked.pages.count == 2)
        #expect(try await isGone() == true)
        let keeper = try await town.signedIn("coordinator")
        #expect(try await keeper.notices().count { $0.text("kind") == "referrals-to-check" } == 1)
        #expect(try await keeper.page("/referrals/keeping").words.contains("its page was not there on two days"))
        // People go on to see it, and nothing of this; once it answers, or has another address, all is well.
        let shown = try await town.visitor().page("/agencies/\(town.agency.slug)/help").words
        #expect(shown.contains("Open Door") && !shown.contains("not there"))
        town.pass(seconds: 7 * 86_400)
        await asked.comeBack()
        try await ask()
        #expect(try await isGone() == false)
    }

    @Test func aDraftIsSeenByNobodyBeforeItWasLookedAt() async throws {
        let town = try await DemoTown.on("sacramento-probation")
        let coordinator = try await town.signedIn("coordinator")
        let kept = try await coordinator.page("/referrals/keeping")
        #expect(kept.words.contains("CopLine") && kept.links.contains("/referrals/new?draft=copline"))
        let help = "/agencies/\(town.agency.slug)/help"
        #expect(try await !town.visitor().page(help).words.contains("CopLine"))
        #expect(try await town.visitor().read("/api/v1\(help)")["drafts"] == nil)
        let form = try #require(
            try await coordinator.page("/referrals/new?draft=copline").forms.first { $0.action == "/referrals/entries" }
        )
        #expect(form.values(of: "name") == ["CopLine"] && form.values(of: "verifiedOn").allSatisfy(\.isEmpty))
        let unseen: KeyValuePairs = [
            "category": "peer-programme", "name": "CopLine", "goodFor": "Talking", "identifiedBy": "role:coordinator",
            "phone": "1-800-267-5463", "verifiedOn": "",
        ]
        #expect(try await coordinator.post("/referrals/entries", unseen).status == 422)
    }
}

/// Pages that are all gone, until they come back.
private actor AskedPages {
    private(set) var pages: [String] = []
    private var isThere = false

    func ask(_ page: String) -> Bool? {
        pages.append(page)
        return isThere
    }

    func comeBack() { isThere = true }
}
