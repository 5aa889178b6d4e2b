/// Where a request goes: how far asking around has come or who has it, who is asked with which stage, and whose copy of its key
/// is under lock. It is all that the server's own clock knows of a request.
package struct RequestRouting: Sendable, Equatable {
    package let standing: RequestStanding
    /// By account: those who may be asked, each with their stage.
    package let waves: [String: Stage]
    /// By account: those who were asked too before somebody took it, until the first contact was made.
    package let reserved: [String: Stage]

    package init(standing: RequestStanding, waves: [String: Stage], reserved: [String: Stage]) {
        self.standing = standing
        self.waves = waves
        self.reserved = reserved
    }
}

/// What becomes of a request by time alone, or because somebody left.
package enum RoutingStep: Sendable, Equatable {
    case stays
    /// Whoever comes after that stage is asked.
    case goesOn(from: Stage)
    /// Everybody whose copy is under lock is asked at once; what comes after them is the whole team (SAC-II.D.3.g).
    case offersReserves
    /// There is nobody else: it stays with its supporter, who has that time once more.
    case waits(supporter: String, firstContactDue: Instant)
    /// Nobody but its seeker can open it, until they look.
    case isAlone(former: String)
}

extension RequestRouting {
    /// What is due by now. The supporter who did not get in touch in the pack's time makes way for others.
    package func due(at now: Instant, under policy: PolicyPack) -> RoutingStep {
        guard standing.isOver(by: now, under: policy) else { return .stays }
        let within = Int64(policy.requests.firstContact.withinMinutes.number) * 60
        return switch standing {
        case .offered(let stage, _, _): .goesOn(from: stage)
        case .accepted(let supporter, _):
            reserved.isEmpty
                ? .waits(supporter: supporter, firstContactDue: now.adding(seconds: within)) : .offersReserves
        case .closed: .stays
        }
    }

    /// What becomes of it now that the account takes no requests any more and its copy is gone. Where it was asked too, the
    /// others still are, or the next are at once.
    package func afterLeaving(of account: String, asking: AskingNow) -> RoutingStep {
        switch standing {
        case .offered: hastened(asking: asking)
        case .accepted(let supporter, _) where supporter == account:
            reserved.isEmpty ? .isAlone(former: account) : .offersReserves
        case .accepted, .closed: .stays
        }
    }

    /// Goes on at once where nobody is asked any more.
    package func hastened(asking: AskingNow) -> RoutingStep {
        guard case .offered(let stage, _, _) = standing,
            !waves.contains(where: { asking.isAsked($0.key, wave: $0.value, at: stage) })
        else { return .stays }
        return .goesOn(from: stage)
    }
}

extension RequestRouting {
    /// Whom the pack has told once that what was due is carried out: where a supporter was not in touch in time, whoever keeps the
    /// roster, whether there is somebody else or not.
    package func noticesOnceDue(under policy: PolicyPack) -> [NewNotice] {
        guard standing.supporter != nil else { return [] }
        return policy.roles(with: .keepRoster).map {
            NewNotice(
                kind: .firstContactMissed, to: .role($0.id), repeats: true,
                under: policy.requests.firstContact.basis.clauses, isUrgent: true)
        }
    }
}
