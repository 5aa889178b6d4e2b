import Operations
import Program
import Sealing
import Store
import Testing

/// Notices: who sees them, who answers, and what stays.
@Suite struct NoticeTests {
    @Test(arguments: engines) func theFirstHolderAnswersForTheRole(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let first = try await ground.member("c.one", roles: "coordinator")
        let second = try await ground.member("c.two", roles: "coordinator")
        let other = try await ground.member("s.other", roles: "supporter")
        let id = try await ground.raise(.swapAsked, to: .role(RoleID("coordinator")))
        for staff in [first, second] {
            #expect(try await ground.programmes.openNotices(for: staff) == 1)
            #expect(try await ground.programmes.notices(for: staff).open.map(\.notice.id) == [id])
        }
        #expect(try await ground.programmes.openNotices(for: other) == 0)
        #expect(try await ground.programmes.notice(id, for: other) == nil)
        #expect(try await ground.programmes.acknowledge(id, how: .page, by: other) == nil)
        #expect(try await ground.programmes.acknowledge(RandomId().text, how: .page, by: first) == nil)

        ground.clock.move(seconds: 90)
        #expect(try await ground.answer(id, by: second))
        for staff in [first, second] {
            let inbox = try await ground.programmes.notices(for: staff)
            #expect(inbox.open.isEmpty)
            #expect(inbox.answered.map(\.answeredBy) == ["Name of c.two"])
            #expect(inbox.answered.map(\.notice.secondsToAcknowledge) == [90])
        }
        #expect(try await ground.programmes.acknowledge(id, how: .page, by: first)?.refusedFields == [nil])
    }

    /// Whoever holds the role on the day sees it, and nobody who no longer does.
    @Test(arguments: engines) func theRoleOfTheDay(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let before = try await ground.member("c.before", roles: "coordinator")
        let id = try await ground.raise(.rosterGap, to: .role(RoleID("coordinator")))
        let holding = try await ground.database.read { [agency = ground.agency] transaction in
            try transaction.holdings(of: before.account, agency: agency.id)[0].id
        }
        try await ground.database.write { [agency = ground.agency] transaction in
            try transaction.endHolding(
                agency: agency.id, account: before.account, id: holding, on: agency.day(at: ground.clock.now))
        }
        let after = try await ground.member("c.after", roles: "coordinator")
        #expect(try await ground.programmes.notice(id, for: after) != nil)
        #expect(try await ground.programmes.notice(id, for: try await ground.again(before)) == nil)
    }

