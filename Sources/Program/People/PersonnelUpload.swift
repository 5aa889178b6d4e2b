/// A personnel file that was sent by a browser: it waits for a word, and no longer.
package enum PersonnelUpload {
    /// The largest that is taken, in bytes: some thirty thousand people. A larger one is imported at the command line.
    package static let mostBytes = 4 * 1024 * 1024

    /// Between one hour and two, on a full hour, so that it tells no time.
    package static func end(from now: Instant) -> Instant {
        let hour: Int64 = 3_600_000
        return Instant(milliseconds: (now.milliseconds / hour + 2) * hour)
    }
}
