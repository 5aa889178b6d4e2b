extension DebriefingTeam {
    /// Teams for a debriefing on that day, the fairest first, at most so many.
    ///
    /// **Valid** is a team in which each sits in one seat they may take that day, no seat has more than its most, and every
    /// required seat has its fewest. Teams are proposed exactly when there is a valid one. Each proposed has the required seats at
    /// their fewest, so that nobody is asked without need, and as many places of the recommended seats as any such team can fill.
    ///
    /// **Fair**: of two teams the fairer is the one with the smaller loads, set beside each other from the highest down, so that
    /// nobody who has led many is asked while somebody with fewer can be. Where the loads are the same, the one whose last
    /// sessions are longer ago, set beside each other from the most recent down; who has held none waits longest. Where these are
    /// the same too, the order drawn decides, likewise from the last in turn: it comes from `drawn` and each id,
    /// so nobody is ahead by their name, and the same draw gives the same order whoever else is there.
    ///
    /// The first team is then at least as fair as every other in each place of that comparison: sets of people that can be
    /// seated together form a matroid, in which taking whoever is next in turn and still fits is best. The next teams are
    /// found by leaving out one of its people at a time (Lawler), so none is missed and none comes twice.
    package func proposals(
        from candidates: [TeamCandidate], on day: Day, atMost most: Int, drawn seed: UInt64
    ) -> TeamProposals {
        var notProposed: [String: NotProposed] = [:]
        var able: [(turn: Turn, seats: [Int])] = []
        var known: Set<String> = []
        for candidate in candidates where known.insert(candidate.id).inserted {
            switch candidate.seats(of: self, on: day) {
            case .success(let seats): able.append((Turn(of: candidate, drawn: seed), seats))
            case .failure(let hindrance): notProposed[candidate.id] = hindrance.rule
            }
        }
        able.sort { $0.turn < $1.turn }
        for person in able { notProposed[person.turn.id] = .othersFirst }
        let ids = able.map(\.turn.id)
        let mayTake = able.map(\.seats)
        let complete = TeamSeating.filling(members.map(\.required), with: Array(ids.indices), mayTake: mayTake)
        let short = shortfalls(of: complete, under: \.required)
        guard short.isEmpty else { return TeamProposals(teams: [], short: short, notProposed: notProposed) }
        let search = TeamSearch(places: members.map(\.wanted), turns: able.map(\.turn), mayTake: mayTake)
        let teams = search.fairest(atMost: most).map { team(seating(of: $0, mayTake: mayTake), ids: ids) }
        for member in teams.flatMap(\.members) { notProposed[member.id] = nil }
        return TeamProposals(teams: teams, short: [], notProposed: notProposed)
    }
}

/// When it is somebody's turn: fewest sessions first, then longest since the last, then by the draw.
struct Turn: Comparable {
    let load: Int
    let last: Day?
    let draw: UInt64
    let id: String

    init(of candidate: TeamCandidate, drawn seed: UInt64) {
        load = candidate.load
        last = candidate.last
        id = candidate.id
        // FNV-1a over the seed's bytes and the id's, then mixed: near ids are drawn far apart.
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in candidate.id.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        hash = (hash ^ seed) &+ 0x9e37_79b9_7f4a_7c15 &* (seed | 1)
        hash = (hash ^ (hash >> 30)) &* 0xbf58_476d_1ce4_e5b9
        hash = (hash ^ (hash >> 27)) &* 0x94d0_49bb_1331_11eb
        draw = hash ^ (hash >> 31)
    }

    static func < (left: Turn, right: Turn) -> Bool {
        if left.load != right.load { return left.load < right.load }
        switch (left.last, right.last) {
        case (let one?, let other?) where one != other: return one < other
        case (nil, _?): return true
        case (_?, nil): return false
        case (_?, _?), (nil, nil): return (left.draw, left.id) < (right.draw, right.id)
        }
    }
}
