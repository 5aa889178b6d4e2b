import Program
import Testing

/// Courses with deadlines, that run out, and for some only; and what a qualification asks for.
@Suite struct CourseRuleTests {
    private static func course(
        within: Months? = nil, valid: Months? = nil, whom: WhomTrained? = nil
    ) -> CourseRule {
        CourseRule(
            id: "c", title: "C", whom: whom, withinMonths: within, validMonths: valid, basis: .chosen("a test"))
    }

    private static func rules(_ course: CourseRule) -> TrainingRules {
        TrainingRules(
            courses: [course], recurring: [],
            schedule: ScheduleRule(
                by: RoleID("coordinator"), per: .year, warningDays: 30, basis: .chosen("a test")))
    }

    private static func state(
        _ course: CourseRule, approved: String = "2026-01-10", done: String? = nil, on day: String,
        roles: Set<RoleID> = [RoleID("supporter")], qualified: Set<String> = []
    ) throws -> RequirementStanding.State {
        let day = try #require(Day(day))
        let member = TrainedMember(
            account: "a", name: "A", roles: roles, activeSince: Day("2026-01-10"),
            approvedOn: try #require(Day(approved)), qualifications: qualified)
        let record = TrainingRecord(
            completions: try done.map {
                [CourseCompletion(id: "1", account: "a", course: "c", title: "C", doneOn: try #require(Day($0)))]
            } ?? [])
        return try #require(rules(course).standings(of: member, record, on: day, seenOn: day).first).state
    }

    /// Within six months of being approved: due by then, and nobody waits for it before they serve.
    @Test func aDeadlineIsCountedFromApproval() throws {
        let course = Self.course(within: 6)
        #expect(!course.blocksActivation && Self.course().blocksActivation)
        #expect(try Self.state(course, on: "2026-07-10") == .open(by: Day("2026-07-10")))
        #expect(try Self.state(course, on: "2026-07-11") == .missing)
        #expect(try Self.state(course, done: "2026-07-01", on: "2026-07-11") == .met)
        // The last day of February stands in for a day that the month has not.
        #expect(
            try Self.state(Self.course(within: 1), approved: "2026-01-31", on: "2026-02-28")
                == .open(by: Day("2026-02-28")))
    }

    @Test func aCourseRunsOut() throws {
        let course = Self.course(valid: 24)
        #expect(try Self.state(course, done: "2024-03-10", on: "2026-03-10") == .met)
        #expect(try Self.state(course, done: "2024-03-10", on: "2026-03-11") == .missing)
    }

    @Test func aCourseIsForThoseWhoAreMeant() throws {
        let leaders = Self.course(whom: WhomTrained([RoleID("leader")]))
        #expect(try Self.state(leaders, on: "2026-03-10") == .notMeant)
        #expect(try Self.state(leaders, on: "2026-03-10", roles: [RoleID("leader")]) == .missing)
        let qualified = Self.course(whom: WhomTrained(nil, qualification: "cism"))
        #expect(try Self.state(qualified, on: "2026-03-10") == .notMeant)
        #expect(try Self.state(qualified, on: "2026-03-10", qualified: ["cism"]) == .missing)
    }

    /// Been through one, nothing pending: each by yes, and it holds as long as the rule says.
    @Test func aQualificationNeedsEachOfItsConditions() throws {
        let rule = QualificationRule(
            "post-shooting", conditions: [("been", "Been through one"), ("clear", "Nothing pending")], validMonths: 12,
            by: RoleID("coordinator"), basis: .chosen("a test"))
        let day = try #require(Day("2026-03-10"))
        #expect(throws: Refusal.self) { try rule.confirmed(["been"], for: "a", on: day).get() }
        let held = try rule.confirmed(["been", "clear"], for: "a", on: day).get()
        #expect(held.lastDay?.text == "2027-03-10")
        #expect([held].held(by: "a", on: try #require(Day("2027-03-10"))) == ["post-shooting"])
        #expect([held].held(by: "a", on: try #require(Day("2027-03-11"))).isEmpty)
    }

    /// A certificate that runs out is reminded of on each of its last days, and on none after.
    @Test func remindersComeAheadOfTheDay() throws {
        let rules = Self.rules(Self.course(valid: 24))
        let member = TrainedMember(
            account: "a", name: "A", roles: [RoleID("supporter")], activeSince: Day("2024-03-10"),
            approvedOn: try #require(Day("2024-03-10")))
        let record = TrainingRecord(completions: [
            CourseCompletion(id: "1", account: "a", course: "c", title: "C", doneOn: try #require(Day("2024-03-10")))
        ])
        func due(_ day: String) throws -> [String] {
            rules.reminders(for: member, record, on: try #require(Day(day))).map(\.dueOn.text)
        }
        #expect(try due("2026-02-07").isEmpty)
        #expect(try due("2026-02-08") == ["2026-03-10"] && due("2026-03-10") == ["2026-03-10"])
        #expect(try due("2026-03-11").isEmpty)
    }
}
