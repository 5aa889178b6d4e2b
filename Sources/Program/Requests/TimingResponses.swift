// From when to when an answer counts. The moment of asking stands in the request's own record, which its key alone opens, and goes with
// the first contact; what is counted then says neither when that was nor whose.

extension RequestRecord {
    /// Begins to wait for the first contact; only where the pack has answers counted, and not for one approach to somebody else.
    package mutating func beginsWaiting(
        _ ask: Ask, at now: Instant, in calendar: AgencyCalendar, under policy: PolicyPack
    ) {
        guard policy.responses != nil, !policy.isInquiry(ask.origin) else { return }
        waitsSince = ask.time.next(from: now, in: calendar).minute
    }

    /// What the first contact counts as; nothing once it was made, and where nothing is counted.
    package func response(at now: Instant) -> Response? {
        guard let waitsSince, let stage = takenAt.flatMap(Stage.init(number:)) else { return nil }
        return Response(minutes: Int(max(0, now.minute - waitsSince)), step: ResponseStep(stage))
    }
}

extension CallOutAnswer {
    /// What somebody's answer to a page counts as: their first one, where they call in and nobody else does so far.
    ///
    /// - Parameters:
    ///   - before: what they said before.
    ///   - isAnswered: whether somebody calls in already.
    ///   - pagedAt: when each who was called in it was.
    package func response(after before: CallOutAnswer?, isAnswered: Bool, pagedAt: [Instant], at now: Instant)
        -> Response?
    {
        guard self == .accepted, before == nil, !isAnswered, let first = pagedAt.min() else { return nil }
        return Response(minutes: first.minutes(until: now), step: .desk)
    }
}

extension Instant {
    /// Minutes since 1970.
    fileprivate var minute: Int64 { milliseconds / 60_000 }

    /// Whole minutes until then; none where it is over.
    fileprivate func minutes(until end: Instant) -> Int { Int(max(0, end.minute - minute)) }
}
