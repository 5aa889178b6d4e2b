import Foundation
import Program
import Testing

/// A sheet's counts are what a clerk with a pencil would count.
@Suite struct TallyTests {
    private static let form = ContactForm(
        kinds: [
            ContactKind(
                "contact",
                [
                    .one("sex", "male", "female"), .several("issues", atLeast: 0, "family", "medical", "other"),
                    .amount(.minutes, 1...90, required: true), .amount(.referrals, 0...3, required: false),
                    Question("follow-up", .confirmation),
                ]),
            ContactKind(
                "debriefing",
                [.amount(.participants, 2...40, required: true), .amount(.minutesByPhone, 1...90, required: false)]),
        ])

    private static let told = ToldNumbers(
        tables: [
            .kinds(title: "Kinds", basis: testBasis),
            .answers(title: "Sex", kind: "contact", question: "sex", basis: testBasis),
            .answers(title: "Issues", kind: "contact", question: "issues", basis: testBasis),
            .sums(title: "Sums", quantities: [.minutes, .participants, .referrals], basis: testBasis),
        ])

    @Test(arguments: 0..<60) func countsLikeAClerk(seed: UInt64) throws {
        var random = FixedRandom(state: seed)
        let month = try #require(Month("2026-10"))
        let entries = try (0..<Int.random(in: 0...40, using: &random)).map { _ in
            try Self.form.randomEntry(in: month, using: &random)
        }
        let sheet = StatSheet(month: month, form: Self.form, entries: entries)
        var counts = Tally()
        counts.add(sheet, in: month, told: Self.told)

        #expect(counts[.sheets] == 1)
        for kind in Self.form.kinds {
            #expect(counts[.entries(kind.id)] == entries.count { $0.kind == kind.id })
            #expect(sheet.entries(of: kind.id).count == counts[.entries(kind.id)])
        }
        for (question, option) in [
            ("sex", "male"), ("sex", "female"), ("issues", "family"), ("issues", "medical"), ("issues", "other"),
        ] {
            let key = CountKey.answer(kind: "contact", question: question, option: option)
            #expect(counts[key] == entries.count { $0.choices[question]?.contains(option) == true })
        }
        for quantity in [Quantity.minutes, .participants, .referrals] {
            let given = entries.compactMap { $0.amounts[quantity] }.filter { $0 > 0 }
            let kind = quantity == .participants ? "debriefing" : "contact"
            #expect(counts[.amount(kind: kind, quantity: quantity)] == given.reduce(0, +))
            #expect(counts[.gave(kind: kind, quantity: quantity)] == given.count)
            #expect(sheet.total(quantity) == given.reduce(0, +))
        }
        #expect(!counts.asked.contains(.amount(kind: "debriefing", quantity: .minutesByPhone)))
        #expect(sheet.minutes == sheet.total(.minutes) + sheet.total(.minutesByPhone))
        #expect(
            counts.asked.allSatisfy { counts.largest($0) == ($0 == .sheets ? (entries.isEmpty ? 0 : 1) : counts[$0]) })
    }

    @Test func anEmptySheetIsStillASheetAndWasAskedEverything() throws {
        let month = try #require(Month("2026-10"))
        var counts = Tally()
        counts.add(StatSheet(month: month, form: Self.form, entries: []), in: month, told: Self.told)
        #expect(counts[.sheets] == 1 && counts.sheetsWithEntries == 0)
        #expect(counts.asked.count == 1 + 2 + 5 + 6 && counts.asked.allSatisfy { $0 == .sheets || counts[$0] == 0 })
    }

    /// A late sheet may be of a supporter who has another in the month: both are taken for one part.
    @Test func lateSheetsCountAsOnePartBesideTheLargest() throws {
        let key = CountKey.entries("contact")
        var counts = Tally()
        for part in [5, 7, 3] { counts.add([key: part], sheetHasEntries: true) }
        counts.add([key: 2], sheetHasEntries: true, isLate: true)
        counts.add([key: 4], sheetHasEntries: true, isLate: true)
        #expect(counts[key] == 21 && counts.largest(key) == 7 + 6)
        #expect(counts[.sheets] == 5 && counts.sheetsWithEntries == 3)
        let kept = try JSONDecoder().decode(Tally.self, from: try JSONEncoder().encode(counts))
        #expect(kept == counts)
    }

    /// Counts of before had sums over all kinds: they are told apart where one kind alone asks.
    @Test func countsOfBeforeAreTakenOver() {
        let counts = Tally(
            countsOfBefore: [
                .sheets: 3, .entries("contact"): 9, .answer(kind: "contact", question: "sex", option: "male"): 9,
                .sum(.participants): 40, .given(.participants): 2, .entries("debriefing"): 2,
            ], form: Self.form)
        #expect(counts[.amount(kind: "debriefing", quantity: .participants)] == 40)
        #expect(counts[.gave(kind: "debriefing", quantity: .participants)] == 2 && counts[.sheets] == 3)
        #expect(counts.largest(.entries("contact")) == 0)
        #expect(counts.asked.contains(.answer(kind: "contact", question: "sex", option: "female")))
    }
}

extension ContactForm {
    /// A random entry that the form takes, given as a supporter gives it.
    func randomEntry(in month: Month, using random: inout FixedRandom) throws -> ContactEntry {
        let kind = try #require(kinds.randomElement(using: &random))
        let day = try #require(month.days.randomElement(using: &random))
        var values: [String: [String]] = grain == .day ? ["day": [day.text]] : [:]
        for question in kind.questions {
            switch question.answer {
            case .one(let options): values[question.id] = options.randomElement(using: &random).map { [$0.id] }
            case .several(let options, let least):
                let number = Int.random(in: least.number...options.count, using: &random)
                values[question.id] = options.shuffled(using: &random).prefix(number).map(\.id)
            case .amount(_, let range, let required):
                if required || Bool.random(using: &random) {
                    values[question.id] = ["\(Int.random(in: range.numbers, using: &random))"]
                }
            case .confirmation: if Bool.random(using: &random) { values[question.id] = ["yes"] }
            }
        }
        let last = try #require(month.days.last)
        return try entry(from: ContactAnswers(kind: kind.id, values: values), in: month, today: last).get()
    }
}
