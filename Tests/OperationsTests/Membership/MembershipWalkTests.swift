import Operations
import Program
import Sealing
import Store
import TestSupport
import Testing

/// Random lives of members under each policy, beside a small reference that knows the policies alone.
@Suite struct MembershipWalkTests {
    @Test(arguments: [
        ("sacramento-probation", 1), ("sacramento-probation", 2), ("kern-sheriff", 3), ("orange-county-probation", 4),
        ("police-division", 5), ("iacp", 6),
    ])
    func whateverIsDoneNobodyServesWithoutAllThatIsAsked(_ walk: (pack: String, seed: UInt64)) async throws {
        var walking = try await Walking(walk.pack, seed: walk.seed)
        for step in 0..<160 {
            let told = try await walking.step()
            try await walking.check("step \(step) of \(walk.pack): \(told)")
        }
        // The walk was one, and not a series of refusals.
        #expect(walking.done.values.reduce(0, +) > 5 && walking.refused > 5, "\(walking.done)")
    }

    /// A seat whose term is over has no vote, whatever was opened while it ran.
    @Test func anExpiredSeatGivesNoVote() async throws {
        let walking = try await Walking("sacramento-probation", seed: 7)
        let ground = walking.ground
        let ana = try #require(walking.accounts.first)
        try await ground.database.write { [agency = ground.agency.id] transaction in
            try transaction.insert(
                Membership(
                    id: RandomId().text, account: ana, origin: .selected, beganOn: try #require(Day("2026-11-20"))),
                agency: agency)
        }
        let opened = try await ground.programmes.remove(ana, ground: "duties", by: ground.signedIn("seat0"))
        try #require(opened).get()
        let id = try await ground.database.read { try $0.rows("SELECT id FROM ballot").map { try $0.text("id") } }
        let ballot = try #require(id.first)
        ground.clock.move(seconds: 60)
        _ = try await #require(ground.programmes.vote(.yes, in: ballot, by: ground.signedIn("seat1"))).get()
        // Thirty months on, every term is over.
        ground.clock.move(seconds: 30 * 31 * 86_400)
        for seat in ["seat0", "seat1", "seat2"] {
            let late = try await ground.programmes.vote(.yes, in: ballot, by: ground.signedIn(seat))
            switch late {
            case .success: Issue.record("\(seat) voted")
            case .failure, nil: break
            }
        }
    }
}

/// A team on its way, and what is done next.
private struct Walking {
    let ground: Ground
    let accounts: [String]
    var done: [String: Int] = [:]
    var refused = 0

    private var dice: SeededRandom
    private var reference: [String: MembershipReference]
    private let logins = ["ana", "ben"]
    private let committee: CommitteeRule?

    init(_ pack: String, seed: UInt64) async throws {
        ground = try await Ground(engines[0], pack: pack)
        dice = SeededRandom(seed: seed)
        let policy = ground.agency.policy
        var accounts: [String] = []
        for login in logins { accounts.append(try await ground.enrol(login, isEmployed: true)) }
        self.accounts = accounts
        reference = Dictionary(
            uniqueKeysWithValues: accounts.map { ($0, MembershipReference(policy)) })
        for role in policy.roles where !policy.supporterRoles.contains(where: { $0.id == role.id }) {
            _ = try await ground.enrol("of-\(role.id.text)", roles: [role.id.text], isEmployed: true)
        }
        guard case .ballot(let committee, _) = policy.membership.removal.procedure,
            let rule = policy.committee(committee), let seat = rule.seats.first
        else {
            self.committee = nil
            return
        }
        self.committee = rule
        let today = try ground.agency.day(at: ground.clock.now)
        for place in 0..<3 {
            let account = try await ground.enrol("seat\(place)", roles: [rule.memberRole.text], isEmployed: true)
            try await ground.database.write { [agency = ground.agency.id] transaction in
                try transaction.insert(
                    Program.Seat(
                        id: RandomId().text, committee: committee, seat: seat.id, account: account,
                        offeredBy: account, offeredOn: today, startsOn: today,
                        until: Day(month: today.month.adding(24), number: today.number),
                        attested: SeatAttestation(by: account, on: today)), agency: agency)
            }
        }
    }

