// How long it takes to propose debriefing teams out of 2,000 members, beside putting the same members in order once, which
// is the least that a fair proposal can cost. Nothing is asserted; `bin/bench` runs it and shows the line.
import Program

/// The same members at each run (SplitMix64).
struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}

/// Milliseconds of the middle one of some runs.
func middle(of runs: Int, _ work: () -> Int) -> Double {
    var times: [Double] = []
    var made = 0
    for _ in 0..<runs {
        let taken = ContinuousClock().measure { made += work() }
        times.append(Double(taken.components.attoseconds) / 1e15 + Double(taken.components.seconds) * 1000)
    }
    // What is made is used, so that nothing is left out.
    return made < 0 ? 0 : times.sorted()[runs / 2]
}

func seat(
    _ kind: DebriefingSeat.Kind, _ few: Int, _ many: Int, _ strength: Strength, _ name: String?
) -> DebriefingSeat {
    DebriefingSeat(
        kind: kind, count: Seats(nearest: few)...Seats(nearest: many), strength: strength, certification: name)
}

struct NoSuchDay: Error {}

guard let day = Day("2026-11-20"), let before = Day("2025-01-01") else { throw NoSuchDay() }
var dice = Dice(state: 7)
let certificate = HeldCertificate(name: "CISM", since: before, lastDay: nil)
let members = (0..<2000).map { number in
    let kinds: Set<DebriefingSeat.Kind> =
        switch number % 50 {
        case 0: [.mentalHealthProfessional]
        case 1: [.chaplain]
        case 2: [.chaplain, .supporter]
        default: [.supporter]
        }
    return TeamCandidate(
        id: String(dice.next(), radix: 36), kinds: kinds, certificates: dice.next() % 3 > 0 ? [certificate] : [],
        isAvailable: dice.next() % 4 > 0, isKeptOut: dice.next() % 20 == 0, load: Int(dice.next() % 5),
        last: day.adding(days: -Int(dice.next() % 300)))
}
let team = DebriefingTeam(
    members: [
        seat(.mentalHealthProfessional, 1, 1, .required, "CISM"), seat(.supporter, 2, 3, .required, "CISM"),
        seat(.chaplain, 0, 1, .recommended, nil),
    ], lengthMinutes: Minutes(nearest: 120)...Minutes(nearest: 240), basis: .clauses([]))
let order = middle(of: 50) {
    members.sorted { ($0.load, $0.id) < ($1.load, $1.id) }.count
}
let proposing = middle(of: 50) {
    team.proposals(from: members, on: day, atMost: 5, drawn: 3).teams.count
}

func told(_ number: Double) -> Double { Double(Int(number * 10 + 0.5)) / 10 }
let ratio = "\(told(proposing / order)) times putting them in order (\(told(order)) ms)"
print("five debriefing teams of 2,000 members: \(told(proposing)) ms, \(ratio)")
