import Program
import TestSupport
import Testing

/// Acts drawn by lot, done to the programme's request and to the reference alike.
struct RequestPlay {
    enum Act: String, CaseIterable {
        case pass, accept, advise, write, beInTouch, handOff, isStuck, tellConflict, close
        case writeAsSeeker, change, end, reopen, agreeToNote
        case timePasses, leave

        /// Done by time or chance, and answered to nobody.
        var isOfNobody: Bool { self == .timePasses || self == .leave }
    }

    var world: RequestWorld
    var reference: RequestReference
    var random: SeededRandom
    /// What came of which act, in words.
    var seen: Set<String> = []
    private var history: [String] = []

    init(_ pack: PolicyPack, _ policy: RequestReference.Policy, seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let calendar = try RosterExamples.calendar()
        let now = try RosterExamples.moment("2026-11-20 09:00").adding(seconds: .random(in: 0...86_400, using: &random))
        let isInquiry =
            pack.requests.origins.contains { $0.handling == .inquiry } && Int.random(in: 0..<3, using: &random) == 0
        let team = RequestWorld.team.shuffled(using: &random)
        let wanted = Array(team.prefix(.random(in: 0...1, using: &random)))
        let unwanted = Array(team.suffix(.random(in: 0...1, using: &random)))
        world = try RequestWorld(
            pack, isInquiry: isInquiry, wanted: wanted, unwanted: unwanted, at: now, in: calendar)
        reference = RequestReference(
            policy, team: RequestWorld.team, investigator: RequestWorld.investigator,
            lastResort: RequestWorld.lastResort, isInquiry: isInquiry, wanted: wanted, unwanted: unwanted)
        self.random = random
    }

    private var everybody: [String] { RequestWorld.team + [RequestWorld.lastResort] }

    private mutating func chance(_ oneIn: Int) -> Bool { Int.random(in: 0..<oneIn, using: &random) == 0 }

    /// Mostly whoever has it.
    private mutating func somebody() -> String {
        if let supporter = world.standing.supporter, !chance(6) { return supporter }
        return everybody.randomElement(using: &random) ?? supporterOfNone
    }

    private var supporterOfNone: String { RequestWorld.offDuty }

    mutating func step() throws {
        guard let act = Act.allCases.randomElement(using: &random) else { return }
        let who = somebody()
        let before = reference
        let (found, expected) = try act.isOfNobody ? chanceOf(act) : answers(to: act, by: who)
        history.append("\(act) by \(who): \(expected)")
        seen.insert("\(act) \(found)")
        #expect(found == expected, "\(act) by \(who), \(before), after \(history.suffix(12))")
    }

    private mutating func chanceOf(_ act: Act) throws -> (RequestReference.Answer, RequestReference.Answer) {
        if act == .leave {
            // Seldom, and never everybody.
            guard chance(8), let who = everybody.randomElement(using: &random), world.left.count < 2 else {
                return (.done, .done)
            }
            try world.leave(who)
            reference.leave(who)
        } else {
            let seconds =
                chance(10) ? Int64.random(in: 1...15, using: &random) * 86_400 : .random(in: 60...6000, using: &random)
            world.now = world.now.adding(seconds: seconds)
            try world.look()
            reference.pass(to: world.now, on: try world.today)
        }
        return (.done, .done)
    }

    private mutating func answers(
        to act: Act, by who: String
    ) throws -> (RequestReference.Answer, RequestReference.Answer) {
        let pack = world.pack
        let today = try world.today
        switch act {
        case .pass:
            guard chance(3) else { return (.done, .done) }
            let offer = world.offer(to: who)
            let expected = reference.pass(who, isOffered: offer != nil)
            return (try carry(offer?.passed(telling: chance(2), under: pack.requests)), expected)
        case .accept:
            let (isTied, hasTie, isAcross) = (chance(12), chance(8), chance(3))
            let asked = everybody.filter { world.offer(to: $0) != nil }.randomElement(using: &random) ?? who
            let offer = world.offer(to: asked)
            let expected = reference.accept(
                asked, isOffered: offer != nil, isTied: isTied, hasTie: hasTie, isAcross: isAcross, at: world.now)
            let attestation = Attestation(
                ties: hasTie ? Set(ExclusionRule.Bar.allCases) : [], isInChainOfCommand: isAcross)
            return (try carry(offer, attestation, isTied: isTied), expected)
        case .advise:
            let expected = reference.advise(who)
            return (
                try carry(
                    world.supported(by: who)?.advised(
                        isSupervisor: false, withAdmonishment: false, under: pack.confidentiality)), expected
            )
        case .write:
            let expected = reference.write(who, on: today)
            return (try carry(world.supported(by: who)?.written(on: today, under: pack)), expected)
        case .beInTouch:
            let expected = reference.beInTouch(who, on: today)
            return (try carry(world.supported(by: who)?.inTouch(on: today, under: pack)), expected)
        case .handOff: return try handOff(by: who)
        case .isStuck:
            let expected = reference.isStuck(who)
            return (try carry(world.supported(by: who)?.left(underPost: pack.requests, askedBy: .supporter)), expected)
        case .tellConflict:
            let expected = reference.tellConflict(who)
            return (try carry(world.supported(by: who)?.left(forConflictUnder: pack)), expected)
        case .close:
            let withOutcome = chance(2)
            let expected = reference.close(who, withOutcome: withOutcome, on: today)
            return (
                try carry(
                    world.supported(by: who)?.closed(
                        outcome: withOutcome ? .wanted : nil, on: today, under: pack.retention) ?? nil), expected
            )
        case .writeAsSeeker, .change, .end, .reopen, .agreeToNote: return try seek(act, on: today)
        case .timePasses, .leave: return (.done, .done)
        }
    }

