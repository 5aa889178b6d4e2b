import Program
import Store
import TestSupport
import Testing
import Web
import WebSupport

/// What Sacramento's Peer Supporters record and hand in.
@Suite struct SacramentoContactTests {
    private static let categories = [
        "counselling", "chaplaincy", "medical", "employee-services", "peer-programme", "other",
    ]

    @Test(.clause("SAC-II.D.3.e"), arguments: TestDatabase.engines)
    func aSheetForEachSupporterAndMonthIsAskedForAndWatched(engine: Engine) async throws {
        let town = try await DemoTown.start(pack: SacramentoSummaryTests.pack, engine: engine)
        try town.turn(to: "2026-04-01T19:00:00Z")
        let keeper = try await town.signedIn("coordinator")
        var member = try await town.newcomer(
            "a.lopez", named: "A. Lopez", as: "supporter", since: "2026-02-20", by: keeper)
        let supporter = try await town.signedIn("supporter")
        for month in ["2026-02", "2026-01"] { try await supporter.submit(month) }
        try await member.submit("2026-02")

        // A sheet for every month the role was held, and the day it is due.
        #expect(try await months(member) == ["2026-04", "2026-03", "2026-02"])
        #expect(try await member.read("/api/v1/sheets/2026-03")["due"] == "2026-04-10")
        #expect(try await member.page("/sheets/2026-03").words.contains("Due by 10 April 2026"))

        // The supporter is reminded from three days before.
        #expect(try await reminder(member) == nil)
        try town.turn(to: "2026-04-07T06:59:59Z")
        member = try await town.signedIn("a.lopez")
        #expect(try await reminder(member) == nil)
        try town.turn(to: "2026-04-07T07:00:00Z")
        #expect(try await reminder(member) == "Due in 3 days")
        try town.turn(to: "2026-04-11T06:30:00Z")
        member = try await town.signedIn("a.lopez")
        #expect(try await reminder(member) == "Due today")

        // The coordinator sees who is overdue as soon as the day is over, and not before.
        let coordinator = try await town.signedIn("coordinator")
        #expect(try await overdue(coordinator) == [])
        try await member.count(Sacramento.contact("phone"), in: "2026-03")
        try await member.submit("2026-03")
        #expect(try await reminder(member) == nil)
        try town.turn(to: "2026-04-11T07:00:00Z")
        let tardy = try await town.signedIn("supporter")
        #expect(try await overdue(coordinator) == ["Peer Supporter"])
        #expect(try await coordinator.page("/filings/2026-03").words.contains("Peer Supporter Late"))
        let home = try await tardy.page("/home").section("To submit")?.words
        #expect(home?.contains("March 2026 Due by 10 April 2026 Late") == true, "\(home ?? "")")
        // Submitted statistics reach the summary; what is too little is told with the next one.
        for month in ["2026-01", "2026-02", "2026-03"] { try await coordinator.publish(month) }
        let summary = try await coordinator.read("/api/v1/figures/summary/2026-03")
        #expect(summary["waits"] == true)
    }

    private func months(_ supporter: Client) async throws -> [String] {
        try await supporter.read("/api/v1/sheets")["sheets"]?.array?.map { $0.text("month") } ?? []
    }

    /// What the supporter's home says of a sheet's day coming near.
    private func reminder(_ supporter: Client) async throws -> String? {
        let words = try await supporter.page("/home").section("To submit")?.words ?? ""
        return words.firstMatch(of: /Due (today|in [0-9]+ days?)/).map { String($0.0) }
    }

    private func overdue(_ coordinator: Client) async throws -> [String] {
        let sheets = try await coordinator.read("/api/v1/filings/2026-03")["sheets"]?.array ?? []
        return sheets.filter { $0["state"] == "overdue" }.map { $0.text("name") }
    }

    @Test(.clause("SAC-II.D.3.c")) func referralsAreCountedByCategoryWithoutAName() async throws {
        let town = try await DemoTown.on(SacramentoSummaryTests.pack)
        let supporter = try await town.signedIn("supporter")
        let form = try #require(
            try await supporter.page("/contacts/new?kind=contact").forms.first { $0.action == "/contacts" })
        #expect(form.values(of: "referral") == Self.categories)
        #expect(form.controls.allSatisfy { !$0.takesWords })

