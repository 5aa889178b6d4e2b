/// How far a request has come in asking around.
package enum Stage: Sendable, Hashable {
    /// A yes to activating supporters after hours is asked of the one who approves (OCP-I.C.2.c).
    case approval
    /// The same is asked of whoever comes next, since the first did not answer.
    case secondApproval
    /// Those the seeker chose.
    case preferred
    /// A few of those who can be reached now.
    case few
    /// Everybody of the team.
    case everyone
    /// A later step of the pack, by its place in the list.
    case step(Int)
    /// Those above and below the seeker, where the pack has them last.
    case chain

    /// As the database has it.
    package var number: Int {
        switch self {
        case .approval: 0
        case .secondApproval: 1
        case .preferred: 2
        case .few: 3
        case .everyone: 4
        case .chain: 5
        case .step(let place): 10 + place
        }
    }

    /// Nothing where no stage has the number.
    package init?(number: Int) {
        switch number {
        case 0: self = .approval
        case 1: self = .secondApproval
        case 2: self = .preferred
        case 3: self = .few
        case 4: self = .everyone
        case 5: self = .chain
        case 10...: self = .step(number - 10)
        default: return nil
        }
    }

    /// How many are asked before everybody is.
    package static let fewest = 3
}

extension EscalationRules {
    /// Every stage a request can come to, in order.
    package var stages: [Stage] {
        let team = steps.firstIndex { $0.to == .availableSupporters }
        let asked = steps.indices.flatMap { place -> [Stage] in
            switch steps[place].to {
            case .availableSupporters: place == team ? [.few, .everyone] : []
            case .role: [.step(place)]
            }
        }
        // The seeker's own choice comes first and waits for nobody's yes; activating others than those does (OCP-I.C.2.c).
        return [.preferred, .approval, .secondApproval] + asked + [.chain]
    }

    /// Whether someone to be asked at `wave` is asked once the request has come to `stage`.
    package func isAsked(_ wave: Stage, at stage: Stage) -> Bool {
        guard let asked = stages.firstIndex(of: wave), let reached = stages.firstIndex(of: stage) else { return false }
        return asked <= reached
    }

    /// The most that a request can have to wait at a stage: no look at an empty one comes sooner than a minute.
    package func longestWait(at stage: Stage) -> LongestWait { LongestWait(seconds: max(wait(at: stage), 60)) }

    /// How long a stage waits for somebody, in seconds. The pack's time runs from when the whole team is asked; the two
    /// smaller circles before it have a third of it each.
    package func wait(at stage: Stage) -> Int64 {
        let team = steps.first { $0.to == .availableSupporters }?.waitMinutes.number ?? pace.everyMinutes
        switch stage {
        case .approval, .secondApproval: return Int64(afterHoursActivation?.waitMinutes.number ?? 0) * 60
        case .preferred, .few: return Int64(team) * 20
        case .everyone, .chain: return Int64(team) * 60
        case .step(let place): return Int64(steps.indices.contains(place) ? steps[place].waitMinutes.number : team) * 60
        }
    }
}
