import Foundation
import Program
import Testing

/// Over random rosters, every minute of whole weeks: somebody is there or a gap is reported, and both are what a plain reading
/// of the rules against Foundation's own calendar says.
@Suite struct RosterPropertyTests {
    /// Weeks with both changes of the clock, and one without.
    static let weeks = ["2026-03-02", "2026-10-26", "2026-06-15"]
    static let zones = ["America/Los_Angeles", "Australia/Lord_Howe", "America/Havana"]

    @Test(arguments: 0..<24) func everyMinuteHasSomebodyOrAGap(_ seed: Int) throws {
        var dice = RosterDice(seed: UInt64(seed) &* 7919)
        let zone = Self.zones[seed % Self.zones.count]
        let calendar = try #require(AgencyCalendar(timeZone: zone))
        let monday = try RosterExamples.day(Self.weeks[seed / 3 % Self.weeks.count])
        let list = try RandomRoster.list(calendar, around: monday, &dice)
        let beginning = calendar.start(of: monday)
        let end = calendar.start(of: try #require(monday.adding(days: 8)))
        let gaps = list.gaps(from: beginning, until: end)
        var reading = try PlainReading(of: list, zone: zone)
        var moment = beginning
        while moment < end {
            let plain = try reading.state(at: moment)
            let onCall = list.onCall(at: moment)
            let isInGap = gaps.contains { $0.contains(moment) }
            #expect(onCall == plain.onCall, "\(moment)")
            #expect(list.opened(at: moment) == plain.opened, "\(moment)")
            #expect(isInGap == (plain.isPromised && onCall.isEmpty && plain.opened.isEmpty), "\(moment)")
            switch list.cover {
            case .everyHour: #expect(!onCall.isEmpty || !plain.opened.isEmpty || isInGap, "\(moment)")
            case .everyShift: break
            }
            moment = moment.adding(seconds: 60)
        }
    }

    @Test(arguments: 0..<24) func shiftsAreTheMinutesOnCall(_ seed: Int) throws {
        var dice = RosterDice(seed: UInt64(seed) &* 104_729)
        let calendar = try #require(AgencyCalendar(timeZone: Self.zones[seed % Self.zones.count]))
        let monday = try RosterExamples.day(Self.weeks[seed / 3 % Self.weeks.count])
        let list = try RandomRoster.list(calendar, around: monday, &dice)
        let end = calendar.start(of: try #require(monday.adding(days: 15)))
        let window = try #require(Stretch(from: calendar.start(of: monday), until: end))
        for account in RandomRoster.team {
            let shifts = list.shifts(of: account, in: window)
            for (shift, next) in zip(shifts, shifts.dropFirst()) { #expect(shift.until < next.from) }
            for shift in shifts {
                #expect(list.isOnCall(account, throughout: shift))
                for edge in [shift.from, Instant(milliseconds: shift.until.milliseconds - 1)] {
                    #expect(list.onCall(at: edge).contains(account))
                }
                for outside in [Instant(milliseconds: shift.from.milliseconds - 1), shift.until]
                where window.contains(outside) {
                    #expect(!list.onCall(at: outside).contains(account))
                }
            }
        }
    }
}

/// Chance that falls the same every time (SplitMix64).
struct RosterDice {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func number(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(next() % UInt64(range.upperBound - range.lowerBound + 1))
    }

    mutating func pick<Item>(_ items: [Item]) -> Item { items[number(0...items.count - 1)] }
}

/// Rosters with everything in them, at every odd time.
enum RandomRoster {
    static let team = ["ana", "ben", "carla", "dan", "eve"]

    static func list(_ calendar: AgencyCalendar, around monday: Day, _ dice: inout RosterDice) throws -> RosterList {
        let role = RoleID("supporter")
        let long = try #require(monday.adding(days: -900))
        var holders: [String: [Holding]] = [:]
        for account in team {
            let ends = dice.number(1...4) == 1 ? monday.adding(days: dice.number(-2...9)) : nil
            holders[account] = [Holding(role: role, area: nil, startsOn: long, until: ends)]
        }
        return RosterList(
            kind: .supporters, calendar: calendar, cover: dice.number(1...3) == 1 ? .everyShift : .everyHour,
            holders: holders,
            rotations: try (0..<dice.number(0...3)).map { try rotation($0, monday, &dice) },
            overrides: try (0..<dice.number(0...3)).map { number in
                RosterOverride(
                    id: "o\(number)", account: dice.pick(team), instead: dice.pick([nil] + team.map { $0 }),
                    stretch: try stretch(calendar, monday, &dice))
            },
            swaps: try (0..<dice.number(0...4)).map { number in
                let pair = dice.number(0...4)
                return Swap(
                    id: "s\(number)", giver: team[pair], given: try stretch(calendar, monday, &dice),
                    inReturn: dice.number(0...1) == 0 ? nil : try stretch(calendar, monday, &dice),
                    status: dice.number(1...5) == 1
                        ? .offered : .agreed(with: team[(pair + dice.number(1...4)) % 5], number: 10 - number))
            },
            leaves: try (0..<dice.number(0...2)).map { number in
                let first = try #require(monday.adding(days: dice.number(-2...8)))
                return Leave(
                    id: "l\(number)", account: dice.pick(team), firstDay: first,
                    lastDay: try #require(first.adding(days: dice.number(0...3))))
            },
            ownHours: try (0..<dice.number(0...3)).map { number in
                OwnHours(
                    id: "h\(number)", account: dice.pick(team), kind: dice.pick(OwnHours.Kind.allCases),
                    hours: try hours(&dice))
            })
    }

    private static func rotation(_ number: Int, _ monday: Day, _ dice: inout RosterDice) throws -> Rotation {
        let first = dice.number(0...4)
        let members = (0...dice.number(0...3)).map { team[(first + $0) % 5] }
        let start = try #require(monday.adding(days: dice.number(-400...3)))
        return Rotation(
            id: "r\(number)", name: "R", members: members, startsOn: start,
            until: dice.number(1...6) == 1 ? monday.adding(days: dice.number(4...9)) : nil,
            handOver: minute(&dice), weeks: dice.number(1...3),
            shifts: try (0..<dice.number(0...3)).map { _ in try hours(&dice) })
    }

    private static func hours(_ dice: inout RosterDice) throws -> WeeklyHours {
        try #require(
            WeeklyHours(Weekdays(rawValue: dice.number(1...127)), from: minute(&dice), until: minute(&dice)))
    }

    /// Often in the hours in which the clock changes.
    private static func minute(_ dice: inout RosterDice) -> Int {
        dice.number(0...1) == 0 ? dice.number(0...240) : dice.number(0...1439)
    }

    private static func stretch(
        _ calendar: AgencyCalendar, _ monday: Day, _ dice: inout RosterDice
    ) throws -> Stretch {
        let from = calendar.instant(of: ClockMinute(monday, minute: dice.number(-1000...11_000)))
        return try #require(Stretch(from: from, until: from.adding(seconds: Int64(dice.number(1...4000)) * 60)))
    }
}

/// The rules read once more, the slow way: the clock as Foundation shows it, minute after minute, and never going back.
struct PlainReading {
    private let list: RosterList
    private let calendar: Calendar
    private var shown = Int.min

    init(of list: RosterList, zone: String) throws {
        self.list = list
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: zone))
        self.calendar = calendar
    }

    mutating func state(
        at moment: Instant
    ) throws -> (onCall: [String], opened: [String], isPromised: Bool) {
        let date = Date(timeIntervalSince1970: Double(moment.milliseconds / 1000))
        let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute], from: date)
        let month = try #require(Month(year: parts.year ?? 0, number: parts.month ?? 0))
        let present = try #require(Day(month: month, number: parts.day ?? 0))
        shown = max(shown, Int(present.daysSince1970) * 1440 + (parts.hour ?? 0) * 60 + (parts.minute ?? 0))
        let day = try #require(Day(daysSince1970: Int64(shown / 1440)))
        var onCall: [String] = []
        var isPromised = list.cover == .everyHour
        for rotation in list.rotations {
            guard var account = turn(of: rotation) else { continue }
            isPromised = true
            let agreed = list.swaps.filter { $0.number != nil }.sorted { ($0.number ?? 0) < ($1.number ?? 0) }
            for swap in agreed {
                if account == swap.giver, swap.given.contains(moment) {
                    account = swap.taker ?? account
                } else if account == swap.taker, swap.inReturn?.contains(moment) == true {
                    account = swap.giver
                }
            }
            let standIn = list.overrides.last { $0.instead == account && $0.stretch.contains(moment) }
            onCall.append(standIn?.account ?? account)
        }
        onCall += list.overrides.filter { $0.instead == nil && $0.stretch.contains(moment) }.map(\.account)
        var called: [String] = []
        for account in onCall where !called.contains(account) && isThere(account, day) { called.append(account) }
        var opened: [String] = []
        for kind in [OwnHours.Kind.onDuty, .offDuty] {
            for account in RandomRoster.team where !called.contains(account) && !opened.contains(account) {
                let isOpen = list.ownHours.contains {
                    $0.account == account && $0.kind == kind && isWithin($0.hours)
                }
                if isOpen, isThere(account, day) { opened.append(account) }
            }
        }
        return (called, opened, isPromised)
    }

    private func turn(of rotation: Rotation) -> String? {
        var handOver = Int(rotation.startsOn.daysSince1970) * 1440 + rotation.handOver
        guard handOver <= shown else { return nil }
        if let until = rotation.until, Int(until.daysSince1970) * 1440 + rotation.handOver <= shown { return nil }
        guard rotation.shifts.isEmpty || rotation.shifts.contains(where: isWithin) else { return nil }
        var place = 0
        while handOver + rotation.weeks * 10_080 <= shown {
            handOver += rotation.weeks * 10_080
            place = (place + 1) % rotation.members.count
        }
        return rotation.members[place]
    }

    /// Whether some day's hours hold the minute shown.
    private func isWithin(_ hours: WeeklyHours) -> Bool {
        (shown / 1440 - 2...shown / 1440).contains { number in
            guard let day = Day(daysSince1970: Int64(number)), hours.weekdays.contains(day: day.weekday) else {
                return false
            }
            let from = number * 1440 + hours.from
            let until = number * 1440 + hours.until + (hours.until <= hours.from ? 1440 : 0)
            return from <= shown && shown < until
        }
    }

    private func isThere(_ account: String, _ day: Day) -> Bool {
        let holds = (list.holders[account] ?? []).contains { $0.startsOn <= day && $0.until.map { day < $0 } ?? true }
        return holds && !list.leaves.contains { $0.account == account && $0.firstDay <= day && day <= $0.lastDay }
    }
}
