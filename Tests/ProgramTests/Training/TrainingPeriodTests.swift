import PolicyPacks
import Program
import TestSupport
import Testing

/// What is due is counted by the calendar periods of the agency.
@Suite struct TrainingPeriodTests {
    @Test(arguments: [
        ("2026-01-01", Period.quarter, 1, "2026-01-01", "2026-03-31"),
        ("2026-03-31", .quarter, 1, "2026-01-01", "2026-03-31"),
        ("2026-04-01", .quarter, 1, "2026-04-01", "2026-06-30"),
        ("2024-02-29", .month, 1, "2024-02-01", "2024-02-29"), ("2026-12-31", .year, 1, "2026-01-01", "2026-12-31"),
        ("2026-06-15", .year, 2, "2025-01-01", "2026-12-31"), ("2026-02-15", .quarter, 2, "2025-10-01", "2026-03-31"),
    ])
    func periods(_ row: (day: String, per: Period, periods: Int, first: String, last: String)) throws {
        let days = row.per.days(around: try #require(Day(row.day)), periods: row.periods)
        #expect(days.lowerBound.text == row.first && days.upperBound.text == row.last)
    }

    /// A yearly date counts from the day after the one before it to the day itself.
    @Test(arguments: [
        ("2026-03-31", "2025-04-01", "2026-03-31"), ("2026-04-01", "2026-04-01", "2027-03-31"),
        ("2026-12-31", "2026-04-01", "2027-03-31"),
    ])
    func yearlyDate(_ row: (day: String, first: String, last: String)) throws {
        let rule = Self.rule(.hours, amount: 1, per: .year, by: YearlyDate(3, 31))
        let days = rule.days(around: try #require(Day(row.day)))
        #expect(days.lowerBound.text == row.first && days.upperBound.text == row.last)
    }

    /// Whatever is held counts in one quarter and in one year, and nothing is lost between them.
    @Test(arguments: 1...40) func eachCountsInOnePeriod(_ seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let calendar = try #require(
            AgencyCalendar(
                timeZone: ["America/Los_Angeles", "Asia/Tokyo", "UTC"].randomElement(using: &random) ?? "UTC"))
        var record = TrainingRecord()
        for place in 0..<Int.random(in: 1...40, using: &random) {
            let from = Instant(milliseconds: 1_735_700_000_000 + Int64.random(in: 0...63_000_000_000, using: &random))
            let until = from.adding(seconds: Int64.random(in: 1...8, using: &random) * 1800)
            let kind = GatheringKind.allCases.filter { !$0.isForOthers }.randomElement(using: &random) ?? .training
            record.attended.append(
                Gathering(
                    id: "\(place)", plan: GatheringPlan(kind: kind, title: "t", place: "p", from: from, until: until),
                    day: try #require(calendar.day(at: from)), status: .held(headcount: nil)))
        }
        for unit in [RecurringTraining.Unit.hours, .meetings, .sessions, .meetingsOrSessions, .refreshers] {
            for per in [Period.month, .quarter, .year] {
                let rule = Self.rule(unit, amount: 1, per: per)
                var day: Day? = Day("2024-12-01")
                var sum = 0
                while let next = day, next.month.year < 2028 {
                    let days = rule.days(around: next)
                    sum += rule.counted(record, in: days, besides: [])
                    day = days.upperBound.adding(days: 1)
                }
                let whole = record.attended.filter { rule.isServed(by: $0.plan.kind) }
                #expect(sum == (unit == .hours ? whole.reduce(0) { $0 + $1.minutes } : whole.count), "\(unit) \(per)")
            }
        }
    }

    /// The last hour of a quarter belongs to it by the agency's clocks, though it is another day in UTC.
    @Test func theAgencysClocksDecide() throws {
        let calendar = try #require(AgencyCalendar(timeZone: "America/Los_Angeles"))
        let from = Instant(milliseconds: 1_775_023_200_000)  // 2026-04-01T06:00:00Z
        #expect(calendar.day(at: from)?.text == "2026-03-31")
    }

    /// Somebody who came in the middle of a period is asked from the next on; before, they may fulfil it and need not.
    @Test func whoCameInTheMiddleIsAskedFromTheNext() throws {
        let rules = try PackLibrary.load(PackID("kern-sheriff")).get().pack.training
        let day = try #require(Day("2026-02-10"))
        func states(_ since: String, on text: String, seen: String) throws -> [RequirementStanding.State] {
            let member = TrainedMember(
                account: "a", name: "A", roles: [RoleID("supporter")], activeSince: Day(since), approvedOn: day)
            return rules.standings(
                of: member, TrainingRecord(), on: try #require(Day(text)), seenOn: try #require(Day(seen))
            ).filter { !$0.requirement.isCourse }.map(\.state)
        }
        let april = try #require(Day("2026-04-01"))
        #expect(try states("2026-02-10", on: "2026-02-20", seen: "2026-02-20").first == .notYet(from: april))
        #expect(try states("2026-01-01", on: "2026-02-20", seen: "2026-02-20").first == .open(by: Day("2026-03-31")))
        #expect(try states("2026-01-01", on: "2026-02-20", seen: "2026-03-31").first == .open(by: Day("2026-03-31")))
        #expect(try states("2026-01-01", on: "2026-02-20", seen: "2026-04-01").first == .missing)
    }

    static func rule(
        _ unit: RecurringTraining.Unit, amount: Times, per: Period, by: YearlyDate? = nil
    ) -> RecurringTraining {
        RecurringTraining(
            id: "r", title: "R", amount: amount, unit: unit, per: per, by: by, basis: .chosen("a test"))
    }
}
