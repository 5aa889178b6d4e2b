import Operations
import PolicyPacks
import Program
import TestSupport
import Testing
import Web
import WebSupport

/// Activating members after hours in Orange County: by a request and by the desk alike it waits for the administrator's yes, and the
/// coordinator tells the administrator by telephone or in person.
@Suite struct AfterHoursTests {
    fileprivate static let pack = "orange-county-probation"
    /// A Saturday, and a Tuesday at ten in the morning, in California.
    private static let (saturday, tuesday) = ("2026-03-14T18:00:00Z", "2026-03-10T17:00:00Z")

    /// The ways to members that a coordinator or anybody else has.
    enum Way: CaseIterable {
        case request, desk, deskOfPrograms
    }

    @Test(.clause("OCP-I.C.2.c"), arguments: Way.allCases) func nobodyIsActivatedBeforeTheYes(_ way: Way) async throws {
        let town = try await DemoTown.on(Self.pack)
        try town.turn(to: Self.saturday)
        let member = try await town.signedIn("supporter")
        try await begin(way, in: town)
        #expect(try await isActivated(member, by: way) == false)
        #expect(try await town.pings(of: "supporter") == 0)
        // One tap on a page, without a word.
        let administrator = try await town.signedIn("administrator")
        #expect(try await administrator.notices().filter { $0.text("kind") == "approval-asked" }.count == 1)
        let form = try #require(try await administrator.page("/notices").forms.first { $0.action.contains("approv") })
        #expect(form.controls.allSatisfy { !$0.takesWords })
        #expect(try await administrator.post(form.action).status == 303)
        #expect(try await isActivated(member, by: way))
        #expect(try await town.pings(of: "supporter") == 1)
        #expect(try await administrator.notices().allSatisfy { $0.text("kind") != "approval-asked" })
    }

    @Test(.clause("OCP-I.C.2.c"), arguments: Way.allCases) func whereNobodyAnswersItGoesOn(_ way: Way) async throws {
        let town = try await DemoTown.on(Self.pack)
        try town.turn(to: Self.saturday)
        let member = try await town.signedIn("supporter")
        try await begin(way, in: town)
        try await goOn(town, minutes: 11)
        #expect(try await isActivated(member, by: way) == false)
        let director = try await town.signedIn("division-director")
        #expect(try await director.notices().contains { $0.text("kind") == "approval-asked" })
        try await goOn(town, minutes: 11)
        #expect(try await isActivated(member, by: way))
    }

    /// Ten in the morning of a Monday and of a Tuesday are hours of work, but on the days on which the offices are closed: by the
    /// profile of the country, or by the agency's own pack.
    @Test(
        .clause("OCP-I.C.2.c"),
        arguments: [
            Morning("2026-05-18", waits: false), Morning("2026-05-25", waits: true),
            Morning("2026-05-25", "{id: memorial, remove: true}", waits: false),
            Morning(
                "2026-05-19", "{id: ours, name: Ours, on: {date: {month: 5, day: 19}}, observed: on-the-day}",
                waits: true),
        ])
    func aHolidayIsAfterHoursAtTenInTheMorning(_ morning: Morning) async throws {
        let town = try await DemoTown.start(on: [morning.pack()])
        try town.turn(to: "\(morning.day)T17:00:00Z")
        let member = try await town.signedIn("supporter")
        try await begin(.request, in: town)
        #expect(try await isActivated(member, by: .request) == !morning.waits)
        let administrator = try await town.signedIn("administrator")
        let asked = try await administrator.notices().filter { $0.text("kind") == "approval-asked" }
        #expect(asked.count == (morning.waits ? 1 : 0))
    }

    struct Morning: Sendable {
        let day: String
        /// What the agency's pack changes in the holidays of its country.
        let own: String?
        let waits: Bool

        init(_ day: String, _ own: String? = nil, waits: Bool) {
            self.day = day
            self.own = own
            self.waits = waits
        }

        func pack() throws -> LoadedPack {
            guard let own else { return try BundledPacks.named(AfterHoursTests.pack) }
            return try BundledPacks.own(
                """
                id: springfield
                version: "1"
                extends: \(AfterHoursTests.pack)
                country: {extends: united-states, holidays: {days: [\(own)]}}
                """)
        }
    }

