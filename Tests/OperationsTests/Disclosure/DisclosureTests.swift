import Operations
import Program
import Sealing
import Store
import Testing

/// Carrying out an exception to confidence: once, by supporters, with a record of who knows and of nothing else.
@Suite struct DisclosureTests {
    private static let pack = "sacramento-probation"

    @Test(arguments: engines) func aFormSentTwiceTellsOnce(_ engine: Engine) async throws {
        let ground = try await Ground(engine, pack: Self.pack)
        let supporter = try await ground.member("s.one", roles: "supporter")
        let other = try await ground.member("s.two", roles: "supporter")
        let liaison = try await ground.member("l.iaison", roles: "management-liaison")
        let id = RandomId()
        for _ in 1...2 {
            let disclosed = try await ground.programmes.disclose("harm-to-another", as: id, by: supporter).get()
            #expect(disclosed.id == id.text)
        }
        #expect(try await ground.programmes.openNotices(for: liaison) == 1)
        #expect(try await ground.programmes.disclosures(of: supporter).map(\.id) == [id.text])
        // Another's id, or the same for another exception, is nobody's form.
        let before = try await ground.database.everything()
        for (exception, staff) in [("harm-to-another", other), ("self-harm", supporter)] {
            let answer = try await ground.programmes.disclose(exception, as: id, by: staff)
            #expect(answer.isRefused)
        }
        #expect(try await ground.database.everything() == before)
    }

    @Test(arguments: engines) func onlySupportersAndOnlyExceptionsOfThePack(_ engine: Engine) async throws {
        let ground = try await Ground(engine, pack: Self.pack)
        let supporter = try await ground.member("s.one", roles: "supporter")
        let liaison = try await ground.member("l.iaison", roles: "management-liaison")
        let before = try await ground.database.everything()
        #expect(try await ground.programmes.disclose("self-harm", by: liaison).isRefused)
        for unknown in ["", "threat", "narcotics"] {
            #expect(try await ground.programmes.disclose(unknown, by: supporter).refusedFields == ["exception"])
        }
        #expect(try await ground.database.everything() == before)
    }

    /// The record is the supporter's own: nobody else has it, whatever their role.
    @Test(arguments: engines) func theRecordIsTheirs(_ engine: Engine) async throws {
        let ground = try await Ground(engine, pack: Self.pack)
        let everyone = try await ground.everyRole()
        let supporter = try #require(everyone["supporter"])
        let id = try await ground.programmes.disclose("self-harm", by: supporter).get().id
        for (role, staff) in everyone where role != "supporter" {
            #expect(try await ground.programmes.disclosure(id, of: staff) == nil, "\(role)")
            #expect(try await ground.programmes.disclosures(of: staff).isEmpty, "\(role)")
            #expect(try await ground.programmes.confirmTold(0, of: id, how: .inPerson, by: staff) == nil, "\(role)")
        }
    }

    /// Whoever has a duty to tell can do it with a notice, which escalates like the first.
    @Test(arguments: engines) func passedOnByNotice(_ engine: Engine) async throws {
        let ground = try await Ground(engine, pack: Self.pack)
        let everyone = try await ground.everyRole()
        let supporter = try #require(everyone["supporter"])
        let coordinator = try #require(everyone["coordinator"])
        let liaison = try #require(everyone["management-liaison"])
        _ = try await ground.programmes.disclose("substances", by: supporter).get()
        let told = try #require(try await ground.programmes.notices(for: coordinator).open.first)
        #expect(try await ground.answer(told.notice.id, by: coordinator))
        let duty = try #require(try await ground.programmes.notices(for: coordinator).open.first)
        #expect(duty.notice.kind == .followOn && duty.notice.tells == RoleID("management-liaison"))
        // Whether further assistance was sought is said with it (SAC-VI.B.3b).
        let without = try await ground.programmes.acknowledge(duty.notice.id, how: .page, by: coordinator)
        #expect(without?.refusedFields == ["furtherAssistance"])
        #expect(try await ground.answer(duty.notice.id, how: .page, assistance: true, by: coordinator))
        let answered = try await ground.programmes.notices(for: coordinator).answered
        #expect(Set(answered.map(\.notice.acknowledgement?.furtherAssistance)) == [true, nil])
        let passed = try #require(try await ground.programmes.notices(for: liaison).open.first)
        #expect(passed.from == "Name of coordinator" && passed.exception?.id == "substances")
        ground.clock.move(seconds: 900)
        try await ground.programmes.escalateNotices()
        #expect(try await ground.pings(of: liaison.account) == 2)
        #expect(try await ground.answer(passed.notice.id, by: liaison))
        #expect(
            try await ground.acts().suffix(4)
                == [.disclosureBegun, .disclosureAcknowledged, .disclosurePassedOn, .disclosureAcknowledged])
        for staff in [coordinator, liaison] { #expect(try await ground.programmes.openNotices(for: staff) == 0) }
    }

