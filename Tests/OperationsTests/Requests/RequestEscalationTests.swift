import Operations
import Program
import Sealing
import Store
import Testing

/// What happens when nobody answers, with the clock moved.
@Suite struct RequestEscalationTests {
    /// Where the only request stands.
    private struct Standing: Equatable {
        let stage: Int?
        let due: Int64?
    }

    private static func standing(_ field: RequestGround) async throws -> Standing {
        try await field.ground.database.read { transaction in
            let row = try #require(try transaction.row("SELECT stage, due_at FROM request"))
            return Standing(stage: try row.optionalInt("stage"), due: try row.optionalInt64("due_at"))
        }
    }

    /// A night in which the clocks change, in steps of ten seconds with the servers restarted again and again, two of them at
    /// once: each step comes within ten seconds of its time, in order, and none is left out.
    @Test(arguments: engines, ["2026-03-08", "2026-11-01"])
    func everyStepOfANight(_ engine: Engine, _ night: String) async throws {
        let field = try await RequestGround(engine, pack: "police-division", on: night)
        _ = try await field.ground.member("desk", roles: "dispatcher")
        let psychologist = try await field.ground.member("psychologist", roles: "psychologist")
        try await field.ground.opensAllHours(field.ben)
        let calendar = field.agency.calendar
        let day = try #require(Day(night))
        field.ground.clock.set(calendar.instant(of: ClockMinute(day, minute: 90)))
        try await field.asked { $0.wanted = [field.ana.account] }
        var programmes = [field.programmes, try field.ground.restarted()]
        var seen = try await Self.standing(field)
        var steps: [(stage: Int?, minute: Int64)] = [(seen.stage, 0)]
        let begun = field.now
        for tick in 1...420 {
            if tick.isMultiple(of: 40) { programmes = [try field.ground.restarted(), try field.ground.restarted()] }
            field.ground.clock.move(seconds: 10)
            let (first, second) = (programmes[0], programmes[1])
            async let one: Void = first.advanceRequests()
            async let other: Void = second.advanceRequests()
            _ = try await (one, other)
            let present = try await Self.standing(field)
            guard present != seen else { continue }
            let due = try #require(seen.due)
            #expect((0..<10_000).contains(field.now.milliseconds - due))
            steps.append((present.stage, (field.now.milliseconds - begun.milliseconds) / 60_000))
            seen = present
        }
        // The chosen one, those who can be reached, everybody, the desk, the psychologist after hours, who stays asked.
        #expect(steps.map(\.stage) == [2, 3, 4, 11, 13, 13, 13])
        #expect(steps.map(\.minute) == [0, 5, 10, 25, 30, 45, 60])
        #expect(try await field.notices(.requestWaits) == 1)
        #expect(try await field.programmes.offers(for: psychologist).count == 1)
        #expect(try await field.offered() == ["ana", "ben", "cleo"])
    }

    /// Where no server ran for a day nothing is left out either: the steps begin again where they stood.
    @Test(arguments: engines) func afterADayWithoutAServer(_ engine: Engine) async throws {
        let field = try await RequestGround(engine, pack: "police-division")
        _ = try await field.ground.member("desk", roles: "dispatcher")
        try await field.asked()
        field.ground.clock.move(seconds: 86_400)
        let restarted = try field.ground.restarted()
        try await restarted.advanceRequests()
        #expect(try await Self.standing(field).stage == 11)
        #expect(try await field.offered() == ["ana", "ben", "cleo"])
        try await restarted.advanceRequests()
        #expect(try await Self.standing(field).stage == 11)
    }

    /// A supporter who does not get in touch loses the request to all the others, and the roster's keeper is told.
    @Test(arguments: engines) func missedFirstContact(_ engine: Engine) async throws {
        let field = try await RequestGround(engine)
        let seeker = try await field.seeker()
        let id = try await field.accepted(by: field.ana).id
        #expect(try await field.ground.database.sizes()["request_reserve"] == 2)
        try await field.pass(minutes: 59)
        #expect(try await field.programmes.request(id, of: field.ana) != nil)
        try await field.pass(minutes: 1)
        #expect(try await field.programmes.request(id, of: field.ana) == nil)
        #expect(try await field.offered() == ["ben", "cleo"])
        #expect(try await field.notices(.firstContactMissed) == 1)
        #expect(try await field.view(seeker).status == .offered)
        // Whoever takes it now can open everything, and says the advisement anew.
        try await field.accepted(by: field.ben)
        try #require(try await field.programmes.giveAdvisement(id, withAdmonishment: false, by: field.ben)).get()
        #expect(try await field.programmes.request(id, of: field.ben)?.words != nil)
    }

    /// With the first contact the others' copies are gone for good, and nothing is missed later.
    @Test(arguments: engines) func firstContactInTime(_ engine: Engine) async throws {
        let field = try await RequestGround(engine)
        try await field.asked()
        let id = try await field.begun(by: field.ana)
        #expect(try await field.ground.database.sizes()["request_reserve"] == 0)
        #expect(try await Self.standing(field) == Standing(stage: nil, due: nil))
        try await field.pass(minutes: 10_000)
        let ana = try await field.ground.signedIn("ana")
        #expect(try await field.programmes.request(id, of: ana)?.contactsMade == 1)
    }