    private var policy: PolicyPack { ground.agency.policy }
    private var today: Day { get throws { try ground.agency.day(at: ground.clock.now) } }

    private func of(_ role: RoleID?) async throws -> Staff {
        let role = try #require(role)
        return try await ground.signedIn("of-\(role.text)")
    }

    private enum Move: CaseIterable {
        case select, sign, train, activate, pause, comeBack, place, letReturn, sayYes, renew, leave, remove, hear
        case approve, decline, vote, time
    }

    /// Does something to somebody, and says what.
    mutating func step() async throws -> String {
        // Digits of a second factor work once.
        ground.clock.move(seconds: 60)
        let place = Int.random(in: 0..<accounts.count, using: &dice)
        let (account, login) = (accounts[place], logins[place])
        // Leaving is rarer, so that something is lived through first.
        let moves = Move.allCases + [.sign, .train, .activate, .select, .activate, .select, .time, .time]
        guard let move = moves.randomElement(using: &dice), var own = reference[account] else { return "" }
        if [.leave, .remove].contains(move), Int.random(in: 0..<4, using: &dice) > 0 { return "" }
        let (programmes, day) = (ground.programmes, try today)
        let before = own
        var expected: Bool?
        let answer: Result<Void, Refusal>?
        switch move {
        case .select:
            if own.standing == .outside {
                try await ground.database.write { [agency = ground.agency.id] transaction in
                    try transaction.insert(
                        Membership(id: RandomId().text, account: account, origin: .selected, beganOn: day),
                        agency: agency)
                }
            }
            own.select()
            answer = nil
        case .train:
            if !own.isTrained { try await train(account, on: day) }
            own.isTrained = true
            answer = nil
        case .time:
            ground.clock.move(seconds: Int64.random(in: 1...120, using: &dice) * 86_400)
            try await programmes.keepMemberships()
            try await programmes.keepSeats()
            let reached = try today
            for account in accounts { reference[account]?.timeGoesOn(to: reached) }
            return "time goes on to \(reached.text)"
        case .sign:
            expected = own.sign()
            let staff = try await ground.signedIn(login)
            let text = try await programmes.ownAgreement(of: staff).hash
            answer = try await programmes.sign("Name of \(login)", under: text, by: staff)
        case .activate:
            expected = own.activate(on: day)
            answer = try await programmes.activate(account, by: of(policy.administration.by))
        case .pause:
            expected = own.pause()
            answer = try await programmes.pause(
                until: nil, reason: nil, applies: true, by: ground.signedIn(login))
        case .comeBack:
            expected = own.comeBack()
            answer = try await programmes.comeBack(by: ground.signedIn(login))
        case .place:
            guard let rule = policy.membership.inactivity.byOthers, let reason = rule.reasons.first else { return "" }
            expected = own.place()
            answer = try await programmes.placeInactive(
                account, reason: reason.id, until: nil, by: of(rule.by.first))
        case .letReturn:
            guard let rule = policy.membership.inactivity.byOthers else { return "" }
            expected = own.letReturn()
            answer = try await programmes.letReturn(account, by: of(rule.by.last))
        case .sayYes:
            expected = own.sayYes(on: day)
            answer = try await programmes.askToRenew(by: ground.signedIn(login))
        case .renew:
            expected = own.renew(on: day)
            answer = try await programmes.confirmRenewal(of: account, by: of(policy.renewalConfirmedBy))
        case .leave:
            expected = own.leave()
            answer = try await programmes.withdraw(by: ground.signedIn(login))
        case .remove:
            let ground = policy.membership.removal.grounds.randomElement(using: &dice)?.id
            guard try await mayVote() else { return "" }
            expected = own.remove(ground)
            answer = try await programmes.remove(account, ground: ground, by: remover())
        // Begun by somebody who is to be heard, they were.
        case .hear:
            guard policy.membership.removal.consultation != nil else { return "" }
            expected = own.removalGround != nil
            own.hasLeaderHeard = own.removalGround != nil
            answer = try await programmes.beHeard(onRemovalOf: account, by: of(RoleID("leader")))
        case .approve, .decline:
            guard let approver = policy.membership.removal.approver else { return "" }
            expected = own.decide(move == .approve)
            answer = try await programmes.decideRemoval(
                of: account, move == .approve ? .approve : .decline, by: of(approver))
        case .vote:
            guard committee != nil, own.removalGround != nil, try await mayVote() else { return "" }
            let isRemoved = Bool.random(using: &dice)
            guard try await vote(on: account, isRemoved ? .yes : .no) else { return "" }
            _ = own.decide(isRemoved)
            answer = nil
        }
        let isDone = if case .success = answer { true } else { false }
        if let expected {
            #expect(isDone == expected, "\(move) of \(before): \(String(describing: answer))")
            if isDone { done["\(move)", default: 0] += 1 } else { refused += 1 }
        }
        reference[account] = own
        return "\(move) of \(login): \(isDone)"
    }