        // A name is not taken: neither as a category nor beside it.
        let before = try await supporter.read("/api/v1/sheets/2026-02")
        let named = try await supporter.api(
            .post, "/api/v1/sheets/2026-02/contacts", Sacramento.contact("phone", referral: ["Dr Smith"]))
        #expect(named.status == 422)
        #expect(named.problems["referral"]?["clauses"] == ["SAC-II.D.3.c"])
        for field in ["referred-to", "referral-name", "provider"] {
            var members = Sacramento.contact("phone", referral: ["medical"]).object ?? [:]
            members[field] = "Dr Smith"
            let refused = try await supporter.api(.post, "/api/v1/sheets/2026-02/contacts", .object(members))
            #expect(refused.status == 422 && refused.problems[field] != nil)
        }
        let fields = [("kind", "contact"), ("month", "2026-02"), ("type", "phone"), ("referral", "Dr Smith")]
        #expect(try await supporter.post("/contacts", fields, token: supporter.formToken).status == 422)
        #expect(try await supporter.read("/api/v1/sheets/2026-02") == before)

        // Counted by category: on the sheet and in the summary.
        for one in try await town.threeSupporters() {
            try await one.count(
                Sacramento.contact("phone", referral: ["counselling", "medical"]), times: 12, in: "2026-02")
            try await one.count(Sacramento.contact("phone", referral: ["medical"]), times: 5, in: "2026-02")
            try await one.count(Sacramento.contact("phone"), times: 5, in: "2026-02")
        }
        let sheet = try #require(
            try await supporter.page("/sheets/2026-02").table("Monthly Peer Support Statistics, February 2026"))
        #expect(sheet.contains(["Counsellor or therapist", "12"]) && sheet.contains(["Doctor or clinic", "17"]))
        for login in ["supporter", "second.supporter", "third.supporter"] {
            try await town.signedIn(login).submit("2026-02")
        }
        try town.turn(to: "2026-03-12T18:00:00Z")
        try await town.signedIn("coordinator").publish("2026-02")
        // By category once a year.
        try await town.publishYear(after: 2)
        let liaison = try await town.signedIn("management-liaison")
        let year = try PublishedFigures(try await liaison.read("/api/v1/figures/year/2026"))
        let referrals = year.tables["Referrals"]
        #expect(referrals?["Counsellor or therapist"] == .count(36))
        #expect(referrals?["Doctor or clinic"] == .count(51))
        #expect(referrals?["Other service"] == .suppressed)
        #expect(referrals?.count == Self.categories.count)
    }

    @Test(.clause("SAC-VI.B.5")) func aGroupContactWarnsAndADebriefingDoesNot() async throws {
        let town = try await DemoTown.on(SacramentoSummaryTests.pack)
        let supporter = try await town.signedIn("supporter")
        let warning = "Several people at once: nobody can promise that everything stays in the room."
        for kind in town.agency.policy.contactForm.kinds.map(\.id) {
            let page = try await supporter.page("/contacts/new?kind=\(kind)")
            #expect(page.words.contains(warning) == (kind == "group"), "\(kind)")
        }
        // Also where the entry is refused and shown again, and where it is corrected.
        let refused = try await supporter.post("/contacts", ["kind": "group", "month": "2026-03"])
        #expect(refused.status == 422)
        #expect(try Page(refused).words.contains(warning))
        for (kind, warns) in [("group", true), ("debriefing", false)] {
            let id = try await supporter.count(Sacramento.gathering(kind, of: 5), in: "2026-03")
            #expect(try await supporter.page("/sheets/2026-03/contacts/\(id)").words.contains(warning) == warns)
        }
        // And to everybody, before anything is asked and in what everybody is taught.
        for page in ["", "/orientation"] {
            let open = try await town.visitor().page("/agencies/\(SacramentoSummaryTests.pack)\(page)")
            let limits = try #require(open.section("What stays between you, and what cannot"))
            #expect(
                limits.paragraphs.contains {
                    $0.hasPrefix("If several people meet with a Peer Supporter at the same time, confidence cannot")
                        && $0.hasSuffix(
                            "A critical incident stress debriefing is held in a group and is not meant by this.")
                }, "\(page)")
        }
        let document = try await supporter.read("/api/v1/agencies/\(SacramentoSummaryTests.pack)/openapi.json")
        let entry = document["paths"]?["/api/v1/sheets/{month}/contacts"]?["post"]?["requestBody"]?["content"]?[
            "application/json"]?["schema"]
        let warned = (entry?["oneOf"]?.array ?? []).filter { $0.text("description").contains(warning) }
        #expect(warned.map { $0["properties"]?["kind"]?["enum"] } == [["group"]])
    }
}