    @Test(arguments: engines) func tellingByVoiceTellsNobodyElse(_ engine: Engine) async throws {
        let ground = try await Ground(engine, pack: Self.pack)
        let everyone = try await ground.everyRole()
        let coordinator = try #require(everyone["coordinator"])
        let liaison = try #require(everyone["management-liaison"])
        _ = try await ground.programmes.disclose("self-harm", by: try #require(everyone["supporter"])).get()
        for assistance in [nil, false] {
            let notice = try #require(try await ground.programmes.notices(for: coordinator).open.first)
            #expect(
                try await ground.answer(notice.notice.id, how: .inPerson, assistance: assistance, by: coordinator))
        }
        #expect(try await ground.programmes.openNotices(for: liaison) == 0)
        #expect(try await ground.pings(of: liaison.account) == 0)
    }

    /// Somebody outside is told by the supporter, who writes it down once.
    @Test(arguments: engines) func outside(_ engine: Engine) async throws {
        let ground = try await Ground(engine, pack: "kern-sheriff")
        let supporter = try await ground.member("s.one", roles: "supporter")
        let id = try await ground.programmes.disclose("child-abuse", by: supporter).get().id
        #expect(try await ground.programmes.untoldRecipients(of: supporter) == 1)
        #expect(try await ground.programmes.confirmTold(1, of: id, how: .telephone, by: supporter) == nil)
        #expect(try await ground.programmes.confirmTold(-1, of: id, how: .telephone, by: supporter) == nil)
        let byPage = try await ground.programmes.confirmTold(0, of: id, how: .page, by: supporter)
        #expect(byPage?.refusedFields == ["how"])
        ground.clock.move(seconds: 300)
        _ = try #require(try await ground.programmes.confirmTold(0, of: id, how: .telephone, by: supporter)).get()
        let view = try #require(try await ground.programmes.disclosure(id, of: supporter))
        #expect(view.steps.map(\.status) == [.told(at: ground.clock.now, how: .telephone)])
        #expect(!view.isOpen)
        let again = try await ground.programmes.confirmTold(0, of: id, how: .inPerson, by: supporter)
        #expect(again?.isRefused == true)
        #expect(try await ground.programmes.untoldRecipients(of: supporter) == 0)
        #expect(try await ground.acts().suffix(2) == [.disclosureBegun, .disclosureTold])
    }

    /// Where nobody holds the role, the supporter is told so, and whoever comes to hold it finds the notice.
    @Test(arguments: engines) func aVacantRole(_ engine: Engine) async throws {
        let ground = try await Ground(engine, pack: Self.pack)
        let supporter = try await ground.member("s.one", roles: "supporter")
        let coordinator = try await ground.member("c.one", roles: "coordinator")
        let id = try await ground.programmes.disclose("self-harm", by: supporter).get().id
        let view = try #require(try await ground.programmes.disclosure(id, of: supporter))
        #expect(view.steps.map(\.status) == [.toTell(isVacant: true), .waiting])
        let waiting = try await ground.programmes.confirmTold(1, of: id, how: .inPerson, by: supporter)
        #expect(waiting?.isRefused == true)
        _ = try #require(try await ground.programmes.confirmTold(0, of: id, how: .inPerson, by: supporter)).get()
        let late = try await ground.member("c.haplain", roles: "chaplaincy")
        #expect(try await ground.programmes.openNotices(for: late) == 1)
        #expect(try await ground.programmes.openNotices(for: coordinator) == 1)
    }

    /// A record goes with the time in which a doubt may be looked into, not before everybody knows.
    @Test(arguments: engines) func recordsGo(_ engine: Engine) async throws {
        let ground = try await Ground(engine, pack: Self.pack)
        let supporter = try await ground.member("s.one", roles: "supporter")
        let liaison = try await ground.member("l.iaison", roles: "management-liaison")
        _ = try await ground.programmes.disclose("harm-to-another", by: supporter).get()
        _ = try await ground.programmes.disclose("required-by-law", by: supporter).get()
        let open = try await ground.programmes.notices(for: liaison).open
        let first = try #require(open.first { $0.exception?.id == "harm-to-another" })
        #expect(try await ground.answer(first.notice.id, by: liaison))
        ground.clock.move(seconds: Int64(ground.agency.policy.retention.auditSaltDays.value.number) * 86_400)
        try await ground.programmes.destroyOldNotices()
        #expect(try await ground.database.sizes()["disclosure"] == 2)
        ground.clock.move(seconds: 86_400)
        try await ground.programmes.destroyOldNotices()
        let left = try await ground.programmes.disclosures(of: try await ground.signedInAgain("s.one"))
        #expect(left.map(\.exception.id) == ["required-by-law"])
        #expect(try await ground.database.sizes()["notice"] == 1)
        #expect(try await ground.database.sizes()["disclosure_step"] == 1)
    }
}

extension Ground {
    /// A new session of somebody whose roles ask for no second factor.
    func signedInAgain(_ login: String) async throws -> Staff { try await staff(try await signIn(login)) }
}

extension Result where Failure == Refusal {
    var isRefused: Bool { refusedFields != nil }
}
