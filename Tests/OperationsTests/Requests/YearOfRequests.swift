import Foundation
import Operations
import Program
import Sealing
import Store
import Testing

/// Requests asked at random moments of a long time, and for each what must happen to it when, reckoned apart from the product:
/// from the police division's procedure in minutes, and Foundation's calendar.
struct YearOfRequests {
    /// Where a request must stand, in the numbers of the database and milliseconds.
    enum Expected: Equatable {
        case offered(stage: Int, due: Int64)
        case accepted(due: Int64?)
        case closed
    }

    struct Request {
        var expected: Expected
        let isWanted: Bool
        let time: PreferredTime
        /// How many stages go by before somebody accepts.
        var patience: Int
        var missesFirstContact: Bool
        /// Who has it, or had it and did not get in touch.
        var supporter: String?
        /// When a person does the next thing to it.
        var nextDeed: Int64?
    }

    let field: RequestGround
    /// What the psychologist's authenticator app has.
    private let secret: TOTPSecret
    var programmes: Programmes
    var dice: SeededDice
    var requests: [String: Request] = [:]
    var asks: [Int64]
    /// Of all that were ever asked.
    var accepted = 0
    var byLastResort = 0
    var steps = 0
    var restarts = 0

    init(_ field: RequestGround, days: Int64, count: Int, seed: UInt64) async throws {
        var dice = SeededDice(state: seed)
        let begun = field.now.milliseconds
        asks = (0..<count).map { _ in begun + dice.below(days * 86_400_000) }.sorted()
        self.dice = dice
        self.field = field
        programmes = field.programmes
        _ = try await field.ground.enrol("psychologist", roles: ["psychologist"])
        secret = TOTPSecret()
        let half = try await field.ground.staff(try await field.ground.signIn("psychologist"))
        _ = try await programmes.setSecondFactor(half, secret: secret, digits: field.ground.digits(of: secret)).get()
    }

    /// Until every request was asked and has come to its end.
    mutating func run() async throws {
        while let next = nextMoment {
            // The look for another request may have come a little later.
            let moment = max(next, field.now.milliseconds)
            if dice.below(12) == 0 {
                programmes = try field.ground.restarted()
                restarts += 1
            }
            let isAsk = asks.first == next
            let deed = requests.first { $0.value.nextDeed == next }?.key
            if isAsk || deed != nil {
                try await look(at: moment - 1)
                field.ground.clock.set(Instant(milliseconds: moment))
                if isAsk { try await ask(at: moment) } else if let deed { try await act(on: deed, at: moment) }
                try await compare()
            } else {
                // Not a millisecond early, and with the first look of a clock that looks every two seconds.
                try await look(at: moment - 1)
                let late = moment + dice.below(2000)
                let due = requests.filter { $0.value.due.map { $0 <= late } == true }.keys
                for id in due { expectNextStep(of: id, at: late) }
                try await look(at: late)
                steps += due.count
            }
        }
    }

    private var nextMoment: Int64? {
        ([asks.first] + requests.values.flatMap { [$0.nextDeed, $0.due] }).compactMap { $0 }.min()
    }

    private func look(at milliseconds: Int64) async throws {
        guard milliseconds >= field.now.milliseconds else { return }
        field.ground.clock.set(Instant(milliseconds: milliseconds))
        try await programmes.advanceRequests()
        try await compare()
    }

    /// Every request stands exactly where it must.
    private func compare() async throws {
        let found = try await field.ground.database.read { transaction in
            try transaction.rows("SELECT id, state, stage, due_at FROM request").map { row in
                (try row.text("id"), try Expected(row))
            }
        }
        let standing = Dictionary(found, uniquingKeysWith: { first, _ in first })
        #expect(standing == requests.mapValues(\.expected), "at \(field.now.milliseconds)")
    }
}

extension YearOfRequests.Request {
    /// When the clock does the next thing to it.
    var due: Int64? {
        switch expected {
        case .offered(_, let due): due
        case .accepted(let due): due
        case .closed: nil
        }
    }
}

extension YearOfRequests.Expected {
    fileprivate init(_ row: Row) throws {
        switch try row.text("state") {
        case "offered": self = .offered(stage: try row.int("stage"), due: try row.int64("due_at"))
        case "accepted": self = .accepted(due: try row.optionalInt64("due_at"))
        default: self = .closed
        }
    }
}

