import Foundation
import Program
import TestSupport
import Testing

/// What a page makes of published figures: sums and sentences of what is shown, and nothing of what is not.
@Suite struct FiguresPageTests {
    private func bars(_ part: FigurePart?) throws -> FigureBars {
        guard case .bars(let bars) = try #require(part?.contents.first) else { throw NoBars() }
        return bars
    }

    private struct NoBars: Error {}

    @Test func theFirstSentenceIsMadeOfShownNumbersAlone() throws {
        let january = try ByHand.month("2026-01", [ByHand.kinds([(["Contact"], 31)])])
        let february = try ByHand.month("2026-02", [ByHand.kinds([(["Contact"], 41)]), ByHand.hours(52)])
        let page = FiguresPage(february, months: [february, january], earlier: january)
        #expect(
            page.sentences == [
                "Contacts: 41 in February 2026, 72 in the 2 months until then.", "More than in January 2026 (31).",
            ])
        #expect(page.parts.map(\.sentences) == [[], ["Time spent: 52 hours."]])
        #expect(try bars(page.parts.first).columns == ["February 2026", "2 months"])
        #expect(page.trend?.sentences == ["From 31 in January 2026 to 41 in February 2026."])
        let hidden = try ByHand.month("2026-02", [ByHand.kinds([(["Contact"], nil)])])
        let silent = FiguresPage(hidden, months: [hidden, january], earlier: january)
        #expect(
            silent.sentences == [
                "Contacts: not shown for February 2026, 31 in the 2 months until then, without February 2026."
            ])
    }

    /// A month that waited is told with the next, and its place over time is theirs together.
    @Test func aMonthThatWaitedIsToldWithTheNext() throws {
        let march = try ByHand.month("2026-03", waits: true, [])
        let april = try ByHand.month("2026-04", telling: ["2026-03", "2026-04"], [ByHand.kinds([(["Contact"], 30)])])
        let may = try ByHand.month("2026-05", [ByHand.kinds([(["Contact"], nil)])])
        #expect(
            FiguresPage(march, months: [march], earlier: nil).sentences == [
                "What was counted in March 2026 is too little to be told by itself. It is told with a later month."
            ])
        let page = FiguresPage(may, months: [march, april, may], earlier: april)
        guard case .trend(let trend) = try #require(page.trend?.contents.first) else { throw NoBars() }
        #expect(trend.points.map(\.name) == ["March and April 2026", "May 2026"])
        #expect(trend.points.map(\.value) == [.count(30), .suppressed])
        #expect(trend.words == "30 in March and April 2026 together. Not shown: May 2026.")
        #expect(page.sentences.first?.contains("30 in the 3 months until then, without May 2026") == true)
    }

    /// Told apart in one month and joined in another: the sum is of both together, and the month keeps its own numbers.
    @Test func whatWasJoinedInAnyMonthIsJoinedInTheirSum() throws {
        let apart = try ByHand.month(
            "2026-02",
            [ByHand.types([(["In person"], 27), (["Phone"], 14), (["Message"], 12)], total: 53)])
        let joined = try ByHand.month(
            "2026-01", [ByHand.types([(["In person"], 20), (["Phone", "Message"], 25)], total: 45)])
        let table = try bars(FiguresPage(apart, months: [joined, apart], earlier: nil).parts.first)
        #expect(table.rows.map(\.labels) == [["In person"], ["Phone"], ["Message"], ["Phone", "Message"]])
        #expect(
            table.rows.map(\.values) == [
                [.count(27), .count(47)], [.count(14), .suppressed], [.count(12), .suppressed],
                [.count(26), .count(51)],
            ])
        #expect(table.total == [.count(53), .count(98)])
    }

    /// A number that one month does not tell is in no sum: one over some of its months would mislead.
    @Test func aSumIsOfEveryMonthOrNotShown() throws {
        let january = try ByHand.month("2026-01", [ByHand.types([(["In person"], 20), (["Phone"], nil)])])
        let february = try ByHand.month("2026-02", [ByHand.types([(["In person"], 27), (["Phone"], 14)], total: 41)])
        let table = try bars(FiguresPage(february, months: [january, february], earlier: nil).parts.first)
        #expect(table.rows.map(\.values) == [[.count(27), .count(47)], [.count(14), .suppressed]])
        #expect(table.total == [.count(41), .suppressed])
    }

    @Test func theTwelveMonthsEndWithItsOwnAndTheTrendTooHasNoMore() throws {
        let months = try (1...14).map { number in
            let month = try #require(Month(year: 2025, number: 1)).adding(number - 1)
            return try ByHand.month(month.text, [ByHand.kinds([(["Contact"], 10 + number)])])
        }
        let page = FiguresPage(months[12], months: months, earlier: nil)
        let table = try bars(page.parts.first)
        #expect(table.columns == ["January 2026", "Twelve months"])
        #expect(table.rows.first?.values == [.count(23), .count((2...13).reduce(0) { $0 + 10 + $1 })])
        guard case .trend(let trend) = try #require(page.trend?.contents.first) else { throw NoBars() }
        #expect(trend.points.count == 12 && trend.points.last?.name == "January 2026")
    }

    @Test func theFileHasExactlyWhatWasPublished() throws {
        let publication = try ByHand.month(
            "2026-02",
            [ByHand.types([(["In person"], 27), (["Phone", "Message"], nil)], total: 53), ByHand.hours(52)])
        #expect(
            publication.cells == [
                ["summary", "2026-02", "Types", "In person", "27", "contacts", ""],
                ["summary", "2026-02", "Types", "Phone or Message", "", "", "not shown"],
                ["summary", "2026-02", "Types", "Total", "53", "contacts", ""],
                ["summary", "2026-02", "Time", "Time spent", "52", "hours", ""],
            ])
        #expect(Publication.cellHeads.count == publication.cells[0].count)
    }

    @Test(
        arguments: [
            (["2026-05"], "May 2026"), (["2026-03", "2026-04"], "March and April 2026"),
            (["2025-12", "2026-01", "2026-05"], "December 2025, January and May 2026"),
        ])
    func monthsAreNamedWithTheirYearOnce(months: [String], name: String) {
        #expect(months.compactMap { Month($0) }.named == name)
    }
}
