import Program

/// What must become of one request, reckoned apart from the product: who may have it, who has it, and what they have done. It
/// knows nothing of stages, and of the pack only what the policy says.
struct RequestReference {
    enum Place: Equatable {
        case waits
        case isWith(String)
        case isOver(until: Day)
        case isGone
    }

    /// What must come of an act.
    enum Answer: Equatable {
        case done
        case refused
        /// As if there were no such request.
        case nothing
    }

    /// What the policy says, in so many words.
    struct Policy {
        let minutesToFirstContact: Int64
        let oneContactAcrossTheChain: Bool
        let chainComesLast: Bool
        let investigatorsAreBarred: Bool
        let isAskedOffDuty: Bool
        let conflictIsTold: Bool
        let mayBeStuckAtPost: Bool
        let hasNotes: Bool
        let hasLastResort: Bool
    }

    let policy: Policy
    let isInquiry: Bool
    var place = Place.waits
    /// Who can open it besides its seeker and whoever has it.
    var open: Set<String> = []
    /// Whose copy is kept until the first contact.
    var kept: Set<String> = []
    var never: Set<String>
    var last: Set<String> = []
    var wanted: Set<String>
    var left: Set<String> = []
    /// Who had it when it ended, to be asked first.
    var had: String?
    /// Until when whoever has it is to be in touch.
    var contactDue: Instant?
    var isAdvised = false
    var contacts = 0
    var isAcross = false
    var isAbandoned = false
    var agreesToNote = false

    init(_ policy: Policy, isInquiry: Bool, wanted: [String], unwanted: [String]) {
        self.policy = policy
        self.isInquiry = isInquiry
        self.wanted = []
        never = Set(unwanted)
        offer(wanted: Set(wanted))
    }

    private mutating func offer(wanted: Set<String>) {
        place = .waits
        self.wanted = wanted.intersection(RequestWorld.team)
        open = Set(RequestWorld.team + (policy.hasLastResort ? [RequestWorld.lastResort] : []))
            .subtracting(never).subtracting(left)
        if policy.investigatorsAreBarred { open.remove(RequestWorld.investigator) }
        kept = []
        forget()
    }

    private mutating func forget() {
        contactDue = nil
        isAdvised = false
        contacts = 0
        isAcross = false
        isAbandoned = false
    }

    // MARK: Those it is offered to

    mutating func pass(_ who: String, isOffered: Bool) -> Answer {
        guard place == .waits, isOffered else { return .nothing }
        never.insert(who)
        open.remove(who)
        return .done
    }

    mutating func accept(
        _ who: String, isOffered: Bool, isTied: Bool, hasTie: Bool, isAcross: Bool, at now: Instant
    ) -> Answer {
        guard place == .waits, isOffered else { return .nothing }
        if isTied || hasTie {
            never.insert(who)
            open.remove(who)
            return isTied ? .nothing : .refused
        }
        if isAcross, policy.chainComesLast, !wanted.contains(who), !last.contains(who) {
            last.insert(who)
            return .refused
        }
        kept = open.subtracting([who])
        open = []
        forget()
        place = .isWith(who)
        contactDue = now.adding(seconds: policy.minutesToFirstContact * 60)
        self.isAcross = isAcross && (policy.chainComesLast || policy.oneContactAcrossTheChain)
        return .done
    }

    // MARK: Whoever has it

    private func has(_ who: String) -> Bool { place == .isWith(who) && !isAbandoned }
    private var mustGiveUp: Bool { policy.oneContactAcrossTheChain && isAcross && contacts > 0 }

    mutating func advise(_ who: String) -> Answer {
        guard has(who) else { return .nothing }
        isAdvised = true
        return .done
    }

    mutating func write(_ who: String) -> Answer {
        guard has(who) else { return .nothing }
        guard isAdvised, !mustGiveUp else { return .refused }
        contactDue = nil
        kept = []
        return .done
    }

