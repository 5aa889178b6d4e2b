import PolicyPacks
import Program
import Testing

/// The holidays of the countries that come along, against the days that were and will be free there.
@Suite struct HolidayCalendarTests {
    @Test(arguments: [
        (
            "united-states", 2026,
            "01-01 01-19 02-16 05-25 06-19 07-03 07-04 09-07 10-12 11-11 11-26 12-25"
        ),
        // The new year 2028 begins on a Saturday, so the Friday before is free.
        (
            "united-states", 2027,
            "01-01 01-18 02-15 05-31 06-18 06-19 07-04 07-05 09-06 10-11 11-11 11-25 12-24 12-25 12-31"
        ),
        ("canada", 2026, "01-01 04-03 04-06 05-18 07-01 09-07 09-30 10-12 11-11 12-25 12-26 12-28"),
        ("united-kingdom", 2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-26 12-28"),
        ("united-kingdom", 2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-25 12-26 12-27 12-28"),
        ("united-kingdom", 2028, "01-01 01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26"),
        ("australia", 2026, "01-01 01-26 04-03 04-06 04-25 12-25 12-26 12-28"),
        ("australia", 2027, "01-01 01-26 03-26 03-29 04-25 12-25 12-26 12-27 12-28"),
    ])
    func theFreeDaysOfAYear(country: String, year: Int, days: String) throws {
        let rules = try #require(CountryProfiles.all.first { $0.id == country }).holidays
        let free = rules.days(in: year).keys.sorted().map { String($0.text.dropFirst(5)) }
        #expect(free.joined(separator: " ") == days)
        #expect(rules.days(in: year).keys.allSatisfy(rules.isHoliday))
    }

    /// Christmas on a Sunday is made up for on the Tuesday, since the Monday is free already.
    @Test func aDayIsMadeUpForOnNoOtherHoliday() throws {
        let rules = try #require(CountryProfiles.all.first { $0.id == "united-kingdom" }).holidays
        let december = rules.days(in: 2033).filter { $0.key.month.number == 12 }
        #expect(
            december.mapValues { $0 } == [
                try day("2033-12-25"): ["Christmas Day"], try day("2033-12-26"): ["Boxing Day"],
                try day("2033-12-27"): ["Christmas Day"],
            ])
    }

    @Test(arguments: [
        (1913, "1913-03-23"), (2000, "2000-04-23"), (2008, "2008-03-23"), (2024, "2024-03-31"), (2025, "2025-04-20"),
        (2026, "2026-04-05"), (2027, "2027-03-28"), (2038, "2038-04-25"), (2049, "2049-04-18"), (2076, "2076-04-19"),
    ])
    func easter(year: Int, is date: String) { #expect(Day.easter(in: year)?.text == date) }

    @Test(
        arguments: [
            (Holiday.Occasion.date(month: 2, day: 29), 2028, "2028-02-29"), (.date(month: 2, day: 29), 2027, nil),
            (.nthWeekday(nth: 5, weekday: .monday, month: 3), 2026, "2026-03-30"),
            (.nthWeekday(nth: 5, weekday: .monday, month: 2), 2026, nil),
            (.nthWeekday(nth: 1, weekday: .sunday, month: 11), 2026, "2026-11-01"),
            (.lastWeekday(weekday: .saturday, month: 10), 2026, "2026-10-31"),
            (.lastWeekday(weekday: .friday, month: 2), 2026, "2026-02-27"),
            (.weekdayBefore(weekday: .monday, month: 5, day: 25), 2026, "2026-05-18"),
            (.weekdayBefore(weekday: .monday, month: 5, day: 25), 2027, "2027-05-24"),
            (.fromEaster(days: 39), 2026, "2026-05-14"), (.fromEaster(days: -47), 2026, "2026-02-17"),
        ] as [(Holiday.Occasion, Int, String?)])
    func anOccasion(_ on: Holiday.Occasion, in year: Int, is date: String?) { #expect(on.day(in: year)?.text == date) }

    @Test func whatComesOnceComesInNoOtherYear() throws {
        let on = Holiday.Occasion.once(try day("2026-05-08"))
        #expect(on.day(in: 2026)?.text == "2026-05-08")
        #expect(on.day(in: 2025) == nil && on.day(in: 2027) == nil)
    }

    private func day(_ text: String) throws -> Day { try #require(Day(text)) }
}
