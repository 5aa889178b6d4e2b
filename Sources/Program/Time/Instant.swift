/// A moment, in milliseconds since 1970-01-01 00:00 UTC. The database holds exactly this number; what day it is for
/// an agency is worked out with the agency's own ``AgencyCalendar``.
package struct Instant: Sendable, Hashable, Comparable {
    package let milliseconds: Int64

    package init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    package static func < (left: Instant, right: Instant) -> Bool {
        left.milliseconds < right.milliseconds
    }

    /// The moment `seconds` later (earlier where negative), or the last (first) there is.
    package func adding(seconds: Int64) -> Instant {
        let (added, isTooLong) = seconds.multipliedReportingOverflow(by: 1000)
        let (sum, isTooFar) = milliseconds.addingReportingOverflow(added)
        guard !isTooLong, !isTooFar else { return Instant(milliseconds: seconds < 0 ? .min : .max) }
        return Instant(milliseconds: sum)
    }
}
