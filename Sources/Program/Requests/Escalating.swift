/// Who can be reached at one moment, for one request that nobody has taken. Nobody in it is barred, has passed the offer on, or
/// is left in peace by the pack's rule for hours off duty.
package struct Reach: Sendable, Equatable {
    /// Those the seeker chose.
    package var preferred: [String]
    /// Of the others: who is called first, and so on.
    package var inOrder: [String]
    /// The whole team but the chain of command.
    package var everyone: [String]
    package var chain: [String]
    /// Of each role that can take requests itself when they come to it: those who may be offered this one.
    package var lastResort: [RoleID: [String]]
    /// Who holds each other role of a step or of an approval today.
    package var holders: [RoleID: [String]]
    /// Of all of them: whom a word from here reaches (``Reachability``). Everybody else finds the request here when they look, and
    /// nobody's time is spent in waiting for them.
    package var canBeTold: Set<String>
    /// Whether the agency's offices are open.
    package var isBusinessHours: Bool

    package init(
        preferred: [String] = [], inOrder: [String] = [], everyone: [String] = [], chain: [String] = [],
        lastResort: [RoleID: [String]] = [:], holders: [RoleID: [String]] = [:],
        canBeTold: Set<String> = [], isBusinessHours: Bool
    ) {
        self.preferred = preferred
        self.inOrder = inOrder
        self.everyone = everyone
        self.chain = chain
        self.lastResort = lastResort
        self.holders = holders
        self.canBeTold = canBeTold
        self.isBusinessHours = isBusinessHours
    }
}

/// What happens next to a request that waits.
package struct EscalationMove: Sendable, Equatable {
    package let stage: Stage
    /// Who is offered the request now. Whoever was before still is.
    package let asks: [String]
    /// The role that is told that a request waits, and cannot take it itself.
    package let tells: RoleID?
    /// The role whose yes is asked for.
    package let approver: RoleID?
    /// Seconds until the next look.
    package let wait: Int64

    package init(stage: Stage, asks: [String], tells: RoleID? = nil, approver: RoleID? = nil, wait: Int64) {
        self.stage = stage
        self.asks = asks
        self.tells = tells
        self.approver = approver
        self.wait = wait
    }
}

extension EscalationRules {
    /// What a request does that nobody has taken in the time of its stage, or that was just asked (`stage` nil).
    ///
    /// A stage with nobody in it is skipped at once. Where all that follow are empty the request stays where it is and looks
    /// again: whoever can be reached by then is asked. So it ends with a person or at the last step, and never stops.
    ///
    /// A stage in which nobody can be told is not waited at as long as a later one has somebody who can: the request is offered
    /// there, for whoever looks, and goes on at once.
    package func move(from stage: Stage?, reaching reach: Reach) -> EscalationMove {
        let stages = self.stages
        // A stage that this pack leaves out stands where the seeker's choice does: what follows it comes next.
        let place = stage.map { stages.firstIndex(of: $0) ?? stages.firstIndex(of: .preferred) ?? -1 } ?? -1
        var later = stages.dropFirst(place + 1).lazy.compactMap { self.move(to: $0, reaching: reach) }.makeIterator()
        guard let next = later.next() else { return stay(at: stage, reaching: reach) }
        // A yes is waited for in any case: nobody else can give it.
        if next.approver != nil || next.tellsSomebody(of: reach) { return next }
        while let other = later.next() {
            if other.tellsSomebody(of: reach) { return next.withoutWaiting }
        }
        return next
    }

    /// Nothing where there is nobody in the stage.
    private func move(to stage: Stage, reaching reach: Reach) -> EscalationMove? {
        let wait = self.wait(at: stage)
        func asking(_ accounts: [String]) -> EscalationMove? {
            accounts.isEmpty ? nil : EscalationMove(stage: stage, asks: accounts, wait: wait)
        }
        switch stage {
        case .approval, .secondApproval:
            return approver(at: stage, holders: reach.holders, isBusinessHours: reach.isBusinessHours)
                .map { EscalationMove(stage: stage, asks: [], approver: $0, wait: wait) }
        case .preferred: return asking(reach.preferred)
        case .few: return asking(reach.few)
        case .everyone: return asking(reach.everyone)
        case .chain: return asking(reach.chain)
        case .step(let place): return move(toStep: place, reaching: reach)
        }
    }

    private func move(toStep place: Int, reaching reach: Reach) -> EscalationMove? {
        let step = steps[place]
        guard case .role(let role) = step.to, step.when.applies(inBusinessHours: reach.isBusinessHours) else {
            return nil
        }
        let stage = Stage.step(place)
        if let takers = reach.lastResort[role], !takers.isEmpty {
            return EscalationMove(stage: stage, asks: takers, wait: wait(at: stage))
        }
        guard reach.holders[role]?.isEmpty == false else { return nil }
        return EscalationMove(stage: stage, asks: [], tells: role, wait: wait(at: stage))
    }

    private func stay(at stage: Stage?, reaching reach: Reach) -> EscalationMove {
        let stage = stage ?? .everyone
        let asked = reach.everyone + (isAsked(.chain, at: stage) ? reach.chain : [])
        // A look that finds nobody costs little, and a stage of approval must not come round at once.
        return EscalationMove(stage: stage, asks: asked, wait: max(wait(at: stage), 60))
    }
}

extension Reach {
    /// The first few in order, and as many who can be told.
    fileprivate var few: [String] {
        let told = inOrder.filter(canBeTold.contains).prefix(Stage.fewest)
        return (inOrder.prefix(Stage.fewest) + told).withoutRepetition
    }
}

extension EscalationMove {
    /// Whether somebody who is asked, told of it or asked for a yes can be told.
    fileprivate func tellsSomebody(of reach: Reach) -> Bool {
        let roles = [tells, approver].compactMap { $0 }
        return (asks + roles.flatMap { reach.holders[$0, default: []] }).contains(where: reach.canBeTold.contains)
    }

    /// The same, with the next look at once.
    fileprivate var withoutWaiting: EscalationMove {
        EscalationMove(stage: stage, asks: asks, tells: tells, approver: approver, wait: 0)
    }
}

extension EscalationStep.When {
    package func applies(inBusinessHours isBusinessHours: Bool) -> Bool {
        switch self {
        case .always: true
        case .businessHours: isBusinessHours
        case .afterHours: !isBusinessHours
        }
    }
}

/// Who is called first: whoever is on call, in the list's order; then the others who can be reached, those with the fewest
/// open requests first, and by lot where they are equal. The lot falls anew for each request.
package func fairOrder(
    onCall: [String], others: [String], openRequests: [String: Int], request: String
) -> [String] {
    onCall
        + others.map { (account: $0, open: openRequests[$0] ?? 0, lot: lot(request + $0)) }
        .sorted { ($0.open, $0.lot, $0.account) < ($1.open, $1.lot, $1.account) }.map(\.account)
}

/// A number that looks drawn by chance and is the same on every server (FNV-1a, its bits mixed once more at the end).
private func lot(_ text: String) -> UInt64 {
    let hash = text.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
    let mixed = (hash ^ (hash >> 33)) &* 0xff51_afd7_ed55_8ccd
    return mixed ^ (mixed >> 33)
}
