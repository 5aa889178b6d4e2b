import Operations
import Program
import Testing
import Web
import WebSupport

/// The professionals beside the team, by the guidelines.
@Suite struct ConsultantsTests {
    @Test(.clause("IACP-3.4")) func theLicenceIsKeptAndAGapInCoverIsShown() async throws {
        let town = try await DemoTown.on("iacp")
        let coordinator = try await town.signedIn("coordinator")
        let account = try town.member("clinical-supervisor").account
        #expect(try await coordinator.page("/home").links.contains("/consultants"))
        let before = try await coordinator.page("/consultants").words
        #expect(before.contains("no licence that holds today is recorded") && before.contains("IACP-3.4"))
        let place = "/consultants/clinical-oversight/licences/\(account)"
        let ended = ["licence": "PSY 12", "jurisdiction": "California", "expiresOn": "2026-03-01"] as KeyValuePairs
        #expect(try await coordinator.post(place, ended).status == 422)
        let holds = ["licence": "PSY 12", "jurisdiction": "California", "expiresOn": "2026-05-30"] as KeyValuePairs
        let supporter = try await town.signedIn("supporter")
        #expect(try await supporter.post(place, holds).status == 404)
        #expect(try await coordinator.post(place, holds).status == 303)
        let after = try await coordinator.page("/consultants").words
        #expect(
            !after.contains("no licence that holds today") && after.contains("PSY 12") && after.contains("California"))
        // Said once before it ends, however often the server looks.
        try await town.programmes.remindOfLicences()
        #expect(try await !coordinator.notices().contains { $0.text("kind") == "licence-ends" })
        town.pass(seconds: 30 * 86_400)
        for _ in 0..<3 { try await town.programmes.remindOfLicences() }
        let again = try await town.signedIn("coordinator")
        #expect(try await again.notices().count { $0.text("kind") == "licence-ends" } == 1)
        town.pass(seconds: 60 * 86_400)
        let late = try await town.signedIn("coordinator")
        #expect(try await late.page("/consultants").words.contains("no licence that holds today is recorded"))
        #expect(try await late.page("/policy").words.contains("0 of 1 professionals beside the team"))
    }

    @Test(.clause("IACP-3.4b")) func theScopeHoldsOnceBothHaveConfirmedIt() async throws {
        let town = try await DemoTown.on("iacp")
        let coordinator = try await town.signedIn("coordinator")
        let professional = try await town.signedIn("clinical-supervisor")
        let scope = "/consultants/clinical-oversight/scope"
        let words = "Advises members on hard contacts and looks at the training."
        #expect(try await professional.post(scope, ["words": words]).status == 404)
        #expect(try await coordinator.post(scope, ["words": words]).status == 303)
        let handbook = { try await town.visitor().page("/agencies/iacp/handbook").words }
        #expect(try await !handbook().contains(words))
        #expect(try await professional.page("/home").links.contains("/consultants"))
        #expect(
            try await coordinator.post("/consultants/clinical-oversight/confirmation", ["version": "1"]).status == 404)
        #expect(
            try await professional.post("/consultants/clinical-oversight/confirmation", ["version": "2"]).status == 422)
        #expect(
            try await professional.post("/consultants/clinical-oversight/confirmation", ["version": "1"]).status == 303)
        let shown = try await handbook()
        #expect(shown.contains(words) && shown.contains("the professional on 10 March 2026"))
        // A later text waits, and the one that both confirmed goes on.
        #expect(try await coordinator.post(scope, ["words": "Another scope."]).status == 303)
        #expect(try await handbook().contains(words))
        #expect(try await !handbook().contains("Another scope."))
    }

    @Test(.clause("IACP-5.1")) func somebodyIsOnCallAroundTheClock() async throws {
        let town = try await DemoTown.on("iacp")
        let coordinator = try await town.signedIn("coordinator")
        #expect(try await coordinator.page("/consultants").words.contains("the on-call list has not been begun"))
        let professional = try await town.signedIn("clinical-supervisor")
        try await town.opensHours(professional)
        let page = try await coordinator.page("/consultants").words
        #expect(page.contains("On call now: ") && !page.contains("the on-call list has not been begun"))
        // A member finds them on the page for looking after oneself.
        let own = try await town.signedIn("supporter").page("/looking-after-yourself").words
        #expect(own.contains("on call now"))
    }
}
