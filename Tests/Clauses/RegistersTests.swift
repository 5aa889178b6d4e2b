import Operations
import Program
import Testing
import Web
import WebSupport

/// The registers that the coordinator and the administrator keep: equipment and materials, what makes the programme known, the budget.
@Suite struct RegistersTests {
    @Test(.clause("SAC-II.B.1")) func theCoordinatorKnowsWhoHasWhatAndALeaversIsDueBackAtOnce() async throws {
        let town = try await DemoTown.on("sacramento-probation")
        let coordinator = try await town.signedIn("coordinator")
        let member = try await town.signedIn("supporter")
        #expect(try await coordinator.page("/team").links.contains("/equipment"))
        #expect(try await coordinator.post("/equipment/items", ["kind": "Telephone", "number": "T-7"]).status == 303)
        let again = try await coordinator.post("/equipment/items", ["kind": "Telephone", "number": "T-7"])
        #expect(again.status == 422 && again.text.contains("SAC-II.B.1") && again.text.contains("T-7"))
        let id = try #require(try await coordinator.read("/api/v1/equipment")["items"]?.array?.first?.text("id"))
        let account = try town.account("supporter")
        // Only a member is lent something.
        let liaison = try town.account("management-liaison")
        let refused = try await coordinator.api(
            .post, "/api/v1/equipment/loans", ["item": .string(id), "account": .string(liaison)])
        #expect(refused.status == 422 && refused.clauses == ["SAC-II.B.1"])
        #expect(try await coordinator.post("/equipment/loans", ["item": id, "account": account]).status == 303)
        let lent = try #require(try await coordinator.page("/equipment").table("Items"))
        #expect(lent.dropFirst().first?.prefix(3).joined(separator: " ").contains("10 March 2026") == true, "\(lent)")
        // The member sees it on their own home, and nobody else has the register.
        #expect(try await member.page("/home").words.contains("Telephone T-7, since 10 March 2026"))
        for other in [member, try await town.signedIn("committee-member")] {
            #expect(try await other.get("/equipment").isNothing(for: other))
            #expect(try await other.post("/equipment/items/\(id)/return").isNothing(for: other))
        }
        // Whoever leaves owes it from that moment on; the coordinator is told once.
        try await town.programmes.remindOfEquipment()
        #expect(try await !coordinator.page("/home").words.contains("due back"))
        #expect(try await member.post("/membership/withdrawal").status == 303)
        #expect(try await coordinator.page("/home").words.contains("1 item due back"))
        #expect(try await coordinator.page("/equipment").words.contains("Telephone T-7, with"))
        #expect(try await coordinator.page("/policy").words.contains("1 due back"))
        for _ in 0..<2 { try await town.programmes.remindOfEquipment() }
        #expect(try await coordinator.notices().count { $0.text("kind") == "equipment-due-back" } == 1)
        #expect(try await coordinator.post("/equipment/items/\(id)/return").status == 303)
        let back = try #require(try await coordinator.read("/api/v1/equipment")["items"]?.array?.first)
        #expect(back.text("givenBackOn") == "2026-03-10" && back["account"] == .null && back["isDueBack"] == false)
        #expect(try await coordinator.post("/equipment/items/\(id)/return").status == 422)
    }

    @Test(.clause("SAC-II.B.1")) func materialsAreCountedAndRunLow() async throws {
        let town = try await DemoTown.on("sacramento-probation")
        let coordinator = try await town.signedIn("coordinator")
        let brochure = ["title": "Brochure", "pieces": "200", "few": "50"] as KeyValuePairs
        #expect(try await coordinator.post("/equipment/materials", brochure).status == 303)
        #expect(try await coordinator.post("/equipment/materials", brochure).status == 422)
        let id = try #require(try await coordinator.read("/api/v1/equipment")["materials"]?.array?.first?.text("id"))
        #expect(try await !coordinator.page("/home").words.contains("time for more"))
        #expect(try await coordinator.post("/equipment/counts", ["material": id, "counted": "-1"]).status == 422)
        #expect(try await coordinator.post("/equipment/counts", ["material": id, "counted": "50"]).status == 303)
        #expect(try await coordinator.page("/home").words.contains("ime for more of 1 material"))
        let row = try #require(try await coordinator.page("/equipment").table("Materials")?.dropFirst().first)
        #expect(row.prefix(2) == ["Brochure Time for more", "50"], "\(row)")
    }

