/// A seat of a committee as it was offered to somebody, and what became of it.
package struct Seat: Sendable, Equatable {
    package let id: String
    package let committee: CommitteeID
    /// The name of the pack's seat.
    package let seat: String
    package let account: String
    package let offeredBy: String
    package let offeredOn: Day
    /// The day from which it is held: of the acceptance, where serving is voluntary.
    package let startsOn: Day?
    /// The first day after its term; open where the policy sets none.
    package let until: Day?
    package let ending: SeatEnding?
    /// Who vouched for what no directory knows, and when.
    package let attested: SeatAttestation?
    /// The ballot by which the committee chose its holder.
    package let ballot: String?

    package init(
        id: String, committee: CommitteeID, seat: String, account: String, offeredBy: String, offeredOn: Day,
        startsOn: Day? = nil, until: Day? = nil, ending: SeatEnding? = nil, attested: SeatAttestation? = nil,
        ballot: String? = nil
    ) {
        self.id = id
        self.committee = committee
        self.seat = seat
        self.account = account
        self.offeredBy = offeredBy
        self.offeredOn = offeredOn
        self.startsOn = startsOn
        self.until = until
        self.ending = ending
        self.attested = attested
        self.ballot = ballot
    }

    /// Whether it is held on that day: accepted, in its term and not ended.
    package func isHeld(on day: Day) -> Bool {
        guard let startsOn, startsOn <= day else { return false }
        return (until.map { day < $0 } ?? true) && (ending.map { day < $0.on } ?? true)
    }

    /// Whether it waits for the word of whoever it was offered to.
    package var isOffered: Bool { startsOn == nil && ending == nil }

    /// Whether it is held or offered, so that its place is taken.
    package func isTaken(on day: Day) -> Bool { isOffered || isHeld(on: day) }
}

/// Who vouched that somebody is what a seat asks for, where the directory cannot know it.
package struct SeatAttestation: Sendable, Equatable {
    package let by: String
    package let on: Day

    package init(by: String, on day: Day) {
        self.by = by
        on = day
    }
}

/// How a seat came to its end before its term.
package struct SeatEnding: Sendable, Equatable {
    package enum Cause: String, Sendable, CaseIterable {
        /// The offer was not accepted.
        case declined
        /// The offer was taken back.
        case withdrawn
        /// The holder gave it up.
        case resigned
        /// Whoever seats ended it.
        case ended
        /// The holder ceased to be what the seat asks for, or left the agency.
        case vacated
    }

    package let cause: Cause
    /// The first day on which the seat is not held.
    package let on: Day

    package init(_ cause: Cause, on day: Day) {
        self.cause = cause
        on = day
    }
}

/// What directory and roles say of somebody, as far as a seat asks for it.
package struct SeatFacts: Sendable, Equatable {
    package let standing: MemberStanding
    /// Whether the directory has them as somebody who supervises others.
    package let supervises: Bool
    /// Whether they hold a role of a supporter today.
    package let isActiveSupporter: Bool

    package init(standing: MemberStanding, supervises: Bool, isActiveSupporter: Bool) {
        self.standing = standing
        self.supervises = supervises
        self.isActiveSupporter = isActiveSupporter
    }

    fileprivate var isEmployee: Bool { isListed(.sworn) || isListed(.civilian) }

    fileprivate func isListed(_ classification: PersonRecord.Classification) -> Bool {
        if case .listed(classification, _) = standing { true } else { false }
    }
}

extension SeatRule.Qualification {
    /// Whether somebody has to vouch for it, since neither directory nor roles know it.
    package var needsAttestation: Bool {
        switch self {
        case .administrator, .associationRepresentative, .employeeOrganisation, .lawEnforcementCounsellor,
            .licensedMentalHealthProfessional, .lawEnforcementChaplain:
            true
        case .nonSupervisoryEmployee, .activeSupporter, .swornEmployee, .civilianEmployee, .unspecified: false
        }
    }

    /// What keeps somebody from being it, in words; nothing where they are it.
    package func problem(with facts: SeatFacts, isAttested: Bool) -> String? {
        if facts.standing == .left { return "They are no longer with the agency." }
        if needsAttestation, !isAttested { return "Nobody has vouched that they are this." }
        switch self {
        case .nonSupervisoryEmployee:
            guard facts.isEmployee else { return "The directory does not have them as an employee." }
            return facts.supervises ? "The directory has them as somebody who supervises others." : nil
        case .administrator:
            return facts.supervises ? nil : "The directory does not have them as somebody who supervises others."
        case .activeSupporter: return facts.isActiveSupporter ? nil : "They are not an active member of the team."
        case .swornEmployee: return facts.isListed(.sworn) ? nil : "The directory does not have them as sworn."
        case .civilianEmployee: return facts.isListed(.civilian) ? nil : "The directory does not have them as civilian."
        case .associationRepresentative, .employeeOrganisation, .lawEnforcementCounsellor,
            .licensedMentalHealthProfessional, .lawEnforcementChaplain, .unspecified:
            return nil
        }
    }
}

extension CommitteeRule {
    /// Why a seat's holder is not what it asks for, if they are not; also where the pack has no such seat any more.
    package func problem(of seat: Seat, with facts: SeatFacts) -> String? {
        guard let rule = seats.first(where: { $0.id == seat.seat }) else { return "The policy has no such seat." }
        return rule.qualification.problem(with: facts, isAttested: seat.attested != nil)
    }

    /// Whether its holder has a vote: the seat is held, in its term, and they are still what it asks for.
    package func hasVote(_ seat: Seat, with facts: SeatFacts, on day: Day) -> Bool {
        seat.committee == id && seat.isHeld(on: day) && problem(of: seat, with: facts) == nil
    }
}
