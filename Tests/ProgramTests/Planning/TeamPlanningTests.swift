import Program
import Testing

/// What planning makes of a team.
@Suite struct TeamPlanningTests {
    private static func member(_ name: String, endsOn: String? = nil, retiresOn: String? = nil) -> TeamMember {
        TeamMember(
            account: name, name: name, place: nil, endsOn: endsOn.flatMap { Day($0) },
            retiresOn: retiresOn.flatMap { Day($0) })
    }

    private static let past = TeamPast(left: 2, transferred: 1, promoted: 3)

    @Test func theForecastCountsEachLeavingOnce() throws {
        let rule = ForecastRule(
            causes: [.termEnds, .retirements], monthsAhead: Months(nearest: 7), basis: .chosen("for the test"))
        let members = [
            Self.member("a", endsOn: "2026-04-30"), Self.member("b", retiresOn: "2026-05-31"),
            Self.member("c", endsOn: "2026-06-30", retiresOn: "2026-09-30"), Self.member("d"),
        ]
        let forecast = TeamForecast(rule, members: members, past: Self.past, on: try #require(Day("2026-03-10")))
        #expect(forecast.quarters.map(\.to.text) == ["2026-05", "2026-08", "2026-10"])
        #expect(forecast.quarters.map(\.termEnds) == [1, 1, 0] && forecast.quarters.map(\.retirements) == [1, 0, 1])
        #expect(forecast.quarters.map(\.atMost) == [3, 3, 2] && forecast.quarters.map(\.atLeast) == [2, 1, 1])
    }

    @Test func theSuggestedSizeFollowsItsSteps() throws {
        let places = ["A", "B", "C"].map {
            WorkPlace(division: $0, unit: "u", shift: "Days", classification: .sworn)
        }
        let headcount = Headcount(Dictionary(uniqueKeysWithValues: places.map { ($0, 10) }))
        let day = try #require(Day("2026-03-10"))
        let rule = SizingRule(
            factors: [.crimeLevel, .area, .divisions, .turnover, .retirements, .promotions, .budget],
            basis: .chosen("for the test"))
        func size(_ entries: [(SizingRule.Factor, Int)]) -> SuggestedSize {
            SuggestedSize(
                rule, headcount: headcount, past: Self.past, retirements: 1,
                entries: entries.map { SizingEntry(factor: $0.0, value: $0.1, enteredOn: day) })
        }
        // Two in each of three divisions; six who leave, retire or are promoted.
        #expect(size([]).suggested == 12 && size([]).notes.count == 3)
        #expect(size([(.area, 4), (.crimeLevel, 10)]).suggested == 17)
        let limited = size([(.area, 4), (.crimeLevel, 10), (.budget, 15)])
        #expect(limited.suggested == 15 && limited.notes.contains { $0.contains("2 more than it carries") })
        #expect(limited.steps.last?.number == "15")
    }

    @Test func hoursWithNobodyAreJoined() {
        var least = [Int](repeating: 1, count: 24)
        #expect(CoverageGrid.emptyHours(of: least).isEmpty)
        for hour in [0, 1, 22, 23] { least[hour] = 0 }
        #expect(CoverageGrid.emptyHours(of: least) == ["from 00:00 to 02:00", "from 22:00 to 24:00"])
        #expect(CoverageGrid.emptyHours(of: [Int](repeating: 0, count: 24)) == ["at any hour"])
    }
}
