import Program

/// What must become of one request, reckoned apart from the product: who may have it, who has it, and what they have done. It
/// knows nothing of stages, and of the pack only what the policy says.
package struct RequestReference: Sendable {
    package enum Place: Sendable, Equatable {
        case waits
        case isWith(String)
        case isOver(until: Day)
        case isGone
    }

    /// What must come of an act.
    package enum Answer: Sendable, Equatable {
        case done
        case refused
        /// As if there were no such request.
        case nothing
    }

    /// What the policy says, in so many words.
    package struct Policy: Sendable {
        package let minutesToFirstContact: Int64
        package let oneContactAcrossTheChain: Bool
        package let chainComesLast: Bool
        package let investigatorsAreBarred: Bool
        package let isAskedOffDuty: Bool
        package let conflictIsTold: Bool
        package let mayBeStuckAtPost: Bool
        package let hasNotes: Bool
        package let hasLastResort: Bool
    }

    package let policy: Policy
    package let team: [String]
    /// Of the team: who may investigate or discipline others.
    package let investigator: String?
    package let lastResort: String?
    package let isInquiry: Bool
    package var place = Place.waits
    /// Who can open it besides its seeker and whoever has it.
    package var open: Set<String> = []
    /// Whose copy is kept until the first contact.
    package var kept: Set<String> = []
    package var never: Set<String>
    package var last: Set<String> = []
    package var wanted: Set<String>
    package var left: Set<String> = []
    /// Who had it when it ended, to be asked first.
    package var had: String?
    /// Until when whoever has it is to be in touch.
    package var contactDue: Instant?
    package var isAdvised = false
    /// Each contact of whoever has it, with its day; `isChat` while nothing but writing is known of it.
    private var talks: [(day: Day, isChat: Bool)] = []
    package var contacts: Int { talks.count }
    package var isAcross = false
    package var isAbandoned = false
    package var agreesToNote = false

    /// - Parameters:
    ///   - investigator: who of the team may investigate or discipline others.
    ///   - lastResort: whom the policy turns to last, where they take requests themselves.
    package init(
        _ policy: Policy, team: [String], investigator: String? = nil, lastResort: String? = nil, isInquiry: Bool,
        wanted: [String], unwanted: [String]
    ) {
        self.policy = policy
        self.team = team
        self.investigator = policy.investigatorsAreBarred ? investigator : nil
        self.lastResort = policy.hasLastResort ? lastResort : nil
        self.isInquiry = isInquiry
        self.wanted = []
        never = Set(unwanted)
        offer(wanted: Set(wanted))
    }

    private mutating func offer(wanted: Set<String>) {
        place = .waits
        self.wanted = wanted.intersection(team)
        open = Set(team + [lastResort].compactMap { $0 }).subtracting(never).subtracting(left)
            .subtracting([investigator].compactMap { $0 })
        kept = []
        forget()
    }

    private mutating func forget() {
        contactDue = nil
        isAdvised = false
        talks = []
        isAcross = false
        isAbandoned = false
    }

    // MARK: Those it is offered to

    package mutating func pass(_ who: String, isOffered: Bool) -> Answer {
        guard place == .waits, isOffered else { return .nothing }
        never.insert(who)
        open.remove(who)
        return .done
    }

    package mutating func accept(
        _ who: String, isOffered: Bool, isTied: Bool, hasTie: Bool, isAcross: Bool, at now: Instant
    ) -> Answer {
        guard place == .waits, isOffered else { return .nothing }
        // For everybody else they are asked as before.
        if isTied { return .nothing }
        if hasTie {
            never.insert(who)
            open.remove(who)
            return .refused
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
    private var isForOneContact: Bool { policy.oneContactAcrossTheChain && isAcross }

    private func mustGiveUp(on today: Day) -> Bool {
        guard isForOneContact, let first = talks.first else { return false }
        return talks.count > 1 || !first.isChat || first.day != today
    }

    package mutating func advise(_ who: String) -> Answer {
        guard has(who) else { return .nothing }
        isAdvised = true
        return .done
    }

    package mutating func write(_ who: String, on today: Day) -> Answer {
        guard has(who) else { return .nothing }
        guard isAdvised, !isInquiry, !mustGiveUp(on: today) else { return .refused }
        if talks.last?.day != today { talks.append((today, isChat: true)) }
        return talked(who)
    }

    package mutating func beInTouch(_ who: String, on today: Day) -> Answer {
        guard has(who) else { return .nothing }
        guard isAdvised, !mustGiveUp(on: today), !(isInquiry && contacts > 0) else { return .refused }
        if let last = talks.last, last.isChat, last.day == today { talks.removeLast() }
        talks.append((today, isChat: false))
        return talked(who)
    }

    private mutating func talked(_ who: String) -> Answer {
        contactDue = nil
        kept = []
        if isForOneContact { never.insert(who) }
        return .done
    }

    package mutating func handOff(_ who: String, isReason: Bool, wasAsked: Bool, to colleague: String?) -> Answer {
        guard has(who) else { return .nothing }
        guard isReason, wasAsked else { return .refused }
        return giveUp(who, wanted: Set([colleague].compactMap { $0 }))
    }

    package mutating func isStuck(_ who: String) -> Answer {
        guard has(who) else { return .nothing }
        return policy.mayBeStuckAtPost ? giveUp(who) : .refused
    }

    package mutating func tellConflict(_ who: String) -> Answer {
        guard has(who) else { return .nothing }
        return policy.conflictIsTold ? giveUp(who) : .refused
    }

    private mutating func giveUp(_ who: String, wanted: Set<String> = []) -> Answer {
        never.insert(who)
        offer(wanted: wanted)
        return .done
    }

    package mutating func close(_ who: String, withOutcome: Bool, on today: Day) -> Answer {
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
    package mutating func look() {
        guard case .isWith(let who) = place, isAbandoned || left.contains(who), !(isInquiry && contacts > 0) else {
            return
        }
        offer(wanted: [])
    }

    package func writeAsSeeker() -> Answer {
        switch place {
        case .isGone: .nothing
        case .isOver: .refused
        case .waits, .isWith: isInquiry ? .refused : .done
        }
    }

    package mutating func change(isUnwanted: Bool) -> Answer {
        guard place != .isGone else { return .nothing }
        guard case .isWith(let who) = place, !isInquiry else { return .refused }
        if isUnwanted { never.insert(who) }
        offer(wanted: [])
        return .done
    }

    package mutating func endAsSeeker(on today: Day) -> Answer {
        switch place {
        case .isGone: .nothing
        case .isOver: .done
        case .waits, .isWith: end(on: today)
        }
    }

    package mutating func reopen(on today: Day) -> Answer {
        switch place {
        case .isGone: return .nothing
        case .waits, .isWith: return isInquiry ? .refused : .done
        case .isOver(let until):
            guard !isInquiry, today < until else { return .refused }
            offer(wanted: Set([had].compactMap { $0 }))
            return .done
        }
    }

    package mutating func agreeToNote(_ yes: Bool) -> Answer {
        if place == .isGone { return .nothing }
        guard policy.hasNotes, !isInquiry else { return .refused }
        if case .isOver = place { return .refused }
        agreesToNote = yes
        return .done
    }

    // MARK: Time, and those who leave

    package mutating func pass(to now: Instant, on today: Day) {
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

    package mutating func leave(_ who: String) {
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

extension RequestReference.Policy {
    /// A policy with the name of its pack.
    package struct Of: Sendable, CustomStringConvertible {
        package let pack: String
        package let policy: RequestReference.Policy
        package var description: String { pack }
    }

    /// The five policies as they are read on paper.
    package static let all = [
        Of(
            pack: "sacramento-probation",
            policy: RequestReference.Policy(
                minutesToFirstContact: 60, oneContactAcrossTheChain: false, chainComesLast: true,
                investigatorsAreBarred: false, isAskedOffDuty: true, conflictIsTold: true, mayBeStuckAtPost: false,
                hasNotes: false, hasLastResort: false)),
        Of(
            pack: "orange-county-probation",
            policy: RequestReference.Policy(
                minutesToFirstContact: 60, oneContactAcrossTheChain: false, chainComesLast: false,
                investigatorsAreBarred: true, isAskedOffDuty: true, conflictIsTold: true, mayBeStuckAtPost: false,
                hasNotes: true, hasLastResort: false)),
        Of(
            pack: "kern-sheriff",
            policy: RequestReference.Policy(
                minutesToFirstContact: 60, oneContactAcrossTheChain: true, chainComesLast: false,
                investigatorsAreBarred: false, isAskedOffDuty: false, conflictIsTold: false, mayBeStuckAtPost: true,
                hasNotes: false, hasLastResort: false)),
        Of(
            pack: "police-division",
            policy: RequestReference.Policy(
                minutesToFirstContact: 60, oneContactAcrossTheChain: false, chainComesLast: true,
                investigatorsAreBarred: false, isAskedOffDuty: true, conflictIsTold: false, mayBeStuckAtPost: false,
                hasNotes: false, hasLastResort: true)),
        Of(
            pack: "iacp",
            policy: RequestReference.Policy(
                minutesToFirstContact: 240, oneContactAcrossTheChain: false, chainComesLast: true,
                investigatorsAreBarred: false, isAskedOffDuty: false, conflictIsTold: true, mayBeStuckAtPost: false,
                hasNotes: false, hasLastResort: true)),
    ]
}
