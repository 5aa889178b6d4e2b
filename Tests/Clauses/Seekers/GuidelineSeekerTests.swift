import Testing
import Web
import WebSupport

/// Asking for support under the guidelines.
@Suite struct GuidelineSeekerTests {
    @Test(.clause("IACP-3.6")) func nobodyIsReferredAndNobodyIsHeld() async throws {
        let town = try await DemoTown.on("iacp")
        #expect(try await town.askForm().values(of: "origin") == ["oneself", "ownFamily"])
        let refused = try await town.asks(["standing": "employee", "origin": "colleague", "way": "message"])
        #expect(refused.status == 422)
        #expect(try await town.requestCount() == 0)
        #expect(
            try await town.visitor().page("/agencies/iacp").section("Your rights")?.words
                .contains("yours alone to decide") == true)
        let seeker = try await town.seeker(["standing": "retired", "way": "message"])
        #expect(try await seeker.post("/support/end").status == 303)
        #expect(try await seeker.page("/support").words.contains("This has ended."))
    }

    @Test(.clause("IACP-3.9.5-2")) func whoeverIsUnderInvestigationIsCautioned() async throws {
        let town = try await DemoTown.on("iacp")
        let caution = "Please do not discuss the incident itself: what you say about it might not be confidential."
        #expect(try await town.visitor().page("/agencies/iacp").words.contains(caution))
        let ask = try await town.visitor().page("/agencies/iacp/ask")
        #expect(ask.words.contains(caution))
        #expect(ask.forms.flatMap { $0.values(of: "touches") }.contains("investigation"))
        // The supporter is told that it touches an investigation, and has the caution to pass on.
        let supporter = try await town.signedIn("supporter")
        try await town.opensHours(supporter)
        _ = try await town.seeker(["standing": "employee", "way": "message", "touches": "investigation"])
        let offer = try #require(try await supporter.read("/api/v1/offers")["offers"]?.array?.first)
        #expect(offer["card"]?["touches"] == ["investigation"])
        let id = offer.text("id")
        #expect(try await supporter.api(.post, "/api/v1/offers/\(id)/acceptance", ["ties": []]).status == 201)
        #expect(try await supporter.page("/requests/\(id)").words.contains(caution))
    }
}
