/// What came of looking for a team.
package struct TeamProposals: Sendable, Equatable {
    /// Teams that may be confirmed, the fairest first; none where there is none.
    package let teams: [ProposedTeam]
    /// Where there is no team: the required seats that stay empty when the others are filled in the pack's order.
    package let short: [SeatShortfall]
    /// By candidate, the rule by which somebody is on none of the teams.
    package let notProposed: [String: NotProposed]
}

/// People in the seats of a debriefing team, complete as far as the rule requires it.
package struct ProposedTeam: Sendable, Equatable {
    /// In the order of the pack's seats, and in each seat in order of turn.
    package let members: [Member]
    /// Recommended seats, such as the chaplain's, with how many are missing there.
    package let missing: [SeatShortfall]

    package struct Member: Sendable, Hashable {
        /// The candidate's.
        package let id: String
        /// The place in the pack's list of seats.
        package let seat: Int
        package let kind: DebriefingSeat.Kind
    }
}

/// A seat with too few people in it.
package struct SeatShortfall: Sendable, Equatable {
    /// The place in the pack's list of seats.
    package let seat: Int
    package let kind: DebriefingSeat.Kind
    package let certification: String?
    package let strength: Strength
    /// How many more it takes; never none.
    package let missing: Int
}

/// Whether a team that somebody chose may be confirmed.
package enum TeamVerdict: Sendable, Equatable {
    case confirmable(ProposedTeam)
    /// Never empty.
    case notConfirmable([Problem])

    package enum Problem: Sendable, Equatable {
        /// Somebody who may not sit on it; `othersFirst` is never the reason.
        case mayNotSit(String, NotProposed)
        /// Every seat that they could take is full.
        case noRoom(String)
        /// A required seat.
        case short(SeatShortfall)
    }
}

extension DebriefingSeat {
    /// How many it must have before a team is confirmed.
    var required: Int {
        switch strength {
        case .required: count.lowerBound.number
        case .recommended: 0
        }
    }

    /// How many are proposed: as few as it takes, and one where the policy recommends what it leaves open.
    var wanted: Int {
        switch strength {
        case .required: count.lowerBound.number
        case .recommended: max(count.lowerBound.number, min(1, count.upperBound.number))
        }
    }

    var most: Int { count.upperBound.number }
}

extension DebriefingTeam {
    /// The seats in which fewer sit than so many.
    func shortfalls(of seating: TeamSeating, under needed: (DebriefingSeat) -> Int) -> [SeatShortfall] {
        members.enumerated().compactMap { place, seat in
            let missing = needed(seat) - seating.seated[place].count
            guard missing > 0 else { return nil }
            return SeatShortfall(
                seat: place, kind: seat.kind, certification: seat.certification, strength: seat.strength,
                missing: missing)
        }
    }

    /// The team that sits so; `ids` by person of the seating.
    func team(_ seating: TeamSeating, ids: [String]) -> ProposedTeam {
        let seated = seating.seated.enumerated().flatMap { place, people in
            people.sorted().map { ProposedTeam.Member(id: ids[$0], seat: place, kind: members[place].kind) }
        }
        return ProposedTeam(members: seated, missing: shortfalls(of: seating, under: \.wanted))
    }

    /// Seats people so that every required place is taken where that can be, then as many of the recommended, then whoever is
    /// left up to the most of each seat. Each of the three steps keeps what the ones before it filled, so a team that
    /// can have all of this has it.
    func seating(of people: [Int], mayTake: [[Int]]) -> TeamSeating {
        var seating = TeamSeating.filling(members.map(\.required), with: people, mayTake: mayTake)
        for places in [members.map(\.wanted), members.map(\.most)] {
            seating = TeamSeating(places: zip(places, seating.places).map(max), from: seating)
            var left = people
            left.removeAll(where: Set(seating.seated.joined()).contains)
            for person in left { _ = seating.seat(person, mayTake: mayTake) }
        }
        return seating
    }
}
