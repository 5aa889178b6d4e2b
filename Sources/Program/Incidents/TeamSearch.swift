/// The fairest sets of people that fill the places, one after the other. People are positions in the order of turn.
struct TeamSearch {
    /// By seat, how many are wanted.
    let places: [Int]
    /// In order.
    let turns: [Turn]
    /// By person, the seats they may take.
    let mayTake: [[Int]]

    /// Those with a set and without another, and the fairest team among them.
    private struct Branch {
        let with: [Int]
        let without: Set<Int>
        let team: [Int]
        let fairness: Fairness
    }

    /// The fairest teams, each as large as any team can be.
    func fairest(atMost most: Int) -> [[Int]] {
        guard most > 0, let first = branch(with: [], without: [], size: nil) else { return [] }
        var open = [first]
        var found: [[Int]] = []
        while found.count < most, let next = open.indices.min(by: { open[$0].fairness < open[$1].fairness }) {
            let best = open.remove(at: next)
            found.append(best.team)
            // Every other team of this branch lacks one of the best one's people: the first that it lacks says which part it is in.
            var with = best.with
            for person in best.team where !best.with.contains(person) {
                let rest = branch(with: with, without: best.without.union([person]), size: first.team.count)
                if let rest { open.append(rest) }
                with.append(person)
            }
        }
        return found
    }

    /// The fairest team with some and without others: whoever is next in turn and can be seated beside those who are in it
    /// already. Nothing where none has the size; without a size, the largest.
    private func branch(with: [Int], without: Set<Int>, size: Int?) -> Branch? {
        var seating = TeamSeating(places: places)
        for person in with where !seating.seat(person, mayTake: mayTake) { return nil }
        let enough = size ?? places.reduce(0, +)
        var full: Set<[Int]> = []
        for person in turns.indices where seating.people < enough {
            // Whom one with the same seats was turned away for, the next is too.
            if without.contains(person) || with.contains(person) || full.contains(mayTake[person]) { continue }
            if !seating.seat(person, mayTake: mayTake) { full.insert(mayTake[person]) }
        }
        let team = seating.seated.joined().sorted()
        if let size, team.count < size { return nil }
        let fairness = Fairness(of: team.map { turns[$0] }, at: team)
        return Branch(with: with, without: without, team: team, fairness: fairness)
    }
}

/// How teams of one size compare; the fairer is the smaller.
struct Fairness: Comparable {
    /// From the highest down.
    let loads: [Int]
    /// From the most recent down.
    let lasts: [Day?]
    /// Places in the order of turn, from the last up.
    let turns: [Int]

    init(of team: [Turn], at places: [Int]) {
        loads = team.map(\.load).sorted(by: >)
        lasts = team.map(\.last).sorted { Self.isEarlier($1, $0) }
        turns = places.sorted(by: >)
    }

    static func < (left: Fairness, right: Fairness) -> Bool {
        if left.loads != right.loads { return left.loads.lexicographicallyPrecedes(right.loads) }
        if left.lasts != right.lasts { return left.lasts.lexicographicallyPrecedes(right.lasts, by: isEarlier) }
        return left.turns.lexicographicallyPrecedes(right.turns)
    }

    private static func isEarlier(_ left: Day?, _ right: Day?) -> Bool {
        switch (left, right) {
        case (let left?, let right?): left < right
        case (nil, _?): true
        case (_?, nil), (nil, nil): false
        }
    }
}
