/// What whoever waits for a supporter is told: where their request stands, and what comes next by when. It tells what the rules and
/// the clock make sure of, and claims of nobody that they were told whom no words reach.
package struct RequestWaiting: Sendable, Equatable {
    package let asked: Asked
    /// Whether words reach anybody of those who are asked or told just now.
    package let reachesSomebody: Bool
    /// What comes where nobody has taken it by then, in order.
    package let next: [Step]

    /// Who is asked just now.
    package enum Asked: Sendable, Equatable {
        /// Those the seeker chose, or who had it before, or to whom it was handed.
        case chosen
        /// A few of those who can be reached.
        case few
        case team
        /// A role that takes requests itself, or finds somebody who does.
        case role(RoleID)
        /// A role whose yes to asking after hours is awaited (OCP-I.C.2.c).
        case approver(RoleID)
    }

    package struct Step: Sendable, Equatable {
        package let at: Instant
        package let asks: Asked

        package init(at: Instant, asks: Asked) {
            self.at = at
            self.asks = asks
        }
    }
}

extension RequestRouting {
    /// What the seeker is told while nobody has it; nothing once somebody has, or it has ended.
    ///
    /// Whoever an incident keeps from it counts among those who are asked: a difference would tell the seeker who was there.
    ///
    /// - Parameters:
    ///   - reach: who can be reached for it at this moment, and who of them can be told.
    ///   - isBusinessHours: whether the agency's offices are open at a moment.
    package func waiting(
        reaching reach: Reach, asking: AskingNow, at now: Instant, isBusinessHours: (Instant) -> Bool
    ) -> RequestWaiting? {
        guard case .offered(let stage, let until, _) = standing else { return nil }
        let rules = asking.policy.escalation
        guard let asked = rules.asked(at: stage) else { return nil }
        let offered = waves.filter { asking.isAsked($0.key, wave: $0.value, at: stage) }.map(\.key)
        let told = asked.role.map { (reach.holders[$0] ?? []) + (reach.lastResort[$0] ?? []) } ?? offered
        let isTold = told.contains(where: reach.canBeTold.contains)
        return RequestWaiting(
            asked: isTold ? asked : asked.withoutRole,
            reachesSomebody: isTold || offered.contains(where: reach.canBeTold.contains),
            next: rules.steps(
                after: stage, at: max(until, now), reaching: reach, isBusinessHours: isBusinessHours))
    }
}

extension RequestWaiting.Asked {
    package var role: RoleID? {
        switch self {
        case .chosen, .few, .team: nil
        case .role(let role), .approver(let role): role
        }
    }

    /// Who else is asked where the role cannot be told.
    fileprivate var withoutRole: Self {
        switch self {
        case .chosen, .few, .team: self
        case .role: .team
        case .approver: .chosen
        }
    }
}

extension EscalationRules {
    fileprivate func asked(at stage: Stage) -> RequestWaiting.Asked? {
        switch stage {
        case .approval: afterHoursActivation.map { .approver($0.approvedBy) }
        case .secondApproval: afterHoursActivation.map { .approver($0.then) }
        case .preferred: .chosen
        case .few: .few
        case .everyone, .chain: .team
        case .step(let place):
            switch steps.indices.contains(place) ? steps[place].to : .availableSupporters {
            case .availableSupporters: .team
            case .role(let role): .role(role)
            }
        }
    }

    /// The stages that follow, each with its moment, as far as they can be told now: whoever could be asked then is who can be asked
    /// at this moment, at that moment's hours. A stage in which words reach nobody is none to wait for.
    fileprivate func steps(
        after stage: Stage, at first: Instant, reaching reach: Reach, isBusinessHours: (Instant) -> Bool
    ) -> [RequestWaiting.Step] {
        var (stage, at, reach, steps) = (stage, first, reach, [RequestWaiting.Step]())
        for _ in stages {
            reach.isBusinessHours = isBusinessHours(at)
            let move = self.move(from: stage, reaching: reach)
            guard move.stage != stage, let asked = asked(at: move.stage) else { break }
            let told = move.asks + [move.tells, move.approver].compactMap { $0 }.flatMap { reach.holders[$0] ?? [] }
            // The whole team and those of it who come last are one for whoever waits.
            if told.contains(where: reach.canBeTold.contains), steps.last?.asks != asked {
                steps.append(RequestWaiting.Step(at: at, asks: asked))
            }
            stage = move.stage
            at = at.adding(seconds: move.wait)
        }
        return steps
    }
}
