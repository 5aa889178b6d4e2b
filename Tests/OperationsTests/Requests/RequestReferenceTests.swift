import Operations
import Program
import Sealing
import Store
import TestSupport
import Testing

/// Acts by chance on a real request in a real database, each compared with the small machine that knows the policies alone.
@Suite struct RequestReferenceTests {
    @Test(
        arguments: engines,
        RequestReference.Policy.all.filter { ["kern-sheriff", "sacramento-probation"].contains($0.pack) })
    func anyActsInAnyOrder(_ engine: Engine, _ programme: RequestReference.Policy.Of) async throws {
        var seen: Set<String> = []
        for seed in 1...2 as ClosedRange<UInt64> {
            var play = try await StoredRequestPlay(engine, programme, seed: seed)
            for _ in 0..<100 where play.reference.place != .isGone {
                try await play.step()
                try await play.compare()
            }
            seen.formUnion(play.seen)
        }
        // A play in which nothing ever came of anything would show nothing.
        let must = ["accept done", "advise done", "beInTouch done", "beInTouch refused", "reopen done"]
        #expect(seen.isSuperset(of: must), "\(seen.sorted())")
    }
}

/// One request of a programme with three supporters, of whom the last has opened no hours.
private struct StoredRequestPlay {
    enum Act: String, CaseIterable {
        case pass, accept, advise, write, beInTouch, handOff, isStuck, tellConflict, close
        case writeAsSeeker, change, end, reopen
        case timePasses, leave

        /// What a request needs to come anywhere.
        static let often: [Act] = [.accept, .accept, .advise, .advise, .beInTouch, .beInTouch]
    }

    let field: RequestGround
    let seeker: SeekerPass
    let id: String
    var team: [Staff]
    var reference: RequestReference
    var random: SeededRandom
    var seen: Set<String> = []
    private var history: [String] = []

    init(_ engine: Engine, _ programme: RequestReference.Policy.Of, seed: UInt64) async throws {
        field = try await RequestGround(engine, pack: programme.pack)
        for staff in [field.ana, field.ben] { try await field.ground.opensAllHours(staff) }
        random = SeededRandom(seed: seed)
        let wanted = Bool.random(using: &random) ? [field.ben.account] : []
        seeker = try await field.seeker { $0.wanted = wanted }
        team = field.team
        reference = RequestReference(
            programme.policy, team: team.map(\.account), isInquiry: false, wanted: wanted, unwanted: [])
        id = try await field.ground.database.read { [field, seeker] transaction in
            try #require(try transaction.request(agency: field.agency.id, receipt: seeker.key.id)).id
        }
    }

    private mutating func chance(_ oneIn: Int) -> Bool { Int.random(in: 0..<oneIn, using: &random) == 0 }

    /// Mostly whoever has it.
    private mutating func somebody() throws -> Staff {
        if case .isWith(let account) = reference.place, !chance(6),
            let staff = team.first(where: { $0.account == account })
        {
            return staff
        }
        return try #require(team.randomElement(using: &random))
    }

    mutating func step() async throws {
        let act = try #require((Act.allCases + Act.often).randomElement(using: &random))
        let who = try somebody()
        let before = reference
        let (found, expected) = try await answers(to: act, by: who)
        history.append("\(act) by \(who.login): \(expected)")
        seen.insert("\(act) \(found)")
        #expect(found == expected, "\(act) by \(who.login), \(before), after \(history.suffix(10))")
    }

    private func answer(_ result: Result<some Any, Refusal>?) -> RequestReference.Answer {
        switch result {
        case .success: .done
        case .failure: .refused
        case nil: .nothing
        }
    }

    private mutating func answers(
        to act: Act, by who: Staff
    ) async throws -> (RequestReference.Answer, RequestReference.Answer) {
        let programmes = field.programmes
        let now = field.now
        switch act {
        case .pass:
            guard chance(3) else { return (.done, .done) }
            let isOffered = try await programmes.offer(id, for: who) != nil
            let expected = reference.pass(who.account, isOffered: isOffered)
            return (answer(try await programmes.pass(id, telling: false, by: who)), expected)
        case .accept:
            let (hasTie, isAcross) = (chance(8), chance(3))
            let isOffered = try await programmes.offer(id, for: who) != nil
            // Whoever was asked too is told that somebody came first.
            let wasAsked = reference.kept.contains(who.account)
            let expected = reference.accept(
                who.account, isOffered: isOffered, isTied: false, hasTie: hasTie, isAcross: isAcross, at: now)
            let attestation = Attestation(ties: hasTie ? [.relationship] : [], isInChainOfCommand: isAcross)
            let found = answer(try await programmes.accept(id, attestation, by: who))
            return (found, expected == .nothing && wasAsked ? .refused : expected)
        case .advise:
            let expected = reference.advise(who.account)
            return (answer(try await programmes.giveAdvisement(id, withAdmonishment: false, by: who)), expected)
        case .write:
            let expected = reference.write(who.account, on: try field.agency.day(at: now))
            return (answer(try await programmes.write("Hello", on: id, by: who)), expected)
        case .beInTouch:
            let expected = reference.beInTouch(who.account, on: try field.agency.day(at: now))
            return (answer(try await programmes.madeContact(id, by: who)), expected)
        case .handOff:
            let reasons = field.agency.policy.requests.handOff.reasons.map(\.id)
            let (isReason, wasAsked) = (!chance(5), !chance(5))
            let colleagues = try await programmes.colleagues(for: id, by: who) ?? []
            let to = chance(2) ? colleagues.randomElement(using: &random)?.account : nil
            let expected = reference.handOff(who.account, isReason: isReason, wasAsked: wasAsked, to: to)
            let reason = isReason ? reasons.first ?? "" : "boredom"
            return (
                answer(
                    try await programmes.handOff(id, for: reason, seekerWasAsked: wasAsked, to: to, by: who)),
                expected
            )
        case .isStuck:
            let expected = reference.isStuck(who.account)
            return (answer(try await programmes.cannotLeavePost(id, by: who)), expected)
        case .tellConflict:
            let expected = reference.tellConflict(who.account)
            return (answer(try await programmes.tellConflict(id, by: who)), expected)
        case .close:
            let withOutcome = chance(4)
            let expected = reference.close(
                who.account, withOutcome: withOutcome, on: try field.agency.day(at: now))
            return (
                answer(try await programmes.closeRequest(id, outcome: withOutcome ? .wanted : nil, by: who)), expected
            )
        case .writeAsSeeker, .change, .end, .reopen: return try await seek(act)
        case .timePasses: return try await timePasses()
        case .leave: return try await leave()
        }
    }

