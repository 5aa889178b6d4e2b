/// A stretch of time in which nothing on a list changes.
package struct RosterSpan: Sendable, Equatable {
    package let stretch: Stretch
    /// In the order in which they are called.
    package let onCall: [String]
    /// Who else can be asked, by hours of their own.
    package let opened: [String]
    /// Nobody is there although the list promises somebody.
    package let isGap: Bool
}

extension RosterList {
    /// The list through that time, each span as long as it is the same.
    package func spans(in window: Stretch) -> [RosterSpan] {
        let edges = edges(in: window)
        let pieces = zip(edges, edges.dropFirst() + [window.until]).compactMap { from, until in
            Stretch(from: from, until: until).map(span)
        }
        return pieces.reduce(into: []) { spans, next in
            guard let last = spans.last, last.isTheSame(as: next),
                let both = Stretch(from: last.stretch.from, until: next.stretch.until)
            else { return spans.append(next) }
            spans[spans.count - 1] = RosterSpan(
                stretch: both, onCall: last.onCall, opened: last.opened, isGap: last.isGap)
        }
    }

    /// When nobody can be called although the list promises somebody.
    package func gaps(from: Instant, until: Instant) -> [Stretch] {
        guard let window = Stretch(from: from, until: until) else { return [] }
        return spans(in: window).filter(\.isGap).map(\.stretch).joined
    }

    /// When the account is on call within that time, whatever stretches touch joined.
    package func shifts(of account: String, in window: Stretch) -> [Stretch] {
        spans(in: window).filter { $0.onCall.contains(account) }.map(\.stretch).joined
    }

    /// What colleagues of that account could give in return for a shift of its own: theirs that begin in the time to come, in
    /// their order, each with whose it is.
    package func shifts(besides account: String, from now: Instant, days: Int) -> [(account: String, stretch: Stretch)]
    {
        guard let window = Stretch(from: now, until: now.adding(seconds: Int64(days) * 86_400)) else { return [] }
        return holders.keys.filter { $0 != account }
            .flatMap { other in shifts(of: other, in: window).map { (account: other, stretch: $0) } }
            .filter { $0.stretch.from > now }
            .sorted { ($0.stretch.from, $0.account) < ($1.stretch.from, $1.account) }
    }

    /// When the account looks on, to learn it: the time of the rotations it shadows.
    package func shadowing(of account: String, in window: Stretch) -> [Stretch] {
        let shadowed = rotations.filter { $0.shadows.contains(account) }
        guard !shadowed.isEmpty else { return [] }
        let edges = edges(in: window)
        return zip(edges, edges.dropFirst() + [window.until]).compactMap { from, until in
            let clock = calendar.clock(at: from)
            return shadowed.contains { $0.isRunning(at: clock) } ? Stretch(from: from, until: until) : nil
        }.joined
    }

    /// Whether the account is on call at every moment of that time.
    package func isOnCall(_ account: String, throughout stretch: Stretch) -> Bool {
        spans(in: stretch).allSatisfy { $0.onCall.contains(account) }
    }

    /// Who is on call in that time and cannot be reached, in order of their first shift.
    ///
    /// Who is on call is told at any hour, so hours are not asked.
    package func withoutContactMethod(in window: Stretch, _ reachability: Reachability) -> [String] {
        spans(in: window).flatMap(\.onCall).withoutRepetition.filter { !reachability.canBeTold($0) }
    }

    private func span(_ stretch: Stretch) -> RosterSpan {
        let state = state(at: stretch.from)
        return RosterSpan(stretch: stretch, onCall: state.onCall, opened: state.opened, isGap: state.isGap)
    }

    /// Every moment of the window at which the list may change, its beginning first.
    private func edges(in window: Stretch) -> [Instant] {
        let days = calendar.clock(at: window.from).dayNumber...calendar.clock(at: window.until).dayNumber
        let minutes = rotations.flatMap { $0.edges(onDays: days) } + ownHours.flatMap { $0.hours.edges(onDays: days) }
        let changedDays: [Day?] =
            leaves.flatMap { [$0.firstDay, $0.lastDay.adding(days: 1)] }
            + holders.values.joined().flatMap { [$0.startsOn, $0.until] }
        let stretches = overrides.map(\.stretch) + swaps.map(\.given) + swaps.compactMap(\.inReturn)
        let moments =
            (Set(minutes).union(changedDays.compactMap { $0.map { ClockMinute($0) } })).map(calendar.instant(of:))
            + stretches.flatMap { [$0.from, $0.until] }
        return [window.from] + Set(moments).filter { window.from < $0 && $0 < window.until }.sorted()
    }
}

extension RosterSpan {
    fileprivate func isTheSame(as other: RosterSpan) -> Bool {
        onCall == other.onCall && opened == other.opened && isGap == other.isGap
    }
}
