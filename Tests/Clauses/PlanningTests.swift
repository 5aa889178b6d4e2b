import Operations
import Program
import TestSupport
import Testing
import Web
import WebSupport

/// Whether the team is staffed and ready, as its coordinator sees it, by each agency's own pack.
@Suite struct PlanningTests {
    /// Two of the team work in the jail and the patrol; nobody is of the team in the records division.
    private static let file = """
        employee_number,given_name,family_name,email,phone,unit,division,shift,rank,classification,\
        is_supervisor,supervisor,hired_on,area,cost_centre,mou,investigates,retires_on
        p1,Ann,Person,,,Unit 1,Jail,Nights,Deputy,sworn,no,,2001-01-01,,,,no,2026-09-30
        p2,Bo,Person,,,Unit 2,Patrol,Days,Deputy,sworn,no,,2020-01-01,,,,no,
        p3,Cy,Person,,,Unit 3,Records,Days,Clerk,civilian,no,,2020-01-01,,,,no,
        """

    private static func town(_ pack: String) async throws -> DemoTown {
        let town = try await DemoTown.on(pack)
        try await town.imports(Self.file)
        for (login, number) in [("ann", "p1"), ("bo", "p2")] {
            _ = try await town.supporter(login, named: "\(login) Person", employee: number)
        }
        return town
    }

    @Test(.clause("KSO-A.1-2")) func theSpreadIsByDivisionAndClassification() async throws {
        let town = try await Self.town("kern-sheriff")
        let page = try await town.signedIn("coordinator").page("/planning")
        let rows = try #require(page.table("Members of all classifications and divisions"))
        #expect(rows.contains(["Jail", "Sworn", "1", "1"]) && rows.contains(["Records", "Civilian", "0", "1"]))
        #expect(page.words.contains("No member: Records, Civilian.") && page.words.contains("KSO-A.1-2"))
    }

