import Foundation
import Program
import Testing

@Suite struct SummaryTests {
    private let form = ContactForm(kinds: [
        ContactKind(
            "contact",
            [
                .one("sex", "M", "F"), .one("about", "work", "family", "health", "loss"),
                .several("given", atLeast: 1, "listening", "referral"),
                .amount(.minutes, 5...480, required: true), .amount(.minutesByPhone, 0...240, required: false),
            ]),
        ContactKind("debriefing", [.amount(.minutes, 30...480, required: true)]),
        ContactKind("training"),
    ])

    private func month(
        contacts: [String: Int], debriefings: Int = 0, trainings: Int = 0, others: [CountKey: Int] = [:]
    ) throws -> TestMonth {
        let all = (contacts["M"] ?? 0) + (contacts["F"] ?? 0)
        var values: [CountKey: Int] = [
            .sheets: 7, .entries("contact"): all, .entries("debriefing"): debriefings, .entries("training"): trainings,
            .answer(kind: "contact", question: "given", option: "listening"): all,
            .sum(.minutes): all * 40 + debriefings * 90, .given(.minutes): all + debriefings,
        ]
        for (option, count) in contacts {
            let question = ["M", "F"].contains(option) ? "sex" : "about"
            values[.answer(kind: "contact", question: question, option: option)] = count
        }
        values.merge(others) { _, other in other }
        return TestMonth(form, quantities: [.minutes, .minutesByPhone], try #require(MonthCounts(values)))
    }

    private func figures(_ table: DisclosedTable) -> String {
        (table.rows.map(\.value) + [table.total].compactMap { $0 }).map { value in
            switch value {
            case .count(let count): "\(count)"
            case .minutes(let minutes): "\(minutes) min"
            case .hours(let hours): "\(hours) h"
            case .suppressed: "–"
            }
        }.joined(separator: " ")
    }

    @Test func aLargeMonthIsShownWhole() throws {
        let summary = try month(
            contacts: ["M": 41, "F": 20, "work": 30, "family": 19, "health": 12, "loss": 0], trainings: 11
        ).summary(threshold: 11)
        #expect(summary.tables.map(figures) == ["61 0 11 72", "41 20 61", "30 19 12 0 61", "61 0", "2440 min 0 min"])
        #expect(summary.tables.flatMap(\.notes).isEmpty)
        #expect(summary.title == "Monthly Contact Summary")
        #expect(summary.cover == "Accountable: Support Division")
        #expect(summary.sheetsReceived == 7)
        #expect(summary.sheetsExpected == 9)
    }

    @Test func labelsAreThePacksOwn() throws {
        let tables = try month(contacts: ["M": 11, "work": 11]).summary(threshold: 11).tables
        #expect(tables[0].rows.map(\.label) == ["Label of contact", "Label of debriefing", "Label of training"])
        #expect(tables[1].rows.map(\.label) == ["Label of M", "Label of F"])
        #expect(
            tables[4].rows.map(\.label) == [
                "Time spent, in hours and minutes", "Time by telephone, in hours and minutes",
            ])
    }

    @Test func aSmallAnswerTakesTheSmallestOtherWithIt() throws {
        let tables = try month(
            contacts: ["M": 40, "F": 20, "work": 30, "family": 17, "health": 13, "loss": 0]
        ).summary(threshold: 15).tables
        #expect(figures(tables[2]) == "30 – – 0 60")
        #expect(tables[2].notes.count == 2)
        #expect(tables[1].notes.isEmpty)
    }

    @Test func aRareKindHidesTheTotalRatherThanTheContactsWithAllTheirTables() throws {
        let tables = try month(
            contacts: ["M": 41, "F": 20, "work": 30, "family": 19, "health": 12], debriefings: 2
        ).summary(threshold: 11).tables
        #expect(figures(tables[0]) == "61 – 0 –")
        #expect(figures(tables[1]) == "41 20 61")
        #expect(figures(tables[4]) == "2620 min 0 min", "61 shown contacts are enough to show the hours")
    }

    @Test func aRareKindHidesAnotherKindWithoutTables() throws {
        let tables = try month(
            contacts: ["M": 41, "F": 20, "work": 30, "family": 19, "health": 12], debriefings: 2, trainings: 11
        ).summary(threshold: 11).tables
        #expect(figures(tables[0]) == "61 – – 74")
    }

