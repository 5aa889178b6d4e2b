import Program
import TestSupport
import Testing

/// Shifts offered, taken and ended by chance, each act compared with a small machine that reckons apart from the product.
@Suite struct ShiftOfferModelTests {
    @Test(arguments: 1...40 as ClosedRange<UInt64>)
    func anyActsInAnyOrder(_ seed: UInt64) throws {
        var play = try ShiftPlay(seed: seed)
        for _ in 0..<60 {
            try play.step()
            try play.compare()
        }
    }

    /// A play in which nothing ever came of anything would show nothing.
    @Test func everyActComesToEveryAnswer() throws {
        var seen: Set<String> = []
        for seed in 1...60 as ClosedRange<UInt64> {
            var play = try ShiftPlay(seed: seed)
            for _ in 0..<60 { try play.step() }
            seen.formUnion(play.seen)
        }
        for answer in [
            "offer done", "offer refused", "take done", "take refused", "take nothing", "end done", "end refused",
            "end nothing",
        ] {
            #expect(seen.contains(answer), "never \(answer)")
        }
    }
}

/// Acts drawn by lot, done to the programme's list and to the reference alike. Ana, Ben and Carla have a week each in turn, handed
/// over at midnight; it is always noon.
private struct ShiftPlay {
    static let team = ["ana", "ben", "carla"]
    static let days = 28

    let first: Day
    /// When each day begins.
    let starts: [Instant]
    var swaps: [Swap] = []
    var leaves: [Leave] = []
    var reference: ShiftReference
    var random: SeededRandom
    var seen: Set<String> = []
    private var history: [String] = []

    init(seed: UInt64) throws {
        let first = try RosterExamples.day("2026-01-05")
        let calendar = try RosterExamples.calendar()
        self.first = first
        starts = (0...Self.days).compactMap { first.adding(days: $0) }.map(calendar.start(of:))
        random = SeededRandom(seed: seed)
        reference = ShiftReference(
            team: Self.team, owners: (0..<Self.days).map { Self.team[$0 / 7 % Self.team.count] })
    }

    private func list() throws -> RosterList {
        try RosterExamples.list(
            [RosterExamples.rotation(Self.team, at: "00:00")], team: Self.team, swaps: swaps, leaves: leaves)
    }

    private func noon(of day: Int) -> Instant { starts[day].adding(seconds: 12 * 3600) }

    private var now: Instant { noon(of: reference.today) }

    private func stretch(_ days: Range<Int>) throws -> Stretch {
        try #require(Stretch(from: starts[days.lowerBound], until: starts[days.upperBound]))
    }

    private mutating func chance(_ oneIn: Int) -> Bool { Int.random(in: 0..<oneIn, using: &random) == 0 }

    /// Mostly of the team.
    private mutating func somebody() -> String {
        chance(8) ? "stranger" : Self.team.randomElement(using: &random) ?? "stranger"
    }

    /// A few days of somebody's, or of nobody in particular.
    private mutating func someDays(of account: String?) -> Range<Int> {
        let from = Int.random(in: reference.today..<Self.days, using: &random)
        let isTheirs = { [reference] in account.map { reference.owners[from] == $0 } ?? true }
        if !isTheirs(), !chance(4) {
            let own = (reference.today..<Self.days).filter { reference.owners[$0] == account }
            if let day = own.randomElement(using: &random) { return day..<(day + 1) }
        }
        return from..<min(from + .random(in: 1...3, using: &random), Self.days)
    }

    private mutating func someOffer() -> String {
        let ids = reference.offers.keys.sorted()
        return chance(10) ? "none" : ids.randomElement(using: &random) ?? "none"
    }

    mutating func step() throws {
        switch Int.random(in: 0..<10, using: &random) {
        case 0...3: try offer()
        case 4...6: try take()
        case 7...8: try end()
        default: try passTimeOrTakeLeave()
        }
    }

    private mutating func note(_ act: String, _ found: ShiftReference.Answer, _ expected: ShiftReference.Answer) {
        seen.insert("\(act.prefix { $0 != " " }) \(found)")
        history.append("\(act): \(expected)")
        #expect(found == expected, "\(act) on day \(reference.today), after \(history.suffix(10))")
    }

    private mutating func offer() throws {
        let id = "\(history.count)"
        let giver = Self.team.randomElement(using: &random) ?? "ana"
        let given = someDays(of: giver)
        let asked = chance(2) ? somebody() : nil
        let inReturn = chance(asked == nil ? 10 : 2) ? someDays(of: asked) : nil
        let expected = reference.offer(
            id, .init(giver: giver, given: given, asked: asked, inReturn: inReturn, taker: nil))
        let swap = Swap(
            id: id, giver: giver, given: try stretch(given), inReturn: try inReturn.map { try stretch($0) },
            status: asked.map { .asked(of: $0) } ?? .offered)
        let refusal = try list().mayOffer(swap, at: now)
        if refusal == nil { swaps.append(swap) }
        note("offer \(id) of \(given) by \(giver) to \(asked ?? "all")", refusal == nil ? .done : .refused, expected)
    }

    private mutating func take() throws {
        let (id, account) = (someOffer(), somebody())
        let expected = reference.take(id, by: account)
        let number = (swaps.compactMap(\.number).max() ?? 0) + 1
        let found: ShiftReference.Answer
        let place = swaps.firstIndex { $0.id == id }
        switch try place.flatMap({ try list().taking(swaps[$0], by: account, numbered: number, at: now) }) {
        case .success(let agreed):
            if let place { swaps[place] = agreed }
            found = .done
        case .failure: found = .refused
        case nil: found = .nothing
        }
        note("take \(id) by \(account)", found, expected)
    }

    private mutating func end() throws {
        let (id, account) = (someOffer(), somebody())
        let expected = reference.end(id, by: account)
        let found: ShiftReference.Answer
        let place = swaps.firstIndex { $0.id == id }
        switch place.flatMap({ swaps[$0].ending(by: account) }) {
        case .success:
            if let place { swaps.remove(at: place) }
            found = .done
        case .failure: found = .refused
        case nil: found = .nothing
        }
        note("end \(id) by \(account)", found, expected)
    }

    private mutating func passTimeOrTakeLeave() throws {
        if chance(2) {
            reference.today = min(reference.today + 1, Self.days - 1)
        } else if chance(2) {
            let (account, day) = (somebody(), Int.random(in: reference.today..<Self.days, using: &random))
            let date = try #require(first.adding(days: day))
            reference.away[day, default: []].insert(account)
            leaves.append(Leave(id: "\(history.count)", account: account, firstDay: date, lastDay: date))
            history.append("\(account) away on day \(day)")
        }
    }

    /// Whose each day is, and what still waits for somebody.
    func compare() throws {
        let list = try list()
        for day in 0..<Self.days {
            let owner = reference.owners[day]
            let expected = reference.isOnCall(owner, on: day..<(day + 1)) ? [owner] : []
            #expect(list.onCall(at: noon(of: day)) == expected, "day \(day), after \(history.suffix(10))")
        }
        let waiting = Set(reference.offers.filter { $0.value.taker == nil }.keys)
        #expect(Set(swaps.filter { $0.number == nil }.map(\.id)) == waiting, "after \(history.suffix(10))")
    }
}