    private mutating func handOff(by who: String) throws -> (RequestReference.Answer, RequestReference.Answer) {
        let (isReason, wasAsked) = (!chance(5), !chance(5))
        let others = world.asking.colleagues(
            of: who, in: RequestWorld.team,
            waves: world.pack.requests.waves(
                team: RequestWorld.team.filter { !world.left.contains($0) }.map(RequestWorld.candidate),
                lastResort: [:], wanted: [], record: world.record))
        let colleague = chance(2) ? others.randomElement(using: &random) : nil
        let expected = reference.handOff(who, isReason: isReason, wasAsked: wasAsked, to: colleague)
        let reason = isReason ? world.pack.requests.handOff.reasons.first?.id ?? "" : "boredom"
        return (
            try carry(
                world.supported(by: who)?.handedOff(
                    for: reason, seekerWasAsked: wasAsked, to: colleague, of: others, under: world.pack.requests)),
            expected
        )
    }

    private mutating func seek(
        _ act: Act, on today: Day
    ) throws -> (RequestReference.Answer, RequestReference.Answer) {
        try world.seekerLooks()
        reference.look()
        switch act {
        case .change:
            let isUnwanted = chance(2)
            let expected = reference.change(isUnwanted: isUnwanted)
            return (try carry(world.life.changingSupporter(isUnwanted: isUnwanted)), expected)
        case .end:
            guard chance(2) else { return (.done, .done) }
            let expected = reference.endAsSeeker(on: today)
            let ended = world.life.endedBySeeker(on: today, under: world.pack.retention)
            return (try carry(ended.map { .success($0) }), expected)
        case .reopen:
            let expected = reference.reopen(on: today)
            return (try carry(world.life.reopened(on: today)), expected)
        case .agreeToNote:
            let agreed = chance(2)
            let expected = reference.agreeToNote(agreed)
            return (
                try carry(world.life.agreeing(toTimeOffNote: agreed, under: world.pack.requests)), expected
            )
        case .writeAsSeeker, .pass, .accept, .advise, .write, .beInTouch, .handOff, .isStuck, .tellConflict, .close,
            .timePasses, .leave:
            return (world.life.mayWriteAsSeeker() == nil ? .done : .refused, reference.writeAsSeeker())
        }
    }

    // MARK: Carrying out

    private mutating func carry(_ change: Result<RequestChange, Refusal>?) throws -> RequestReference.Answer {
        try carry(change?.map { RequestOutcome($0) })
    }

    private mutating func carry(_ outcome: RequestOutcome?) throws -> RequestReference.Answer {
        try carry(outcome.map { Result<RequestOutcome, Refusal>.success($0) })
    }

    private mutating func carry(_ outcome: Result<RequestOutcome, Refusal>?) throws -> RequestReference.Answer {
        switch outcome {
        case .success(let outcome):
            try world.carryOut(outcome)
            return .done
        case .failure: return .refused
        case nil: return .nothing
        }
    }

    private mutating func carry(
        _ offer: RequestOffer?, _ attestation: Attestation, isTied: Bool
    ) throws -> RequestReference.Answer {
        let answer = offer?.answered(
            attestation, isTied: isTied, under: world.pack.requests, at: world.now, reachedAt: .anyTime,
            in: world.calendar)
        switch answer {
        case .taken(let change, _):
            try world.carryOut(change)
            return .done
        case .refused(let change, _):
            try world.carryOut(change)
            return .refused
        case .withdrawn, nil: return .nothing
        }
    }

    // MARK: Comparing

    private var told: Comment { "after \(history.suffix(12))" }

    /// Both stand alike, and nobody is offered it who must not be.
    func compare() throws {
        let place: RequestReference.Place =
            switch world.standing {
            case .offered: .waits
            case .accepted(let supporter, _): .isWith(supporter)
            case .closed(let day): world.isDestroyed ? .isGone : .isOver(until: day)
            }
        #expect(place == reference.place, told)
        #expect(Set(world.waves.keys) == reference.open, told)
        #expect(Set(world.reserved.keys) == reference.kept, told)
        #expect(world.standing.firstContactDue == reference.contactDue, told)
        #expect(world.record.barred == reference.never, told)
        #expect(world.record.agreesToTimeOffNote == reference.agreesToNote, told)
        if case .isWith = reference.place, !reference.isAbandoned {
            #expect(world.record.isAdvised == reference.isAdvised, told)
            #expect(world.record.contacts == reference.contacts, told)
        }
        for account in everybody where world.offer(to: account) != nil {
            #expect(reference.open.contains(account) && isAskedAtAll(account), told)
        }
    }

    /// Whether the policy lets them be asked at this hour (KSO-J.1).
    private func isAskedAtAll(_ account: String) -> Bool {
        account != RequestWorld.offDuty || reference.policy.isAskedOffDuty
    }

    /// Where it still waits, everybody who may be asked is asked in the end, and stays so.
    mutating func waitForEverybody() throws {
        guard reference.place == .waits else { return }
        for _ in 0..<60 {
            world.now = world.now.adding(seconds: 3600)
            try world.look()
        }
        let asked = Set(RequestWorld.team.filter { world.offer(to: $0) != nil })
        let open = reference.open.intersection(RequestWorld.team).filter { isAskedAtAll($0) }
        #expect(asked == open, "after \(history.suffix(12))")
        if case .offered(_, let until, _) = world.standing { #expect(until > world.now) }
    }
}
