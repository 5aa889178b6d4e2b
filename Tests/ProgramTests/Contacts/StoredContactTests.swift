import Program
import Testing

/// Stored as numbers, an entry is the same entry again; numbers that the form cannot have made are no entry.
@Suite struct StoredContactTests {
    private static let form = ContactForm(
        kinds: [
            ContactKind("call"),
            ContactKind(
                "contact",
                [
                    .one("sex", "male", "female"), Question("follow-up", .confirmation),
                    .several("issues", atLeast: 0, "family", "medical", "other"),
                    .amount(.minutes, 1...1440, required: true),
                ]),
        ])

    private static func month(_ grain: ContactForm.Grain) -> ContactForm {
        ContactForm(
            title: "Monthly", grain: grain, bearsSupporterName: false, kinds: form.kinds, basis: testBasis)
    }

    @Test func aBitForEachOptionInTheOrderOfTheForm() throws {
        let month = try #require(Month("2026-11"))
        let entry = try Self.form.entry(
            from: ContactAnswers(
                kind: "contact",
                values: [
                    "day": ["2026-11-08"], "sex": ["female"], "issues": ["family", "other"], "minutes": ["45"],
                    "follow-up": ["yes"],
                ]), in: month, today: try #require(Day("2026-11-20"))
        ).get()
        let stored = try Self.form.stored(entry)
        #expect(stored == StoredContact(kind: 1, day: 8, marks: 0b101110, amounts: [.minutes: 45]))
        #expect(try Self.form.entry(stored, in: month) == entry)
    }

    @Test(
        arguments: [
            (2, 8, 0), (-1, 8, 0), (1, 8, 1 << 6), (1, 8, -1), (1, 8, .min), (1, 8, .max), (0, 8, 1), (1, 31, 0),
            (1, 0, 0), (1, 32, 0), (1, nil, 0),
        ] as [(Int, Int?, Int64)])
    func numbersOfNoEntry(kind: Int, day: Int?, marks: Int64) throws {
        let stored = StoredContact(kind: kind, day: day, marks: marks, amounts: [:])
        let month = try #require(Month("2026-11"))
        #expect(throws: NotOfThisForm.self) { try Self.form.entry(stored, in: month) }
    }

    @Test(arguments: [1, 31]) func noDayWhereTheFormKeepsMonths(day: Int) throws {
        let month = try #require(Month("2026-11"))
        let stored = StoredContact(kind: 1, day: day, marks: 1, amounts: [:])
        #expect(throws: NotOfThisForm.self) { try Self.month(.month).entry(stored, in: month) }
        let dayless = StoredContact(kind: 1, day: nil, marks: 1, amounts: [:])
        #expect(try Self.month(.month).entry(dayless, in: month).day == nil)
    }

    @Test func anEntryOfAnotherFormIsNotStored() throws {
        let month = try #require(Month("2026-11"))
        let other = ContactForm(
            title: "Other", grain: .month, bearsSupporterName: false, kinds: [ContactKind("visit")], basis: testBasis)
        let entry = try other.entry(
            from: ContactAnswers(kind: "visit", values: [:]), in: month, today: try #require(Day("2026-11-20"))
        ).get()
        #expect(throws: NotOfThisForm.self) { try Self.form.stored(entry) }
    }
}
