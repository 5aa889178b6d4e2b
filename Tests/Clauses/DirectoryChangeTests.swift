import Operations
import Program
import Sealing
import Store
import TestSupport
import Testing
import Web
import WebSupport

/// What a change of the directory brings about at once, by the page of whoever manages people: said before, carried out, said after.
@Suite struct DirectoryChangeTests {
    private static let header = PersonnelColumn.allCases.map(\.rawValue).joined(separator: ",")

    private static func file(_ people: [PersonRecord]) -> String {
        let lines = people.map { person in
            PersonnelColumn.allCases.map { person.text(in: $0) }.joined(separator: ",")
        }
        return ([header] + lines).joined(separator: "\r\n") + "\r\n"
    }

    /// Sends the file: the page that says what it would do.
    private func preview(_ people: [PersonRecord], _ keeper: Client) async throws -> Reply {
        try await keeper.posted("/people/import", ["table": Self.file(people)])
    }

    private func supporter(in town: DemoTown) throws -> String {
        try #require(town.agency.members["supporter"]).account
    }

    @Test(.clause("OCP-II.B.6")) func aNewEmployeeIsDueForOrientationUntilTheyCame() async throws {
        let town = try await DemoTown.start(pack: "orange-county-probation")
        let keeper = try await town.signedIn(try town.agency.role(with: .managePeople))
        let team = try await town.programmes.database.employees(agency: town.agency.agency.id)
        let today = try town.agency.agency.day(at: town.clock.now)
        var hired = team[0]
        (hired.employeeNumber, hired.familyName, hired.hiredOn) = ("N-1", "Newcomer", today)
        let page = try await preview(team + [hired], keeper)
        let due = try #require(today.adding(days: 60))
        #expect(page.text.contains("Due for the orientation of new employees"), "\(page)")
        #expect(page.text.contains(due.text))
        // Nothing before the word.
        #expect(try await keeper.get("/people/orientation").text.contains("Nobody is due"))
        let done = try await keeper.posted("/people/import/decision")
        #expect(done.text.contains("Due for the orientation of new employees: 1."), "\(done)")
        let home = try await keeper.get("/home")
        #expect(home.text.contains("1 new employee due for orientation"), "\(home)")
        let waiting = try await keeper.api(.get, "/api/v1/people/orientation")
        let id = try #require(waiting.json?["people"]?.array?.first?["id"]?.string, "\(waiting)")
        #expect(try await keeper.post("/people/orientation", ["day": today.text]).status == 422)
        let kept = try await keeper.posted("/people/orientation", ["day": today.text, "people": id])
        #expect(kept.text.contains("Kept: 1 came.") && kept.text.contains("Nobody is due"), "\(kept)")
        // The same file makes nobody due again.
        _ = try await preview(team + [hired], keeper)
        _ = try await keeper.posted("/people/import/decision")
        #expect(try await keeper.api(.get, "/api/v1/people/orientation").json?["due"] == 0)
        // Late once the time of the policy is over.
        (hired.employeeNumber, hired.familyName) = ("N-2", "Second")
        _ = try await preview(team + [hired], keeper)
        _ = try await keeper.posted("/people/import/decision")
        town.pass(seconds: 61 * 86_400)
        let later = try await town.signedIn(try town.agency.role(with: .managePeople))
        #expect(try await later.api(.get, "/api/v1/people/orientation").json?["late"] == 1)
    }

    @Test(.clause("SAC-II.D.1-0")) func whoeverLeavesTheDepartmentLeavesTheTeam() async throws {
        let town = try await DemoTown.start(pack: "sacramento-probation")
        let keeper = try await town.signedIn(try town.agency.role(with: .managePeople))
        let supporter = try await town.signedIn("supporter")
        #expect(try await supporter.api(.get, "/api/v1/offers").status == 200)
        let team = try await town.programmes.database.employees(agency: town.agency.agency.id)
        var other = team[0]
        other.employeeNumber = "N-1"
        let account = try self.supporter(in: town)
        let own = Employees.number(of: "supporter")
        let page = try await preview(team.filter { $0.employeeNumber != own } + [other], keeper)
        #expect(page.text.contains("Peer Supporter"), "\(page)")
        #expect(try await supporter.api(.get, "/api/v1/offers").status == 200)
        let done = try await keeper.posted("/people/import/decision")
        #expect(done.text.contains("no longer with the agency: supporter ended"), "\(done)")
        #expect(try await supporter.api(.get, "/api/v1/offers").status == 401)
        let agency = town.agency.agency.id
        let (living, ended) = try await town.programmes.database.read { transaction in
            (
                try transaction.livingMembership(of: account, agency: agency),
                try transaction.lastEndedMembership(of: account, agency: agency)
            )
        }
        #expect(living == nil && ended?.ending?.how == .left)
        // A right file gives the membership back with the role.
        _ = try await preview(team + [other], keeper)
        _ = try await keeper.posted("/people/import/decision")
        let back = try await town.programmes.database.read { transaction in
            try transaction.livingMembership(of: account, agency: agency)
        }
        #expect(back?.id == ended?.id)
        #expect(try await town.signedIn("supporter").api(.get, "/api/v1/offers").status == 200)
    }

    @Test(.clause("SAC-II.C-0")) func aPromotedMembersSeatFallsVacant() async throws {
        let town = try await DemoTown.start(pack: "sacramento-probation")
        let keeper = try await town.signedIn(try town.agency.role(with: .managePeople))
        let agency = town.agency.agency
        let account = try supporter(in: town)
        let today = try agency.day(at: town.clock.now)
        let since = try #require(Day("2026-01-05"))
        let (seat, holding) = (RandomId().text, RandomId().text)
        try await town.programmes.database.write { transaction in
            try transaction.insert(
                Seat(
                    id: seat, committee: CommitteeID("advisory"), seat: "employees", account: account,
                    offeredBy: account, offeredOn: since), agency: agency.id)
            try transaction.insert(
                Holding(role: RoleID("committee-member"), area: nil, startsOn: since, until: nil), id: holding,
                account: account, agency: agency.id, toldFrom: town.clock.now)
            try transaction.beginSeat(seat, on: since, until: nil, holding: holding, agency: agency.id)
        }
        let team = try await town.programmes.database.employees(agency: agency.id)
        let promoted = team.map { person in
            var person = person
            if person.employeeNumber == Employees.number(of: "supporter") { person.isSupervisor = true }
            return person
        }
        func ending() async throws -> SeatEnding? {
            try await town.programmes.database.read { try $0.seat(seat, agency: agency.id)?.seat.ending }
        }
        let page = try await preview(promoted, keeper)
        #expect(page.text.contains("Seats that fall vacant"), "\(page)")
        #expect(page.text.contains("Employee without supervisory duties"))
        #expect(try await ending() == nil)
        let done = try await keeper.posted("/people/import/decision")
        #expect(done.text.contains("a seat is vacant, Employee without supervisory duties"), "\(done)")
        #expect(try await ending()?.cause == .vacated)
        let held = try await town.programmes.database.read {
            try $0.holding(agency: agency.id, account: account, id: holding)
        }
        #expect(held?.holding.isHeld(on: today) == false)
        // They go on as a supporter: only the seat asks for it.
        #expect(try await town.signedIn("supporter").api(.get, "/api/v1/offers").status == 200)
    }
}
