import PolicyPacks
import Program
import Testing

@Suite struct StatSheetTests {
    private static let rule = StatSheetRule(
        receivedBy: RoleID("logistics"), dueDay: 10, reminderDays: 3, basis: .clauses([ClauseID("OCP-I.C.3.i-1")]))

    /// On the 10th of the next month it is on time, on the 11th it is late.
    @Test(arguments: [
        ("2026-10", "2026-10-31", false), ("2026-10", "2026-11-01", false), ("2026-10", "2026-11-10", false),
        ("2026-10", "2026-11-11", true), ("2026-10", "2026-12-01", true), ("2025-12", "2026-01-10", false),
        ("2025-12", "2026-01-11", true), ("2026-11", "2026-11-11", false),
    ])
    func lateness(month: String, day: String, late: Bool) throws {
        let (month, day) = (try #require(Month(month)), try #require(Day(day)))
        #expect(Self.rule.isLate(month, on: day) == late)
    }

    /// From three days before the tenth until the tenth.
    @Test(
        arguments: [
            ("2026-10", "2026-11-06", nil), ("2026-10", "2026-11-07", 3), ("2026-10", "2026-11-09", 1),
            ("2026-10", "2026-11-10", 0), ("2026-10", "2026-11-11", nil), ("2026-11", "2026-11-09", nil),
        ] as [(String, String, Int?)])
    func reminding(month: String, day: String, left: Int?) throws {
        let (month, day) = (try #require(Month(month)), try #require(Day(day)))
        #expect(Self.rule.daysLeft(for: month, on: day) == left)
    }

    @Test(arguments: [
        ("2026-11", "2026-11-01", true), ("2026-11", "2026-11-30", true), ("2026-12", "2026-11-30", false),
        ("2026-10", "2026-11-20", true), ("2025-11", "2026-11-20", true), ("2025-10", "2026-11-20", false),
        ("2025-12", "2026-12-31", true), ("2027-11", "2026-11-20", false),
    ])
    func writing(month: String, today: String, may: Bool) throws {
        let refusal = Self.rule.mayWrite(
            in: try #require(Month(month)), on: try #require(Day(today)), filing: nil)
        #expect((refusal == nil) == may)
        if let refusal {
            #expect(refusal.problems.map(\.field) == ["month"])
            #expect(refusal.problems.first?.clauses == [ClauseID("OCP-I.C.3.i-1")])
        }
    }

    /// The proof of filing has the day and whether it was late, and no hours.
    @Test(arguments: [("2026-11-10", false), ("2026-11-11", true)])
    func filed(day: String, late: Bool) throws {
        let (month, day) = (try #require(Month("2026-10")), try #require(Day(day)))
        let form = try PackLibrary.load(PackID("orange-county-probation")).get().pack.contactForm
        let sheet = StatSheet(month: month, form: form, entries: [])
        #expect(sheet.filed(on: day, under: Self.rule) == Filing(month: month, filedOn: day, late: late))
    }

    @Test func submittedIsSubmitted() throws {
        let month = try #require(Month("2026-10"))
        let day = try #require(Day("2026-11-02"))
        let filing = Filing(month: month, filedOn: day, late: false)
        #expect(Self.rule.mayWrite(in: month, on: day, filing: filing) != nil)
    }

    private static let summary = SummaryRule(
        title: "Monthly", preparedBy: RoleID("coordinator"), readers: [], dueDay: 20, tables: [], cover: nil,
        basis: testBasis)

    /// A sheet counts in its own month, or in the first that is not frozen.
    @Test(
        arguments: [
            ("2026-10", nil, "2026-10"), ("2026-10", "2026-09", "2026-10"), ("2026-10", "2026-10", "2026-11"),
            ("2026-03", "2026-10", "2026-11"), ("2025-12", "2025-12", "2026-01"),
        ] as [(String, String?, String)])
    func lateSheetsCountInTheNextSummary(month: String, latest: String?, counted: String) throws {
        let month = try #require(Month(month))
        #expect(Self.summary.counts(sheetOf: month, latest: latest.flatMap { Month($0) }) == Month(counted))
    }

    @Test func aSheetHasRoomForAThousand() {
        #expect(StatSheet.mayAdd(at: 1) == nil && StatSheet.mayAdd(at: 1000) == nil)
        #expect(StatSheet.mayAdd(at: 1001) != nil)
    }
}
