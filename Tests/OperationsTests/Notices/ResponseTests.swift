import Operations
import Program
import Sealing
import Store
import Testing

/// A response in person after hours: a member tells a leader, a leader the coordinator (KSO-K.1), with the vehicle (KSO-K.2).
@Suite struct ResponseTests {
    @Test(arguments: engines, [("supporter", "leader"), ("leader", "coordinator")])
    func oneUpIsTold(_ engine: Engine, _ who: (tells: String, told: String)) async throws {
        let ground = try await Ground(engine, pack: "kern-sheriff")
        let everyone = try await ground.everyRole()
        let responder = try #require(everyone[who.tells])
        let told = try #require(everyone[who.told])
        let audited = try await ground.database.sizes()["audit_entry"]
        let response = NewResponse(vehicle: "own")
        _ = try await ground.programmes.tellResponse(response, by: responder).get()
        for (role, staff) in everyone {
            #expect(try await ground.programmes.openNotices(for: staff) == (role == who.told ? 1 : 0), "\(role)")
        }
        let received = try #require(try await ground.programmes.notices(for: told).open.first)
        #expect(received.from == "Name of \(who.tells)" && received.vehicle == "Your own vehicle")
        #expect(received.means == [.page, .telephone, .inPerson])
        #expect(received.notice.clauses == [ClauseID("KSO-K.1")] && received.notice.raisedAt == nil)
        ground.clock.move(seconds: 900)
        try await ground.programmes.escalateNotices()
        #expect(try await ground.pings(of: told.account) == 2)
        #expect(try await ground.answer(received.notice.id, how: .inPerson, by: told))
        // When a supporter was out is in no chain.
        #expect(try await ground.database.sizes()["audit_entry"] == audited)
    }

    /// Whoever holds both roles tells the one above both.
    @Test(arguments: engines) func aLeaderWhoIsAMember(_ engine: Engine) async throws {
        let ground = try await Ground(engine, pack: "kern-sheriff")
        let both = try await ground.member("b.oth", roles: "supporter", "leader")
        #expect(ground.programmes.responseRule(for: both)?.to == RoleID("coordinator"))
    }

    @Test(arguments: engines) func theVehicleIsOfTheList(_ engine: Engine) async throws {
        let ground = try await Ground(engine, pack: "kern-sheriff")
        let staff = try await ground.member("s.one", roles: "supporter")
        let coordinator = try await ground.member("c.one", roles: "coordinator")
        let before = try await ground.database.everything()
        for vehicle in [nil, "", "helicopter"] {
            let answer = try await ground.programmes.tellResponse(NewResponse(vehicle: vehicle), by: staff)
            guard case .failure(let refusal) = answer else { throw Ground.NotSignedIn(answer: "\(answer)") }
            #expect(refusal.problems.map(\.field) == ["vehicle"])
            #expect(refusal.problems.map(\.clauses) == [[ClauseID("KSO-K.2")]])
        }
        #expect(try await ground.programmes.tellResponse(NewResponse(vehicle: "own"), by: coordinator).isRefused)
        #expect(try await ground.database.everything() == before)
    }

    @Test(arguments: engines, ["sacramento-probation", "orange-county-probation", "police-division", "iacp"])
    func otherProgrammesHaveNoSuchDuty(_ engine: Engine, _ pack: String) async throws {
        let ground = try await Ground(engine, pack: pack)
        for (role, staff) in try await ground.everyRole() {
            #expect(try await ground.programmes.tellResponse(NewResponse(vehicle: nil), by: staff).isRefused, "\(role)")
        }
    }
}
