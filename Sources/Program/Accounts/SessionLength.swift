extension PolicyPack {
    /// How long a session of someone with those roles lasts, in seconds: a fortnight for a supporter's own phone, so that
    /// counting a contact takes seconds, and half a day where a role above a supporter is held or about to be.
    package func sessionLength(_ holdings: [Holding], on day: Day) -> Int64 {
        let standsAbove = holdings.contains { holding in
            let isOver = holding.until.map { $0 <= day } ?? false
            return !isOver && role(holding.role)?.needsSecondFactor == true
        }
        return standsAbove ? 12 * 3600 : 14 * 86_400
    }

    /// Whether a session of someone with those roles lasts: one that ends later than it can was begun by a clock that was wrong.
    package func lasts(until end: Instant, _ holdings: [Holding], at now: Instant, on day: Day) -> Bool {
        !LongestWait(seconds: sessionLength(holdings, on: day)).isOver(end, by: now)
    }

    /// Whether another role shortens the sessions of somebody with those roles: those that are open end then, for they may last longer
    /// than the role allows.
    package func shortensSessions(_ added: Holding, of present: [Holding], on day: Day) -> Bool {
        sessionLength(present + [added], on: day) < sessionLength(present, on: day)
    }

    /// When a session begun now ends: after its length, but on a full hour, or day for the long one (UTC), before. What is
    /// stored of the session must not say at what time of day a supporter was about.
    package func sessionEnd(_ holdings: [Holding], from now: Instant, on day: Day) -> Instant {
        let length = sessionLength(holdings, on: day)
        let grain: Int64 = (length > 86_400 ? 86_400 : 3600) * 1000
        let end = now.adding(seconds: length)
        return Instant(milliseconds: end.milliseconds - end.milliseconds % grain)
    }
}
