import Operations
import Program
import Testing
import Web
import WebSupport

/// Counsel's reviews and answers, the sponsor's letter, and what committees do, each by its own policy.
@Suite struct CounselTests {
    @Test(.clause("IACP-3.1-3")) func counselsReviewIsRecordedShownAndDueAgain() async throws {
        let town = try await DemoTown.on("iacp")
        let coordinator = try await town.signedIn("coordinator")
        let handbook = "/agencies/\(town.agency.slug)/handbook"
        #expect(try await town.visitor().page(handbook).words.contains("No review of this policy"))
        let ahead = try await coordinator.post("/counsel/reviews", ["reviewedOn": "2026-03-11"])
        #expect(ahead.status == 422 && ahead.text.contains("IACP-3.1-3"))
        #expect(try await coordinator.post("/counsel/reviews", ["reviewedOn": "2026-03-02"]).status == 303)
        #expect(try await coordinator.post("/counsel/reviews", ["reviewedOn": "2026-03-01"]).status == 422)
        let reviewed = "The agency’s counsel reviewed this policy on 2 March 2026."
        #expect(try await town.visitor().page(handbook).words.contains(reviewed))
        #expect(try await coordinator.page("/policy").words.contains(reviewed))
        #expect(try await coordinator.page("/counsel").words.contains("The next review is due on 2 March 2028"))
        let member = try await town.signedIn("supporter")
        #expect(try await member.get("/counsel").isNothing(for: member))
        try await town.programmes.remindOfCounsel()
        #expect(try await !coordinator.notices().contains { $0.text("kind") == "counsel-due" })
        town.pass(seconds: 710 * 86_400)
        for _ in 0..<2 { try await town.programmes.remindOfCounsel() }
        let later = try await town.signedIn("coordinator")
        #expect(try await later.notices().count { $0.text("kind") == "counsel-due" } == 1)
    }

    @Test(.clause("IACP-6.2b")) func anAnswerOfCounselsIsOpenNoMore() async throws {
        let town = try await DemoTown.on("iacp")
        let coordinator = try await town.signedIn("coordinator")
        func open() async throws -> Int {
            try await coordinator.page("/policy").section("To settle with counsel")?.items.count {
                $0.hasSuffix(" Open")
            } ?? 0
        }
        #expect(try await open() == 4)
        let empty = try await coordinator.post("/counsel/answers", ["question": "bystandership", "answer": ""])
        #expect(empty.status == 422 && empty.text.contains("IACP-6.2b"))
        let answer = ["question": "bystandership", "answer": "None that others do not have."] as KeyValuePairs
        #expect(try await coordinator.post("/counsel/answers", answer).status == 303)
        #expect(try await open() == 3)
        let seen = try await town.signedIn("committee-member").page("/policy").words
        #expect(seen.contains("None that others do not have."))
    }

    @Test(.clause("IACP-3.7")) func theSponsorsLetterStandsOnThePublicPage() async throws {
        let town = try await DemoTown.on("iacp")
        let sponsor = try await town.signedIn("sponsor")
        let front = "/agencies/\(town.agency.slug)"
        #expect(try await town.visitor().page(front).section("From those who lead the agency") == nil)
        let letter = ["words": "I stand behind those who listen.", "datedOn": "2026-03-10"] as KeyValuePairs
        let coordinator = try await town.signedIn("coordinator")
        #expect(try await coordinator.post("/sponsor/letters", letter).isNothing(for: coordinator))
        #expect(try await sponsor.post("/sponsor/letters", ["words": "", "datedOn": "2026-03-10"]).status == 422)
        #expect(try await sponsor.post("/sponsor/letters", letter).status == 303)
        let shown = try #require(try await town.visitor().page(front).section("From those who lead the agency")).words
        #expect(shown.contains("I stand behind those who listen.") && shown.contains("10 March 2026"))
        town.pass(seconds: 340 * 86_400)
        for _ in 0..<2 { try await town.programmes.remindOfCounsel() }
        let later = try await town.signedIn("sponsor")
        #expect(try await later.notices().count { $0.text("kind") == "sponsor-letter-due" } == 1)
    }

    @Test(.clause("SAC-II.C.2")) func theCommitteeSeesEachOfItsTasksWithWhatIsUnderWay() async throws {
        let town = try await DemoTown.on("sacramento-probation")
        let coordinator = try await town.signedIn("coordinator")
        let tasks = { try await coordinator.page("/committees/advisory").section("What it does")?.items ?? [] }
        let before = try await tasks()
        #expect(before.count == 7 && before.contains { $0.contains("SAC-II.C.3") && $0.contains("No call is open") })
        #expect(before.contains { $0.contains("SAC-VIII") && $0.contains("directory of further help") }, "\(before)")
        try await town.postsOpening(by: coordinator)
        #expect(try await tasks().contains { $0.contains("SAC-II.C.3") && $0.contains("1 call open") })
    }
}