    mutating func beInTouch(_ who: String) -> Answer {
        guard has(who) else { return .nothing }
        guard isAdvised, !mustGiveUp, !(isInquiry && contacts > 0) else { return .refused }
        contacts += 1
        contactDue = nil
        kept = []
        return .done
    }

    mutating func handOff(_ who: String, isReason: Bool, wasAsked: Bool, to colleague: String?) -> Answer {
        guard has(who) else { return .nothing }
        guard isReason, wasAsked else { return .refused }
        return giveUp(who, wanted: Set([colleague].compactMap { $0 }))
    }

    mutating func isStuck(_ who: String) -> Answer {
        guard has(who) else { return .nothing }
        return policy.mayBeStuckAtPost ? giveUp(who) : .refused
    }

    mutating func tellConflict(_ who: String) -> Answer {
        guard has(who) else { return .nothing }
        return policy.conflictIsTold ? giveUp(who) : .refused
    }

    private mutating func giveUp(_ who: String, wanted: Set<String> = []) -> Answer {
        never.insert(who)
        offer(wanted: wanted)
        return .done
    }

    mutating func close(_ who: String, withOutcome: Bool, on today: Day) -> Answer {
        guard has(who) else { return .nothing }
        guard withOutcome == isInquiry else { return .refused }
        return end(on: today)
    }

    private mutating func end(on today: Day) -> Answer {
        if case .isWith(let who) = place { had = who } else { had = nil }
        place = .isOver(until: today.adding(days: isInquiry ? 14 : 30) ?? today)
        open = []
        kept = []
        forget()
        return .done
    }

    // MARK: The seeker

    /// Before every act of the seeker.
    mutating func look() {
        guard case .isWith(let who) = place, isAbandoned || left.contains(who), !(isInquiry && contacts > 0) else {
            return
        }
        offer(wanted: [])
    }

    func writeAsSeeker() -> Answer {
        switch place {
        case .isGone: .nothing
        case .isOver: .refused
        case .waits, .isWith: isInquiry ? .refused : .done
        }
    }

    mutating func change(isUnwanted: Bool) -> Answer {
        guard place != .isGone else { return .nothing }
        guard case .isWith(let who) = place, !isInquiry else { return .refused }
        if isUnwanted { never.insert(who) }
        offer(wanted: [])
        return .done
    }

    mutating func endAsSeeker(on today: Day) -> Answer {
        switch place {
        case .isGone: .nothing
        case .isOver: .done
        case .waits, .isWith: end(on: today)
        }
    }

    mutating func reopen(on today: Day) -> Answer {
        switch place {
        case .isGone: return .nothing
        case .waits, .isWith: return .done
        case .isOver(let until):
            guard !isInquiry, today < until else { return .refused }
            offer(wanted: Set([had].compactMap { $0 }))
            return .done
        }
    }

    mutating func agreeToNote(_ yes: Bool) -> Answer {
        if place == .isGone { return .nothing }
        guard policy.hasNotes else { return .refused }
        if case .isOver = place { return .refused }
        agreesToNote = yes
        return .done
    }

    // MARK: Time, and those who leave

    mutating func pass(to now: Instant, on today: Day) {
        switch place {
        case .isWith:
            guard let due = contactDue, due <= now else { return }
            if kept.isEmpty {
                contactDue = now.adding(seconds: policy.minutesToFirstContact * 60)
            } else {
                offerKept()
            }
        case .isOver(let until): if today >= until { place = .isGone }
        case .waits, .isGone: break
        }
    }

    private mutating func offerKept() {
        place = .waits
        open = kept
        kept = []
        contactDue = nil
    }

    mutating func leave(_ who: String) {
        left.insert(who)
        open.remove(who)
        kept.remove(who)
        guard has(who) else { return }
        if kept.isEmpty {
            isAbandoned = true
            contactDue = nil
        } else {
            offerKept()
        }
    }
}
