import PolicyPacks
import Program
import Testing

/// One request in memory, as the programme decides on it: what Program says an act changes is carried out here to the letter,
/// without a database or keys. Who holds a copy of the key is a set of names.
struct RequestWorld {
    let pack: PolicyPack
    let calendar: AgencyCalendar
    let availability: Availability
    let isInquiry: Bool
    var now: Instant
    var standing: RequestStanding
    var record: RequestRecord
    var waves: [String: Stage] = [:]
    var reserved: [String: Stage] = [:]
    /// Whether whoever has it has a copy of its key.
    var canOpen = true
    var left: Set<String> = []
    var isDestroyed = false
    /// The kinds of notice raised, in order.
    var told: [NoticeKind] = []
    private var offerings = 0

    static let team = ["ana", "ben", "carla", "dan"]
    /// Whoever may investigate or discipline others.
    static let investigator = "carla"
    /// Of the team, the only one without hours of their own.
    static let offDuty = "dan"
    static let lastResort = "psychologist"

    /// - Parameter wanted: those whom the seeker chose.
    init(
        _ pack: PolicyPack, isInquiry: Bool, wanted: [String], unwanted: [String], at now: Instant,
        in calendar: AgencyCalendar
    ) throws {
        self.pack = pack
        self.calendar = calendar
        self.isInquiry = isInquiry
        self.now = now
        availability = try #require(Self.everyDay)
        record = RequestRecord(barred: Set(unwanted), chain: [])
        standing = .closed(destroyed: try #require(calendar.day(at: now)))
        try offer(record, wanted: wanted)
    }

    /// Who can be called, the same at every hour.
    private static let everyDay: Availability? = try? {
        let hours = try #require(WeeklyHours(Weekdays(RosterExamples.all), from: 0, until: 0))
        let own = team.filter { $0 != offDuty }.map {
            OwnHours(id: $0, account: $0, kind: .offDuty, hours: hours)
        }
        return Availability(
            [try RosterExamples.list(team: team, ownHours: own)], at: try RosterExamples.moment("2026-11-20 09:00"))
    }()

    var asking: AskingNow {
        AskingNow(
            policy: pack, availability: availability,
            isBusinessHours: calendar.isBusinessHours(at: now, in: pack.country))
    }

    var life: RequestLife {
        RequestLife(id: "r", isInquiry: isInquiry, standing: standing, record: record)
    }

    var routing: RequestRouting { RequestRouting(standing: standing, waves: waves, reserved: reserved) }

    var today: Day { get throws { try #require(calendar.day(at: now)) } }

    /// The request as its supporter can do something with it.
    func supported(by account: String) -> SupportedRequest? { canOpen ? life.supported(by: account) : nil }

    func offer(to account: String) -> RequestOffer? {
        RequestOffer(life, to: account, wave: waves[account], asking: asking)
    }

    // MARK: Carrying out

    mutating func carryOut(_ outcome: RequestOutcome) throws {
        try carryOut(outcome.change)
        told += outcome.notices.map(\.kind)
    }

    mutating func carryOut(_ change: RequestChange) throws {
        record = change.record
        switch change {
        case .noted: break
        case .touched:
            if case .accepted(let supporter, .some) = standing {
                standing = .accepted(supporter: supporter, firstContactDue: nil)
                reserved = [:]
            }
        case .taken(_, let account, let due):
            standing = .accepted(supporter: account, firstContactDue: due)
            reserved = waves.filter { $0.key != account }
            waves = [:]
            canOpen = true
        case .passed(_, let account):
            waves[account] = nil
            try carryOut(routing.hastened(asking: asking))
        case .putLast(_, let account):
            waves[account] = .chain
            try carryOut(routing.hastened(asking: asking))
        case .offered(let record, let wanted): try offer(record, wanted: wanted)
        case .closed(_, let day):
            standing = .closed(destroyed: day)
            waves = [:]
            reserved = [:]
        }
    }

    mutating func carryOut(_ step: RoutingStep) throws {
        switch step {
        case .stays: break
        case .goesOn(let stage): askAround(from: stage, offering: standing.offering)
        case .offersReserves:
            waves = reserved
            reserved = [:]
            askAround(from: .few, offering: nil)
        case .waits(let supporter, let due): standing = .accepted(supporter: supporter, firstContactDue: due)
        case .isAlone(let former):
            standing = .accepted(supporter: former, firstContactDue: nil)
            canOpen = false
        }
    }

    private mutating func offer(_ record: RequestRecord, wanted: [String]) throws {
        let team = Self.team.filter { !left.contains($0) }.map { Self.candidate($0) }
        let last = left.contains(Self.lastResort) ? [] : [Self.candidate(Self.lastResort)]
        let places = pack.escalation.steps.enumerated().filter { _, step in
            guard case .role(let role) = step.to else { return false }
            return pack.role(role)?.powers.contains(.takeRequests) == true
        }.map { ($0.offset, last) }
        waves = pack.requests.waves(
            team: team, lastResort: Dictionary(uniqueKeysWithValues: places), wanted: wanted, record: record)
        reserved = [:]
        askAround(from: nil, offering: nil)
    }

    private mutating func askAround(from stage: Stage?, offering: String?) {
        let holders = Dictionary(
            asking.rolesAsked.map { ($0, [Self.lastResort]) }, uniquingKeysWith: { first, _ in first })
        let reach = asking.reach(of: "r", waves: waves, openRequests: [:], holders: holders)
        let move = pack.escalation.move(from: stage, reaching: reach)
        if offering == nil { offerings += 1 }
        let offering = offering ?? "asking \(offerings)"
        standing = .offered(move.stage, until: now.adding(seconds: move.wait), offering: offering)
        if move.stage == .few { for account in move.asks { waves[account] = .few } }
        told += pack.escalation.notices(of: move, about: offering).map(\.kind)
    }

    static func candidate(_ account: String) -> Candidate {
        Candidate(
            account: account, unit: nil, rank: nil, investigates: account == investigator, isInChain: false)
    }

    // MARK: Time and people

    /// Everything that is due by now, as a clock that looks every two seconds finds it.
    mutating func look() throws {
        try carryOut(routing.due(at: now, under: pack))
        if case .closed(let day) = standing, try today >= day { isDestroyed = true }
    }

    mutating func leave(_ account: String) throws {
        left.insert(account)
        let isConcerned = waves[account] != nil || standing.supporter == account && canOpen
        waves[account] = nil
        reserved[account] = nil
        if isConcerned { try carryOut(routing.afterLeaving(of: account, asking: asking)) }
    }

    /// Its seeker looks at it.
    mutating func seekerLooks() throws {
        let isThere = standing.supporter.map { !left.contains($0) } ?? true
        if let change = life.offeredIfLeft(canOpen: canOpen, takesRequests: isThere) {
            canOpen = true
            try carryOut(change)
        }
    }
}
