/// Somebody who may sit on the team of a debriefing, as far as it matters for that: an account of the team or an outside
/// professional.
package struct TeamCandidate: Sendable, Equatable {
    /// Of the account or the consultant; one person has one.
    package let id: String
    /// The kinds of seat they may take: a chaplain may be a supporter too.
    package let kinds: Set<DebriefingSeat.Kind>
    package let certificates: [HeldCertificate]
    /// Whether they are free at the hours of the debriefing.
    package let isAvailable: Bool
    /// Whether a rule keeps them out of this one: they were part of the incident, or are barred. Which of the two is not said.
    package let isKeptOut: Bool
    /// Whether they are an active member, or a professional whom the programme works with today.
    package let isOnTeam: Bool
    /// How many debriefings they held lately.
    package let load: Int
    /// The day of their last one.
    package let last: Day?

    package init(
        id: String, kinds: Set<DebriefingSeat.Kind>, certificates: [HeldCertificate] = [], isAvailable: Bool = true,
        isKeptOut: Bool = false, isOnTeam: Bool = true, load: Int = 0, last: Day? = nil
    ) {
        self.id = id
        self.kinds = kinds
        self.certificates = certificates
        self.isAvailable = isAvailable
        self.isKeptOut = isKeptOut
        self.isOnTeam = isOnTeam
        self.load = load
        self.last = last
    }
}

/// A certification that somebody holds, and on which days.
package struct HeldCertificate: Sendable, Equatable {
    /// As the pack's seat names it, such as `CISM`; capitals do not matter.
    package let name: String
    package let since: Day
    /// The last day on which it is in force; for good where there is none.
    package let lastDay: Day?

    package init(name: String, since: Day, lastDay: Day?) {
        self.name = name
        self.since = since
        self.lastDay = lastDay
    }

    package func isInForce(_ certification: String, on day: Day) -> Bool {
        name.lowercased() == certification.lowercased() && since <= day && (lastDay.map { day <= $0 } ?? true)
    }
}

/// The rule by which somebody is not on a proposed team. It is a rule and never a reason: nothing here tells of an incident,
/// an illness or a wish.
package enum NotProposed: Sendable, Equatable {
    /// Not an active member, or not a professional of the programme.
    case notOnTeam
    /// The team has no seat of a kind that they may take.
    case noSeat
    /// A certification, by the pack's name, that is not in force on that day.
    case certificationNotInForce(String)
    case notAvailable
    /// A rule of the policy keeps them out of this debriefing. Whether they were part of the incident is not told.
    case keptOut
    /// They could, and others have held fewer or have waited longer.
    case othersFirst
}

extension TeamCandidate {
    /// The places in the list of seats that they may take on that day, or the rule by which there is none. Where several rules
    /// stand in the way, what can be known anyway comes first, so that `keptOut` is said as seldom as may be.
    package func seats(of team: DebriefingTeam, on day: Day) -> Result<[Int], TeamHindrance> {
        guard isOnTeam else { return .failure(TeamHindrance(rule: .notOnTeam)) }
        let ofKind = team.members.indices.filter { kinds.contains(team.members[$0].kind) }
        guard !ofKind.isEmpty else { return .failure(TeamHindrance(rule: .noSeat)) }
        let seats = ofKind.filter { place in
            team.members[place].certification.map { name in certificates.contains { $0.isInForce(name, on: day) } }
                ?? true
        }
        if seats.isEmpty, let name = team.members[ofKind[0]].certification {
            return .failure(TeamHindrance(rule: .certificationNotInForce(name)))
        }
        guard isAvailable else { return .failure(TeamHindrance(rule: .notAvailable)) }
        guard !isKeptOut else { return .failure(TeamHindrance(rule: .keptOut)) }
        return .success(seats)
    }
}

/// What keeps somebody from every seat.
package struct TeamHindrance: Error, Sendable, Equatable {
    package let rule: NotProposed
}
