extension PreferredTime {
    /// Minutes of the day; where the end comes first it is the next day's. Nothing for any time.
    private var window: (from: Int, until: Int)? {
        switch self {
        case .anyTime: nil
        case .daytime: (8 * 60, 17 * 60)
        case .evening: (17 * 60, 22 * 60)
        case .night: (22 * 60, 8 * 60)
        }
    }

    /// How long the hours of any answer are away at most, in seconds; one hour more where the clocks change.
    static let longestWait: Int64 = 3600 + 60 * Int64(allCases.map(\.minutesClosed).max() ?? 0)

    /// Minutes of a day that are none of its hours.
    private var minutesClosed: Int {
        guard let window else { return 0 }
        let open = window.until - window.from
        return open > 0 ? ClockMinute.perDay - open : -open
    }

    /// The first moment, now or later, at which the seeker would like to be reached.
    func next(from now: Instant, in calendar: AgencyCalendar) -> Instant {
        let clock = calendar.clock(at: now)
        guard let window, let day = clock.day else { return now }
        let minute = clock.minuteOfDay
        let isNow =
            window.from < window.until
            ? (window.from..<window.until).contains(minute) : minute >= window.from || minute < window.until
        if isNow { return now }
        let begins = ClockMinute(day, minute: window.from)
        return calendar.instant(of: begins < clock ? begins.adding(minutes: ClockMinute.perDay) : begins)
    }
}

extension FirstContactRule {
    /// Until when a supporter who accepts now is to be in touch. The pack's time begins when the seeker would like to be
    /// reached: nobody is rung up at night to keep a timer.
    package func due(acceptedAt now: Instant, reachedAt time: PreferredTime, in calendar: AgencyCalendar) -> Instant {
        time.next(from: now, in: calendar).adding(seconds: Int64(withinMinutes.number) * 60)
    }

    /// The most that a first contact can have to wait, whenever the seeker would like to be reached.
    package var longestWait: LongestWait {
        LongestWait(seconds: PreferredTime.longestWait + Int64(withinMinutes.number) * 60)
    }
}

extension AgencyCalendar {
    /// The last day whose reminders go out by that moment: from 8 o'clock on it is that day. Nothing outside the calendar.
    package func reminderDay(at now: Instant) -> Day? {
        let clock = clock(at: now)
        return clock.day?.adding(days: clock.minuteOfDay >= 8 * 60 ? 0 : -1)
    }
}
