import PolicyPacks
import Program
import TestSupport
import Testing

/// An approval precedes the time or it does not: to the millisecond, and for good.
@Suite struct DutyApprovalTests {
    private static let start = Instant(milliseconds: 1_773_165_600_000)

    private static func rules(_ pack: String) throws -> DutyTimeRules { try BundledPacks.named(pack).pack.dutyTime }

    private static func entry(
        status: DutyStatus = .offDuty, planned: Bool = false, minutes: Int64 = 90
    ) -> DutyEntry {
        DutyEntry(
            id: "e", time: DutyStretch(start, until: start.adding(seconds: minutes * 60)), activity: .support,
            status: status, isPlanned: planned)
    }

    private static func at(_ milliseconds: Int64) -> Instant {
        Instant(milliseconds: start.milliseconds + milliseconds)
    }

    @Test(arguments: [
        (Int64(-86_400_000), DutyApproval.before), (-1, .before), (0, .after), (1, .after), (5_400_000, .after),
        (86_400_000, .after),
    ])
    func itPrecedesTheTimeOrItDoesNot(milliseconds: Int64, expected: DutyApproval) throws {
        for pack in ["orange-county-probation", "kern-sheriff"] {
            let rules = try Self.rules(pack)
            let entry = Self.entry(planned: milliseconds < 0)
            let decided = try rules.decided(entry, approved: true, by: "a", at: Self.at(milliseconds)).get()
            #expect(decided.approval(under: rules) == expected)
            let declined = try rules.decided(entry, approved: false, by: "a", at: Self.at(milliseconds)).get()
            #expect(declined.approval(under: rules) == .declined && !declined.isPayable(under: rules))
            // Decided once.
            for answer in [true, false] {
                #expect(throws: Refusal.self) {
                    try rules.decided(decided, approved: answer, by: "b", at: Self.at(milliseconds + 1)).get()
                }
            }
        }
    }

    /// Whatever becomes of the times afterwards, nothing that was approved late is ever called approved before.
    @Test func whatWasApprovedLateIsNeverCalledPreApproved() throws {
        let calendar = try #require(AgencyCalendar(timeZone: "America/Los_Angeles"))
        let rules = try Self.rules("orange-county-probation")
        var random = SeededRandom(seed: 45)
        for _ in 0..<3_000 {
            let plan = Self.entry(planned: true, minutes: Int64.random(in: 1...600, using: &random))
            let moment = Self.at(Int64.random(in: -7_200_000...7_200_000, using: &random))
            let decided = try rules.decided(plan, approved: true, by: "a", at: moment).get()
            let from = calendar.clock(at: Self.start).minuteOfDay + Int.random(in: -60...60, using: &random)
            let until = from + Int.random(in: 1...120, using: &random)
            let day = try #require(calendar.day(at: Self.start))
            let given = try rules.took(
                decided, day: day, from: from, until: until, among: [decided], on: calendar, at: Self.at(200_000_000)
            ).get()
            let isWithin = given.time.isWithin(plan.time)
            let expected: DutyApproval = isWithin ? (moment < plan.time.start ? .before : .after) : .waits
            #expect(given.approval(under: rules) == expected)
            #expect(given.isPayable(under: rules) == isWithin)
            // Time beyond what was approved is approved anew, and so never beforehand.
            guard !isWithin else { continue }
            let later = try rules.decided(given, approved: true, by: "a", at: Self.at(200_000_000)).get()
            #expect(later.approval(under: rules) == .after)
        }
    }

    @Test func nothingIsPaidThatIsNotApprovedOrOnDutyByACode() throws {
        let (orange, kern) = (try Self.rules("orange-county-probation"), try Self.rules("kern-sheriff"))
        let sacramento = try Self.rules("sacramento-probation")
        #expect(Self.entry(status: .onDuty).isPayable(under: orange))
        #expect(!Self.entry(status: .onDuty).isPayable(under: kern))
        #expect(!Self.entry().isPayable(under: orange) && !Self.entry().isPayable(under: kern))
        for status in DutyStatus.allCases {
            let entry = Self.entry(status: status)
            #expect(!entry.isPayable(under: sacramento) && entry.approval(under: sacramento) == .notNeeded)
        }
        // A plan is no hour: it is paid once it took place.
        let plan = try orange.decided(Self.entry(planned: true), approved: true, by: "a", at: Self.at(-1)).get()
        #expect(!plan.isPayable(under: orange))
    }

    @Test(
        arguments: [
            // Any holder, and never the member.
            (["a", "b"], nil, ["a", "b"]), (["a", "m"], nil, ["a"]), (["m"], nil, []), ([], nil, []),
            // The leader of the member alone, as long as they hold the role; else any.
            (["a", "b"], "b", ["b"]), (["a", "b"], "c", ["a", "b"]), (["a", "m"], "m", ["a"]),
            // Another account of the member's own person is the member.
            (["a", "n"], "n", ["a"]), (["n"], nil, []),
        ] as [([String], String?, [String])])
    func whoDecides(holders: [String], leader: String?, expected: [String]) {
        let approvers = DutyApprovers(
            holders: Set(holders), leader: leader, persons: SamePerson(["m": "p", "n": "p", "a": "q"]))
        #expect(approvers.mayDecide(onTimeOf: "m") == Set(expected))
    }

    @Test func exportsCallALateApprovalByItsName() throws {
        let member = PayrollMember(name: "N", employeeNumber: "1", costCentre: "0590", memorandum: "Probation Unit")
        let day = try #require(Day("2026-03-10"))
        func approved(_ pack: String, _ milliseconds: Int64) throws -> String {
            let rules = try Self.rules(pack)
            let entry = try rules.decided(Self.entry(), approved: true, by: "a", at: Self.at(milliseconds)).get()
            let line = PayrollLine(member: member, day: day, entry: entry, exportedBeforeOn: nil)
            #expect(rules.value(of: .hours, in: line) == "1.50")
            return rules.value(of: .approved, in: line)
        }
        #expect(try approved("orange-county-probation", -1) == "pre-approved")
        #expect(try approved("orange-county-probation", 0) == "approved later, not pre-approved")
        #expect(try approved("kern-sheriff", -1) == "before" && approved("kern-sheriff", 0) == "after")
        let minutes = [0: "0.00", 1: "0.02", 20: "0.33", 59: "0.98", 60: "1.00", 90: "1.50", 1_439: "23.98"]
        for (minutes, words) in minutes { #expect(minutes.asHundredthsOfHours == words) }
    }
}
