import Program
import Testing
import Web
import WebSupport

/// A coordinator supervises the programme in an assigned area day by day: what they open shows the area first.
@Suite(.clause("OCP-I.C.2.a")) struct CoordinatorsAreaTests {
    /// Ada and Ben work in the north, Cleo in the south; Ben and Cleo are on the team and each has a rotation.
    private static func town() async throws -> (DemoTown, coordinator: Client) {
        let town = try await DemoTown.on(OrangeCountySheetTests.pack)
        try await town.employs(
            [("1", "Ada", "", true, false), ("2", "Ben", "1", false, false), ("3", "Cleo", "1", false, false)],
            areas: ["1": "North", "2": "North", "3": "South"])
        let coordinator = try await town.signedIn("coordinator")
        for (login, name, number) in [("ben", "Ben Person", "2"), ("cleo", "Cleo Person", "3")] {
            let supporter = try await town.supporter(login, named: name, employee: number)
            try await coordinator.rotate([supporter.ownAccount(in: town, by: coordinator)], named: "Turns of \(login)")
        }
        return (town, coordinator)
    }

    private static func names(_ page: Page) -> [String] { page.tables.flatMap { $0 }.compactMap(\.first) }

    @Test func everyListShowsTheAreaFirstAndTheWholeByOneLink() async throws {
        let (_, coordinator) = try await Self.town()
        for (path, own, others) in [
            ("/people", ["Person, Ada", "Person, Ben"], ["Person, Cleo"]),
            ("/roster/lists/supporters", ["Turns of ben"], ["Turns of cleo"]),
        ] {
            let page = try await coordinator.page(path)
            let shown = Self.names(page)
            #expect(own.allSatisfy(shown.contains) && !others.contains(where: shown.contains), "\(path): \(shown)")
            // It says so, and which units of the directory the area covers.
            #expect(
                page.words.contains("Your area: North") && page.words.contains("Its units: Unit 1, Unit 2."), "\(path)")
            #expect(page.links.contains("\(path)?show=whole"))
            let whole = try await coordinator.page("\(path)?show=whole")
            #expect((own + others).allSatisfy(Self.names(whole).contains), "\(path)")
            #expect(whole.words.contains("Back to your area, North") && whole.links.contains(path))
        }
        #expect(try await coordinator.page("/roster").links.contains("/roster?show=whole"))
    }

    @Test func homeIsTheDayInTheArea() async throws {
        let (_, coordinator) = try await Self.town()
        let home = try await coordinator.page("/home")
        let day = try #require(home.section("Today in North"))
        #expect(day.facts["People"] == "2")
        #expect(day.facts["PST Members"] == "1 on the call-out list")
        #expect(day.facts["On call now"]?.contains("of 2 in all") == true)
        #expect(day.links.contains("/home?show=whole") && day.links.contains("/people"))
        #expect(try await coordinator.page("/home?show=whole").section("Today in North") == nil)
    }

    /// The units are the directory's: an area is one that it names, and a coordinator of another sees that.
    @Test func eachCoordinatorHasAnAreaOfTheDirectory() async throws {
        let (town, _) = try await Self.town()
        let administrator = try await town.signedIn("administrator")
        let roles = "/api/v1/accounts/\(try town.member("chaplain").account)/roles"
        for (area, status) in [("West", 422), ("South", 201)] {
            let reply = try await administrator.api(
                .post, roles, ["role": "coordinator", "area": .string(area), "startsOn": "2026-03-10"])
            #expect(reply.status == status, "\(reply)")
            guard status == 422 else { continue }
            #expect(reply.problems["area"]?.text("message").contains("North, South") == true)
            #expect(reply.problems["area"]?["clauses"]?.array?.contains("OCP-I.C.2.a") == true)
        }
        let south = try await town.signedIn("chaplain")
        let shown = Self.names(try await south.page("/people"))
        #expect(shown.contains("Person, Cleo") && !shown.contains("Person, Ada"))
        // A program says itself what it wants.
        let people = { (query: String) in
            try await south.read("/api/v1/people\(query)")["people"]?.array?.map { $0.text("givenName") }
        }
        // Robin is there once for each role of this pack that only somebody of the agency holds.
        let whole = try await people("")
        #expect(Set(whole ?? []) == ["Ada", "Ben", "Cleo", "Robin"])
        #expect(whole?.filter { $0 != "Robin" } == ["Ada", "Ben", "Cleo"])
        #expect(try await people("?area=North") == ["Ada", "Ben"])
    }
}
