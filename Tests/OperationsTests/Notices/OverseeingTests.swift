import Operations
import Program
import Sealing
import Store
import Testing

/// Whoever watches over the programme sees what is unanswered, and how long answers took (SAC-II.D.3.f).
@Suite struct OverseeingTests {
    private static let pack = "sacramento-probation"

    @Test(arguments: engines) func askedToGetInTouch(_ engine: Engine) async throws {
        let ground = try await Ground(engine, pack: Self.pack)
        let everyone = try await ground.everyRole()
        let coordinator = try #require(everyone["coordinator"])
        let supporter = try #require(everyone["supporter"])
        let liaison = try #require(everyone["management-liaison"])
        for role in ["supporter", "management-liaison", "counsellor"] {
            let staff = try #require(everyone[role])
            #expect(try await ground.programmes.askToGetInTouch(supporter.account, by: staff).isRefused, "\(role)")
            #expect(try await ground.programmes.supportersToAsk(by: staff).isEmpty, "\(role)")
        }
        let wrong = try await ground.programmes.askToGetInTouch(liaison.account, by: coordinator)
        #expect(wrong.refusedFields == ["supporter"])
        let reachable = try await ground.programmes.supportersToAsk(by: coordinator)
        #expect(reachable.map(\.account) == [supporter.account] && reachable.map(\.name) == ["Name of supporter"])
        _ = try await ground.programmes.askToGetInTouch(supporter.account, by: coordinator).get()

        let received = try #require(try await ground.programmes.notices(for: supporter).open.first)
        #expect(received.from == "Name of coordinator" && received.notice.kind == .getInTouch)
        #expect(received.notice.due == ground.clock.now.adding(seconds: 48 * 3600))
        #expect(received.notice.clauses == ["SAC-II.D.3.f"].map { ClauseID($0) })
        func overview() async throws -> OverseenNotice {
            let seen = try await ground.programmes.noticeOverview(for: coordinator)
            #expect(try await ground.programmes.noticeOverview(for: liaison).map(\.notice) == seen.map(\.notice))
            #expect(seen.count == 1)
            return seen[0]
        }
        #expect(try await overview().isOverdue == false)
        #expect(try await overview().addressee == "Name of supporter")
        ground.clock.move(seconds: 48 * 3600 + 1)
        #expect(try await overview().isOverdue)
        let again = try await ground.signedInAgain("supporter")
        #expect(try await ground.answer(received.notice.id, how: .telephone, by: again))
        let answered = try await overview()
        #expect(answered.notice.secondsToAcknowledge == Int64(172_801))
        #expect(answered.isOverdue && answered.answeredBy == "Name of supporter")
    }

    /// What proves a duty is seen by whoever watches over duties; what tells of a request by the coordinator alone.
    @Test(arguments: engines) func onlyWhoWatchesOverIt(_ engine: Engine) async throws {
        let ground = try await Ground(engine, pack: Self.pack)
        let everyone = try await ground.everyRole()
        let supporter = try #require(everyone["supporter"])
        _ = try await ground.raise(.calledOut, to: .account(supporter.account))
        _ = try await ground.raise(.conflict, to: .role(RoleID("management-liaison")))
        for (role, staff) in everyone {
            let seen = Set(try await ground.programmes.noticeOverview(for: staff).map(\.notice.kind))
            switch role {
            case "coordinator": #expect(seen == [.calledOut, .conflict])
            case "management-liaison", "committee-member": #expect(seen == [.calledOut], "\(role)")
            default: #expect(seen.isEmpty, "\(role)")
            }
        }
    }

    /// That there is a disclosure is seen by nobody but those it is for.
    @Test(
        arguments: engines,
        [
            ("sacramento-probation", "self-harm", ["chaplaincy", "coordinator"]),
            ("sacramento-probation", "harm-to-another", ["management-liaison"]),
            ("orange-county-probation", "danger", ["chief"]),
        ])
    func aDisclosureIsOnlyForThoseTold(
        _ engine: Engine, _ route: (pack: String, exception: String, seenBy: [String])
    ) async throws {
        let ground = try await Ground(engine, pack: route.pack)
        let everyone = try await ground.everyRole()
        _ = try await ground.programmes.disclose(route.exception, by: try #require(everyone["supporter"])).get()
        for (role, staff) in everyone {
            let seen = try await ground.programmes.noticeOverview(for: staff)
            #expect(seen.isEmpty == !route.seenBy.contains(role), "\(role)")
        }
    }
}
