import Program
import Testing

/// A sheet's counts are what a clerk with a pencil would count.
@Suite struct FoldingTests {
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

    private static let rule = SummaryRule(
        tables: [
            .kinds(title: "Kinds", basis: testBasis),
            .answers(title: "Sex", kind: "contact", question: "sex", basis: testBasis),
            .answers(title: "Issues", kind: "contact", question: "issues", basis: testBasis),
            .answers(title: "Follow-up", kind: "contact", question: "follow-up", basis: testBasis),
            .sums(title: "Sums", quantities: [.minutes, .participants, .referrals], basis: testBasis),
        ])

    @Test(arguments: 0..<60) func countsLikeAClerk(seed: UInt64) throws {
        var random = FixedRandom(state: seed)
        let month = try #require(Month("2026-10"))
        let entries = try (0..<Int.random(in: 0...40, using: &random)).map { _ in
            try Self.form.randomEntry(in: month, using: &random)
        }
        let sheet = StatSheet(month: month, form: Self.form, entries: entries)
        let counts = sheet.counts(for: Self.rule)

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
        #expect(
            counts[.answer(kind: "contact", question: "follow-up", option: "yes")]
                == entries.count { $0.confirmed.contains("follow-up") })
        for quantity in [Quantity.minutes, .participants, .referrals] {
            let given = entries.compactMap { $0.amounts[quantity] }.filter { $0 > 0 }
            #expect(counts[.sum(quantity)] == given.reduce(0, +))
            #expect(counts[.given(quantity)] == given.count)
            #expect(sheet.total(quantity) == given.reduce(0, +))
        }
        #expect(counts[.sum(.minutesByPhone)] == 0)
        #expect(sheet.minutes == sheet.total(.minutes) + sheet.total(.minutesByPhone))
        #expect(counts.values.values.allSatisfy { $0 > 0 })
    }

    @Test func anEmptySheetIsStillASheet() throws {
        let sheet = StatSheet(month: try #require(Month("2026-10")), form: Self.form, entries: [])
        #expect(sheet.counts(for: Self.rule).values == [.sheets: 1])
        #expect(sheet.minutes == 0)
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
