import PolicyPacks
import Program
import Testing
import Web
import WebSupport

/// Exceptions to confidence in Orange County, the police division and the guidelines.
@Suite struct DisclosureElsewhereTests {
    /// Directly to the chief, or whoever stands in for them, and nowhere else.
    @Test(.clause("OCP-II.F.3"), arguments: ["crime", "danger"]) func directlyToTheChief(exception: String) async throws
    {
        let town = try await DemoTown.on("orange-county-probation")
        let chief = try await town.signedIn("chief")
        let named = try await chief.post(
            "/designees",
            ["role": "chief", "login": "division-director", "startsOn": "2026-03-10", "lastDay": "2026-03-12"])
        #expect(named.status == 303, "\(named)")
        let supporter = try await town.signedIn("supporter")
        let (before, record) = try await supporter.disclose(exception)
        let told = try #require(before.section("These are told, and nobody else")).items
        #expect(told.count == 1)
        #expect(told[0].hasPrefix("The Chief Probation Officer, or whoever stands in for them,"))
        for role in town.roles {
            let isTold = ["chief", "division-director"].contains(role)
            #expect(try await town.pings(of: role) == (isTold ? 1 : 0), "\(role)")
        }
        for (role, client) in try await town.everyone(but: "supporter") {
            let isTold = ["chief", "division-director"].contains(role)
            #expect(try await client.notices().isEmpty == !isTold, "\(role)")
            // Not even that there is one.
            let overview = try await client.get("/notices/overview")
            #expect(overview.status != 200 || !overview.text.contains("Disclosure"), "\(role)")
        }
        let designee = try await town.signedIn("division-director")
        #expect(try await designee.answer(try await designee.notices()[0]).status == 303)
        #expect(try await supporter.page(record).words.contains("Strategic Support Division Director acknowledged it"))
        // From the day after, the director is told of nothing any more.
        try town.turn(to: "2026-03-13T18:00:00Z")
        _ = try await town.signedIn("supporter").disclose(exception)
        #expect(try await town.pings(of: "division-director") == 1)
        #expect(try await town.pings(of: "chief") == 2)
    }

    @Test(.clause("PD-E.10"), arguments: ["threat", "violation-of-law", "serious-misconduct"])
    func toThePsychologistAtOnce(exception: String) async throws {
        let town = try await DemoTown.on("police-division")
        let supporter = try await town.signedIn("supporter")
        let (before, _) = try await supporter.disclose(exception)
        #expect(before.words.contains("The Police Psychologist, at once. They get a notice now, again and again"))
        for role in town.roles {
            #expect(try await town.pings(of: role) == (role == "psychologist" ? 1 : 0), "\(role)")
        }
        let pace = town.agency.policy.escalation.pace.everyMinutes
        for times in 2...3 {
            try await town.wait(minutes: pace)
            #expect(try await town.pings(of: "psychologist") == times)
        }
        let psychologist = try await town.signedIn("psychologist")
        let notice = try #require(try await psychologist.notices().first)
        #expect(notice["clauses"]?.array?.contains("PD-E.10") == true)
        #expect(try await psychologist.answer(notice, how: "telephone").status == 303)
        try await town.wait(minutes: 60)
        #expect(try await town.pings(of: "psychologist") == 3)
    }

    /// Each exception has its procedure, those of the guidelines and those an agency adds by its state's law or policy.
    @Test(.clause("IACP-6.2")) func aProcedureForEachException() async throws {
        let added = """
            id: springfield
            version: "1"
            extends: iacp
            agency:
              title: Springfield Police
            clauses:
              - {id: SP-1, place: "1", kind: enforce, duty: Elder abuse is told to the sponsor}
            confidentiality:
              exceptions:
                - id: elder-abuse
                  label: An elder is abused.
                  force: mandatory
                  recipients: [{who: {role: sponsor}, deadline: immediately, escalates: true, designee-allowed: false}]
                  follow-on: []
                  replaces-supporter: false
                  basis: [SP-1]
            """
        let pack = try PackLibrary.load(added, file: "springfield.yaml").get()
        let town = try await DemoTown.start(on: [pack])
        let labels = pack.pack.confidentiality.exceptions.map(\.label)
        #expect(labels.count == 5)
        // Whoever thinks of asking reads them first.
        let visitor = try await town.visitor().page("/agencies/springfield")
        for label in labels { #expect(visitor.words.contains(label), "\(label)") }
        let supporter = try await town.signedIn("supporter")
        let guide = try await supporter.page("/disclosures/new")
        for exception in pack.pack.confidentiality.exceptions {
            #expect(guide.words.contains(exception.label))
            let page = try await supporter.page("/disclosures/new/\(exception.id)")
            let told = try #require(page.section("These are told, and nobody else")).items
            #expect(told.count == exception.recipients.count)
        }
        _ = try await supporter.disclose("elder-abuse")
        #expect(try await town.pings(of: "sponsor") == 1)
        _ = try await supporter.disclose("self")
        #expect(try await town.pings(of: "clinical-supervisor") == 1)
    }
}
