import Program
import Testing

@Suite struct MonthCountsTests {
    private let rule = SummaryRule(
        tables: [
            .kinds(title: "Kinds", basis: testBasis),
            .answers(title: "Sex", kind: "contact", question: "sex", basis: testBasis),
            .sums(title: "Hours", quantities: [.minutes], basis: testBasis),
        ])

    @Test func keepsOnlyWhatTheTablesShow() {
        var counts = MonthCounts()
        counts.addSheet()
        counts.addEntry(
            kind: "contact", choices: ["sex": ["M"], "topic": ["grief"]], amounts: [.minutes: 30, .referrals: 2],
            for: rule)
        counts.addEntry(kind: "contact", choices: ["sex": ["F"]], amounts: [.minutes: 0], for: rule)
        counts.addEntry(kind: "debriefing", choices: [:], amounts: [.minutes: 90], for: rule)
        #expect(
            counts.values == [
                .sheets: 1, .entries("contact"): 2, .entries("debriefing"): 1,
                .answer(kind: "contact", question: "sex", option: "M"): 1,
                .answer(kind: "contact", question: "sex", option: "F"): 1, .sum(.minutes): 120, .given(.minutes): 2,
            ])
        #expect(counts[.sum(.referrals)] == 0)
    }

    @Test func refusesNegativeNumbersAndForgetsZeros() {
        #expect(MonthCounts([.entries("contact"): -1]) == nil)
        #expect(MonthCounts([.entries("contact"): 0]) == MonthCounts())
    }
}
