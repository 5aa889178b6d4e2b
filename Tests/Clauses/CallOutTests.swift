import Operations
import Program
import Testing
import Web
import WebSupport

/// The desk that has supporters called.
@Suite struct CallOutTests {
    @Test(.clause("PD-B.1.b")) func communicationsPagesMembersInOrderAndAsksNoReason() async throws {
        let town = try await DemoTown.on("police-division")
        let keeper = try await town.signedIn("coordinator")
        let members = [
            "Peer Support Team Member": try await town.signedIn("supporter"),
            "B. Ng": try await town.newcomer(
                "b.ng", named: "B. Ng", as: "supporter", since: "2026-01-01", by: keeper),
        ]
        let desk = try await town.signedIn("dispatcher")
        let begin = try #require(try await desk.page("/home").forms.first { $0.action == "/call-outs" })
        #expect(begin.names.isEmpty)
        let address = try #require(try await desk.post("/call-outs").location)
        let first = try await names(address, "paged", desk)[0]
        let second = try await names(address, "candidates", desk)[0]
        #expect([first, second].sorted() == members.keys.sorted())
        #expect(try await desk.post("\(address)/next", ["seen": "1"]).status == 303)
        #expect(try await names(address, "paged", desk) == [first, second])

        // One tap of whoever is paged; the desk sees who was reached.
        let home = try await #require(members[first]).page("/home")
        #expect(home.words.contains("Police Communications Section asks you to call in"))
        for (name, answer) in [(first, "cannot"), (second, "accepted")] {
            let answered = try await #require(members[name]).post("\(address)/answer", ["answer": answer])
            #expect(answered.status == 303)
        }
        let page = try await desk.page(address)
        let rows = try #require(page.table("Who was paged, in order")).dropFirst()
        #expect(rows.map { [$0[0], $0[2]] } == [[first, "Cannot"], [second, "Calls in"]])
        #expect(page.words.contains("\(second) calls in"))

        // Nowhere is there room for a reason: not on a page, not in the interface. A number is one, and nothing else.
        let pages = [page, try await desk.page("/call-outs"), try await desk.page("/home")]
        #expect(pages.flatMap(\.controls).filter(\.takesWords).map(\.name) == ["number"])
        let worded = try await desk.post("\(address)/number", ["number": "about my marriage"])
        #expect(worded.status == 422)
        let interface = try Interface(try await desk.read("/api/v1/agencies/police-division/openapi.json"))
        for operation in ["beginCallOut", "pageNext", "pageSupporter", "finishCallOut", "answerPage"] {
            #expect(interface.addresses[operation] != nil, "\(operation)")
            #expect(interface.bodies[operation]?.properties.contains { $0.schema.takesWords } != true, "\(operation)")
        }
        for other in ["reason", "name", "note"] {
            let refused = try await desk.api(.post, "/api/v1\(address)/next", .object(["seen": 2, other: "x"]))
            #expect(refused.status == 422 && refused.problems[other] != nil)
        }
    }

