import Operations
import Program
import Testing
import Web
import WebSupport

/// How a request comes to somebody else when the first cannot go on, or does not answer.
@Suite struct HandingOnTests {
    @Test(.clause("SAC-II.D.3.g")) func whoeverAcceptsGetsInTouchInTimeOrOthersAreAsked() async throws {
        let town = try await DemoTown.on("sacramento-probation")
        let coordinator = try await town.signedIn("coordinator")
        let other = try await town.newcomer(
            "a.lopez", named: "A. Lopez", as: "supporter", since: "2026-01-01", by: coordinator)
        let supporter = try await town.signedIn("supporter")
        _ = try await town.asks()
        let id = try await supporter.take()
        let clock = town.agency.agency.calendar.clock(at: town.clock.now.adding(seconds: 3600)).time
        let words = try await supporter.page("/requests/\(id)").words
        #expect(
            words.contains("Be in touch by \(clock)") && words.contains("Our choice: The order has Peer Supporters get")
        )
        try await town.goOn(minutes: 55)
        #expect(try await other.offers().isEmpty)
        try await town.goOn(minutes: 6)
        #expect(try await other.offer() == id)
        let notices = try await town.signedIn("coordinator").notices()
        #expect(notices.contains { $0.text("kind") == "first-contact-missed" }, "\(notices)")
        // Whoever gets in touch in time keeps it.
        _ = try await other.take()
        _ = try await other.act(id, "in-touch")
        try await town.goOn(minutes: 120)
        #expect(try await other.page("/requests/\(id)").words.contains("Be in touch by") == false)
    }

    @Test(.clause("KSO-G.3")) func whoeverCannotLeaveTheirPostHasAnotherAskedThroughTheCoordinator() async throws {
        let town = try await DemoTown.on("kern-sheriff")
        let keeper = try await town.signedIn("coordinator")
        let other = try await town.newcomer(
            "a.other", named: "A. Other", as: "supporter", since: "2026-01-01", by: keeper)
        let supporter = try await town.signedIn("supporter")
        for client in [supporter, other] { try await town.opensHours(client) }
        _ = try await town.asks {
            $0.name = "Quentin Canary"
            $0.words = "About my brother"
        }
        let id = try await supporter.take()
        #expect(try await other.offers().isEmpty)
        let page = try await supporter.page("/requests/\(id)")
        #expect(page.words.contains("I cannot leave my post") && page.words.contains("KSO-G.3"))
        #expect(try await supporter.act(id, "cannot-leave-post").status == 303)
        #expect(try await supporter.get("/requests/\(id)").isNothing(for: supporter))
        #expect(try await other.offer() == id)
        let coordinator = try await town.signedIn("coordinator")
        #expect(try await coordinator.notices().map { $0.text("kind") } == ["cannot-leave-post"])
        let words = try await coordinator.page("/notices").words
        for secret in ["Quentin", "Canary", "brother", id] { #expect(!words.contains(secret)) }
    }

    @Test(.clause("KSO-H.8")) func aRequestIsHandedOffForTheReasonsOfTheListOnly() async throws {
        let town = try await DemoTown.on("kern-sheriff")
        let keeper = try await town.signedIn("coordinator")
        let other = try await town.newcomer(
            "a.other", named: "A. Other", as: "supporter", since: "2026-01-01", by: keeper)
        let supporter = try await town.signedIn("supporter")
        for client in [supporter, other] { try await town.opensHours(client) }
        _ = try await town.asks()
        let id = try await supporter.take()
        let form = try #require(try await supporter.page("/requests/\(id)/hand-off").forms.first { !$0.names.isEmpty })
        #expect(form.values(of: "reason") == ["assistance", "rapport", "passing-on"])
        #expect(form.controls.allSatisfy { !$0.takesWords })
        // Whoever would not be asked just now is not to be chosen.
        let resting = try await town.newcomer(
            "b.resting", named: "B. Resting", as: "supporter", since: "2026-01-01", by: keeper)
        let choice = try await supporter.page("/requests/\(id)/hand-off").words
        #expect(choice.contains("A. Other") && !choice.contains("B. Resting"))
        let asleep = try await supporter.act(
            id, "hand-off", ["reason": "rapport", "seekerWasAsked": "yes", "to": town.staff(resting).account])
        #expect(asleep.status == 422 && asleep.text.contains("cannot be asked just now"))
        // The list is the policy's. That the person is asked first is the agency's own, and it says so.
        for (reason, asked, origin) in [
            ("boredom", "yes", "KSO-H.8"), ("", "yes", "KSO-H.8"),
            ("rapport", "", "Our choice: The source lets members"),
        ] {
            let refused = try await supporter.act(id, "hand-off", ["reason": reason, "seekerWasAsked": asked])
            #expect(refused.status == 422 && refused.text.contains(origin), "\(reason)")
            #expect(try await other.offers().isEmpty)
        }
        let account = try await town.staff(other).account
        let handed = try await supporter.act(
            id, "hand-off", ["reason": "rapport", "seekerWasAsked": "yes", "to": account])
        #expect(handed.status == 303)
        let offer = try #require(try await other.read("/api/v1/offers")["offers"]?.array?.first)
        #expect(offer["isPreferred"] == true)
        #expect(try await supporter.get("/requests/\(id)").isNothing(for: supporter))
    }

    @Test(.clause("KSO-J.1")) func whoeverHasNotOptedInIsLeftAloneAndPassingCountsForNothing() async throws {
        let town = try await DemoTown.on("kern-sheriff")
        let keeper = try await town.signedIn("coordinator")
        let other = try await town.newcomer(
            "a.other", named: "A. Other", as: "supporter", since: "2026-01-01", by: keeper)
        let supporter = try await town.signedIn("supporter")
        try await town.opensHours(other)
        _ = try await town.asks()
        #expect(try await supporter.offers().isEmpty)
        #expect(try await other.offers().count == 1)
        try await town.opensHours(supporter)
        try await town.goOn(minutes: 20)
        let id = try await supporter.offer()
        let pages = ["/notices", "/filings", "/call-outs"]
        var before: [String] = []
        for page in pages { before.append(try await keeper.page(page).words) }
        #expect(try await supporter.post("/offers/\(id)/pass").status == 303)
        for (page, words) in zip(pages, before) { #expect(try await keeper.page(page).words == words, "\(page)") }
        #expect(try await supporter.offers().isEmpty)
        #expect(try await supporter.notices().isEmpty)
        // A page of the desk that was missed is gone with the call-out.
        let leader = try await town.signedIn("leader")
        let address = try #require(try await leader.post("/call-outs").location)
        _ = try await leader.post("\(address)/end")
        #expect(try await leader.page(address).words.contains("Nobody was paged"))
    }
}