    private func remover() async throws -> Staff {
        switch policy.membership.removal.procedure {
        case .approved(let by, _), .decision(let by), .atWill(let by): try await of(by)
        case .ballot: try await ground.signedIn("seat0")
        }
    }

    /// Whether the seats, where there are any, still run.
    private func mayVote() async throws -> Bool {
        guard committee != nil else { return true }
        return try today < (Day("2028-11-20") ?? today)
    }

    /// Everybody of the committee votes alike on the ballot that is open on somebody.
    private func vote(on account: String, _ choice: BallotChoice) async throws -> Bool {
        let open = try await ground.database.read { transaction in
            try transaction.rows("SELECT id FROM ballot WHERE about = \(account) AND closed_on IS NULL").map {
                try $0.text("id")
            }
        }
        guard let ballot = open.first else { return false }
        for place in 0..<3 {
            let seat = try await ground.signedIn("seat\(place)")
            _ = try await #require(ground.programmes.vote(choice, in: ballot, by: seat)).get()
        }
        try await ground.programmes.closeBallots()
        return true
    }

    private func train(_ account: String, on day: Day) async throws {
        let courses = policy.training.courses.map { rule in
            CourseCompletion(
                id: RandomId().text, account: account, course: rule.id, title: rule.title, doneOn: day,
                minutes: 60 * (rule.hours?.number ?? 1), isApproved: true,
                topics: Set(rule.covers.map { TopicName("course.\(rule.id)", $0.id) }))
        }
        let other = CourseCompletion(
            id: RandomId().text, account: account, course: nil, title: "Listening", doneOn: day, minutes: 60)
        try await ground.database.write { [agency = ground.agency.id] transaction in
            for completion in courses + [other] { try transaction.insert(completion, agency: agency) }
        }
    }

    /// What the program made of it is what the reference has, and nothing is seen that is not to be.
    func check(_ told: String) async throws {
        let day = try today
        for account in accounts {
            guard let own = reference[account] else { continue }
            let (kept, held) = try await ground.database.read { [ground] transaction in
                (
                    try transaction.livingMembership(of: account, agency: ground.agency.id),
                    try transaction.holdings(of: account, agency: ground.agency.id).map(\.holding)
                )
            }
            let status: MembershipStatus? =
                switch own.standing {
                case .outside: nil
                case .selected: .selected
                case .serving: own.isActive ? .active : .inactive
                }
            #expect(kept?.status == status, "\(told)")
            #expect(kept?.termEndsOn == own.termEnd, "\(told)")
            let serves = held.contains {
                $0.isHeld(on: day) && policy.role($0.role)?.powers.contains(.takeRequests) == true
            }
            #expect(serves == own.isActive, "\(told): \(held)")
            if serves { #expect(own.isWhole, "\(told)") }
        }
        guard Int(day.daysSince1970).isMultiple(of: 3) else { return }
        let allowed = Set(policy.membership.inactivity.reasonVisibleTo.value)
        for role in policy.roles where !policy.supporterRoles.contains(where: { $0.id == role.id }) {
            ground.clock.move(seconds: 30)
            let staff = try await of(role.id)
            for view in try await ground.programmes.memberships(for: staff) {
                #expect(view.reasons.isEmpty || allowed.contains(role.id), "\(role.id.text): \(told)")
                #expect(view.pauses.isEmpty || policy.rolesToldOfPauses.contains(role.id), "\(role.id.text): \(told)")
            }
        }
    }
}
