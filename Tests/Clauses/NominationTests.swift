import Operations
import Program
import Store
import TestSupport
import Testing
import Web
import WebSupport

/// Colleagues name somebody, where a policy has that.
@Suite struct NominationTests {
    private static let own = """
        id: springfield
        version: "1"
        extends: police-division
        agency:
          title: Springfield Police
        selection:
          nomination: {answer-days: 14, basis: {chosen: "Those who would be good at it seldom come by themselves."}}
        """

    private func named(_ town: DemoTown) async throws -> [String] {
        try await town.programmes.database.read { transaction in
            try transaction.rows("SELECT account FROM nomination").map { try $0.text("account") }
        }
    }

    @Test func whoIsNamedIsAskedFirst() async throws {
        let town = try await DemoTown.start(on: [BundledPacks.own(Self.own)])
        for login in ["ada", "bo"] {
            _ = try await town.programmes.database.employ(login, agency: town.agency.agency.id)
        }
        let ada = try await town.enrolled("ada", as: Employees.number(of: "ada"))
        let bo = try await town.enrolled("bo", as: Employees.number(of: "bo"))
        let answers = [
            try await bo.post("/application/nominations", ["employeeNumber": "E-ada"]),
            try await bo.post("/application/nominations", ["employeeNumber": "E-nobody"]),
            // Of the team already.
            try await bo.post("/application/nominations", ["employeeNumber": "E-supporter"]),
            try await bo.post("/application/nominations", ["employeeNumber": "E-bo"]),
        ]
        #expect(answers.allSatisfy { $0.status == 303 && $0 == answers[0] }, "\(answers)")
        let account = try await town.staff(ada).account
        #expect(try await named(town) == [account])
        #expect(try await ada.page("/application").words.contains("A colleague thinks of you"))
        #expect(try await !bo.page("/application").words.contains("A colleague thinks of you"))
        // With the answer nothing of it is left, whichever it is.
        #expect(try await ada.post("/application/nomination", ["answer": "no"]).status == 303)
        #expect(try await named(town).isEmpty)
        #expect(try await ada.read("/api/v1/application")["application"] == .null)
        _ = try await bo.post("/application/nominations", ["employeeNumber": "E-ada"])
        town.pass(seconds: 14 * 86_400)
        try await town.programmes.destroyApplications()
        #expect(try await named(town).isEmpty)
    }

    /// Where the policy has no such way there is none.
    @Test func elsewhereThereIsNone() async throws {
        let joining = try await Joining.at("police-division")
        let none = try await joining.applicant.post("/application/nominations", ["employeeNumber": "S1"])
        #expect(none.status == 404)
    }
}
