import Operations
import Program
import TestSupport
import Testing
import Web
import WebSupport

/// Whoever is not sure about an offer asks somebody first.
@Suite struct AdviceOnOffersTests {
    /// Where no number is set for the hour one button has the professional call: they are told who asks them and nothing of the offer,
    /// which stays with the supporter.
    @Test(.clause("IACP-5.2")) func theProfessionalIsAskedBeforeAnOfferIsPassed() async throws {
        let town = try await DemoTown.on("iacp")
        let supporter = try await town.signedIn("supporter")
        try await town.opensHours(supporter)
        let seeker = try await town.asks()
        let id = try await supporter.offer()
        let asking = try #require(try await supporter.page("/offers/\(id)").section("If you are not sure"))
        #expect(
            asking.words.contains(
                "Not sure whether it is for you? Ask the Team Clinical Supervisor first. Say nothing that tells who asks."
            ))
        #expect(asking.forms.map(\.action) == ["/offers/\(id)/call-back"] && asking.numbers.isEmpty)
        #expect(asking.forms.first?.names.isEmpty == true)

        // By page and by program: they are called once.
        #expect(try await supporter.post("/offers/\(id)/call-back").status == 303)
        let again = try await supporter.api(.post, "/api/v1/offers/\(id)/call-back")
        #expect(again.status == 204, "\(again)")
        let waiting = try #require(try await supporter.page("/offers/\(id)").section("If you are not sure"))
        #expect(waiting.words.contains("You asked to be called back.") && waiting.forms.isEmpty)
        let adviser = try await supporter.read("/api/v1/offers/\(id)")["adviser"]
        #expect(adviser?.text("role") == "clinical-supervisor" && adviser?["isAskedToCallBack"] == true)

        let professional = try await town.signedIn("clinical-supervisor")
        let told = try await professional.notices().filter { $0.text("kind") == "call-back" }
        let notice = try #require(told.first)
        #expect(told.count == 1)
        let page = try await professional.page("/notices")
        let name = try await town.staff(supporter).name
        #expect(page.words.contains("\(name) asks you to call") && page.words.contains("IACP-5.2"))
        #expect(!page.markup.contains(id) && !"\(notice)".contains(id))
        // Nobody else reads it.
        for role in town.roles where role != "clinical-supervisor" {
            let others = try await town.signedIn(role).read("/api/v1/notices")
            #expect(others["open"]?.array?.contains { $0.text("kind") == "call-back" } == false, "\(role)")
        }

        // The offer is the supporter's to take as before; with the answer nothing of it is left.
        #expect(try await supporter.offer() == id)
        #expect(try await professional.answer(notice).status == 303)
        #expect(try await professional.read("/api/v1/notices")["answered"]?.array?.isEmpty == true)
        #expect(try await supporter.page("/offers/\(id)").forms.contains { $0.action == "/offers/\(id)/call-back" })
        #expect(try await supporter.post("/offers/\(id)/pass").status == 303)
        #expect(try await supporter.post("/offers/\(id)/call-back").isNothing(for: supporter))
        #expect(try await seeker.view().status == .offered)
    }

    /// Where the agency set the professional's number it is one tap away, and nobody is told.
    @Test(.clause("IACP-5.2")) func theProfessionalIsCalledFromTheOffer() async throws {
        let own = try BundledPacks.own(
            """
            id: springfield
            version: "1"
            extends: iacp-demonstration
            escalation:
              steps:
                - {id: clinical-supervisor, telephone: "+1 202 555 0142"}
            """)
        let town = try await DemoTown.start(on: [own])
        let supporter = try await town.signedIn("supporter")
        try await town.opensHours(supporter)
        _ = try await town.asks()
        let id = try await supporter.offer()
        let asking = try #require(try await supporter.page("/offers/\(id)").section("If you are not sure"))
        #expect(asking.numbers == ["+12025550142"] && asking.forms.isEmpty)
        let calls = try await supporter.read("/api/v1/offers/\(id)")["adviser"]?["calls"]?.array ?? []
        #expect(calls.map { $0.text("telephone") } == ["+1 202 555 0142"])
    }

    /// A policy that names nobody sends to nobody: there is no such section, and no such act.
    @Test func whereNobodyIsNamedNobodyIsAskedAboutAnOffer() async throws {
        let town = try await DemoTown.on("kern-sheriff")
        let supporter = try await town.signedIn("supporter")
        try await town.opensHours(supporter)
        _ = try await town.asks()
        let id = try await supporter.offer()
        #expect(try await supporter.page("/offers/\(id)").section("If you are not sure") == nil)
        #expect(try await supporter.read("/api/v1/offers/\(id)")["adviser"] == .null)
        #expect(try await supporter.post("/offers/\(id)/call-back").isNothing(for: supporter))
        let documented = try await supporter.read("/api/v1/agencies/kern-sheriff/openapi.json")
        #expect(!"\(documented)".contains("askToBeCalledBack"))
    }
}