/// Numbers that look drawn by chance and are the same for the same seed (SplitMix64).
struct SeededDice {
    var state: UInt64

    mutating func below(_ most: Int64) -> Int64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return Int64((mixed ^ (mixed >> 31)) % UInt64(most))
    }
}

// MARK: What must come next

/// The numbers under which the database has the stages of the police division's procedure.
private enum Stages {
    static let chosen = 2
    static let few = 3
    static let everyone = 4
    static let desk = 11
    static let psychologistInBusinessHours = 12
    static let psychologistAfterHours = 13
    static let lastResort = [psychologistInBusinessHours, psychologistAfterHours]

    /// Minutes (PD-B.1.b): five for the chosen and for the few, fifteen for the list, five for the desk, fifteen for the
    /// psychologist.
    static func minutes(_ stage: Int) -> Int64 {
        [chosen: 5, few: 5, everyone: 15, desk: 5].first { $0.key == stage }?.value ?? 15
    }
}

extension YearOfRequests {
    private mutating func enter(_ stage: Int, _ id: String, at moment: Int64) {
        let wait = Stages.minutes(stage) * 60_000
        requests[id]?.expected = .offered(stage: stage, due: moment + wait)
        requests[id]?.patience -= 1
        if let request = requests[id], request.patience < 0 {
            requests[id]?.nextDeed = moment + 1000 + dice.below(wait - 2000)
        }
    }

    private mutating func expectNextStep(of id: String, at moment: Int64) {
        guard let request = requests[id] else { return }
        requests[id]?.nextDeed = nil
        switch request.expected {
        case .offered(Stages.chosen, _): enter(Stages.few, id, at: moment)
        case .offered(Stages.few, _): enter(Stages.everyone, id, at: moment)
        case .offered(Stages.everyone, _): enter(Stages.desk, id, at: moment)
        case .offered(Stages.desk, _), .offered(Stages.psychologistInBusinessHours, _):
            let isOpen = clock(at: moment).isOpen
            enter(isOpen ? Stages.psychologistInBusinessHours : Stages.psychologistAfterHours, id, at: moment)
        case .offered: enter(Stages.psychologistAfterHours, id, at: moment)
        case .accepted:
            // Nobody got in touch: everybody else is asked.
            requests[id]?.missesFirstContact = false
            requests[id]?.patience = 1
            enter(Stages.everyone, id, at: moment)
        case .closed: break
        }
    }

    /// An hour after the seeker would like to be reached.
    private func firstContactDue(_ request: Request, acceptedAt moment: Int64) -> Int64 {
        let clock = clock(at: moment)
        let begins =
            switch request.time {
            case .anyTime: moment
            case .daytime: (8..<17).contains(clock.hour) ? moment : clock.next(hour: 8)
            case .evening: (17..<22).contains(clock.hour) ? moment : clock.next(hour: 17)
            case .night: clock.hour >= 22 || clock.hour < 8 ? moment : clock.next(hour: 22)
            }
        return begins + 3_600_000
    }

    private func clock(at moment: Int64) -> WallClock {
        WallClock(date: Date(timeIntervalSince1970: Double(moment) / 1000))
    }
}

/// The clock on the agency's wall, by Foundation.
private struct WallClock {
    let date: Date

    private static let calendar: Calendar = {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: "America/Los_Angeles") ?? .gmt
        return calendar
    }()

    var hour: Int { Self.calendar.component(.hour, from: date) }
    var isOpen: Bool {
        let isWeekday = (2...6).contains(Self.calendar.component(.weekday, from: date))
        return isWeekday && (8..<17).contains(hour) && !Self.holidays.contains(day)
    }

    private var day: String {
        let parts = Self.calendar.dateComponents([.year, .month, .day], from: date)
        return "\(parts.year ?? 0)-\(parts.month ?? 0)-\(parts.day ?? 0)"
    }

    /// The federal holidays as the Office of Personnel Management lists them, on the days on which offices are closed.
    private static let holidays: Set<String> = [
        "2026-1-1", "2026-1-19", "2026-2-16", "2026-5-25", "2026-6-19", "2026-7-3", "2026-9-7", "2026-10-12",
        "2026-11-11",
        "2026-11-26", "2026-12-25", "2027-1-1", "2027-1-18", "2027-2-15", "2027-5-31", "2027-6-18", "2027-7-5",
        "2027-9-6",
        "2027-10-11", "2027-11-11", "2027-11-25", "2027-12-24", "2027-12-31", "2028-1-17", "2028-2-21", "2028-5-29",
    ]

    func next(hour: Int) -> Int64 {
        let next = Self.calendar.nextDate(
            after: date, matching: DateComponents(hour: hour, minute: 0, second: 0), matchingPolicy: .nextTime)
        return Int64((next ?? date).timeIntervalSince1970 * 1000)
    }
}

