/// A seat that is to be offered to somebody.
package struct SeatOffer: Sendable, Equatable {
    package let seat: String
    package let account: String
    /// Whether whoever offers it vouches that they are what it asks for.
    package let isAttested: Bool

    package init(seat: String, account: String, isAttested: Bool) {
        self.seat = seat
        self.account = account
        self.isAttested = isAttested
    }
}

/// What is known about the committee and the person when a seat is offered.
package struct SeatSituation: Sendable {
    /// Every seat of the committee that is held or offered.
    package let taken: [Seat]
    /// Those who have a vote today.
    package let voters: [Seat]
    package let facts: SeatFacts
    package let persons: SamePerson
    /// What the person holds or will hold.
    package let own: [Holding]
    /// Whether the committee's own ballot chose them for it.
    package let isElected: Bool

    package init(
        taken: [Seat], voters: [Seat], facts: SeatFacts, persons: SamePerson, own: [Holding], isElected: Bool
    ) {
        self.taken = taken
        self.voters = voters
        self.facts = facts
        self.persons = persons
        self.own = own
        self.isElected = isElected
    }
}

extension CommitteeRule {
    /// The fewest members with whom it is complete.
    package var fewest: Int { seats.reduce(0) { $0 + $1.count.lowerBound.number } }

    /// Whether it renews itself already. Until more than half of its fewest seats are filled, whoever convenes it fills them: a
    /// committee that is only being set up, or has fallen apart, cannot choose anybody.
    package func choosesItself(with voters: [Seat]) -> Bool { newMembers != nil && voters.count * 2 > fewest }

    /// Until when a seat is held that begins on that day.
    package func termEnd(from day: Day) -> Day? { term.map { day.adding($0.months) } }

    /// Whether an offer waits for the word of whoever gets it, since serving is voluntary.
    package var asksForAcceptance: Bool { term?.voluntary ?? false }
}

extension PolicyPack {
    /// What keeps a seat from being offered to somebody, if anything.
    package func mayOffer(
        _ offer: SeatOffer, in committee: CommitteeRule, _ situation: SeatSituation, on today: Day
    ) -> Refusal? {
        guard let rule = committee.seats.first(where: { $0.id == offer.seat }) else {
            return Refusal("This committee has no such seat.", field: "seat", basis: committee.basis)
        }
        if let refusal = mayCarryRole(of: committee, own: situation.own, on: today) { return refusal }
        if situation.persons.holds(offer.account, among: situation.taken.map(\.account)) {
            return Refusal(
                "They have a seat in this committee already, or are asked to take one.", field: "account",
                basis: committee.basis)
        }
        if situation.taken.count(where: { $0.seat == rule.id }) >= rule.count.upperBound.number {
            return Refusal("Every seat of this kind is taken.", field: "seat", basis: rule.basis)
        }
        if let problem = rule.qualification.problem(with: situation.facts, isAttested: offer.isAttested) {
            let field = situation.facts.standing != .left && rule.qualification.needsAttestation && !offer.isAttested
            return Refusal(
                "This seat is for: \(rule.title). \(problem)", field: field ? "attested" : "account", basis: rule.basis)
        }
        guard let election = committee.newMembers, election.seats.contains(rule.id), !situation.isElected,
            committee.choosesItself(with: situation.voters)
        else { return nil }
        return Refusal(
            "The committee chooses who takes this seat, by its own ballot.", field: "seat", basis: election.basis)
    }

    /// What keeps somebody from being a candidate in the committee's own ballot, if anything (SAC-II.C.5).
    package func mayStand(
        _ offer: SeatOffer, in committee: CommitteeRule, _ situation: SeatSituation, on today: Day
    ) -> Refusal? {
        guard let election = committee.newMembers, election.seats.contains(offer.seat) else {
            return Refusal(
                "The committee does not choose who takes this seat.", field: "seat",
                basis: committee.newMembers?.basis ?? committee.basis)
        }
        if let problem = election.from.problem(with: situation.facts, isAttested: offer.isAttested) {
            return Refusal("Only \(election.from.plural) stand. \(problem)", field: "account", basis: election.basis)
        }
        let elected = SeatSituation(
            taken: situation.taken, voters: situation.voters, facts: situation.facts, persons: situation.persons,
            own: situation.own, isElected: true)
        return mayOffer(offer, in: committee, elected, on: today)
    }

    /// What keeps somebody from holding the committee's role beside what they hold, if anything.
    private func mayCarryRole(of committee: CommitteeRule, own: [Holding], on today: Day) -> Refusal? {
        if isGivenByTwo(committee.memberRole) {
            return Refusal(
                "This office checks others, so only the operator of this installation gives it without a second yes.",
                field: "seat", basis: role(committee.memberRole)?.basis)
        }
        let holding = Holding(
            role: committee.memberRole, area: nil, startsOn: today, until: committee.termEnd(from: today))
        return mayHold(holding, beside: own, field: "account")
    }

    /// What keeps a seat from being accepted, if anything: it was offered, and its holder still is what it asks for.
    package func mayAccept(_ seat: Seat, in committee: CommitteeRule, facts: SeatFacts, own: [Holding], on today: Day)
        -> Refusal?
    {
        guard seat.isOffered else { return Refusal("This offer does not stand any more.") }
        if let problem = committee.problem(of: seat, with: facts) {
            let rule = committee.seats.first { $0.id == seat.seat }
            return Refusal(
                "This seat is for: \(rule?.title ?? seat.seat). \(problem)", basis: rule?.basis ?? committee.basis)
        }
        return mayCarryRole(of: committee, own: own, on: today)
    }

    /// The committee whose seats alone give that role, if one does: it comes with a seat and goes with it.
    package func committee(seating role: RoleID) -> CommitteeRule? {
        governance.committees.first { $0.memberRole == role }
    }

    /// What keeps a role from being given or ended apart from a seat, if anything. The operator's command line can take over a
    /// committee that stood before.
    package func mayChangeApartFromSeat(_ role: RoleID) -> Refusal? {
        guard let committee = committee(seating: role) else { return nil }
        return Refusal(
            "This role comes with a seat of the \(committee.title), and goes with it. See the committee's page.",
            field: "role", basis: committee.basis)
    }
}

extension SeatRule.Qualification {
    /// As candidates are called in a sentence.
    package var plural: String {
        switch self {
        case .nonSupervisoryEmployee: "employees without supervisory duties"
        case .activeSupporter: "active members of the team"
        case .administrator: "administrators"
        case .swornEmployee: "sworn employees"
        case .civilianEmployee: "civilian employees"
        case .associationRepresentative: "representatives of the association"
        case .employeeOrganisation: "representatives of an employee organisation"
        case .lawEnforcementCounsellor: "professionals trained to counsel law enforcement"
        case .licensedMentalHealthProfessional: "licensed mental health professionals"
        case .lawEnforcementChaplain: "law enforcement chaplains"
        case .unspecified: "people whom the coordinator seats"
        }
    }
}
