import Operations
import PolicyPacks
import Program
import TestSupport
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
            ["role": "chief", "login": "logistics-coordinator", "startsOn": "2026-03-10", "lastDay": "2026-03-12"])
        #expect(named.status == 303, "\(named)")
        let supporter = try await town.signedIn("supporter")
        let (before, record) = try await supporter.disclose(exception)
        let told = try #require(before.section("These are told, and nobody else")).items
        #expect(told.count == 1)
        #expect(told[0].hasPrefix("The Chief Probation Officer, or whoever stands in for them,"))
        for role in town.roles {
            let isTold = ["chief", "logistics-coordinator"].contains(role)
            #expect(try await town.pings(of: role) == (isTold ? 1 : 0), "\(role)")
        }
        for (role, client) in try await town.everyone(but: "supporter") {
            let isTold = ["chief", "logistics-coordinator"].contains(role)
            #expect(try await client.notices().isEmpty == !isTold, "\(role)")
            // Not even that there is one.
            let overview = try await client.get("/notices/overview")
            #expect(overview.status != 200 || !overview.text.contains("Disclosure"), "\(role)")
        }
        // The designee finds it, is shown which exception it is, and answers for the chief.
        let designee = try await town.signedIn("logistics-coordinator")
        let inbox = try await designee.page("/notices")
        #expect(inbox.words.contains("Speak with PST Member now") && inbox.words.contains("OCP-II.F.3"))
        let theirs = try #require(try await designee.notices().first)
        #expect(theirs.text("exception") == exception)
        #expect(try await designee.answer(theirs).status == 303)
        #expect(try await supporter.page(record).words.contains("Peer Support Logistics Coordinator acknowledged it"))
        #expect(try await town.signedIn("chief").notices().isEmpty)
        // From the day after, the designee is told of nothing any more; the chief's place is never nobody's.
        try town.turn(to: "2026-03-13T18:00:00Z")
        _ = try await town.signedIn("supporter").disclose(exception)
        #expect(try await town.pings(of: "logistics-coordinator") == 1)
        #expect(try await town.pings(of: "chief") == 2)
        #expect(before.words.contains("the Strategic Support Division Director answers in their place."))
        let pace = exception == "danger" ? 5 : 60
        for _ in 1...2 { try await town.wait(minutes: pace) }
        let director = try await town.signedIn("division-director")
        #expect(try await director.notices().map { $0.text("kind") } == ["stands-in"])
        for role in town.roles where !["chief", "logistics-coordinator", "division-director"].contains(role) {
            #expect(try await town.pings(of: role) == 0, "\(role)")
        }
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
        for times in 2...3 {
            try await town.wait(minutes: 5)
            #expect(try await town.pings(of: "psychologist") == times)
            // Twice unanswered: Police Communications, who reach the psychologist.
            #expect(try await town.pings(of: "dispatcher") == times - 2)
        }
        let psychologist = try await town.signedIn("psychologist")
        let notice = try #require(try await psychologist.notices().first)
        #expect(notice["clauses"]?.array?.contains("PD-E.10") == true)
        #expect(try await psychologist.answer(notice, how: "telephone").status == 303)
        try await town.wait(minutes: 60)
        #expect(try await town.pings(of: "psychologist") == 3)
    }

    /// Whoever discloses sees how to call whom it is told to, and whoever is told how to call them back.
    @Test func bothSidesCanCall() async throws {
        let town = try await DemoTown.on("police-division")
        let supporter = try await town.signedIn("supporter")
        // Where the pack says that the psychologist is reached at this hour.
        let number = "+12025550167"
        let shown = try await supporter.post(
            "/card", ["name": "Sam", "phone": "+1 202 555 0199", "phoneUse": "call"])
        #expect(shown.status == 303, "\(shown)")
        let (before, record) = try await supporter.disclose("threat")
        #expect(before.numbers.contains(number))
        #expect(try await supporter.page(record).numbers.contains(number))
        let psychologist = try await town.signedIn("psychologist")
        #expect(try await psychologist.page("/notices").numbers.contains("+12025550199"))
        let notice = try #require(try await psychologist.notices().first)
        #expect(notice["call"]?.text("telephone") == "+1 202 555 0199" && notice.text("urgency") == "now")
    }

    /// The agency's procedure is named where a danger to oneself is disclosed, on both sides, and nowhere else.
    @Test(.clause("OCP-REF")) func suicidePreventionIsNamed() async throws {
        let town = try await DemoTown.on("orange-county-probation")
        let supporter = try await town.signedIn("supporter")
        let named = "See also: Suicide Prevention, procedure 1-4-003. Rule OCP-REF"
        let (danger, record) = try await supporter.disclose("danger")
        #expect(danger.words.contains(named))
        #expect(try await supporter.page(record).words.contains(named))
        let chief = try await town.signedIn("chief")
        #expect(try await chief.page("/notices").words.contains(named))
        #expect(!(try await supporter.page("/disclosures/new/crime").words.contains("Suicide Prevention")))
        #expect(try await supporter.page("/handbook").words.contains("Suicide Prevention"))
    }

    /// The guidelines name nobody, so no agency is taken in before it has said, with its counsel, whom each exception is told and
    /// whether it must or may be.
    @Test(.clause("IACP-6.2")) func nothingIsTakenInUnsettled() async throws {
        let guidelines = try PackLibrary.load(PackID("iacp")).get()
        #expect(guidelines.pack.confidentiality.exceptions.flatMap(\.recipients).isEmpty)
        let report = PackReport(guidelines).text
        #expect(report.contains("To be settled by each agency with its counsel, before it is taken in:"))
        let town = try await DemoTown.on("police-division")
        func found(_ pack: LoadedPack, at slug: String) async throws -> Refusal? {
            switch try await town.programmes.foundAgency(
                slug: slug, name: "Valley", timeZone: "UTC", pack: pack, confirming: pack.inheritedHash)
            {
            case .success: nil
            case .failure(let refusal): refusal
            }
        }
        let refusal = try #require(try await found(guidelines, at: "valley"))
        let exceptions = guidelines.pack.confidentiality.exceptions
        #expect(refusal.problems.map(\.field) == exceptions.map { "confidentiality.exceptions[\($0.id)]" })
        for (problem, exception) in zip(refusal.problems, exceptions) {
            #expect(problem.message.contains(exception.label) && problem.message.contains("counsel"))
            #expect(problem.message.contains("{id: \(exception.id), force: mandatory (or permissive)"))
            #expect(report.contains("  \(exception.id): \(exception.label)"))
        }
        #expect(try await town.programmes.agency(slug: "valley") == nil)
        // One that is left open is enough.
        let one = """
            id: valley
            version: "1"
            extends: iacp-demonstration
            confidentiality:
              exceptions:
                - {id: adult-abuse, force: unsettled, recipients: []}
            """
        let left = try #require(try await found(try BundledPacks.own(one, file: "valley.yaml"), at: "valley"))
        #expect(left.problems.map(\.field) == ["confidentiality.exceptions[adult-abuse]"])
        #expect(try await found(try BundledPacks.named("iacp"), at: "valley") == nil)
    }

    /// Each exception has its procedure, those of the guidelines and those an agency adds by its state's law or policy.
    @Test(.clause("IACP-6.2")) func aProcedureForEachException() async throws {
        let added = """
            id: springfield
            version: "1"
            extends: iacp-demonstration
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
            statements:
              - {id: limits, text: There is usually no confidentiality for a threat or for abuse., basis: [SP-1]}
              - id: exceptions-procedure
                text: Where an exception applies, open the disclosure page.
                basis: [SP-1]
            """
        let pack = try BundledPacks.own(added)
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
