import Program
import Testing

/// Who owes a sheet, where it stands, and how many are in. October's are due on the 10th of November.
@Suite struct SheetStandingTests {
    private static let rule = StatSheetRule(
        receivedBy: RoleID("logistics"), dueDay: 10, reminderDays: 3, basis: .clauses([ClauseID("OCP-I.C.3.i-1")]))

    /// On the due day there is still time; what is in is in, however late.
    @Test(arguments: [
        ("2026-10-20", SheetStanding.Status.awaited), ("2026-11-10", .awaited), ("2026-11-11", .overdue),
    ])
    func standing(day: String, status: SheetStanding.Status) throws {
        let (month, day) = (try #require(Month("2026-10")), try #require(Day(day)))
        #expect(Self.rule.standing(of: month, filing: nil, on: day) == status)
        let filing = Filing(month: month, filedOn: day, late: true)
        #expect(Self.rule.standing(of: month, filing: filing, on: day) == .submitted(filing))
    }

    /// Whoever held the role in October and does on the 5th of November.
    @Test(
        arguments: [
            ("2026-03-01", nil, true), ("2026-10-31", nil, true), ("2026-11-01", nil, false),
            ("2026-03-01", "2026-11-05", false), ("2026-03-01", "2026-11-06", true),
            ("2026-03-01", "2026-10-10", false),
        ] as [(String, String?, Bool)])
    func owed(from: String, until: String?, isOwed: Bool) throws {
        let holding = Holding(
            role: RoleID("supporter"), area: nil, startsOn: try #require(Day(from)), until: until.flatMap { Day($0) })
        let (month, today) = (try #require(Month("2026-10")), try #require(Day("2026-11-05")))
        #expect(holding.owesSheet(of: month, on: today) == isOwed)
    }

    /// Who has submitted and then left was expected too, and is nobody that is waited for.
    @Test(
        arguments: [
            (["a", "b"], [], 2, 0), (["a", "b"], ["b"], 2, 1), (["a", "b"], ["b", "gone"], 3, 2), ([], ["gone"], 1, 1),
        ] as [([String], [String], Int, Int)])
    func counted(expected: [String], submitted: [String], ofAll: Int, areIn: Int) throws {
        let count = Self.rule.count(
            of: try #require(Month("2026-10")), expected: Set(expected), submitted: Set(submitted))
        #expect(
            count == SheetCount(expected: ofAll, submitted: areIn, due: try #require(Day("2026-11-10"))))
    }
}
