import Program
import Testing
import Web
import WebSupport

/// Asking for support in the police division.
@Suite struct PoliceSeekerTests {
    @Test(.clause("PD-A.1.a")) func itIsForTheDivisionAndItsFamiliesAlone() async throws {
        let town = try await DemoTown.on("police-division")
        #expect(town.agency.policy.scope.community.value == .refused)
        #expect(try await town.askForm().values(of: "standing") == ["employee", "family"])
        for standing in ["", "volunteer", "retired", "public"] {
            #expect(try await town.asks(["standing": standing, "way": "message"]).status == 422, "\(standing)")
        }
        #expect(try await town.requestCount() == 0)
        #expect(
            try await town.visitor().page("/agencies/police-division").words.contains(
                "not a service for the general public"))
    }

    @Test(.clause("PD-B.2.a"), arguments: [false, true])
    func theSeekerEndsItAtAnyTimeAndGivesNoReason(isTaken: Bool) async throws {
        let town = try await DemoTown.on("police-division")
        let seeker = try await town.seeker(["standing": "employee", "way": "message"])
        let taken = isTaken ? try await town.take() : nil
        let page = try await seeker.page("/support")
        let end = try #require(page.forms.first { $0.action == "/support/end" })
        #expect(end.names.isEmpty)
        #expect(page.words.contains("You can end it at any time and need not say why."))
        #expect(try await seeker.post("/support/end").status == 303)
        #expect(try await seeker.page("/support").words.contains("This has ended."))
        let supporter = try await town.signedIn("supporter")
        #expect(try await supporter.read("/api/v1/offers")["offers"] == [])
        if let taken {
            #expect(
                try await supporter.api(.post, "/api/v1/requests/\(taken.request)/messages", ["text": "But"]).status
                    >= 400)
        }
    }

    @Test(.clause("PD-B.2.b")) func nothingGoesToOthersWithoutWrittenConsent() async throws {
        let town = try await DemoTown.on("police-division")
        let words = "nightingale over the weir"
        let seeker = try await town.seeker(["standing": "employee", "way": "message", "words": words])
        let (_, id) = try await town.take()
        for role in town.roles where role != "supporter" {
            let other = try await town.signedIn(role)
            #expect(try await other.get("/requests/\(id)").isNothing(for: other), "\(role)")
        }
        // None is given unless they say so: to whom, of what, in writing.
        let refused = try await seeker.post("/support/consents", ["to": "The Lieutenant", "scope": "My shift"])
        #expect(refused.status == 422)
        #expect(try await seeker.api(.get, "/api/v1/support").json?["consents"] == [])
        let given = try await seeker.post(
            "/support/consents", ["to": "The Lieutenant", "scope": "My shift", "agreed": "yes"])
        #expect(given.status == 303)
        let consent = try #require(try await seeker.api(.get, "/api/v1/support").json?["consents"]?.array?.first)
        #expect(
            consent["to"] == "The Lieutenant" && consent["scope"] == "My shift" && consent["givenOn"] == "2026-03-10")
        #expect(try await seeker.post("/support/consent-end", ["id": consent.text("id")]).status == 303)
        #expect(try await seeker.api(.get, "/api/v1/support").json?["consents"]?.array?.first?["isGood"] == false)
    }
}
