/// Where a request is in its life. At the end of its retention it is destroyed, and nothing of it stands anywhere.
package enum RequestStatus: String, Sendable, CaseIterable {
    /// Waits for a supporter.
    case offered
    /// A supporter has it.
    case accepted
    /// Ended by either side; the seeker may open it again until it is destroyed.
    case closed
}

/// Where a request stands, with exactly what belongs to that.
package enum RequestStanding: Sendable, Equatable {
    /// Waits at a stage until its time is over. `offering` names this time of asking around, and nothing else.
    case offered(Stage, until: Instant, offering: String)
    /// `firstContactDue`: nothing once it was made.
    case accepted(supporter: String, firstContactDue: Instant?)
    /// `destroyed`: the day on which it is.
    case closed(destroyed: Day)

    package var status: RequestStatus {
        switch self {
        case .offered: .offered
        case .accepted: .accepted
        case .closed: .closed
        }
    }

    package var supporter: String? {
        guard case .accepted(let supporter, _) = self else { return nil }
        return supporter
    }

    package var offering: String? {
        guard case .offered(_, _, let offering) = self else { return nil }
        return offering
    }

    /// Until when the supporter is to be in touch; nothing once they were, and while nobody has it.
    package var firstContactDue: Instant? {
        guard case .accepted(_, let due) = self else { return nil }
        return due
    }

    /// Whether the timer that runs is over, as it also is where it was set for later than it can have been.
    package func isOver(by now: Instant, under policy: PolicyPack) -> Bool {
        switch self {
        case .offered(let stage, let until, _): policy.escalation.longestWait(at: stage).isOver(until, by: now)
        case .accepted(_, let due): due.map { policy.requests.firstContact.longestWait.isOver($0, by: now) } ?? false
        case .closed: false
        }
    }

    /// Once closed: how many days until it is destroyed.
    package func daysLeft(on today: Day) -> Int? {
        guard case .closed(let destroyed) = self else { return nil }
        return max(0, Int(destroyed.daysSince1970 - today.daysSince1970))
    }
}