    /// The caller's number, if they give one, is read by whoever answers and by nobody else, and is gone when they have it.
    @Test(.clause("PD-B.1.b")) func theCallersNumberReachesOnlyWhoAnswers() async throws {
        let town = try await DemoTown.on("police-division")
        let keeper = try await town.signedIn("coordinator")
        let members = [
            "Peer Support Team Member": try await town.signedIn("supporter"),
            "B. Ng": try await town.newcomer(
                "b.ng", named: "B. Ng", as: "supporter", since: "2026-01-01", by: keeper),
        ]
        let desk = try await town.signedIn("dispatcher")
        let address = try #require(try await desk.post("/call-outs").location)
        #expect(try await desk.post("\(address)/number", ["number": "(202) 555-0123"]).status == 303)
        let number = "+12025550123"
        _ = try await desk.post("\(address)/next", ["seen": "1"])
        let (asked, answering) = (
            try await #require(members[try names(address, "paged", desk)[0]]),
            try await #require(members[try names(address, "paged", desk)[1]])
        )
        // Whoever is asked and has not answered reads nothing, nor does the desk that typed it.
        for reader in [asked, answering, desk, keeper] {
            #expect(try await !reader.page("/home").markup.contains("5550123"))
        }
        #expect(try await !desk.page(address).markup.contains("5550123"))
        #expect(try await desk.read("/api/v1\(address)")["hasCallersNumber"] == true)
        _ = try await answering.post("\(address)/answer", ["answer": "accepted"])
        #expect(try await answering.page("/home").markup.contains("tel:\(number)"))
        // Whoever answers later is told that somebody calls in, and no number.
        _ = try await asked.post("\(address)/answer", ["answer": "accepted"])
        #expect(try await !asked.page("/home").markup.contains("5550123"))
        #expect(try await asked.read("/api/v1/own-pages")["pages"]?.array?.first?["callersNumber"] == .null)
        #expect(
            try await answering.read("/api/v1/own-pages")["pages"]?.array?.first?.text("callersNumber") == number)
        #expect(try await answering.post("\(address)/number/taken").status == 303)
        #expect(try await !answering.page("/home").markup.contains("5550123"))
        #expect(try await desk.read("/api/v1\(address)")["hasCallersNumber"] == false)
        #expect(try await answering.post("\(address)/number/taken").status == 404)
    }

    @Test(.clause("PD-B.1.b.1")) func whereNobodyIsReachedTheDeskHelpsToFindThePsychologist() async throws {
        let town = try await DemoTown.on("police-division")
        var desk = try await town.signedIn("dispatcher")
        let address = try #require(try await desk.post("/call-outs").location)
        #expect(try await names(address, "candidates", desk) == ["Police Psychologist"])
        _ = try await desk.post("\(address)/next", ["seen": "1"])
        #expect(try await names(address, "paged", desk).last == "Police Psychologist")
        #expect(try await names(address, "candidates", desk).isEmpty)
        let psychologist = try await town.signedIn("psychologist")
        #expect(try await psychologist.page("/home").words.contains("asks you to call in"))

        // The number that is right now comes first, by the division's own clock.
        let hours = [
            ("2026-03-11T23:00:00Z", "Mon to Fri, 08:00 to 17:00, but for holidays", "+1 202 555 0167"),
            ("2026-03-12T00:30:00Z", "At all other hours", "+1 202 555 0168"),
            ("2026-03-14T18:00:00Z", "At all other hours", "+1 202 555 0168"),
        ]
        for (moment, when, number) in hours {
            try town.turn(to: moment)
            desk = try await town.signedIn("dispatcher")
            let words = try await desk.page(address).section("If nobody can be reached")?.words ?? ""
            #expect(words.contains("Help to find the Police Psychologist."))
            #expect(words.contains("\(when) \(number) Now"), "\(moment): \(words)")
            #expect(words.matches(of: /Now/).count == 1)
        }
    }

    @Test(.clause("SAC-II.D.3.h")) func theCoordinatorPagesAnySupporterAtAnyHour() async throws {
        let town = try await DemoTown.on("sacramento-probation")
        // Sunday at half past three in the night.
        try town.turn(to: "2026-03-15T10:30:00Z")
        let coordinator = try await town.signedIn("coordinator")
        let member = try await town.newcomer(
            "a.lopez", named: "A. Lopez", as: "supporter", since: "2026-01-01", by: coordinator)
        let address = try #require(try await coordinator.post("/call-outs").location)
        let everyone = try await names(address, "paged", coordinator) + names(address, "candidates", coordinator)
        #expect(Set(everyone) == ["Peer Supporter", "A. Lopez"])
        let account = try await town.staff(member).account
        _ = try await coordinator.post("\(address)/pages/\(account)")
        #expect(try await names(address, "paged", coordinator).contains("A. Lopez"))
        #expect(try await member.post("\(address)/answer", ["answer": "accepted"]).status == 303)
        _ = try await coordinator.post("\(address)/end")

        // Page and answer are on record, for the pack's time and no longer.
        let record = try await coordinator.page(address).table("Who was paged, in order") ?? []
        #expect(record.contains { $0.first == "A. Lopez" && $0.last == "Calls in" })
        #expect(try await member.post("\(address)/answer", ["answer": "cannot"]).status == 404)
        town.pass(seconds: Int64(town.agency.policy.callOutDays + 1) * 86_400)
        try await town.programmes.destroyEndedCallOuts()
        let later = try await town.signedIn("coordinator")
        #expect(try await later.get(address).isNothing(for: later))
    }

    private func names(_ address: String, _ list: String, _ desk: Client) async throws -> [String] {
        try await desk.read("/api/v1\(address)")[list]?.array?.map { $0.text("name") } ?? []
    }
}
