import Operations
import Program
import Store
import TestSupport
import Testing
import Web
import WebSupport

/// Joining the team under the police division's procedure, Orange County's, and the guidelines.
@Suite struct SelectionElsewhereTests {
    private func begun(_ pack: String, _ papers: JSON, openBy role: String? = nil) async throws -> Joining {
        var joining = try await Joining.at(pack)
        if let role { try await joining.town.postsOpening(by: try await joining.town.signedIn(role)) }
        let applied = try await joining.applicant.api(.post, "/api/v1/application", papers)
        try #require(applied.status == 201, "\(applied)")
        joining.id = try #require(applied.json?.text("id"))
        return joining
    }

    private func refused(_ reply: Reply, _ clauses: Set<String>, at place: SourceLocation = #_sourceLocation) {
        #expect(
            reply.status == 422 && reply.clauses.isSuperset(of: clauses), "\(clauses): \(reply)",
            sourceLocation: place)
    }

    private func interview(_ joining: Joining, _ panel: [Client], ratings: Int = 0, by client: Client) async throws
        -> Reply
    {
        var accounts: [JSON] = []
        for member in panel { accounts.append(.string(try await joining.town.staff(member).account)) }
        var record: [String: JSON] = [
            "on": .string(try joining.town.today), "panel": .array(accounts), "suitable": "yes",
        ]
        if ratings > 0 { record["ratings"] = .array(Array(repeating: "well", count: ratings)) }
        return try await joining.doing("interview", in: "interview", .object(record), by: client)
    }

    // MARK: Police

    @Test(.clause("PD-C.1")) func onlyEmployeesApply() async throws {
        let joining = try await Joining.at("police-division")
        let town = joining.town
        // No opening is needed; whoever the directory does not have, or has as a volunteer, is refused.
        let psychologist = try await town.signedIn("psychologist")
        refused(try await psychologist.api(.post, "/api/v1/application", ["request": "Please."]), ["PD-C.1"])
        let record = try Employees.record("E-volunteer")
        let volunteer = PersonRecord(
            employeeNumber: record.employeeNumber, givenName: "Vera", familyName: "Volunteer", email: nil, phone: nil,
            unit: "North", division: "North", shift: "Days", rank: "Volunteer", classification: .volunteer,
            isSupervisor: false, supervisor: nil, hiredOn: record.hiredOn, area: nil, costCentre: nil, memorandum: nil,
            investigates: false)
        try await town.programmes.database.write { [agency = town.agency.agency.id] transaction in
            try transaction.add([volunteer], ids: ["E-volunteer": "volunteer-of-town"], agency: agency)
        }
        let vera = try await town.enrolled("vera", as: "E-volunteer")
        refused(try await vera.api(.post, "/api/v1/application", ["request": "Please."]), ["PD-C.1"])
        #expect(try await vera.page("/application").words.contains("PD-C.1"))
        let ada = try await joining.applicant.api(.post, "/api/v1/application", ["request": "Please."])
        #expect(ada.status == 201)
        // One at a time.
        #expect(try await joining.applicant.api(.post, "/api/v1/application", ["request": "Again."]).status == 422)
    }

    @Test(.clause("PD-C.1.a")) func coordinatorPsychologistChief() async throws {
        let joining = try await begun("police-division", ["request": "I would like to join."])
        let town = joining.town
        let coordinator = try await town.signedIn("coordinator")
        let psychologist = try await town.signedIn("psychologist")
        let chief = try await town.signedIn("chief")
        // It goes to the coordinator, who sees where it stands.
        #expect(
            try await coordinator.page("/applications/\(joining.id)").words.contains("I would like to join."))
        refused(try await joining.doing("answer", in: "review", ["answer": "yes"], by: coordinator), ["PD-C.1.a"])
        refused(try await joining.doing("answer", in: "approval", ["answer": "yes"], by: chief), ["PD-C.1.a"])
        refused(try await interview(joining, [psychologist], by: psychologist), ["PD-C.1.a"])
        #expect(try await joining.doing("answer", in: "review", ["answer": "yes"], by: psychologist).status == 204)
        refused(try await joining.doing("answer", in: "approval", ["answer": "yes"], by: chief), ["PD-C.1.a"])
        refused(try await interview(joining, [coordinator], by: coordinator), ["PD-C.1.a"])
        #expect(try await interview(joining, [psychologist], by: psychologist).status == 204)
        refused(try await joining.doing("answer", in: "approval", ["answer": "yes"], by: psychologist), ["PD-C.1.a"])
        // The procedure knows no designee of the chief.
        let named = try await joining.doing("designee", in: "approval", ["login": "coordinator"], by: chief)
        #expect(named.status == 404)
        #expect(try await chief.page("/home").words.contains("1 application"))
        #expect(try await joining.doing("answer", in: "approval", ["answer": "yes"], by: chief).status == 204)
        #expect(try await joining.status == "selected")
    }

    // MARK: Orange County

    private func county() async throws -> Joining {
        try await begun("orange-county-probation", ["request": "I would like to join."], openBy: "coordinator")
    }

    @Test(.clause("OCP-I.C.5.a")) func anyEmployeeApplies() async throws {
        let joining = try await county()
        for number in ["S1", "C1"] where number == "C1" {
            let client = try await joining.town.enrolled("kim.person", as: number)
            let applied = try await client.api(.post, "/api/v1/application", ["request": "I as well."])
            #expect(applied.status == 201, "\(number): \(applied)")
        }
        #expect(try await joining.sergeant.api(.post, "/api/v1/application", ["request": "I as well."]).status == 201)
        let chief = try await joining.town.signedIn("chief")
        refused(try await chief.api(.post, "/api/v1/application", ["request": "I as well."]), ["OCP-I.C.5.a"])
    }

    @Test(.clause("OCP-I.C.5.b")) func openingsAreToPrintAndSayWhereElseTheyStand() async throws {
        let joining = try await Joining.at("orange-county-probation")
        let town = joining.town
        let coordinator = try await town.signedIn("coordinator")
        #expect(try await coordinator.page("/openings").words.contains("Project Opportunity on ProbNet"))
        refused(
            try await joining.applicant.api(.post, "/api/v1/application", ["request": "Please."]), ["OCP-I.C.5.b"])
        let wrong = try await coordinator.api(
            .post, "/api/v1/openings", ["opensOn": "2026-03-01", "closesOn": "2026-02-01", "words": "Join us."])
        refused(wrong, ["OCP-I.C.5.b"])
        try await town.postsOpening(by: coordinator)
        let posting = try await town.visitor().page("/agencies/orange-county-probation/joining/posting")
        #expect(posting.words.contains("We look for good listeners.") && posting.markup.contains("sheet-upright"))
        #expect(posting.words.contains("/agencies/orange-county-probation/joining"))
        // Closed, it takes none from tomorrow on.
        let opening = try #require(try await coordinator.read("/api/v1/openings")["openings"]?.array?.first).text("id")
        #expect(try await coordinator.api(.post, "/api/v1/openings/\(opening)/end").status == 204)
        town.pass(seconds: 86_400)
        refused(
            try await joining.applicant.api(.post, "/api/v1/application", ["request": "Please."]), ["OCP-I.C.5.b"])
    }

    private func agrees(_ joining: Joining, _ from: String, by client: Client) async throws -> Reply {
        try await joining.doing(
            "approvals", in: "approvals",
            ["from": .string(from), "name": "Sam Person", "on": .string(try joining.town.today), "agrees": "yes"],
            by: client)
    }

    @Test(.clause("OCP-I.C.5.c")) func bothAgreeBeforeTheInterview() async throws {
        let joining = try await county()
        let coordinator = try await joining.town.signedIn("coordinator")
        let member = try await joining.town.signedIn("committee-member")
        refused(try await agrees(joining, "supervisor", by: member), ["OCP-I.C.5.c"])
        #expect(try await agrees(joining, "supervisor", by: coordinator).status == 204)
        refused(try await agrees(joining, "supervisor", by: coordinator), ["OCP-I.C.5.c"])
        refused(try await interview(joining, [member], by: member), ["OCP-I.C.5.c", "OCP-I.C.5.d"])
        #expect(try await agrees(joining, "directorOrManager", by: coordinator).status == 204)
        #expect(try await joining.next == "interview")
        #expect(try await coordinator.page("/applications/\(joining.id)").words.contains("Sam Person, recorded by"))
    }

    @Test(
        .clause("OCP-I.C.5.d"), .clause("OCP-I.C.5.d-2"), .clause("OCP-I.C.5.e"), .clause("OCP-I.C.5.f"))
    func interviewChoiceFileAndTheChief() async throws {
        let joining = try await county()
        let town = joining.town
        let coordinator = try await town.signedIn("coordinator")
        let reviewer = try await town.signedIn("personnel-reviewer")
        let chief = try await town.signedIn("chief")
        for from in ["supervisor", "directorOrManager"] {
            #expect(try await agrees(joining, from, by: coordinator).status == 204)
        }
        let members = try await town.seatsCommittee(3, by: coordinator)
        refused(try await interview(joining, [members[0]], by: reviewer), ["OCP-I.C.5.d"])
        refused(try await joining.doing("ballot", in: "choice", [:], by: members[0]), ["OCP-I.C.5.d", "OCP-I.C.5.d-2"])
        #expect(try await interview(joining, members, by: members[0]).status == 204)
        #expect(try await coordinator.page("/applications/\(joining.id)").words.contains("Interview"))
        // Nobody goes on without the committee's choice.
        refused(
            try await joining.doing("answer", in: "personnel-file", ["answer": "yes"], by: reviewer),
            ["OCP-I.C.5.d-2", "OCP-I.C.5.e"])
        let opened = try await joining.doing("ballot", in: "choice", [:], by: members[0])
        try #require(opened.status == 201, "\(opened)")
        let ballot = opened.json?.text("id") ?? ""
        for member in members { _ = try await town.programmes.vote(.yes, in: ballot, by: town.staff(member))?.get() }
        try await town.programmes.closeBallots()
        #expect(try await joining.next == "personnel-file")
        refused(
            try await joining.doing("answer", in: "final-approval", ["answer": "yes"], by: chief),
            ["OCP-I.C.5.e", "OCP-I.C.5.f"])
        refused(
            try await joining.doing("answer", in: "personnel-file", ["answer": "yes"], by: coordinator), ["OCP-I.C.5.e"]
        )
        #expect(
            try await joining.doing("answer", in: "personnel-file", ["answer": "yes"], by: reviewer).status == 204)
        refused(
            try await joining.doing("answer", in: "final-approval", ["answer": "yes"], by: coordinator), ["OCP-I.C.5.f"]
        )
        #expect(
            try await joining.doing("answer", in: "final-approval", ["answer": "yes"], by: chief).status == 204)
        #expect(try await joining.status == "selected")
    }

    // MARK: The guidelines

    @Test(.clause("IACP-4.1"), .clause("IACP-4.2")) func goodStandingServiceAndTheInterview() async throws {
        let joining = try await begun("iacp", ["letter": "I would like to join."], openBy: "coordinator")
        let town = joining.town
        let reviewer = try await town.signedIn("personnel-reviewer")
        let coordinator = try await town.signedIn("coordinator")
        let supporter = try await town.signedIn("supporter")
        let professional = try await town.signedIn("clinical-supervisor")
        refused(
            try await joining.doing("answer", in: "good-standing", ["answer": "yes"], by: coordinator), ["IACP-4.1"])
        // Good standing is required: it cannot be passed over.
        refused(try await joining.doing("passing-over", in: "good-standing", by: reviewer), ["IACP-4.1"])
        #expect(
            try await joining.doing("answer", in: "good-standing", ["answer": "yes"], by: reviewer).status == 204)
        let page = try await reviewer.page("/applications/\(joining.id)").words
        for word in ["years on the job", "discipline history", "recommendations"] { #expect(page.contains(word)) }
        // What the guidelines recommend may be passed over, and everybody sees it.
        #expect(try await joining.doing("passing-over", in: "service-record", by: reviewer).status == 204)
        #expect(try await joining.applicant.page("/application").words.contains("Passed over"))
        #expect(
            try await coordinator.read("/api/v1/applications/\(joining.id)")["steps"]?.array?
                .first { $0.text("id") == "service-record" }?.text("standing") == "passed-over")
        let form = try #require(
            try await supporter.page("/applications/\(joining.id)").forms.first { $0.action.hasSuffix("/interview") })
        #expect(form.controls.count { $0.name == "ratings" } == 6)
        // Members and the professional together, on each consideration.
        refused(try await interview(joining, [supporter], ratings: 6, by: supporter), ["IACP-4.1"])
        refused(try await interview(joining, [supporter, professional], ratings: 5, by: supporter), ["IACP-4.2"])
        #expect(try await interview(joining, [supporter, professional], ratings: 6, by: supporter).status == 204)
        let table = try #require(
            try await coordinator.page("/applications/\(joining.id)").table(
                "Interview by members and the mental health professional"))
        #expect(table.count == 7 && table.dropFirst().allSatisfy { Array($0.dropFirst()) == ["0", "0", "1", "0"] })
        #expect(try await joining.doing("answer", in: "approval", ["answer": "yes"], by: coordinator).status == 204)
        #expect(try await joining.status == "selected")
    }
}