    @Test func fewContactsAreWithheldWithTheirZeros() throws {
        let tables = try month(contacts: ["M": 6, "work": 6], trainings: 30).summary(threshold: 11).tables
        #expect(figures(tables[0]) == "– 0 – 36")
        #expect(figures(tables[1]) == "– – –")
        #expect(tables[1].notes == ["Fewer than 11 entries: no figure of this table is shown."])
        #expect(figures(tables[3]) == "– –")
        #expect(figures(tables[4]) == "– 0 min")
    }

    @Test func aMonthOfFewEntriesShowsNoCount() throws {
        let tables = try month(contacts: ["M": 6, "work": 6], trainings: 4).summary(threshold: 11).tables
        #expect(figures(tables[0]) == "– – – –")
        #expect(tables[0].notes == ["Fewer than 11 entries: no figure of this table is shown."])
        #expect(figures(tables[2]) == "– – – – –")
    }

    @Test func anEmptyMonthShowsItsZeros() throws {
        let tables = try month(contacts: [:]).summary(threshold: 11).tables
        #expect(tables.map(figures) == ["0 0 0 0", "0 0 0", "0 0 0 0 0", "0 0", "0 min 0 min"])
    }

    @Test func hoursThatCameFromFewEntriesAreHidden() throws {
        let tables = try month(
            contacts: ["M": 40, "F": 20, "work": 60],
            others: [.sum(.minutesByPhone): 30, .given(.minutesByPhone): 1]
        ).summary(threshold: 11).tables
        #expect(figures(tables[4]) == "2400 min –")
        #expect(tables[4].notes.count == 1)
    }

    @Test func aSumThatWouldBoundAHiddenCountIsHidden() throws {
        // Each contact takes at least five minutes, so 310 minutes leave room for at most two debriefings.
        let tables = try month(
            contacts: ["M": 40, "F": 20, "work": 60], debriefings: 1,
            others: [.sum(.minutes): 335, .given(.minutes): 61]
        ).summary(threshold: 11).tables
        #expect(figures(tables[4]) == "– 0 min")
    }

    @Test(arguments: [
        [CountKey.answer(kind: "contact", question: "sex", option: "F"): 19],
        [.answer(kind: "contact", question: "sex", option: "X"): 1],
        [.answer(kind: "contact", question: "given", option: "referral"): 61],
        [.answer(kind: "contact", question: "given", option: "listening"): 59],
        [.entries("visit"): 1],
        [.sum(.minutes): 299],
        [.given(.minutesByPhone): 1],
    ])
    func countsThatCannotComeFromTheFormAreNotPublished(_ wrong: [CountKey: Int]) throws {
        let month = try month(contacts: ["M": 40, "F": 20, "work": 60], others: wrong)
        #expect(throws: CountsDoNotFit.self) { try month.summary(threshold: 11) }
    }

    @Test func aFrozenSummaryComesBackAsItWasAndOnlyUnaltered() throws {
        func checksum(_ data: Data) -> String { "\(data.count):" + data.map { String($0) }.joined() }
        let summary = try month(
            contacts: ["M": 41, "F": 20, "work": 30, "family": 19, "health": 12], debriefings: 2
        ).summary(threshold: 11)
        let json = try summary.canonicalJSON
        #expect(try summary.canonicalJSON == json)
        let text = String(decoding: json, as: UTF8.self)
        #expect(text.contains(#"{"label":"Label of debriefing","value":{"suppressed":true}}"#))
        #expect(
            text.contains(#"{"label":"Time spent, in hours and minutes","unit":"minutes","value":{"minutes":2620}}"#))

        let back = try Summary(frozen: json, checksum: checksum(json), sha256: checksum)
        #expect(back == summary)
        #expect(try back.canonicalJSON == json)

        let altered = Data(text.replacing(#"{"suppressed":true}"#, with: #"{"count":2}"#).utf8)
        #expect(throws: FrozenReleaseAltered.self) {
            try Summary(frozen: altered, checksum: checksum(json), sha256: checksum)
        }
    }
}
