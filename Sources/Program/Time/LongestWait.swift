/// The most that something can have to wait. A moment that lies further ahead was set by a clock that was wrong, so it counts as
/// come: where a clock slips a day and back, nobody waits that day.
///
/// It is for what is only waited for. What destroys something goes by its day alone, for a clock that is behind must not destroy.
package struct LongestWait: Sendable, Equatable {
    package let seconds: Int64

    package init(seconds: Int64) { self.seconds = seconds }

    /// The last moment for which it can have been set by now.
    package func end(from now: Instant) -> Instant { now.adding(seconds: seconds) }

    /// Whether what waits until that moment waits no more.
    package func isOver(_ moment: Instant, by now: Instant) -> Bool { moment <= now || moment > end(from: now) }
}