    /// What exists because somebody asked for help bears no time of day and is gone with its answer. A duty to find another is not
    /// over with an answer: it goes when somebody has the request.
    @Test(arguments: engines, [NoticeKind.requestWaits, .firstContactMissed, .conflict])
    func whatTellsOfARequestGoesWithItsAnswer(_ engine: Engine, _ kind: NoticeKind) async throws {
        let ground = try await Ground(engine)
        let staff = try await ground.member("c.one", roles: "coordinator")
        let id = try await ground.raise(kind, to: .role(RoleID("coordinator")))
        #expect(
            try await ground.database.integer("SELECT count(*) FROM notice WHERE raised_at IS NOT NULL") == 0)
        let before = try await ground.database.sizes()["audit_entry"]
        #expect(try await ground.answer(id, by: staff))
        #expect(try await ground.database.sizes()["notice"] == 0)
        #expect(try await ground.database.sizes()["audit_entry"] == before)
    }

    @Test(arguments: engines) func anApprovalIsNotJustRead(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let staff = try await ground.member("a.dmin", roles: "administrator")
        let id = try await ground.raise(.approvalAsked, to: .role(RoleID("administrator")))
        #expect(try await ground.programmes.acknowledge(id, how: .page, by: staff)?.refusedFields == ["how"])
        #expect(try await ground.programmes.openNotices(for: staff) == 1)
    }

    /// A notice that is over is taken back, as if it had never been.
    @Test(arguments: engines) func withdrawn(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let staff = try await ground.member("c.one", roles: "coordinator")
        let id = try await ground.raise(.requestWaits, to: .role(RoleID("coordinator")), repeats: true)
        try await ground.database.write { [agency = ground.agency] transaction in
            try transaction.withdraw(notice: id, in: agency)
            try transaction.withdraw(notice: id, in: agency)
        }
        #expect(try await ground.programmes.openNotices(for: staff) == 0)
        #expect(try await ground.programmes.notice(id, for: staff) == nil)
        #expect(try await ground.database.sizes()["outbox"] == 0)
    }

    /// The coordinator tells the administrator by telephone or in person, and writes down when and how (OCP-I.C.2.b).
    @Test(arguments: engines) func theAdministratorIsTold(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let staff = try await ground.member("c.one", roles: "coordinator")
        let id = try await ground.raise(
            .tellAdministrator, to: .role(RoleID("coordinator")), under: ["OCP-I.C.2.b"])
        let received = try #require(try await ground.programmes.notice(id, for: staff))
        #expect(received.notice.tells == RoleID("administrator"))
        #expect(received.means == [.telephone, .inPerson])
        #expect(received.notice.raisedAt == nil)
        let now = ground.clock.now
        let byPage = try #require(try await ground.programmes.acknowledge(id, how: .page, by: staff))
        guard case .failure(let refusal) = byPage else { throw Ground.NotSignedIn(answer: "\(byPage)") }
        #expect(refusal.problems.map(\.clauses) == [[ClauseID("OCP-I.C.2.b")]])
        for moment in [now.adding(seconds: 60), now.adding(seconds: -86_400)] {
            let answer = try await ground.programmes.acknowledge(id, how: .telephone, at: moment, by: staff)
            #expect(answer?.refusedFields == ["minutesAgo"])
        }
        let told = now.adding(seconds: -1800)
        _ = try #require(try await ground.programmes.acknowledge(id, how: .telephone, at: told, by: staff)).get()
        let answered = try #require(try await ground.programmes.notices(for: staff).answered.first?.notice)
        #expect(answered.acknowledgement == Acknowledgement(by: staff.account, at: told, how: .telephone))
        #expect(try await ground.acts().last == .administratorTold)
    }

    /// Proofs go when the pack no longer lets a doubt be looked into, what tells of a request when a closed one goes.
    @Test(arguments: engines) func nothingStaysForGood(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let staff = try await ground.member("c.one", roles: "coordinator")
        let proof = try await ground.raise(.tellAdministrator, to: .role(RoleID("coordinator")))
        _ = try await ground.raise(.conflict, to: .role(RoleID("coordinator")))
        _ = try #require(try await ground.programmes.acknowledge(proof, how: .inPerson, by: staff)).get()
        func kinds() async throws -> Int {
            try await ground.programmes.destroyOldNotices()
            return try await ground.database.sizes()["notice"] ?? -1
        }
        let rules = ground.agency.policy.retention
        for (days, left) in [
            (rules.closedRequestDays.value.number, 2), (1, 1),
            (rules.auditSaltDays.value.number - rules.closedRequestDays.value.number - 1, 1),
            (1, 0),
        ] {
            ground.clock.move(seconds: Int64(days) * 86_400)
            #expect(try await kinds() == left)
        }
    }
}

extension Ground {
    /// Raises a notice as the programme's acts do.
    func raise(
        _ kind: NoticeKind, to addressee: NoticeAddressee, repeats: Bool = false, under clauses: [String] = []
    ) async throws -> String {
        let now = clock.now
        return try await database.write { [agency] transaction in
            try transaction.raise(
                NewNotice(kind: kind, to: addressee, repeats: repeats, under: clauses.map { ClauseID($0) }),
                in: agency, at: now)
        }
    }

    /// Whether they could answer it.
    func answer(_ notice: String, how: Means = .page, assistance: Bool? = nil, by staff: Staff) async throws -> Bool {
        switch try await programmes.acknowledge(notice, how: how, furtherAssistance: assistance, by: staff) {
        case .success: true
        case .failure, nil: false
        }
    }

    /// How often the account was pinged.
    func pings(of account: String) async throws -> Int {
        try await database.integer("SELECT count(*) FROM ping WHERE account = \(account)")
    }
}
