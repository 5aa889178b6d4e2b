import Testing
import Web
import WebSupport

/// Duties to answer in time, and to tell of a response in person.
@Suite struct NoticeDutyTests {
    @Test(.clause("SAC-II.D.3.f"), arguments: ["coordinator", "committee-member"])
    func answeringInTime(asker: String) async throws {
        let town = try await DemoTown.on("sacramento-probation")
        let account = try town.member("supporter").account
        let asking = try await town.signedIn(asker)
        #expect(
            try await asking.page("/notices/ask").words.contains("answer within 48 hours. Our choice: The order says"))
        #expect(try await asking.post("/notices/ask", ["supporter": account]).status == 303)
        let supporter = try await town.signedIn("supporter")
        let notice = try #require(try await supporter.page("/notices").facts["Answer by"])
        #expect(notice.hasPrefix("12 March 2026"))
        func overview() async throws -> Page {
            try await town.signedIn("coordinator").page("/notices/overview")
        }
        let waiting = try #require(try await overview().table("Unanswered notices"))
        #expect(waiting[1].prefix(2) == ["Please get in touch", "Peer Supporter"])
        #expect(!waiting[1][3].contains("Overdue"))
        town.pass(seconds: 48 * 3600)
        let late = try #require(try await overview().table("Unanswered notices"))
        #expect(late[1][3].hasSuffix("Overdue"))
        let liaison = try await town.signedIn("management-liaison")
        #expect(try await liaison.page("/notices/overview").facts["Overdue"] == "1")
        let again = try await town.signedIn("supporter")
        #expect(try await again.answer(try await again.notices()[0]).status == 303)
        let answered = try #require(try await overview().table("Answered notices"))
        #expect(answered[1][3] == "2 days Late" && answered[1][4] == "Peer Supporter")
    }

    @Test(.clause("KSO-K.1"), arguments: [("supporter", "leader"), ("leader", "coordinator")])
    func aResponseInPersonAfterHours(_ who: (responds: String, told: String)) async throws {
        let town = try await DemoTown.on("kern-sheriff")
        try town.turn(to: "2026-03-11T06:00:00Z")
        let responder = try await town.signedIn(who.responds)
        let form = try #require(
            try await responder.page("/notices/response").forms.first { $0.action == "/notices/response" })
        #expect(form.names == ["vehicle"] && form.controls.filter { $0.takesWords }.isEmpty)
        #expect(try await responder.post("/notices/response", ["vehicle": "assigned"]).status == 303)
        for role in town.roles {
            #expect(try await town.pings(of: role) == (role == who.told ? 1 : 0), "\(role)")
        }
        let told = try await town.signedIn(who.told)
        let notice = try #require(try await told.notices().first)
        #expect(notice.text("title").hasSuffix("responds in person") && notice["from"] != .null)
        #expect(try await told.page("/notices").words.contains("KSO-K.1"))
        try await town.wait(minutes: 15)
        #expect(try await town.pings(of: who.told) == 2)
        #expect(try await told.answer(notice, how: "in-person").status == 303)
        try await town.wait(minutes: 60)
        #expect(try await town.pings(of: who.told) == 2)
    }

    @Test(.clause("KSO-K.2")) func howOneGetsThere() async throws {
        let town = try await DemoTown.on("kern-sheriff")
        let responder = try await town.signedIn("supporter")
        let page = try await responder.page("/notices/response")
        let form = try #require(page.forms.first { $0.action == "/notices/response" })
        #expect(form.values(of: "vehicle") == ["assigned", "own", "fleet"])
        let without = try await responder.post("/notices/response", ["vehicle": ""])
        #expect(without.status == 422)
        #expect(try Page(without).words.contains("KSO-K.2"))
        #expect(try await responder.post("/notices/response", ["vehicle": "fleet"]).status == 303)
        let leader = try await town.signedIn("leader")
        #expect(
            try await leader.page("/notices").words.contains(
                "Vehicle: A department vehicle arranged with Fleet Management."))
    }
}
