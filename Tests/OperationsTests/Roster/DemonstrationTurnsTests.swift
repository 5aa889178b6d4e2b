import Operations
import Program
import Testing

/// Who is on call in the demonstration.
@Suite struct DemonstrationTurnsTests {
    /// Whoever plays the first supporter is offered what is asked for, also when a new week begins meanwhile.
    @Test(arguments: 1...7) func theFirstHasTheTurnForDays(_ weekday: Int) throws {
        let monday = try #require(Day("2026-11-30"))
        let today = try #require(monday.adding(days: weekday - 1))
        let calendar = try #require(AgencyCalendar(timeZone: "America/Los_Angeles"))
        let since = Holding(role: RoleID("supporter"), area: nil, startsOn: monday, until: nil)
        let list = RosterList(
            kind: .supporters, calendar: calendar, cover: .everyHour, holders: ["ana": [since], "ben": [since]],
            rotations: [try Demonstration.turns(of: ["ana", "ben"], from: today)])
        for hour in Int64(0)..<(5 * 24) {
            #expect(list.onCall(at: calendar.start(of: today).adding(seconds: hour * 3600)) == ["ana"])
        }
    }
}
