import Program
import TestSupport

/// A small random debriefing, and what a plain reading of its rules says: every way of seating people is tried.
struct TeamTrial {
    let team: DebriefingTeam
    let candidates: [TeamCandidate]
    let day: Day
    /// Somebody's own choice.
    let chosen: [String]
    let drawn: UInt64

    /// Who sits where, by position; nobody twice by its form.
    typealias Seating = [Int: Int]

    init(_ dice: inout SeededRandom) throws {
        guard let day = Day("2026-11-20") else { throw Missing.day }
        self.day = day
        let certifications: [String?] = [nil, nil, "CISM", "GCRT"]
        let seats = (0..<Int.random(in: 1...3, using: &dice)).map { _ in
            let fewest = Int.random(in: 0...2, using: &dice)
            let most = fewest + Int.random(in: 0...1, using: &dice)
            return DebriefingSeat(
                kind: DebriefingSeat.Kind.allCases.randomElement(using: &dice) ?? .supporter,
                count: Seats(nearest: fewest)...Seats(nearest: most),
                strength: Int.random(in: 0..<3, using: &dice) == 0 ? .recommended : .required,
                certification: certifications.randomElement(using: &dice) ?? nil)
        }
        team = DebriefingTeam(
            members: seats, lengthMinutes: Minutes(nearest: 120)...Minutes(nearest: 240),
            basis: .clauses([ClauseID("OCP-II.E.4")]))
        candidates = (0..<Int.random(in: 0...6, using: &dice)).map { Self.candidate($0, day, &dice) }
        chosen = candidates.map(\.id).filter { _ in Int.random(in: 0..<3, using: &dice) > 0 }.shuffled(using: &dice)
        drawn = dice.next()
    }

    private static func candidate(_ number: Int, _ day: Day, _ dice: inout SeededRandom) -> TeamCandidate {
        func often(_ share: Int) -> Bool { Int.random(in: 0..<share, using: &dice) > 0 }
        let kinds = DebriefingSeat.Kind.allCases.filter { _ in often(2) }
        let certificates = ["cism", "GCRT"].filter { _ in often(3) }.map { name in
            HeldCertificate(
                name: name, since: day.adding(days: -Int.random(in: 0...9, using: &dice)) ?? day,
                lastDay: often(2) ? nil : day.adding(days: Int.random(in: -2...3, using: &dice)))
        }
        return TeamCandidate(
            id: "p\(number)", kinds: Set(kinds), certificates: certificates, isAvailable: often(8),
            isKeptOut: !often(8), isOnTeam: often(8), load: Int.random(in: 0...2, using: &dice),
            last: often(2) ? nil : day.adding(days: -Int.random(in: 1...3, using: &dice)))
    }

    enum Missing: Error { case day }

    /// Whether somebody may sit there on the day, read from the rules once more.
    func may(_ person: Int, sitIn seat: Int) -> Bool {
        let (who, place) = (candidates[person], team.members[seat])
        guard who.isOnTeam, who.isAvailable, !who.isKeptOut, who.kinds.contains(place.kind) else { return false }
        guard let needed = place.certification else { return true }
        for certificate in who.certificates where certificate.name.uppercased() == needed {
            if certificate.since <= day, certificate.lastDay.map({ $0 >= day }) ?? true { return true }
        }
        return false
    }

    /// Every way to seat some of these people with no seat above `most`.
    func seatings(of people: [Int], most: [Int]) -> [Seating] {
        var all: [Seating] = [[:]]
        for person in people {
            for seating in all {
                for seat in team.members.indices where may(person, sitIn: seat) {
                    guard seating.values.count(where: { $0 == seat }) < most[seat] else { continue }
                    all.append(seating.merging([person: seat]) { one, _ in one })
                }
            }
        }
        return all
    }

    func hasRequired(_ seating: Seating) -> Bool {
        team.members.enumerated().allSatisfy { place, seat in
            seat.strength == .recommended
                || seating.values.count { $0 == place } >= seat.count.lowerBound.number
        }
    }

    var mosts: [Int] { team.members.map(\.count.upperBound.number) }

    /// How many a proposed team seats: the fewest of what is required, and what is recommended.
    var wanted: [Int] {
        team.members.map { seat in
            let fewest = seat.count.lowerBound.number
            return seat.strength == .required ? fewest : max(fewest, min(1, seat.count.upperBound.number))
        }
    }

    /// Loads and days of a team as they are set beside each other.
    func standing(_ people: some Sequence<Int>) -> [[Int]] {
        let members = people.map { candidates[$0] }
        let days = members.map { member in member.last.map { -($0.daysUntil(day)) } ?? Int.min }
        return [members.map(\.load).sorted(by: >), days.sorted(by: >)]
    }
}

extension Day {
    /// How many days from this one to the other, counted one by one.
    fileprivate func daysUntil(_ other: Day) -> Int {
        var (day, days) = (self, 0)
        while day < other, let next = day.adding(days: 1) { (day, days) = (next, days + 1) }
        return days
    }
}
