import Operations
import Program
import Sealing
import Store
import TestSupport
import Testing
import Web
import WebSupport

/// Who may be a member in Orange County.
@Suite struct OrangeCountyMembersTests {
    private static let pack = "orange-county-probation"

    /// Somebody who was selected is activated with a training in peer support on record, as an employee; the suggested course stands
    /// beside it as open and then as done, and blocks nothing.
    @Test(.clause("OCP-I.C.3-0")) func membersAreEmployeesWithARecordedTraining() async throws {
        let town = try await DemoTown.on(Self.pack)
        let coordinator = try await town.signedIn("coordinator")
        let number = try await town.programmes.database.employ("ada.person", agency: town.agency.agency.id)
        let ada = try await town.enrolled("ada.person", as: number)
        let account = try await town.staff(ada).account
        // The steps of the selection are walked elsewhere; this is somebody whom they all chose.
        let chosen = Membership(
            id: RandomId().text, account: account, origin: .selected,
            beganOn: try town.agency.agency.day(at: town.clock.now))
        try await town.programmes.database.write { [agency = town.agency.agency.id] transaction in
            try transaction.insert(chosen, agency: agency)
        }
        let page = try await ada.page("/agreement")
        let text = try #require(
            page.forms.first { $0.action == "/agreement/signature" }?.values(of: "text").first)
        #expect(try await ada.post("/agreement/signature", ["name": "ada.person", "text": text]).status == 303)
        let activation = "/memberships/\(account)/activation"
        let untrained = try await coordinator.post(activation)
        #expect(untrained.status == 422 && untrained.text.contains("OCP-I.C.3-0"), "\(untrained)")
        #expect(untrained.text.contains("No training in peer support is recorded yet."))
        #expect(try await ada.get("/offers").status == 404)
        // A training of another kind will do; the suggested minimum stays open.
        #expect(try await coordinator.records("basic-cism", of: account, on: "2026-03-02").status == 303)
        #expect(
            try await coordinator.standing("course.basic-peer-support", of: account).text("state") == "advised")
        #expect(try await coordinator.post(activation).status == 303)
        #expect(try await ada.get("/offers").status == 200)
        #expect(try await coordinator.records("basic-peer-support", of: account, on: "2026-03-03").status == 303)
        #expect(try await coordinator.standing("course.basic-peer-support", of: account).text("state") == "met")
    }

    /// Nobody from outside is a member, whatever is recorded of them.
    @Test(.clause("OCP-I.C.3-0")) func nobodyFromOutsideIsAMember() async throws {
        let town = try await DemoTown.on(Self.pack)
        let keeper = try await town.signedIn("coordinator")
        let made = try await keeper.api(
            .post, "/api/v1/accounts", ["login": "newcomer", "name": "Newcomer"])
        let id = try #require(made.json?.text("id"))
        let given = try await keeper.api(
            .post, "/api/v1/accounts/\(id)/roles", ["role": "supporter", "startsOn": .string(try town.today)])
        #expect(given.status == 422 && given.text.contains("OCP-I.C.3-0"), "\(given)")
    }
}
