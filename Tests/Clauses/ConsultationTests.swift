import Operations
import Program
import Testing
import Web
import WebSupport

/// Whom a supporter confers with, and what that opens.
@Suite struct ConsultationTests {
    @Test(.clause("KSO-H.4.b", "KSO-DEF-2")) func aSecondMemberReadsAlongForATimeAndTheSeekerSeesIt() async throws {
        let town = try await DemoTown.on("kern-sheriff")
        let keeper = try await town.signedIn("coordinator")
        let second = try await town.newcomer(
            "a.second", named: "A. Second", as: "supporter", since: "2026-01-01", by: keeper)
        let third = try await town.newcomer(
            "b.third", named: "B. Third", as: "supporter", since: "2026-01-01", by: keeper)
        let supporter = try await town.signedIn("supporter")
        for client in [supporter, second, third] { try await town.opensHours(client) }
        let seeker = try await town.asks { $0.words = "About my brother" }
        let id = try await supporter.take()
        for client in [second, third] { #expect(try await client.get("/requests/\(id)").isNothing(for: client)) }

        let account = try await town.staff(second).account
        let nobody = try await supporter.act(id, "consultations", ["consulted": "a-friend", "account": account])
        #expect(nobody.status == 422 && nobody.text.contains("Choose whom to consult."))
        let unnamed = try await supporter.act(id, "consultations", ["consulted": "another-supporter"])
        #expect(unnamed.status == 422 && unnamed.text.contains("href=\"#field-account\""))
        let fields: KeyValuePairs = ["consulted": "another-supporter", "account": account]
        #expect(try await supporter.act(id, "consultations", fields).status == 303)
        #expect(try await seeker.view().consultations.map(\.name) == ["A. Second"])
        let lent = try #require(try await second.page("/home").links.first { $0.hasPrefix("/consultations/") })
        #expect(try await second.page(lent).words.contains("About my brother"))
        for client in [third, keeper] { #expect(try await client.get(lent).isNothing(for: client)) }
        // What is lent is read and not acted on.
        #expect(try await second.act(id, "messages", ["text": "Hello"]).status == 404)

        let consultation = try #require(try await seeker.view().consultations.first).id
        _ = try await town.programmes.endConsultation(consultation, by: seeker.pass, in: town.agency.agency)
        #expect(try await second.get(lent).isNothing(for: second))
        // Without anybody ending it, it ends by itself.
        _ = try await supporter.act(id, "consultations", fields)
        let again = try #require(try await second.page("/home").links.first { $0.hasPrefix("/consultations/") })
        try await town.goOn(minutes: 24 * 60 + 1)
        #expect(try await second.get(again).isNothing(for: second))
        #expect(try await seeker.view().consultations.isEmpty)
    }

    @Test(.clause("IACP-6.5")) func consultingSharesNothingUnlessTheSeekerAuthorisedIt() async throws {
        let town = try await DemoTown.on("iacp")
        let supporter = try await town.signedIn("supporter")
        try await town.opensHours(supporter)
        let seeker = try await town.asks {
            $0.name = "Quentin Canary"
            $0.words = "About my brother"
        }
        let id = try await supporter.take()
        let professional = try await town.signedIn("clinical-supervisor")
        let account = try await town.staff(professional).account
        let consulted = try await supporter.act(
            id, "consultations", ["consulted": "clinical-supervisor", "account": account])
        #expect(consulted.status == 303)
        let lent = try #require(try await professional.page("/home").links.first { $0.hasPrefix("/consultations/") })
        let closed = try await professional.page(lent).words
        #expect(closed.contains("Nothing of the request is shown"))
        #expect(!closed.contains("Canary") && !closed.contains("brother"))
        #expect(try await professional.read("/api/v1\(lent)")["opened"] == .null)

        let consultation = try #require(try await seeker.view().consultations.first)
        #expect(consultation.mayBeAuthorised)
        let authorised = try await town.programmes.authoriseConsultation(
            consultation.id, by: seeker.pass, in: town.agency.agency)
        try #require(authorised).get()
        #expect(try await professional.page(lent).words.contains("About my brother"))
    }

    /// Orange County has nobody consulted about a request, so there is no such page.
    @Test(.clause("OCP-II.F.1")) func whereNobodyIsConsultedThereIsNoSuchPage() async throws {
        let town = try await DemoTown.on("orange-county-probation")
        let supporter = try await town.signedIn("supporter")
        _ = try await town.asks()
        let id = try await supporter.take()
        #expect(try await !supporter.page("/requests/\(id)").links.contains("/requests/\(id)/consultations"))
        #expect(try await supporter.get("/requests/\(id)/consultations").isNothing(for: supporter))
        let consulted = try await supporter.act(id, "consultations", ["consulted": "another-supporter"])
        #expect(try await consulted == supporter.act(id, "no-such-thing"))
    }

    @Test(.clause("PD-POL-2")) func thePsychologistIsConsultedFromAnyRequestAtAnyHour() async throws {
        let town = try await DemoTown.on("police-division")
        for moment in ["2026-03-10T18:00:00Z", "2026-03-15T10:30:00Z"] {
            try town.turn(to: moment)
            let supporter = try await town.signedIn("supporter")
            _ = try await town.asks()
            let id = try await supporter.take()
            #expect(try await supporter.page("/requests/\(id)").links.contains("/requests/\(id)/consultations"))
            let page = try await supporter.page("/requests/\(id)/consultations")
            #expect(page.words.contains("Police Psychologist") && page.words.contains("At any hour."))
            #expect(page.words.contains("Call Police Psychologist, +1 202 555 016"))
            let account = try town.member("psychologist").account
            let consulted = try await supporter.act(
                id, "consultations", ["consulted": "psychologist", "account": account])
            #expect(consulted.status == 303, "\(moment)")
            let psychologist = try await town.signedIn("psychologist")
            #expect(try await psychologist.page("/home").words.contains("You are consulted"))
            _ = try await supporter.act(id, "closing")
        }
    }
}
