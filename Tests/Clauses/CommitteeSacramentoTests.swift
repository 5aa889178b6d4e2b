import Operations
import Program
import Sealing
import Store
import TestSupport
import Testing
import Web
import WebSupport

/// The advisory committee of Sacramento's order: who sits in it, for how long, what makes a seat vacant, and how it chooses its own.
@Suite struct CommitteeSacramentoTests {
    private static let committee = "/api/v1/committees/advisory"

    private func offered(
        _ seat: String, to client: Client, vouching: Bool = false, in town: DemoTown, by coordinator: Client
    ) async throws -> Reply {
        try await coordinator.api(
            .post, "\(Self.committee)/seats",
            [
                "seat": .string(seat), "account": .string(try await town.staff(client).account),
                "attested": .boolean(vouching),
            ])
    }

    private func part(_ seat: String, _ coordinator: Client) async throws -> JSON? {
        try await coordinator.read(Self.committee)["seats"]?.array?.first { $0.text("seat") == seat }
    }

    @Test(.clause("SAC-II.C-0")) func aSupervisorTakesNoSeatOfEmployeesAndAPromotedMemberLosesTheirs() async throws {
        let town = try await DemoTown.on("sacramento-probation")
        let coordinator = try await town.signedIn("coordinator")
        try await town.employs([("C1", "Kim", "", true, false), ("A1", "Ada", "C1", false, false)])
        let (kim, ada) = (
            try await town.enrolled("kim.person", as: "C1"), try await town.enrolled("ada.person", as: "A1")
        )
        let account = try await town.staff(ada).account
        let refused = try await offered("employees", to: kim, in: town, by: coordinator)
        #expect(refused.status == 422 && refused.clauses == ["SAC-II.C-0"], "\(refused)")
        let unvouched = try await offered("counsellor", to: kim, in: town, by: coordinator)
        #expect(unvouched.status == 422 && unvouched.clauses == ["SAC-II.C-0"], "\(unvouched)")
        #expect(try await offered("counsellor", to: kim, vouching: true, in: town, by: coordinator).status == 201)
        #expect(try await part("employees", coordinator)?["missing"]?.integer == 5)
        let page = try await coordinator.page("/committees/advisory")
        #expect(page.words.contains("Not duly composed") && page.words.contains("7 seats vacant"))
        #expect(try await coordinator.page("/home").words.contains("not duly composed"))

        let seat = try #require(
            try await offered("employees", to: ada, in: town, by: coordinator).json?.text("id"))
        #expect(try await ada.api(.post, "/api/v1/seats/\(seat)/acceptance").status == 204)
        #expect(try await part("employees", coordinator)?["missing"]?.integer == 4)
        // Promoted: from that moment the seat is vacant, and the role that came with it is gone.
        try await town.employs([("C1", "Kim", "", true, false), ("A1", "Ada", "C1", true, false)])
        #expect(try await part("employees", coordinator)?["missing"]?.integer == 5)
        let roles = try await coordinator.read("/api/v1/accounts/\(account)")["roles"]?.array ?? []
        #expect(roles.compactMap { $0.text("until") } == ["2026-03-10"], "\(roles)")
        #expect(try await coordinator.notices().contains { $0.text("kind") == "seat-vacant" })
    }

    @Test(.clause("SAC-II.C-0b")) func aSeatIsAcceptedForTwoYearsAndItsEndIsTold() async throws {
        let town = try await DemoTown.on("sacramento-probation")
        let coordinator = try await town.signedIn("coordinator")
        try await town.employs([("C1", "Kim", "", true, false), ("A1", "Ada", "C1", false, false)])
        let ada = try await town.enrolled("ada.person", as: "A1")
        let seat = try #require(
            try await offered("employees", to: ada, in: town, by: coordinator).json?.text("id"))
        // Voluntary: nothing is hers until she says so.
        let waiting = try await coordinator.read(Self.committee)["members"]?.array?.first
        #expect(waiting?["isOffered"] == .boolean(true) && waiting?["until"] == .null)
        #expect(try await ada.page("/home").words.contains("Serving is voluntary"))
        #expect(try await ada.api(.post, "/api/v1/seats/\(seat)/acceptance").status == 204)
        let held = try await coordinator.read(Self.committee)["members"]?.array?.first
        #expect(held?.text("startsOn") == "2026-03-10" && held?.text("until") == "2028-03-10", "\(held as Any)")

        func reminders() async throws -> Int {
            try await town.programmes.keepSeats()
            let again = try await town.signedIn("coordinator")
            return try await again.notices().count { $0.text("kind") == "seat-ends" }
        }
        #expect(try await reminders() == 0)
        // Sixty days before, once, however often it is looked.
        town.pass(seconds: (731 - 61) * 86_400)
        #expect(try await reminders() == 0)
        town.pass(seconds: 86_400)
        #expect(try await reminders() == 1)
        #expect(try await reminders() == 1)
        town.pass(seconds: 60 * 86_400)
        let after = try await town.signedIn("coordinator")
        #expect(try await part("employees", after)?["missing"]?.integer == 5)
    }

    @Test(.clause("SAC-II.C-0b")) func anExpiredSeatHasNoVote() async throws {
        let town = try await DemoTown.on("sacramento-probation")
        let coordinator = try await town.signedIn("coordinator")
        let members = try await town.seatsCommittee(3, by: coordinator)
        let opened = try await coordinator.api(
            .post, "\(Self.committee)/questions", ["question": "Do we meet in May?", "votes": "secret"])
        let id = try #require(opened.json?.text("id"), "\(opened)")
        #expect(try await members[0].api(.put, "/api/v1/ballots/\(id)/vote", ["choice": "yes"]).status == 200)
        try await town.programmes.database.write { transaction in
            _ = try transaction.execute("UPDATE seat SET starts_on = '2024-01-01', until = '2026-03-10'")
        }
        let refused = try await members[1].api(.put, "/api/v1/ballots/\(id)/vote", ["choice": "yes"])
        #expect(refused.status == 422 && refused.clauses.contains("SAC-II.C-0"), "\(refused)")
    }

    @Test(.clause("SAC-II.B-0")) func withoutTheCoordinatorInTheChairItIsNotDulyComposed() async throws {
        let town = try await DemoTown.on("sacramento-probation")
        let member = try await town.signedIn("committee-member")
        #expect(try await member.read(Self.committee)["chairs"]?.array?.count == 1)
        _ = try await town.programmes.endRoleAsOperator(
            RoleID("coordinator"), of: try town.member("coordinator").account, in: town.agency.agency)
        let listed = try await member.read("/api/v1/committees")["committees"]?.array?.first
        #expect(listed?.text("missingChair") == "coordinator" && listed?["isDulyComposed"] == .boolean(false))
        #expect(try await member.page("/committees/advisory").words.contains("nobody in the chair"))
    }

    @Test(.clause("SAC-II.C.5")) func newMembersAreActiveSupportersWhomTheCommitteeChose() async throws {
        let town = try await DemoTown.on("sacramento-probation")
        let coordinator = try await town.signedIn("coordinator")
        try await town.employs([("C1", "Kim", "", true, false), ("A1", "Ada", "C1", false, false)])
        let members = try await town.seatsCommittee(4, by: coordinator)
        let (outsider, supporter) = (
            try await town.enrolled("ada.person", as: "A1"), try await town.signedIn("supporter")
        )
        // Nobody is put there past the committee's ballot, and nobody stands who is not of the team.
        let past = try await offered("employees", to: supporter, in: town, by: coordinator)
        #expect(past.status == 422 && past.clauses == ["SAC-II.C.5"], "\(past)")
        func election(of client: Client) async throws -> Reply {
            try await coordinator.api(
                .post, "\(Self.committee)/elections",
                ["seat": "employees", "account": .string(try await town.staff(client).account), "attested": false])
        }
        let refused = try await election(of: outsider)
        #expect(refused.status == 422 && refused.clauses == ["SAC-II.C.5"], "\(refused)")
        let opened = try await election(of: supporter)
        let id = try #require(opened.json?.text("id"), "\(opened)")
        for member in members {
            #expect(try await member.api(.put, "/api/v1/ballots/\(id)/vote", ["choice": "yes"]).status == 200)
        }
        let closed = try await coordinator.read("/api/v1/ballots/\(id)")
        #expect(closed.text("outcome") == "passed" && closed["yes"]?.integer == 4, "\(closed)")
        #expect(try await supporter.page("/committees").words.contains("Offered to you"))
    }

    /// Ties fail, and so does what carries among those who voted but not among those who are seated.
    @Test(
        .clause("SAC-III.A-0"),
        arguments: [
            (4, ["yes", "yes", "no", "no"], "failed"), (4, ["yes", "yes", "yes", "no"], "passed"),
            (4, ["yes", "yes", "abstain", "abstain"], "failed"), (3, ["yes", "yes", "no"], "passed"),
        ])
    func moreThanHalfOfTheSeatedCarry(_ row: (seated: Int, votes: [String], outcome: String)) async throws {
        let town = try await DemoTown.on("sacramento-probation")
        let coordinator = try await town.signedIn("coordinator")
        let members = try await town.seatsCommittee(row.seated, by: coordinator)
        let opened = try await coordinator.api(
            .post, "\(Self.committee)/questions", ["question": "Is it so?", "votes": "secret"])
        let id = try #require(opened.json?.text("id"), "\(opened)")
        // Whoever holds the role without a seat, as the town's own member does, is not among them.
        let unseated = try await town.signedIn("committee-member")
        #expect(try await unseated.api(.put, "/api/v1/ballots/\(id)/vote", ["choice": "yes"]).status == 404)
        var codes: [String] = []
        for (member, vote) in zip(members, row.votes) {
            let given = try await member.api(.put, "/api/v1/ballots/\(id)/vote", ["choice": .string(vote)])
            try #require(given.status == 200, "\(given)")
            codes.append(try #require(given.json?.text("code")))
        }
        let closed = try await members[0].read("/api/v1/ballots/\(id)")
        #expect(closed.text("outcome") == row.outcome && closed["electors"]?.integer == row.seated)
        let papers = closed["papers"]?.array ?? []
        for (code, vote) in zip(codes, row.votes) {
            #expect(papers.first { $0.text("code") == code }?.text("choice") == vote)
        }
        let late = try await members[0].api(.put, "/api/v1/ballots/\(id)/vote", ["choice": "no"])
        #expect(late.status == 422)
    }

    @Test(.clause("SAC-II.C-0")) func theRoleComesWithASeatAndNotFromTheAccountPage() async throws {
        let town = try await DemoTown.on("sacramento-probation")
        let coordinator = try await town.signedIn("coordinator")
        let account = try town.member("supporter").account
        let given = try await coordinator.api(
            .post, "/api/v1/accounts/\(account)/roles", ["role": "committee-member", "startsOn": "2026-03-10"])
        #expect(given.status == 422 && given.clauses.contains("SAC-II.C-0"), "\(given)")
    }
}
