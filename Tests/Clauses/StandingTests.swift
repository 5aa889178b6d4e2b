import Operations
import Program
import Store
import TestSupport
import Testing
import Web
import WebSupport

/// Only employees of the directory are of the team.
@Suite struct StandingTests {
    /// The coordinator gives the supporter's role, by program as by page, to an account of that person.
    private func given(to kind: String?, in town: DemoTown) async throws -> Reply {
        let keeper = try await town.signedIn("coordinator")
        let agency = town.agency.agency
        var number: JSON = .null
        if let kind {
            number = .string(try await town.programmes.database.employ(kind, agency: agency.id))
            try await town.programmes.database.write { transaction in
                try transaction.execute(
                    "UPDATE person SET classification = \(kind) WHERE employee_number = \(Employees.number(of: kind))")
            }
        }
        var account: [String: JSON] = ["login": "newcomer", "name": "Newcomer"]
        if kind != nil { account["employeeNumber"] = number }
        let made = try await keeper.api(.post, "/api/v1/accounts", .object(account))
        let id = try #require(made.json?["id"]?.string, "\(made)")
        let today = try agency.day(at: town.clock.now).text
        return try await keeper.api(
            .post, "/api/v1/accounts/\(id)/roles", ["role": "supporter", "startsOn": .string(today)])
    }

    @Test(.clause("PD-C.1"), arguments: [nil, "volunteer", "sworn", "civilian"])
    func theDivisionStaffsItsTeamWithItsEmployees(_ kind: String?) async throws {
        let town = try await DemoTown.start(pack: "police-division")
        let reply = try await given(to: kind, in: town)
        if kind == "sworn" || kind == "civilian" {
            #expect(reply.status == 201, "\(reply)")
        } else {
            #expect(reply.status == 422 && reply.text.contains("PD-C.1"), "\(reply)")
        }
    }

    /// Of the other policies, the part that the directory can tell.
    @Test(arguments: [("sacramento-probation", "SAC-II.D.1-0"), ("orange-county-probation", "OCP-I.C.3-0")])
    func anAccountFromOutsideIsNotOfTheTeam(_ pack: String, _ clause: String) async throws {
        let reply = try await given(to: nil, in: try await DemoTown.start(pack: pack))
        #expect(reply.status == 422 && reply.text.contains(clause), "\(reply)")
    }
}
