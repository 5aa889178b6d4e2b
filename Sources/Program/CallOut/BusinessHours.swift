extension AgencyCalendar {
    /// Whether that moment is in business hours: those of the agency's country or its own, where the agency is, and on no holiday.
    /// Packs tell only business hours and all others apart.
    package func isBusinessHours(at instant: Instant, in country: Country) -> Bool {
        let now = clock(at: instant)
        guard let day = now.day, !country.holidays.isHoliday(day) else { return false }
        return country.businessHours.open.contains { $0.weekly?.contains(now) == true }
    }
}
