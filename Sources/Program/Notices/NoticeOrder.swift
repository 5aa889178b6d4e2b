extension Notice {
    /// Answered notices are shown that were answered since then: for thirty days.
    package static func answeredShown(since now: Instant) -> Instant { now.adding(seconds: -30 * 86_400) }

    /// Whether it stands before another in the overview of a programme's notices: open before answered, overdue before the rest,
    /// the oldest first.
    package func comesBefore(_ other: Notice, at now: Instant) -> Bool { rank(at: now) < other.rank(at: now) }

    private func rank(at now: Instant) -> (Int, Day, String) {
        (isOpen ? isOverdue(at: now) ? 0 : 1 : 2, raisedOn, id)
    }
}
