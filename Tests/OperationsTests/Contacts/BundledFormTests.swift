import PolicyPacks
import Program
import Testing

/// The forms of the bundled packs, each with a thousand random entries.
@Suite struct BundledFormTests {
    @Test(arguments: PackLibrary.bundled) func everyEntryComesBackFromItsNumbers(_ id: PackID) throws {
        let form = try PackLibrary.load(id).get().pack.contactForm
        var random = SystemRandomNumberGenerator()
        for _ in 0..<1000 {
            let month = try #require(Month(year: 2026, number: Int.random(in: 1...12)))
            let last = try #require(month.days.last)
            let answers = try form.randomAnswers(in: month, using: &random)
            let entry = try form.entry(from: answers, in: month, today: last).get()
            let stored = try form.stored(entry)
            #expect(try form.entry(stored, in: month) == entry, "\(answers)")
            let kind = form.kinds[stored.kind]
            let beyond = StoredContact(
                kind: stored.kind, day: stored.day, marks: stored.marks | 1 << Int64(kind.numberOfSlots),
                amounts: stored.amounts)
            #expect(throws: NotOfThisForm.self) { try form.entry(beyond, in: month) }
        }
    }

    /// Every kind of every form fits the numbers that a contact is kept in.
    @Test(arguments: PackLibrary.bundled) func everyFormFitsTheStore(_ id: PackID) throws {
        let form = try PackLibrary.load(id).get().pack.contactForm
        #expect((1...16).contains(form.kinds.count))
        #expect(AmountKind.range == 0...100_000)
        for kind in form.kinds {
            #expect(kind.numberOfSlots <= ContactKind.greatestNumberOfSlots)
        }
    }

    /// Whatever the form, a field of free words is refused (OCP-I.C.3.i-2).
    @Test(arguments: PackLibrary.bundled) func noFormTakesWords(_ id: PackID) throws {
        let form = try PackLibrary.load(id).get().pack.contactForm
        let month = try #require(Month("2026-10"))
        let last = try #require(month.days.last)
        var random = SystemRandomNumberGenerator()
        let right = try form.randomAnswers(in: month, using: &random)
        for field in ["notes", "name", "time", "remarks"] {
            let answers = ContactAnswers(kind: right.kind, values: right.values.merging([field: ["x"]]) { $1 })
            let refusal = #expect(throws: Refusal.self) {
                try form.entry(from: answers, in: month, today: last).get()
            }
            #expect(refusal?.problems.map(\.field) == [field])
        }
        for question in form.kinds.flatMap(\.questions) {
            let words = ContactAnswers(
                kind: right.kind, values: right.values.merging([question.id: ["she said that"]]) { $1 })
            #expect(throws: Refusal.self) { try form.entry(from: words, in: month, today: last).get() }
        }
    }
}

extension ContactForm {
    /// Random answers that the form takes.
    func randomAnswers(in month: Month, using random: inout some RandomNumberGenerator) throws -> ContactAnswers {
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
        return ContactAnswers(kind: kind.id, values: values)
    }
}
