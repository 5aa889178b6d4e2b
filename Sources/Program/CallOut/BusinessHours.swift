extension AgencyCalendar {
    /// Whether that moment is in business hours: Mondays to Fridays from 8 to 17 o'clock where the agency is. Packs tell only
    /// business hours and all others apart.
    package func isBusinessHours(at instant: Instant) -> Bool {
        let now = clock(at: instant)
        guard let weekday = now.day?.weekday else { return false }
        return weekday <= 5 && (8 * 60..<17 * 60).contains(now.minuteOfDay)
    }
}