    @Test(.clause("KSO-P-2")) func membersStandAgainstPublishedContactsOnly() async throws {
        let town = try await Self.town("kern-sheriff")
        let coordinator = try await town.signedIn("coordinator")
        for one in try await town.threeSupporters() {
            try await one.count(KernTests.contact("employee", minutes: 45), times: 12, in: "2026-02")
            try await one.submit("2026-02")
        }
        let before = try await coordinator.page("/planning")
        #expect(before.words.contains("No summary is published yet."))
        #expect(!before.tables.contains { $0.contains { $0.contains("36") } }, "\(before.tables)")
        town.pass(seconds: 40 * 86_400)
        try await town.signedIn("coordinator").publish("2026-02")
        let page = try await town.signedIn("coordinator").page("/planning")
        #expect(page.tables.contains { $0.contains { $0.prefix(2) == ["February 2026", "36"] } }, "\(page.tables)")
        // Members by division, classification and shift.
        let staffing = try #require(
            page.tables.first {
                $0.first == ["Division", "Classification", "Shift", "Members", "People of the agency"]
            })
        #expect(staffing.contains(["Jail", "Sworn", "Nights", "1", "1"]))
        #expect(page.words.contains("KSO-P-2"))
        // Nobody else plans.
        for role in ["supporter", "leader", "chief-deputy"] {
            let other = try await town.signedIn(role)
            #expect(try await other.get("/planning").isNothing(for: other), "\(role)")
        }
    }

    @Test(.clause("OCP-I.B.4")) func readinessShowsTrainingAndHours() async throws {
        let town = try await Self.town("orange-county-probation")
        let coordinator = try await town.signedIn("coordinator")
        let page = try await coordinator.page("/planning")
        #expect(page.words.contains("OCP-I.B.4"))
        #expect(try #require(page.table("Members and their training")).contains { $0.first == "ann Person" })
        #expect(page.words.contains("Nobody of the team can be called at any hour."))
        let bo = town.visitor()
        _ = try await bo.post(
            "/agencies/orange-county-probation/sign-in", ["login": "bo", "passphrase": DemoAgency.passphrase])
        try await town.opensHours(bo)
        let after = try await town.signedIn("coordinator").read("/api/v1/planning")
        #expect(after["coverage"]?["team"]?.array?.allSatisfy { $0 == .string("1") } == true)
        #expect(
            after["coverage"]?["gaps"]?.array?.contains(.string("Nobody of the team can be called at any hour."))
                == false)
        #expect(after["coverage"]?["gaps"]?.array?.contains(.string("Records: no member.")) == true)
    }

    /// How soon people are answered is shown once a quarter is over, in bands; no interface has anything of it before.
    @Test(.clause("OCP-I.B.4")) func readinessShowsHowSoonPeopleWereAnsweredOnceTheQuarterIsOver() async throws {
        let town = try await Self.town("orange-county-probation")
        // Four, so that enough is told also where two of them happen to have one mark (docs/decisions/responses.md).
        _ = try await town.supporter("cy", named: "cy Person", employee: "p3")
        var team = [try await town.signedIn("supporter")]
        for login in ["ann", "bo", "cy"] {
            let client = town.visitor()
            _ = try await client.post(
                "/agencies/orange-county-probation/sign-in", ["login": login, "passphrase": DemoAgency.passphrase])
            team.append(client)
        }
        for minutes in [10, 10, 10, 10, 10, 10, 20, 20, 20, 20, 20, 20] {
            for supporter in team {
                let account = try await town.staff(supporter).account
                _ = try await town.asks { $0.wanted = [account] }
                let id = try await supporter.take()
                town.pass(seconds: Int64(minutes) * 60)
                #expect(try await supporter.act(id, "in-touch").status == 303)
            }
        }
        let before = try await town.signedIn("coordinator")
        let nothing = try await before.page("/planning").words
        try await town.programmes.keepResponses()
        let page = try await before.page("/planning")
        #expect(page.words == nothing && page.words.contains("No quarter is over yet"))
        #expect(!page.tables.contains { $0.joined().contains { ["24", "48"].contains($0) } }, "\(page.tables)")
        let next = try #require(try town.agency.agency.day(at: town.clock.now).month.quarterEnd.next.days.first)
        town.clock.set(town.agency.agency.calendar.start(of: next).adding(seconds: 9 * 3600))
        try await town.programmes.keepResponses()
        let coordinator = try await town.signedIn("coordinator")
        let after = try await coordinator.page("/planning")
        let tables = after.tables.filter { $0.first == ["Answer", "Number"] }
        #expect(
            tables.first?.dropFirst() == [["Within 15 minutes", "24"], ["After 15 minutes", "24"]], "\(after.tables)")
        #expect(tables.count == 2)
        #expect(after.words.contains("OCP-I.B.4"))
        let read = try await coordinator.read("/api/v1/planning")
        #expect(read["responses"]?.array?.count == 2)
        for role in ["supporter", "chief"] {
            let other = try await town.signedIn(role)
            #expect(try await other.get("/planning").isNothing(for: other), "\(role)")
        }
    }

    @Test(.clause("IACP-3.9.1-1")) func theGridIsByDivisionAndShift() async throws {
        let town = try await Self.town("iacp")
        let page = try await town.signedIn("coordinator").page("/planning")
        let grid = try #require(page.tables.first { $0.first?.first == "Division and shift" })
        #expect(
            grid.contains { $0.prefix(2) == ["Jail, Nights", "1"] }
                && grid.contains { $0.prefix(2) == ["Records, Days", "0"] })
        #expect(page.words.contains("Records: no member.") && page.words.contains("IACP-3.9.1-1"))
        // Who is retired may ask too.
        #expect(town.agency.policy.scope.seekers.contains { $0.kind == .retired })
    }

    @Test(.clause("IACP-3.9-1")) func theSuggestedSizeShowsItsReasoning() async throws {
        let town = try await Self.town("iacp")
        let coordinator = try await town.signedIn("coordinator")
        let before = try await coordinator.read("/api/v1/planning")
        let size = try #require(before["size"]?["suggested"]?.integer)
        #expect(
            before["size"]?["notes"]?.array?.contains(.string("Not entered yet, so not taken into account: area."))
                == true)
        #expect(try await coordinator.post("/planning/entries/area", ["value": "3"]).status == 303)
        let page = try await coordinator.page("/planning")
        let steps = try #require(page.table("How it comes about"))
        #expect(steps.contains(["One more for each site too far from the next", "+3", "Entered here"]))
        #expect(steps.contains { $0.first == "Retirements within a year" && $0[1] == "+1" })
        #expect(steps.contains { $0.last == "Our rule of thumb" })
        #expect(try await coordinator.read("/api/v1/planning")["size"]?["suggested"]?.integer == size + 3)
        #expect(try await coordinator.post("/planning/entries/area", ["value": "9999"]).status == 422)
        #expect(try await coordinator.post("/planning/entries/turnover", ["value": "3"]).status == 404)
    }

    @Test(.clause("IACP-3.9.4")) func theCoordinatorsHomeHasTheFour() async throws {
        let town = try await DemoTown.on("iacp")
        let part = try #require(try await town.signedIn("coordinator").page("/home").section("To coordinate"))
        for (name, place) in [
            ("Activation", "/roster"), ("Referral to professionals", "/consultants"),
            ("Use of the programme", "/figures"),
            ("Training and meetings", "/team"),
        ] { #expect(part.words.contains(name) && part.links.contains(place), "\(name)") }
        let coordinator = try await town.signedIn("coordinator")
        for place in part.links { #expect(try await coordinator.get(place).status == 200, "\(place)") }
        #expect(try await town.signedIn("supporter").page("/home").section("To coordinate") == nil)
    }

    @Test(.clause("IACP-3.9.3")) func theForecastGoesByTermsRetirementsAndThePast() async throws {
        let town = try await Self.town("iacp")
        let coordinator = try await town.signedIn("coordinator")
        let rows = try #require(try await coordinator.page("/planning").table("Members in the months ahead"))
        let quarter = try #require(
            rows.first { $0.first == "November 2026" || $0.first == "October 2026" || $0.first == "September 2026" })
        #expect(rows.dropFirst().contains { $0[2] == "1" }, "\(rows) \(quarter)")
        // A member moves to another division and is given another rank.
        try await town.imports(
            Self.file.replacing("Unit 2,Patrol,Days,Deputy", with: "Unit 2,Courts,Days,Sergeant"))
        let words = try await coordinator.page("/planning").words
        #expect(
            words.contains("1 member was moved to another division")
                && words.contains("1 member was given another rank"))
    }
}

extension DemoTown {
    /// Imports a personnel file beside the town's own team.
    func imports(_ file: String) async throws {
        let team = try await programmes.database.employees(agency: agency.agency.id).filter {
            !$0.employeeNumber.hasPrefix("p")
        }.map { person in PersonnelColumn.allCases.map { person.text(in: $0) }.joined(separator: ",") }
        let rows = PersonnelFileReader(Array((file + "\n" + team.joined(separator: "\n") + "\n").utf8))
        let today = try agency.agency.day(at: clock.now)
        let personnel = try PersonnelFile.check(rows: rows, at: today).get()
        _ = try await programmes.updateDirectory(personnel, of: agency.agency).get()
    }
}
