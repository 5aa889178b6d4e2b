import Operations
import Program
import Testing
import Web
import WebSupport

/// Feedback of the team, by the guidelines: with a name or without, sealed, and with an answer.
@Suite struct FeedbackTests {
    private static let named: KeyValuePairs = ["topic": "training", "words": "A course on sleep would help us."]
    private static let anonymous: KeyValuePairs = [
        "topic": "problems", "words": "The quiet room is always taken.", "anonymous": "yes",
    ]

    /// What stands on the home of whoever answers.
    private func inbox(_ town: DemoTown) async throws -> Page {
        try await town.signedIn("coordinator").page("/feedback/inbox")
    }

    private func answers(_ words: String, in town: DemoTown) async throws {
        let coordinator = try await town.signedIn("coordinator")
        let form = try #require(
            try await coordinator.page("/feedback/inbox").forms.first { $0.action.hasSuffix("/answer") })
        #expect(try await coordinator.post(form.action, ["answer": ""]).status == 422)
        #expect(try await coordinator.post(form.action, ["answer": words]).status == 303)
        #expect(try await coordinator.post(form.action, ["answer": "Another."]).status == 422)
    }

    @Test(.clause("IACP-8.2")) func withANameItIsAnsweredToItsGiver() async throws {
        let town = try await DemoTown.on("iacp")
        let supporter = try await town.signedIn("supporter")
        let form = try #require(try await supporter.page("/feedback").forms.first { $0.action == "/feedback" })
        #expect(form.values(of: "topic") == ["training", "problems", "resources"])
        #expect(try await supporter.page("/feedback").words.contains("Describe nobody who asked for help"))
        let nothing = try await supporter.post("/feedback", ["topic": "training", "words": " "])
        #expect(nothing.status == 422 && nothing.text.contains("IACP-8.2"))
        #expect(try await supporter.post("/feedback", Self.named).status == 303)
        #expect(try await town.signedIn("coordinator").notices().contains { $0.text("kind") == "feedback-waits" })
        let page = try await inbox(town)
        #expect(page.words.contains("A course on sleep would help us.") && page.words.contains("Peer Support Person,"))
        #expect(try await town.signedIn("coordinator").page("/home").links.contains("/feedback/inbox"))
        try await answers("It is planned for June.", in: town)
        #expect(try await supporter.notices().contains { $0.text("kind") == "feedback-answered" })
        #expect(try await supporter.page("/feedback").words.contains("It is planned for June."))
        for role in town.roles where !["coordinator", "supporter"].contains(role) {
            let client = try await town.signedIn(role)
            #expect(try await client.get("/feedback/inbox").isNothing(for: client), "\(role)")
            #expect(try await client.get("/feedback").isNothing(for: client), "\(role)")
        }
    }

    /// Without a name it arrives on the day after, and its code alone opens the answer.
    @Test(.clause("IACP-8.2")) func withoutANameACodeOpensTheAnswer() async throws {
        let town = try await DemoTown.on("iacp")
        let supporter = try await town.signedIn("supporter")
        let given = try Page(try await supporter.posted("/feedback", Self.anonymous))
        let code = try #require(given.markup.firstMatch(of: /<code[^>]*>(.*?)<\/code>/).map { String($0.1) })
            .replacing(/<[^>]*>/, with: "")
        // Told in that browser alone.
        #expect(try await town.signedIn("supporter").get("/feedback/code").status == 303)
        try await town.programmes.keepFeedbackBoxes()
        #expect(try await !inbox(town).words.contains("quiet room"))
        #expect(try await town.signedIn("coordinator").notices().isEmpty)
        #expect(try await !supporter.page("/feedback").words.contains("quiet room"))
        let early = try Page(try await supporter.posted("/feedback/answer", ["code": code]))
        #expect(
            early.words.contains("The quiet room is always taken.") && early.words.contains("There is no answer yet"))

        town.pass(seconds: 86_400)
        try await town.programmes.keepFeedbackBoxes()
        let page = try await inbox(town)
        #expect(page.words.contains("The quiet room is always taken.") && page.words.contains("Without a name"))
        #expect(!page.words.contains("Peer Support Person,"))
        try await answers("We have booked a second one.", in: town)
        let later = try await town.signedIn("supporter")
        #expect(try await later.notices().isEmpty)
        #expect(try await !later.page("/feedback").words.contains("second one"))
        let answer = try Page(try await later.posted("/feedback/answer", ["code": code]))
        #expect(answer.words.contains("We have booked a second one."))
        // A slip is told, and a code of nothing opens nothing.
        #expect(try await later.post("/feedback/answer", ["code": "7K2M"]).status == 422)
        // It is destroyed after the pack's days.
        town.pass(seconds: 366 * 86_400)
        try await town.programmes.destroyOldFeedback()
        let gone = try await town.signedIn("supporter")
        #expect(try await gone.post("/feedback/answer", ["code": code]).status == 422)
        #expect(try await !inbox(town).words.contains("quiet room"))
    }
}
