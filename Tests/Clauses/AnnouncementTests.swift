import Operations
import Program
import Testing
import Web
import WebSupport

/// What is announced to circles of the programme, on the pages of those who announce and of those who read.
@Suite struct AnnouncementTests {
    private typealias Fields = [(String, String)]

    private static func fields(
        _ circles: [String], title: String = "New cupboard", words: String = "Brochures are in the new cupboard.",
        lastDay: String = "2026-03-31"
    ) -> Fields {
        [("title", title), ("words", words), ("lastDay", lastDay)] + circles.map { ("circles", $0) }
    }

    private func announced(_ fields: Fields, by client: Client) async throws -> String {
        let reply = try await client.post("/announcements", fields, token: client.formToken)
        try #require(reply.status == 303, "\(reply)")
        return try #require(reply.location)
    }

    private func button(_ client: Client) async throws -> PageForm? {
        try await client.page("/home").forms.first { $0.action.hasSuffix("/word") }
    }

    private func reads(_ client: Client) async throws -> Reply {
        let form = try #require(try await button(client))
        return try await client.post(form.action, ["version": form.values(of: "version").first ?? ""])
    }

    /// The four circles of the order, the chaplaincy from outside among them, hear of it; and nobody else.
    @Test(.clause("SAC-II.B.3")) func theCoordinatorLinksTheCirclesOfTheOrder() async throws {
        let town = try await DemoTown.on("sacramento-probation")
        let circles = ["management-liaison", "committee-member", "supporter", "chaplaincy"]
        let coordinator = try await town.signedIn("coordinator")
        let form = try #require(
            try await coordinator.page("/announcements/new").forms.first { $0.action == "/announcements" })
        #expect(form.values(of: "circles") == circles)
        #expect(try await coordinator.page("/announcements/new").words.contains("Never of somebody who asked for help"))
        // What cannot be is said with the clause, and what was typed stays.
        let without = try await coordinator.post("/announcements", Self.fields([]), token: coordinator.formToken)
        #expect(without.status == 422 && without.text.contains("SAC-II.B.3") && without.text.contains("new cupboard"))
        for last in ["2026-03-09", "2027-12-31"] {
            let late = Self.fields(circles, lastDay: last)
            #expect(
                try await coordinator.post("/announcements", late, token: coordinator.formToken).status == 422)
        }
        let others = Self.fields(["counsellor"])
        #expect(try await coordinator.post("/announcements", others, token: coordinator.formToken).status == 422)

        let place = try await announced(Self.fields(circles), by: coordinator)
        for role in town.roles {
            let client = try await town.signedIn(role)
            let sees = try await client.page("/home").words.contains("Brochures are in the new cupboard.")
            #expect(sees == circles.contains(role), "\(role)")
            #expect(try await town.pings(of: role) == (circles.contains(role) ? 1 : 0), "\(role)")
            guard role != "coordinator" else { continue }
            #expect(try await client.get(place).isNothing(for: client), "\(role)")
        }
        let counsellor = try await town.signedIn("counsellor")
        #expect(try await counsellor.get("/announcements").isNothing(for: counsellor))
        let supporter = try await town.signedIn("supporter")
        #expect(
            try await supporter.post("/announcements", Self.fields(circles), token: supporter.formToken).status == 404)
    }

    /// How many have read it is seen at once, and who has not once the days of the pack are over.
    @Test(.clause("SAC-II.B.3"), .clause("SAC-II.D.3.f")) func whoHasNotReadItIsNamedAfterTheDays() async throws {
        let town = try await DemoTown.on("sacramento-probation")
        let coordinator = try await town.signedIn("coordinator")
        let place = try await announced(Self.fields(["management-liaison", "supporter"]), by: coordinator)
        let supporter = try await town.signedIn("supporter")
        #expect(try await coordinator.page(place).facts["Read by"] == "0 of 2")
        #expect(try await reads(supporter).status == 303)
        #expect(try await button(supporter) == nil)
        #expect(try await supporter.page("/announcements").words.contains("New cupboard"))
        let page = try await coordinator.page(place)
        #expect(page.facts["Read by"] == "1 of 2")
        let liaison = town.agency.policy.title(of: RoleID("management-liaison"))
        #expect(page.section("Who has not said that they read it")?.items == [])
        town.pass(seconds: 2 * 86_400)
        let late = try await town.signedIn("coordinator").page(place)
        #expect(late.section("Who has not said that they read it")?.items == [liaison])
    }

    /// Another text is to be read anew, and what is withdrawn is gone.
    @Test(.clause("SAC-II.B.3")) func itIsCorrectedAndWithdrawn() async throws {
        let town = try await DemoTown.on("sacramento-probation")
        let coordinator = try await town.signedIn("coordinator")
        let place = try await announced(Self.fields(["supporter"]), by: coordinator)
        let supporter = try await town.signedIn("supporter")
        #expect(try await reads(supporter).status == 303)
        let corrected: KeyValuePairs = [
            "title": "New shelf", "words": "They are on the shelf.", "lastDay": "2026-03-20", "version": "1",
        ]
        #expect(try await supporter.post("\(place)/correction", corrected).status == 404)
        #expect(try await coordinator.post("\(place)/correction", corrected).status == 303)
        #expect(try await coordinator.post("\(place)/correction", corrected).status == 422)
        #expect(try await coordinator.page(place).facts["Read by"] == "0 of 1")
        let again = try await supporter.page("/home").words
        #expect(
            again.contains("They are on the shelf.") && again.contains("Corrected on") && !again.contains("cupboard"))
        // A word to the text before does not count.
        let form = try #require(try await button(supporter))
        #expect(try await supporter.post(form.action, ["version": "1"]).status == 422)
        #expect(try await reads(supporter).status == 303)
        #expect(try await coordinator.post("\(place)/withdrawal").status == 303)
        #expect(try await !supporter.page("/announcements").words.contains("New shelf"))
        #expect(try await supporter.post(form.action, ["version": "2"]).status == 422)
    }

    /// Members keep in touch with the coordinators: whoever announces hears back from each, and a member who joins later sees what is in
    /// force.
    @Test(.clause("OCP-I.C.3.f")) func membersKeepInTouchWithTheCoordinators() async throws {
        let town = try await DemoTown.on("orange-county-probation")
        for role in ["coordinator", "logistics-coordinator"] {
            let announcing = try await town.signedIn(role)
            let title = "Sheets of \(role)"
            let place = try await announced(
                Self.fields(["supporter"], title: title, words: "Please send them by the tenth."), by: announcing)
            #expect(try await town.signedIn("supporter").page("/home").words.contains(title))
            #expect(try await announcing.page(place).words.contains("OCP-I.C.3.f"))
            #expect(try await announcing.page(place).facts["Read by"] == "0 of 1")
            #expect(try await reads(try await town.signedIn("supporter")).status == 303)
            #expect(try await announcing.page(place).facts["Read by"] == "1 of 1")
        }
        town.pass(seconds: 86_400)
        let later = try await town.newcomer(
            "n.ewcomer", named: "Newcomer", as: "supporter", since: "2026-03-11",
            by: try await town.signedIn("coordinator"))
        let home = try await later.page("/home")
        #expect(home.words.contains("Sheets of coordinator") && home.words.contains("Please send them by the tenth."))
        #expect(home.forms.count { $0.action.hasSuffix("/word") } == 2)
        // After its last day nobody sees it any more.
        town.pass(seconds: 25 * 86_400)
        #expect(try await !town.signedIn("n.ewcomer").page("/home").words.contains("Sheets of coordinator"))
    }
}
