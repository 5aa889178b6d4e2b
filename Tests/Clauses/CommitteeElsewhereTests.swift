import Operations
import Program
import Sealing
import Store
import TestSupport
import Testing
import Web
import WebSupport

/// Committees of the other policies, and who may be appointed by rank.
@Suite struct CommitteeElsewhereTests {
    @Test(.clause("OCP-I.C.4")) func threeToFiveMembersAndTheAssociationsRepresentative() async throws {
        let town = try await DemoTown.on("orange-county-probation")
        let coordinator = try await town.signedIn("coordinator")
        let committee = "/api/v1/committees/advisory"
        let listed = try await coordinator.read(committee)
        #expect(listed["isDulyComposed"] == .boolean(false) && listed.text("convener") == "Program Coordinator")
        let seats = listed["seats"]?.array ?? []
        #expect(
            seats.compactMap { $0["fewest"]?.integer } == [3, 1] && seats.compactMap { $0["most"]?.integer } == [5, 1])
        // Of the team they must be; the representative is vouched for.
        func offers(_ seat: String, _ account: String, _ vouching: Bool) async throws -> Reply {
            try await coordinator.api(
                .post, "\(committee)/seats",
                ["seat": .string(seat), "account": .string(account), "attested": .boolean(vouching)])
        }
        let chief = try town.member("chief").account
        let outside = try await offers("members", chief, false)
        #expect(outside.status == 422 && outside.clauses == ["OCP-I.C.4"], "\(outside)")
        #expect(try await offers("association", chief, false).clauses == ["OCP-I.C.4"])
        #expect(try await offers("association", chief, true).status == 201)
        #expect(try await offers("members", town.member("supporter").account, false).status == 201)
        let after = try await coordinator.read(committee)["seats"]?.array ?? []
        #expect(after.compactMap { $0["missing"]?.integer } == [2, 0])
    }

    @Test(.clause("OCP-I.C.1")) func theAdministratorHasTheRank() async throws {
        let town = try await DemoTown.on("orange-county-probation")
        _ = try await town.programmes.endRoleAsOperator(
            RoleID("administrator"), of: town.member("administrator").account, in: town.agency.agency)
        for (rank, may) in [
            ("Officer", false), ("Supervising Probation Officer", false), ("Administrator I", true),
        ] {
            let login = "rank.\(rank.count)"
            let number = try await town.programmes.database.employ(login, agency: town.agency.agency.id, rank: rank)
            let created = try await town.programmes.createAccount(
                NewAccount(login: login, name: login, employeeNumber: number), in: town.agency.agency
            ).get()
            let holding = Holding(
                role: RoleID("administrator"), area: nil, startsOn: try #require(Day("2026-03-10")), until: nil)
            let given = try #require(
                try await town.programmes.appointAsOperator(
                    Appointment(account: created.id, holding: holding), in: town.agency.agency))
            switch given {
            case .success: #expect(may, "\(rank)")
            case .failure(let refusal):
                #expect(!may && refusal.problems.flatMap(\.clauses) == [ClauseID("OCP-I.C.1")], "\(refusal)")
            }
        }
    }

    @Test(.clause("IACP-3.2")) func whatIsMissingFromTheRecommendedCommitteeIsShown() async throws {
        let town = try await DemoTown.on("iacp")
        let coordinator = try await town.signedIn("coordinator")
        let committee = try await coordinator.read("/api/v1/committees/steering")
        let seats = committee["seats"]?.array ?? []
        #expect(
            Set(seats.compactMap { $0.text("seat") }) == [
                "organisations", "administrators", "sworn", "civilian", "professional",
            ])
        #expect(seats.allSatisfy { $0["missing"]?.integer == 1 } && committee["isDulyComposed"] == .boolean(false))
        let page = try await coordinator.page("/committees/steering")
        #expect(page.words.contains("5 seats vacant") && page.words.contains("The policy recommends it so."))
        let supporter = try town.member("supporter").account
        func offers(_ seat: String) async throws -> Reply {
            try await coordinator.api(
                .post, "/api/v1/committees/steering/seats",
                ["seat": .string(seat), "account": .string(supporter), "attested": false])
        }
        for seat in ["civilian", "professional", "administrators"] {
            let refused = try await offers(seat)
            #expect(refused.status == 422 && refused.clauses == ["IACP-3.2"], "\(seat): \(refused)")
        }
        #expect(try await offers("sworn").status == 201)
        #expect(try await coordinator.page("/committees/steering").words.contains("4 seats vacant"))
    }

    @Test(.clause("IACP-7.4")) func whetherSupervisorsServeIsADatedDecisionOfTheCommittee() async throws {
        let town = try await DemoTown.on("iacp")
        let coordinator = try await town.signedIn("coordinator")
        let members = try await town.seatsCommittee(3, by: coordinator)
        let words = "Shall supervisors serve as Peer Support Persons?"
        let opened = try await coordinator.api(
            .post, "/api/v1/committees/steering/questions", ["question": .string(words), "votes": "open"])
        let id = try #require(opened.json?.text("id"), "\(opened)")
        for (member, vote) in zip(members, ["yes", "yes", "no"]) {
            #expect(
                try await member.api(.put, "/api/v1/ballots/\(id)/vote", ["choice": .string(vote)]).status == 200)
        }
        let decision = try await members[0].read("/api/v1/ballots/\(id)")
        #expect(
            decision.text("title") == words && decision.text("closedOn") == "2026-03-10"
                && decision.text("outcome") == "passed")
        #expect(decision["named"]?.array?.count == 3)
        let page = try await members[0].page("/committees/steering")
        #expect(page.words.contains(words) && page.words.contains("Passed"))
    }
}
