import Operations
import PolicyPacks
import Program
import Store
import Testing

/// What somebody with an area sees first, and that the directory says which units it covers.
@Suite struct AreaTests {
    private struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let power: Power
        /// Role, area, and the day before which it is held; open where none is given.
        let holdings: [(role: String, area: String?, until: String?)]
        let scope: AreaScope
    }

    private static let cases = [
        Case(
            testDescription: "one area", power: .keepRoster, holdings: [("coordinator", "North", nil)],
            scope: .areas(["North"])),
        Case(
            testDescription: "two areas, in order", power: .managePeople,
            holdings: [("coordinator", "South", nil), ("coordinator", "North", nil), ("coordinator", "North", nil)],
            scope: .areas(["North", "South"])),
        Case(
            testDescription: "one that is over", power: .keepRoster,
            holdings: [("coordinator", "South", "2026-11-20"), ("coordinator", "North", "2026-11-21")],
            scope: .areas(["North"])),
        Case(
            testDescription: "a power of a role without an area", power: .receiveStatSheets,
            holdings: [("coordinator", "North", nil), ("logistics-coordinator", nil, nil)], scope: .whole),
        Case(
            testDescription: "a role without an area that has the power too", power: .readConformance,
            holdings: [("coordinator", "North", nil), ("administrator", nil, nil)], scope: .whole),
        Case(
            testDescription: "a role that has no areas", power: .takeRequests, holdings: [("supporter", nil, nil)],
            scope: .whole),
        Case(testDescription: "nothing held", power: .keepRoster, holdings: [], scope: .whole),
    ]

    @Test(arguments: cases) private func scopes(this: Case) throws {
        let pack = try PackLibrary.load(PackID("orange-county-probation")).get().pack
        let (start, today) = (try #require(Day("2026-01-01")), try #require(Day("2026-11-20")))
        let holdings = this.holdings.map {
            Holding(role: RoleID($0.role), area: $0.area, startsOn: start, until: $0.until.flatMap { Day($0) })
        }
        #expect(pack.scope(of: holdings, with: this.power, on: today) == this.scope)
    }

    /// Two people of the north in two units, one of the south, one of nowhere; each but the last is a supporter.
    private static func people(_ ground: Ground) async throws {
        let file = """
            employee_number,given_name,family_name,email,phone,unit,division,shift,rank,classification,is_supervisor,\
            supervisor,hired_on,area,cost_centre,mou,investigates
            1,Ada,North,,,Unit B,D,Days,Officer,sworn,yes,,2020-01-01,North,,,no
            2,Ben,North,,,Unit A,D,Days,Officer,sworn,no,1,2020-01-01,North,,,no
            3,Cleo,South,,,Unit C,D,Days,Officer,sworn,no,1,2020-01-01,South,,,no
            4,Dina,Nowhere,,,Unit D,D,Days,Officer,sworn,no,1,2020-01-01,,,,no

            """
        let today = try ground.agency.day(at: ground.clock.now)
        let personnel = try PersonnelFile.check(rows: PersonnelFileReader(Array(file.utf8)), at: today).get()
        _ = try await ground.programmes.updateDirectory(personnel, of: ground.agency).get()
        for (login, number) in [("ada", "1"), ("ben", "2"), ("cleo", "3")] {
            let created = try await ground.programmes.createAccount(
                NewAccount(login: login, name: login, employeeNumber: number), in: ground.agency
            ).get()
            try await ground.give("supporter", to: created.id)
        }
    }

    @Test(arguments: engines) func whatAnAreaCovers(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let programmes = ground.programmes
        let early = try await ground.member("early", roles: "coordinator")
        #expect(try await programmes.areaView(for: .managePeople, of: early) == .empty(["North"]))
        try await Self.people(ground)
        let north = try await ground.member("north", roles: "coordinator")
        let receiver = try await ground.member("receiver", roles: "logistics-coordinator")
        let view = try await programmes.areaView(for: .managePeople, of: north)
        #expect(view == .areas(["North"], units: ["Unit A", "Unit B"], people: 2))
        #expect(try await programmes.areaView(for: .receiveStatSheets, of: receiver) == .whole)

        let names = { (areas: [String]?, after: String) in
            try await programmes.people(after: after, limit: 9, in: areas, by: north).map(\.record.givenName)
        }
        #expect(try await names(["North"], "") == ["Ada", "Ben"])
        #expect(try await names(["North"], "1") == ["Ben"])
        #expect(try await names(["North", "South"], "") == ["Ada", "Ben", "Cleo"])
        #expect(try await names(nil, "") == ["Ada", "Ben", "Cleo", "Dina"])
        #expect(try await names(["West"], "") == [])

        let october = north.today.month.previous
        let submitters = { (areas: [String]?) in
            try await programmes.standings(october, in: areas, by: receiver).map(\.name)
        }
        #expect(try await submitters(["North"]) == ["ada", "ben"])
        #expect(try await submitters(nil) == ["ada", "ben", "cleo"])
        let board = try await programmes.rosterBoard(in: ["South"], by: north)
        #expect(board.area?.count == 1)
    }

    /// Where the directory names areas, an appointment is to one of them.
    @Test(arguments: engines) func anAppointmentIsToAnAreaOfTheDirectory(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        try await Self.people(ground)
        let account = try await ground.enrol("new")
        let start = try #require(Day("2026-11-20"))
        for (area, fields) in [("West", ["area"]), ("north", ["area"]), ("South", nil)] as [(String, [String?]?)] {
            let holding = Holding(role: RoleID("coordinator"), area: area, startsOn: start, until: nil)
            let given = try await ground.programmes.appointAsOperator(
                Appointment(account: account, holding: holding), in: ground.agency)
            #expect(given?.refusedFields == fields, "\(area)")
        }
    }
}
