import Program
import Testing

@Suite struct HoldingTests {
    private func holding(_ from: String, _ until: String?) throws -> Holding {
        Holding(
            role: RoleID("supporter"), area: nil, startsOn: try #require(Day(from)), until: until.flatMap { Day($0) })
    }

    @Test(
        arguments: [
            ("2026-03-10", nil, "2026-03-09", false), ("2026-03-10", nil, "2026-03-10", true),
            ("2026-03-10", nil, "2030-01-01", true), ("2026-03-10", "2026-05-01", "2026-04-30", true),
            ("2026-03-10", "2026-05-01", "2026-05-01", false), ("2026-03-10", "2026-03-10", "2026-03-10", false),
            ("2026-03-10", "2026-03-11", "2026-03-10", true),
        ] as [(String, String?, String, Bool)])
    func days(from: String, until: String?, day: String, held: Bool) throws {
        let day = try #require(Day(day))
        #expect(try holding(from, until).isHeld(on: day) == held)
    }

    /// A sheet is expected of a month with at least one day of it.
    @Test(
        arguments: [
            ("2026-03-31", nil, "2026-03", true), ("2026-04-01", nil, "2026-03", false),
            ("2026-03-10", "2026-05-01", "2026-05", false), ("2026-03-10", "2026-05-02", "2026-05", true),
            ("2026-03-10", "2026-05-01", "2026-04", true), ("2026-03-10", "2026-03-10", "2026-03", false),
            ("2025-01-01", "2026-03-01", "2026-02", true), ("2026-02-10", "2026-02-12", "2026-02", true),
        ] as [(String, String?, String, Bool)])
    func months(from: String, until: String?, month: String, held: Bool) throws {
        let month = try #require(Month(month))
        #expect(try holding(from, until).isHeld(in: month) == held)
    }
}