    /// The desk says what it waits for, and no other button of it pages anybody before.
    @Test(.clause("OCP-I.C.2.c")) func theDeskHasNoWayAroundIt() async throws {
        let town = try await DemoTown.on(Self.pack)
        // Begun by day, it is as any other: the first is paged. In the evening the next waits.
        try town.turn(to: Self.tuesday)
        let keeper = try await town.signedIn("coordinator")
        let colleague = try await town.teamMember("b.lee", by: keeper)
        let byDay = try #require(try await keeper.post("/call-outs").location)
        #expect(try await keeper.read("/api/v1\(byDay)")["paged"]?.array?.count == 1)
        try town.turn(to: "2026-03-11T03:00:00Z")
        let coordinator = try await town.signedIn("coordinator")
        let evening = try await coordinator.post("\(byDay)/next", ["seen": "1"])
        #expect(evening.status == 303)
        let page = try await coordinator.page(byDay)
        #expect(page.words.contains("The Program Administrator is asked") && page.words.contains("OCP-I.C.2.c"))
        #expect(page.words.contains("may always call a PST Member themselves"))
        #expect(page.forms.allSatisfy { !$0.action.contains("/pages/") && !$0.action.hasSuffix("/next") })
        let candidates = try await coordinator.read("/api/v1\(byDay)")["candidates"]?.array ?? []
        let next = try #require(candidates.first).text("account")
        for (path, body) in [("next", JSON.object(["seen": 1])), ("pages/\(next)", nil)] as [(String, JSON?)] {
            let refused = try await coordinator.api(.post, "/api/v1\(byDay)/\(path)", body)
            #expect(refused.status == 422 && refused.text.contains("OCP-I.C.2.c"), "\(refused)")
        }
        #expect(try await coordinator.read("/api/v1\(byDay)")["paged"]?.array?.count == 1)
        #expect(try await coordinator.read("/api/v1\(byDay)").text("waitsForYesOf") == "Program Administrator")
        // The coordinator's own yes is none.
        #expect(try await coordinator.notices().allSatisfy { $0.text("kind") != "approval-asked" })
        // A seeker's own choice is never held up, and waits for nobody; whom they did not choose waits for the yes.
        let chosen = try await town.staff(colleague).account
        _ = try await town.asks { $0.wanted = [chosen] }
        #expect(try await colleague.offers().count == 1)
        try await goOn(town, minutes: 4)
        let other = try await town.signedIn("supporter")
        #expect(try await other.offers().isEmpty)
        let asked = try await town.signedIn("administrator").notices().filter { $0.text("kind") == "approval-asked" }
        #expect(asked.count == 2)
    }

    @Test(.clause("OCP-I.C.2.b"), arguments: Way.allCases) func theAdministratorIsTold(_ way: Way) async throws {
        let town = try await DemoTown.on(Self.pack)
        func duties() async throws -> (Client, [JSON]) {
            let coordinator = try await town.signedIn("coordinator")
            return (coordinator, try await coordinator.notices().filter { $0["kind"] == "tell-administrator" })
        }
        try await begin(way, in: town)
        #expect(try await duties().1.isEmpty)
        // Tuesday, eleven at night in California.
        try town.turn(to: "2026-03-11T06:00:00Z")
        try await begin(way, in: town)
        let (coordinator, open) = try await duties()
        try #require(open.count == 1)
        #expect(
            open[0].text("title") == "Tell the Program Administrator" && open[0]["means"] == ["telephone", "in-person"])
        let page = try await coordinator.page("/notices")
        let form = try #require(page.forms.first { $0.action.contains(open[0].text("id")) })
        #expect(form.values(of: "how") == ["telephone", "in-person"])
        let byPage = try await coordinator.answer(open[0], how: "page")
        #expect(byPage.status == 422)
        #expect(try Page(byPage).words.contains("This is done by telephone or in person. Rule OCP-I.C.2.b"))
        #expect(try await coordinator.answer(open[0], how: "telephone", minutesAgo: 10).status == 303)
        let done = try await coordinator.read("/api/v1/notices")["answered"]?.array ?? []
        let told = try #require(done.first { $0["kind"] == "tell-administrator" })
        #expect(told["how"] == "telephone" && told.text("answeredBy") == "Program Coordinator")
        #expect(told.text("answeredAt").hasPrefix("2026-03-11T05:5"))
    }

    /// A request that its seeker opens again at night is a request of that night.
    @Test(.clause("OCP-I.C.2.b")) func ofARequestOpenedAgainToo() async throws {
        let town = try await DemoTown.on(Self.pack)
        let seeker = try await town.asks()
        try await #require(town.programmes.endRequest(by: seeker.pass, in: town.agency.agency)).get()
        try town.turn(to: "2026-03-11T06:00:00Z")
        try await #require(town.programmes.reopen(by: seeker.pass, in: town.agency.agency)).get()
        let coordinator = try await town.signedIn("coordinator")
        #expect(try await coordinator.notices().contains { $0["kind"] == "tell-administrator" })
    }

    private func begin(_ way: Way, in town: DemoTown) async throws {
        switch way {
        case .request:
            let asked = try await town.visitor().api(
                .post, "/api/v1/agencies/\(town.agency.slug)/requests",
                ["origin": "oneself", "standing": "employee", "way": "message", "advisementRead": true])
            try #require(asked.status == 201, "\(asked)")
        case .desk:
            let begun = try await town.signedIn("coordinator").post("/call-outs")
            try #require(begun.status == 303, "\(begun)")
        case .deskOfPrograms:
            let begun = try await town.signedIn("coordinator").api(.post, "/api/v1/call-outs")
            try #require(begun.status == 201, "\(begun)")
        }
    }

    private func isActivated(_ member: Client, by way: Way) async throws -> Bool {
        switch way {
        case .request: try await !member.offers().isEmpty
        case .desk, .deskOfPrograms: try await member.read("/api/v1/own-pages")["pages"]?.array?.isEmpty == false
        }
    }

    private func goOn(_ town: DemoTown, minutes: Int64) async throws {
        try await town.goOn(minutes: minutes)
        try await town.programmes.advanceCallOuts()
    }
}
