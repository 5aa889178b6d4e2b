import PolicyPacks
import Program
import Testing

/// When an agency's offices are open, which decides what is after hours.
@Suite struct BusinessHoursTests {
    /// Fridays end at five, weekends and holidays have no business hours, and the hours are those of the agency's clock on both
    /// sides of the change of the clock.
    @Test(arguments: [
        ("2026-03-06 07:59", false), ("2026-03-06 08:00", true), ("2026-03-06 16:59", true),
        ("2026-03-06 17:00", false),
        ("2026-03-07 12:00", false), ("2026-03-08 12:00", false), ("2026-03-09 08:00", true),
        ("2026-10-30 16:59", true),
        ("2026-11-02 07:59", false), ("2026-11-25 12:00", true), ("2026-11-26 12:00", false),
        ("2026-07-02 12:00", true),
        ("2026-07-03 12:00", false), ("2026-07-06 12:00", true), ("2027-12-31 12:00", false),
    ])
    func theUsualOnesOfTheUnitedStates(moment: String, isOpen: Bool) throws {
        try expect(isOpen, at: moment, in: try pack(""))
    }

    @Test(arguments: [
        ("2026-03-06 06:59", false), ("2026-03-06 07:00", true), ("2026-03-06 12:30", false),
        ("2026-03-06 13:00", true),
        ("2026-03-06 15:30", false), ("2026-03-07 23:00", true), ("2026-03-08 01:59", true),
        ("2026-03-08 03:00", false),
        // The agency keeps Thanksgiving no more, and has a day of its own.
        ("2026-11-26 10:00", true), ("2026-05-15 10:00", false), ("2027-05-14 10:00", true),
        ("2026-12-25 10:00", false),
    ])
    func anAgencysOwn(moment: String, isOpen: Bool) throws {
        let own = """
            country:
              business-hours:
                open:
                  - {days: [monday, tuesday, wednesday, thursday, friday], from: "07:00", until: "12:30"}
                  - {days: [monday, tuesday, wednesday, thursday, friday], from: "13:00", until: "15:30"}
                  - {days: [saturday], from: "22:00", until: "02:00"}
                basis: {chosen: "Our front desk."}
              holidays:
                days:
                  - {id: thanksgiving, remove: true}
                  - {id: founders, name: Founders' Day, on: {once: 2026-05-15}, observed: on-the-day}
            """
        try expect(isOpen, at: moment, in: try pack(own))
    }

    private func expect(_ isOpen: Bool, at text: String, in pack: PolicyPack) throws {
        let calendar = try #require(AgencyCalendar(timeZone: "America/Los_Angeles"))
        let day = try #require(Day(String(text.prefix(10))))
        let minute = try #require(ClockMinute.minuteOfDay(String(text.suffix(5))))
        let moment = calendar.instant(of: ClockMinute(day, minute: minute))
        #expect(calendar.isBusinessHours(at: moment, in: pack.country) == isOpen)
    }

    private func pack(_ own: String) throws -> PolicyPack {
        let text = "id: town\nversion: \"1\"\nextends: orange-county-probation\nagency: {title: Town}\n\(own)\n"
        return try PackLibrary.load(text, file: "town.yaml").get().pack
    }
}