    @Test(.clause("SAC-II.B.4")) func awarenessIsLoggedAndPartnersStandOnThePublicPage() async throws {
        let town = try await DemoTown.on("sacramento-probation")
        let coordinator = try await town.signedIn("coordinator")
        let visitor = town.visitor()
        let front = "/agencies/\(town.agency.slug)"
        let named = try #require(try await visitor.page(front).section("Who works with us")).items
        #expect(named.contains("Sacramento County Probation Association"))
        #expect(named.contains("Law Enforcement Chaplaincy-Sacramento"))
        #expect(named.contains("Other peer support programmes"))
        #expect(try await coordinator.page("/team").links.contains("/awareness"))
        let talk = ["activity": "partners", "day": "2026-03-09", "partner": "chaplaincy", "reach": "11-to-50"]
        let sent = talk.map { ($0.key, JSON.string($0.value)) }
        let made = try await coordinator.api(
            .post, "/api/v1/awareness/activities", .object(Dictionary(uniqueKeysWithValues: sent)))
        #expect(made.status == 201, "\(made)")
        let ahead = try await coordinator.post(
            "/awareness/activities", ["activity": "briefing", "day": "2026-03-11", "partner": "", "reach": "up-to-10"])
        #expect(ahead.status == 422 && ahead.text.contains("SAC-II.B.4"))
        let stranger = try await coordinator.post(
            "/awareness/activities",
            ["activity": "briefing", "day": "2026-03-09", "partner": "somebody", "reach": "up-to-10"])
        #expect(stranger.status == 422)
        let log = try #require(try await coordinator.page("/awareness").table("Activities"))
        #expect(log.count == 2 && log[1][2] == "Law Enforcement Chaplaincy-Sacramento" && log[1][3] == "11 to 50")
        #expect(try await coordinator.page("/policy").words.contains("1 activity in the past year"))
        // A partner of the coordinator's own is seen by everybody, and no more once it is taken off.
        let union = ["name": "Credit union", "contact": "On the third floor"] as KeyValuePairs
        #expect(try await coordinator.post("/awareness/partners", union).status == 303)
        #expect(try await coordinator.post("/awareness/partners", union).status == 422)
        #expect(try await visitor.page(front).words.contains("Credit union: On the third floor"))
        let id = try #require(try await coordinator.read("/api/v1/awareness")["partners"]?.array?.first?.text("id"))
        #expect(try await coordinator.post("/awareness/partners/\(id)/removal").status == 303)
        #expect(try await !visitor.page(front).words.contains("Credit union"))
        let member = try await town.signedIn("supporter")
        #expect(try await member.get("/awareness").isNothing(for: member))
        #expect(try await member.post("/awareness/partners", union).isNothing(for: member))
        // Poster, brochure and roster can be printed.
        for sheet in ["/materials/poster", "/materials/brochure"] {
            #expect(try await coordinator.get(sheet).status == 200, "\(sheet)")
        }
        #expect(try await coordinator.page("/materials").links.contains("/materials/poster"))
    }

    @Test(.clause("SAC-II.B.4")) func aQuarterWithoutAnythingIsSaidBeforeItIsOver() async throws {
        let town = try await DemoTown.on("sacramento-probation")
        let due = { try await town.signedIn("coordinator").notices().count { $0.text("kind") == "awareness-due" } }
        try await town.programmes.remindOfAwareness()
        #expect(try await due() == 1)
        for _ in 0..<2 { try await town.programmes.remindOfAwareness() }
        #expect(try await due() == 1)
        #expect(try await town.signedIn("coordinator").page("/home").words.contains("31 March 2026"))
        // Said early enough, and not where something was done.
        let other = try await DemoTown.on("sacramento-probation")
        let coordinator = try await other.signedIn("coordinator")
        let talk =
            ["activity": "briefing", "day": "2026-03-02", "partner": "", "reach": "not-counted"] as KeyValuePairs
        #expect(try await coordinator.post("/awareness/activities", talk).status == 303)
        try await other.programmes.remindOfAwareness()
        #expect(try await !coordinator.notices().contains { $0.text("kind") == "awareness-due" })
    }

    @Test(.clause("OCP-I.C.1")) func theAdministratorKeepsTheBudgetByLine() async throws {
        let town = try await DemoTown.on("orange-county-probation")
        let administrator = try await town.signedIn("administrator")
        #expect(try await administrator.page("/team").links.contains("/budget"))
        let plan = ["year": "2026", "line": "training", "planned": "12,500.50", "spent": ""] as KeyValuePairs
        #expect(try await administrator.post("/budget/lines", plan).status == 303)
        let spent = ["year": "2026", "line": "training", "planned": "", "spent": "13,000"] as KeyValuePairs
        #expect(try await administrator.post("/budget/lines", spent).status == 303)
        let table = try #require(try await administrator.page("/budget").table("Budget of 2026"))
        #expect(table[1] == ["Training Overspent", "12,500.50", "13,000.00", "−499.50"], "\(table)")
        #expect(table.map { $0[0] }.contains("Conference") && table.map { $0[0] }.contains("Overtime"))
        let lines = try await administrator.read("/api/v1/budget")["lines"]?.array ?? []
        let line = try #require(lines.first { $0["year"] == 2026 && $0.text("line") == "training" })
        #expect(line["planned"] == 1_250_050 && line["spent"] == 1_300_000)
        for wrong in ["12.505", "-1", "one", "100,000,000.01"] {
            let refused = try await administrator.post(
                "/budget/lines", ["year": "2026", "line": "training", "planned": wrong, "spent": ""])
            #expect(refused.status == 422 && refused.text.contains("OCP-I.C.1") && refused.text.contains(wrong))
        }
        let early = try await administrator.api(
            .post, "/api/v1/budget/lines", ["year": 2027, "line": "overtime", "planned": 5, "spent": 5])
        #expect(early.status == 422 && early.clauses == ["OCP-I.C.1"])
        #expect(try await administrator.read("/api/v1/budget")["lines"]?.array == lines)
        // The director who answers for the programme sees it; nobody else does, and only the administrator keeps it.
        let director = try await town.signedIn("division-director")
        #expect(try await director.page("/budget").words.contains("12,500.50"))
        #expect(try await director.post("/budget/lines", plan).isNothing(for: director))
        for role in ["coordinator", "supporter", "committee-member"] {
            let other = try await town.signedIn(role)
            #expect(try await other.get("/budget").isNothing(for: other), "\(role)")
        }
    }
}
