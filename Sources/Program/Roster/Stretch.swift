/// A stretch of time, from a moment up to a moment; never empty.
package struct Stretch: Sendable, Hashable {
    package let from: Instant
    /// The first moment after it.
    package let until: Instant

    /// Nothing where it would be empty.
    package init?(from: Instant, until: Instant) {
        guard from < until else { return nil }
        self.from = from
        self.until = until
    }

    package func contains(_ instant: Instant) -> Bool { from <= instant && instant < until }

    package func contains(_ other: Stretch) -> Bool { from <= other.from && other.until <= until }

    /// Nothing where the two have no moment in common.
    package func overlap(with other: Stretch) -> Stretch? {
        Stretch(from: max(from, other.from), until: min(until, other.until))
    }
}

extension [Stretch] {
    /// The same time with what touches joined, in order.
    package var joined: [Stretch] {
        sorted { $0.from < $1.from }.reduce(into: []) { whole, next in
            if let last = whole.last, next.from <= last.until,
                let both = Stretch(from: last.from, until: Swift.max(last.until, next.until))
            {
                whole[whole.count - 1] = both
            } else {
                whole.append(next)
            }
        }
    }
}
