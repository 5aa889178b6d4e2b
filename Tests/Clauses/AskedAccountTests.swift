import Operations
import Program
import Sealing
import Store
import TestSupport
import Testing
import Web
import WebSupport

/// An employee without an account asks for one on the public page.
@Suite struct AskedAccountTests {
    private func town() async throws -> DemoTown {
        let town = try await DemoTown.on("police-division")
        let since = try #require(Day("2020-01-01"))
        @Sendable func person(_ number: String, _ email: String?) -> PersonRecord {
            PersonRecord(
                employeeNumber: number, givenName: "Élodie", familyName: "Marsh", email: email, phone: nil,
                unit: "North",
                division: "North", shift: "Days", rank: "Officer", classification: .sworn, isSupervisor: false,
                supervisor: nil, hiredOn: since, area: nil, costCentre: nil, memorandum: nil, investigates: false)
        }
        try await town.programmes.database.write { [agency = town.agency.agency.id] transaction in
            try transaction.add(
                [person("N1", "elodie@example.org"), person("N2", nil)],
                ids: ["N1": "person-with-mail", "N2": "person-without"], agency: agency)
        }
        return town
    }

    private func outbox(_ town: DemoTown) async throws -> Int {
        try await town.programmes.database.read { try $0.rows("SELECT id FROM outbox").count }
    }

    /// One answer, to the byte, whether or not the directory knows the number; and only whom it knows with an address gets a letter.
    @Test func theAnswerTellsNothing() async throws {
        let town = try await town()
        let visitor = town.visitor()
        let path = "/agencies/police-division/joining/account"
        var answers: [Reply] = []
        for number in ["N1", "N2", "N3", "N1"] {
            answers.append(try await visitor.post(path, ["employeeNumber": number]))
        }
        #expect(answers.allSatisfy { $0.status == 303 && $0 == answers[0] }, "\(answers)")
        #expect(try await outbox(town) == 1)
        let (accounts, sealed) = try await town.programmes.database.read {
            [agency = town.agency.agency.id] transaction in
            (
                try transaction.accounts(ofPerson: "person-with-mail", agency: agency),
                try transaction.rows("SELECT sealed FROM enrolment_letter").count
            )
        }
        #expect(accounts.count == 1 && sealed == 1)
        let account = try #require(accounts.first)
        let (login, holdings) = try await town.programmes.database.read {
            [agency = town.agency.agency.id] transaction in
            (
                try transaction.account(agency: agency, id: account)?.login,
                try transaction.holdings(of: account, agency: agency)
            )
        }
        #expect(login == "elodie.marsh" && holdings.isEmpty)
        // The next day one more may be sent; once the owner came, none ever.
        town.pass(seconds: 86_401)
        _ = try await visitor.post(path, ["employeeNumber": "N1"])
        #expect(try await outbox(town) == 2)
    }

    /// Whoever has the account already, or is none whom the policy takes, gets nothing.
    @Test func nobodyElseGetsOne() async throws {
        let town = try await town()
        _ = try await town.enrolled("elodie", as: "N1")
        _ = try await town.visitor().post("/agencies/police-division/joining/account", ["employeeNumber": "N1"])
        #expect(try await outbox(town) == 0)
        let by = try await town.visitor().api(
            .post, "/api/v1/agencies/police-division/joining/account", ["employeeNumber": "N2"])
        #expect(by.status == 204)
    }
}
