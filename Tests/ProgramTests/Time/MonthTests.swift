import Program
import Testing

@Suite struct MonthTests {
    @Test func namesAndNeighbours() throws {
        let november = try #require(Month("2026-11"))
        #expect(november.name == "November 2026")
        #expect(november.next.next.text == "2027-01")
        #expect(november.adding(-11).text == "2025-12")
        #expect(november.previous < november)
        #expect(november.days.count == 30)
        #expect(november.days.last?.text == "2026-11-30")
    }

    @Test func addingAndTakingAwayComesBack() throws {
        let start = try #require(Month("2100-06"))
        for months in -1_200...1_100 {
            let moved = start.adding(months)
            #expect(moved.adding(-months) == start)
            #expect(Month(moved.text) == moved)
            #expect((moved < start) == (months < 0))
        }
    }

    @Test(arguments: [
        ("2024-02", 29), ("2026-02", 28), ("2000-02", 29), ("2100-02", 28), ("2026-04", 30), ("2026-12", 31),
    ])
    func lengths(_ text: String, _ days: Int) {
        #expect(Month(text)?.numberOfDays == days)
    }

    @Test(arguments: [
        "", "2026", "2026-1", "2026-00", "2026-13", "1899-12", "2200-01", "2026-011", "-2026-11", "2026-1a",
    ])
    func refuses(_ text: String) {
        #expect(Month(text) == nil)
    }
}