// MARK: What people do

extension YearOfRequests {
    private mutating func ask(at moment: Int64) async throws {
        asks.removeFirst()
        let isWanted = dice.below(3) == 0
        let time = PreferredTime.allCases[Int(dice.below(Int64(PreferredTime.allCases.count)))]
        let ana = field.ana.account
        let ask = RequestGround.ask {
            $0.time = time
            $0.wanted = isWanted ? [ana] : []
        }
        _ = try await programmes.ask(ask, in: field.agency).get()
        let ids = try await field.ground.database.read { transaction in
            try transaction.rows("SELECT id FROM request").map { try $0.text("id") }
        }
        let id = try #require(ids.first { requests[$0] == nil })
        requests[id] = Request(
            expected: .closed, isWanted: isWanted, time: time, patience: Int(dice.below(8)),
            missesFirstContact: dice.below(4) == 0)
        enter(isWanted ? Stages.chosen : Stages.few, id, at: moment)
    }

    private mutating func act(on id: String, at moment: Int64) async throws {
        guard let request = requests[id] else { return }
        requests[id]?.nextDeed = nil
        switch request.expected {
        case .offered(let stage, _): try await accept(id, request, at: stage, moment)
        case .accepted: try await getInTouch(id, request, moment)
        case .closed: break
        }
    }

    private mutating func accept(_ id: String, _ request: Request, at stage: Int, _ moment: Int64) async throws {
        let isLastResort = Stages.lastResort.contains(stage)
        let asked = isLastResort ? ["psychologist"] : askedTeam(request, at: stage).filter { $0 != request.supporter }
        let login = asked[Int(dice.below(Int64(asked.count)))]
        let staff = try await signedIn(login)
        let acceptance = try #require(
            try await programmes.accept(id, Attestation(isInChainOfCommand: false), by: staff))
        let due = firstContactDue(request, acceptedAt: moment)
        #expect(try acceptance.get().firstContactDue.milliseconds == due)
        requests[id]?.expected = .accepted(due: due)
        requests[id]?.supporter = login
        accepted += 1
        if isLastResort { byLastResort += 1 }
        if isLastResort || !request.missesFirstContact {
            requests[id]?.nextDeed = moment + 60_000 + dice.below(due - moment - 120_000)
        }
    }

    private func signedIn(_ login: String) async throws -> Staff {
        let staff = try await field.ground.staff(try await field.ground.signIn(login))
        guard staff.owesSecondFactor else { return staff }
        let full = try await programmes.proveSecondFactor(staff, digits: field.ground.digits(of: secret)).get()
        return try await field.ground.staff(full)
    }

    /// Who of the team is asked by then: the chosen one, whoever can be reached, everybody.
    private func askedTeam(_ request: Request, at stage: Int) -> [String] {
        switch stage {
        case Stages.chosen: ["ana"]
        case Stages.few: request.isWanted ? ["ana", "ben"] : ["ben"]
        default: ["ana", "ben", "cleo"]
        }
    }

    private mutating func getInTouch(_ id: String, _ request: Request, _ moment: Int64) async throws {
        let staff = try await signedIn(try #require(request.supporter))
        if request.due != nil {
            try #require(try await programmes.giveAdvisement(id, withAdmonishment: false, by: staff)).get()
            try #require(try await programmes.madeContact(id, by: staff)).get()
            requests[id]?.expected = .accepted(due: nil)
            requests[id]?.nextDeed = moment + 60_000 + dice.below(86_400_000)
        } else {
            try #require(try await programmes.closeRequest(id, outcome: nil, by: staff)).get()
            requests[id]?.expected = .closed
        }
    }
}
