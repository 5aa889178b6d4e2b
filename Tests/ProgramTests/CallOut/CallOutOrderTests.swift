import Program
import Testing

@Suite struct CallOutOrderTests {
    private static let order = CallOutOrder(
        onCall: ["anna", "ben"], available: ["anna", "ben", "cleo"], offDuty: ["dan", "cleo", "eve"],
        lastResort: ["psychologist"], calledElsewhere: [])

    @Test func onCallThenOwnHoursThenOffDutyThenTheLastResort() {
        let candidates = Self.order.candidates(besides: [])
        #expect(candidates.map(\.account) == ["anna", "ben", "cleo", "dan", "eve", "psychologist"])
        let standings: [CallOutStanding] = [.onCall, .onCall, .available, .offDuty, .offDuty, .lastResort]
        #expect(candidates.map(\.standing) == standings)
    }

    @Test func nobodyIsPagedTwice() {
        let candidates = Self.order.candidates(besides: ["anna", "cleo"])
        #expect(candidates.map(\.account) == ["ben", "dan", "eve", "psychologist"])
    }

    @Test func whoeverAnswersAnotherCallerComesAfterThoseWhoDoNot() {
        var order = Self.order
        order.calledElsewhere = ["anna", "psychologist"]
        let candidates = order.candidates(besides: [])
        #expect(candidates.map(\.account) == ["ben", "cleo", "dan", "eve", "anna", "psychologist"])
        #expect(candidates.filter(\.isCalledElsewhere).map(\.account) == ["anna", "psychologist"])
    }

    @Test func withoutAnybodyThereIsNobodyNext() {
        let nobody = CallOutOrder(onCall: [], available: [], offDuty: [], lastResort: [], calledElsewhere: ["anna"])
        #expect(nobody.candidates(besides: []).isEmpty)
    }

    /// Fridays end at five, weekends have no business hours, and the hours are those of the agency's clock on both sides of
    /// the change of the clock.
    @Test(arguments: [
        ("2026-03-06", 7 * 60 + 59, false), ("2026-03-06", 8 * 60, true), ("2026-03-06", 16 * 60 + 59, true),
        ("2026-03-06", 17 * 60, false), ("2026-03-07", 12 * 60, false), ("2026-03-08", 12 * 60, false),
        ("2026-03-09", 8 * 60, true), ("2026-10-30", 16 * 60 + 59, true), ("2026-11-02", 7 * 60 + 59, false),
    ])
    func businessHoursAreWeekdaysFromEightToFive(day: String, minute: Int, isOpen: Bool) throws {
        let calendar = try #require(AgencyCalendar(timeZone: "America/Los_Angeles"))
        let moment = calendar.instant(of: ClockMinute(try #require(Day(day)), minute: minute))
        #expect(calendar.isBusinessHours(at: moment) == isOpen)
    }
}