    private mutating func seek(_ act: Act) async throws -> (RequestReference.Answer, RequestReference.Answer) {
        let (programmes, agency) = (field.programmes, field.agency)
        let today = try agency.day(at: field.now)
        _ = try await programmes.request(of: seeker, in: agency)
        reference.look()
        switch act {
        case .change:
            let isUnwanted = chance(2)
            let expected = reference.change(isUnwanted: isUnwanted)
            return (
                answer(try await programmes.changeSupporter(unwanted: isUnwanted, by: seeker, in: agency)), expected
            )
        case .end:
            guard chance(2) else { return (.done, .done) }
            let expected = reference.endAsSeeker(on: today)
            return (answer(try await programmes.endRequest(by: seeker, in: agency)), expected)
        case .reopen:
            let expected = reference.reopen(on: today)
            return (answer(try await programmes.reopen(by: seeker, in: agency)), expected)
        case .writeAsSeeker, .pass, .accept, .advise, .write, .beInTouch, .handOff, .isStuck, .tellConflict, .close,
            .timePasses, .leave:
            return (
                answer(try await programmes.write("Hello", by: seeker, in: agency)), reference.writeAsSeeker()
            )
        }
    }

    private mutating func timePasses() async throws -> (RequestReference.Answer, RequestReference.Answer) {
        guard chance(2) else { return (.done, .done) }
        let before = try field.agency.day(at: field.now)
        let isLong = chance(6)
        field.ground.clock.move(
            seconds: isLong ? .random(in: 1...12, using: &random) * 86_400 : .random(in: 60...6000, using: &random))
        try await field.programmes.advanceRequests()
        try await field.programmes.destroyEndedRequests()
        reference.pass(to: field.now, on: try field.agency.day(at: field.now))
        // Whoever acts another day has signed in that day.
        if try field.agency.day(at: field.now) != before { try await signInAgain() }
        return (.done, .done)
    }

    private mutating func signInAgain() async throws {
        for place in team.indices {
            team[place] = try await field.ground.staff(try await field.ground.signIn(team[place].login))
        }
    }

    /// Somebody is taken off the team at once, where the policy has that, and never more than one.
    private mutating func leave() async throws -> (RequestReference.Answer, RequestReference.Answer) {
        guard chance(6), reference.left.isEmpty, let who = team.randomElement(using: &random),
            let suspended = try await field.programmes.suspend(
                who.account, by: try await field.ground.present(field.coordinator))
        else { return (.done, .done) }
        try suspended.get()
        reference.leave(who.account)
        // Nobody's word from before counts any more: they are looked up as they are now.
        try await signInAgain()
        return (.done, .done)
    }

    private var told: Comment { "after \(history.suffix(10))" }

    /// The rows say what the policy does, and nobody is offered it who must not be.
    func compare() async throws {
        let row = try await field.ground.database.read { [id] transaction in try transaction.request(id: id) }
        guard let row else {
            #expect(reference.place == .isGone, told)
            return
        }
        let routing = try await field.ground.database.read { transaction in
            try transaction.requestRoutes.routing(of: row)
        }
        let place: RequestReference.Place =
            switch routing.standing {
            case .offered: .waits
            case .accepted(let supporter, _): .isWith(supporter)
            case .closed(let day): .isOver(until: day)
            }
        #expect(place == reference.place, told)
        #expect(Set(routing.waves.keys) == reference.open, told)
        #expect(Set(routing.reserved.keys) == reference.kept, told)
        #expect(routing.standing.firstContactDue == reference.contactDue, told)
        for staff in team where try await field.programmes.offer(id, for: staff) != nil {
            let isAsked = reference.policy.isAskedOffDuty || staff.account != field.cleo.account
            #expect(reference.open.contains(staff.account) && isAsked, told)
        }
    }
}
