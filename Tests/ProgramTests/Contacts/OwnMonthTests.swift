import PolicyPacks
import Program
import Testing

/// Which months a supporter may look at.
@Suite struct OwnMonthTests {
    struct Row: Sendable {
        var keepsSheets = true
        let from: String
        var until: String?
        var filed: [String] = []
        let months: [String]
    }

    @Test(arguments: [
        Row(from: "2026-10-05", months: ["2026-11", "2026-10"]),
        Row(from: "2026-09-10", until: "2026-10-01", months: ["2026-09"]),
        Row(from: "2026-10-05", filed: ["2026-10"], months: ["2026-11", "2026-10 filed"]),
        // What they submitted stays theirs to see, whatever became of the role.
        Row(from: "2026-11-01", filed: ["2026-08"], months: ["2026-11", "2026-08 filed"]),
        Row(keepsSheets: false, from: "2026-01-01", months: []),
        Row(keepsSheets: false, from: "2026-01-01", filed: ["2026-09", "2025-10"], months: ["2026-09 filed"]),
        Row(from: "2025-11-30", until: "2025-12-01", months: ["2025-11"]),
        Row(from: "2025-10-31", until: "2025-11-01", months: []),
        Row(from: "2026-12-01", months: []),
    ])
    func own(_ row: Row) throws {
        let policy = try PackLibrary.load(PackID("orange-county-probation")).get().pack
        let role = try #require(policy.roles.first { $0.powers.contains(.keepStatSheet) == row.keepsSheets }).id
        let today = try #require(Day("2026-11-20"))
        let holding = Holding(
            role: role, area: nil, startsOn: try #require(Day(row.from)), until: row.until.flatMap { Day($0) })
        let filings = try row.filed.map {
            Filing(month: try #require(Month($0)), filedOn: today, late: false)
        }
        let months = policy.ownMonths(of: [holding], filings: filings, on: today)
        #expect(months.map { $0.month.text + ($0.filing == nil ? "" : " filed") } == row.months)
    }

    /// This month and the twelve before it.
    @Test func aYearBack() throws {
        let policy = try PackLibrary.load(PackID("orange-county-probation")).get().pack
        let role = try #require(policy.roles(with: .keepStatSheet).first).id
        let holding = Holding(role: role, area: nil, startsOn: try #require(Day("2020-01-01")), until: nil)
        let months = policy.ownMonths(of: [holding], filings: [], on: try #require(Day("2026-11-20")))
        #expect(months.count == 13 && months.last?.month == Month("2025-11"))
    }
}
