import Program
import TestSupport
import Testing

/// Teams for a debriefing, beside every way of seating people.
@Suite struct TeamBuilderTests {
    /// Ten thousand random debriefings: a valid team is found exactly when there is one, the fairest first, and the verdict on a
    /// team somebody chose is that of the plain reading.
    @Test(arguments: 0..<20) func asEveryWayOfSeatingSays(_ seed: Int) throws {
        var dice = SeededRandom(seed: UInt64(seed) &* 7919 &+ 5)
        for number in 0..<500 {
            let trial = try TeamTrial(&dice)
            try proposals(of: trial, "\(seed).\(number)")
            try verdict(of: trial, "\(seed).\(number)")
        }
    }

    private func proposals(of trial: TeamTrial, _ name: String) throws {
        let people = Array(trial.candidates.indices)
        let proposed = trial.team.proposals(
            from: trial.candidates.reversed(), on: trial.day, atMost: 4, drawn: trial.drawn)
        let isThereOne = trial.seatings(of: people, most: trial.mosts).contains(where: trial.hasRequired)
        #expect(proposed.teams.isEmpty != isThereOne, "\(name)")
        #expect(proposed.short.isEmpty == isThereOne, "\(name)")
        let complete = trial.seatings(of: people, most: trial.wanted).filter(trial.hasRequired)
        let largest = complete.map(\.count).max() ?? 0
        let best = Set(complete.filter { $0.count == largest }.map { Set($0.keys) })
        let inOrder = best.map { trial.standing($0) }.sorted { left, right in
            left[0] != right[0]
                ? left[0].lexicographicallyPrecedes(right[0]) : left[1].lexicographicallyPrecedes(right[1])
        }
        let teams = try proposed.teams.map { team in
            try Set(
                team.members.map { member in
                    let person = try #require(trial.candidates.firstIndex { $0.id == member.id })
                    #expect(trial.may(person, sitIn: member.seat), "\(name)")
                    return person
                })
        }
        #expect(Set(teams).count == min(4, best.count) && Set(teams).isSubset(of: best), "\(name)")
        #expect(teams.map { trial.standing($0) } == Array(inOrder.prefix(4)), "\(name)")
        for team in proposed.teams {
            let missing = trial.wanted.reduce(0, +) - largest
            #expect(team.members.count == largest && team.missing.reduce(0) { $0 + $1.missing } == missing, "\(name)")
            switch trial.team.verdict(on: team.members.map(\.id), of: trial.candidates, on: trial.day) {
            case .confirmable(let same):
                let lacking = same.missing.reduce(0) { $0 + $1.missing }
                #expect(lacking == missing && same.members.count == largest, "\(name)")
            case .notConfirmable(let problems): Issue.record("\(name): \(problems)")
            }
        }
        let named = Set(proposed.teams.flatMap(\.members).map(\.id))
        #expect(Set(proposed.notProposed.keys) == Set(trial.candidates.map(\.id)).subtracting(named), "\(name)")
    }

    private func verdict(of trial: TeamTrial, _ name: String) throws {
        let chosen = try trial.chosen.map { id in try #require(trial.candidates.firstIndex { $0.id == id }) }
        let ways = trial.seatings(of: chosen, most: trial.mosts).filter {
            $0.count == chosen.count && trial.hasRequired($0)
        }
        switch trial.team.verdict(on: trial.chosen + trial.chosen, of: trial.candidates, on: trial.day) {
        case .confirmable(let team):
            #expect(!ways.isEmpty && Set(team.members.map(\.id)) == Set(trial.chosen), "\(name)")
            let missing = ways.map { way in
                trial.wanted.enumerated().reduce(0) { sum, wanted in
                    sum + max(0, wanted.element - way.values.count { $0 == wanted.offset })
                }
            }
            #expect(team.missing.reduce(0) { $0 + $1.missing } == missing.min(), "\(name)")
        case .notConfirmable(let problems): #expect(ways.isEmpty && !problems.isEmpty, "\(name)")
        }
    }
}