    /// What is locked away opens for nobody but this server's clock: neither as a copy, nor without the server's key.
    @Test(arguments: engines) func reservesAreLocked(_ engine: Engine) async throws {
        let field = try await RequestGround(engine)
        try await field.asked()
        let id = try await field.accepted(by: field.ana).id
        let reserves = try await field.ground.database.read { transaction in
            try transaction.requestRoutes.reserves(of: id)
        }
        #expect(Set(reserves.map(\.account)) == [field.ben.account, field.cleo.account])
        let request = try #require(RandomId(text: id))
        let other = try await Ground.keys()
        for reserve in reserves {
            #expect(throws: OpeningFault.self) {
                try other.unlock(reserve.locked, request: request, holder: reserve.account)
            }
        }
        // The only supporter there is keeps the request: nobody else could be asked.
        let alone = try await RequestGround(engine)
        for staff in [alone.ben, alone.cleo] {
            _ = try await alone.programmes.takeLeave(from: staff.today, to: staff.today, by: staff)
        }
        try await alone.asked { $0.unwanted.accounts = [alone.ben.account, alone.cleo.account] }
        let kept = try await alone.accepted(by: alone.ana).id
        try await alone.pass(minutes: 61)
        #expect(try await alone.programmes.request(kept, of: alone.ana) != nil)
        #expect(try await alone.notices(.firstContactMissed) == 1)
    }

    /// After hours an administrator's yes is asked for; nobody answers, the director is asked; nobody answers, and it goes on. The
    /// coordinator has to tell the administrator of it (OCP-I.C.2.b-c).
    @Test(arguments: engines) func approvalThatNobodyAnswers(_ engine: Engine) async throws {
        let field = try await RequestGround(engine, pack: "orange-county-probation")
        _ = try await field.ground.member("administrator", roles: "administrator")
        _ = try await field.ground.member("director", roles: "division-director")
        try field.ground.move(to: "2026-11-20", hour: 22)
        try await field.asked()
        #expect(try await field.offered().isEmpty)
        #expect(try await field.notices(.approvalAsked) == 1)
        #expect(try await field.notices(.tellAdministrator) == 1)
        try await field.pass(minutes: 10)
        #expect(try await field.offered().isEmpty)
        #expect(try await field.notices(.approvalAsked) == 2)
        try await field.pass(minutes: 10)
        #expect(try await field.offered() == ["ana", "ben", "cleo"])
    }

    /// A yes lets everybody be asked at once, is kept in the audit chain, and tells nothing of the request; a second is not needed.
    @Test(arguments: engines) func approvalGiven(_ engine: Engine) async throws {
        let field = try await RequestGround(engine, pack: "orange-county-probation")
        try field.ground.move(to: "2026-11-20", hour: 22)
        let administrator = try await field.ground.member("administrator", roles: "administrator")
        let chief = try await field.ground.member("chief", roles: "chief")
        try await field.asked()
        let id = try await field.ground.database.read { transaction in
            try #require(try transaction.row("SELECT about FROM notice WHERE kind = 'approval-asked'")).text("about")
        }
        for other in [field.ana, chief] {
            #expect(try await field.programmes.approveActivation(id, by: other) == nil)
        }
        #expect(try await field.programmes.approveActivation(RandomId().text, by: administrator) == nil)
        try #require(try await field.programmes.approveActivation(id, by: administrator)).get()
        #expect(try await field.offered() == ["ana", "ben", "cleo"])
        #expect(try await field.notices(.approvalAsked) == 0)
        #expect(try await field.ground.acts().last == .activationApproved)
        #expect(try await field.programmes.approveActivation(id, by: administrator)?.refusal != nil)
        try await field.accepted(by: field.ana)
        #expect(try await field.programmes.approveActivation(id, by: administrator) == nil)
    }

    /// By day, and where the seeker chose somebody, nobody's approval is waited for.
    @Test(arguments: engines) func ownChoiceWaitsForNobody(_ engine: Engine) async throws {
        let field = try await RequestGround(engine, pack: "orange-county-probation")
        _ = try await field.ground.member("administrator", roles: "administrator")
        try field.ground.move(to: "2026-11-20", hour: 22)
        try await field.asked { $0.wanted = [field.ana.account] }
        #expect(try await field.offered() == ["ana"])
        #expect(try await field.notices(.approvalAsked) == 0)
        #expect(try await field.notices(.tellAdministrator) == 1)
        try field.ground.move(to: "2026-11-23", hour: 10)
        let team = try await [
            field.ground.signedIn("ana"), field.ground.signedIn("ben"), field.ground.signedIn("cleo"),
        ]
        try await field.asked { $0.unwanted.accounts = [field.ana.account] }
        #expect(try await field.offered(team) == ["ana", "ben", "cleo"])
        #expect(try await field.notices(.approvalAsked) == 0)
    }

    /// When everybody asked has passed, the next are asked at once.
    @Test(arguments: engines) func allPassed(_ engine: Engine) async throws {
        let field = try await RequestGround(engine)
        try await field.asked { $0.wanted = [field.ana.account] }
        #expect(try await field.offered() == ["ana"])
        let id = try await field.offer(field.ana).id
        try #require(try await field.programmes.pass(id, telling: false, by: field.ana)).get()
        #expect(try await field.offered() == ["ben", "cleo"])
        for staff in [field.ben, field.cleo] {
            try #require(try await field.programmes.pass(id, telling: false, by: staff)).get()
        }
        #expect(try await field.notices(.requestWaits) == 1)
        #expect(try await field.holders().isEmpty)
    }

    /// Taken, the request is nobody else's business any more: the word that it waits is taken back.
    @Test(arguments: engines) func noticesGoWithAcceptance(_ engine: Engine) async throws {
        let field = try await RequestGround(engine)
        try await field.asked()
        try await field.pass(minutes: 16)
        #expect(try await field.notices(.requestWaits) == 1)
        try await field.accepted(by: field.ben)
        #expect(try await field.notices(.requestWaits) == 0)
    }
}
