extension RosterList {
    /// What a member's own calendar shows: from a week ago to three months ahead.
    package static func calendarWindow(at now: Instant) -> Stretch? {
        Stretch(from: now.adding(seconds: -week), until: now.adding(seconds: 13 * week))
    }

    /// What was over before that moment is kept no longer: five weeks ago, when no calendar shows it any more.
    package static func keptSince(_ now: Instant) -> Instant { now.adding(seconds: -5 * week) }

    private static let week: Int64 = 7 * 86_400
}
