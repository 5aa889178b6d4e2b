import Program

let testBasis = Basis.chosen("A programme of the tests.")

extension SummaryRule {
    init(tables: [SummaryTable]) {
        self.init(
            title: "Monthly Contact Summary", preparedBy: RoleID("coordinator"), readers: [RoleID("liaison")],
            dueDay: 15, tables: tables, cover: "Accountable: Support Division", basis: testBasis)
    }
}

extension ContactForm {
    init(kinds: [ContactKind]) {
        self.init(title: "Statistics", grain: .day, bearsSupporterName: false, kinds: kinds, basis: testBasis)
    }
}

extension ContactKind {
    init(_ id: String, _ questions: [Question] = []) {
        self.init(id: id, label: "Label of \(id)", questions: questions, caution: nil, basis: testBasis)
    }
}

extension Question {
    init(_ id: String, _ answer: Answer) {
        self.init(id: id, label: "Label of \(id)", hint: nil, answer: answer, basis: testBasis)
    }

    static func one(_ id: String, _ options: String...) -> Question {
        Question(id, .one(options.map { Option(id: $0, label: "Label of \($0)", code: nil) }))
    }

    static func several(_ id: String, atLeast least: Int, _ options: String...) -> Question {
        Question(
            id,
            .several(
                options.map { Option(id: $0, label: "Label of \($0)", code: nil) }, atLeast: Fewest(nearest: least)))
    }

    static func amount(_ quantity: Quantity, _ range: ClosedRange<Int>, required: Bool) -> Question {
        Question(
            quantity.rawValue,
            .amount(quantity, Amount(nearest: range.lowerBound)...Amount(nearest: range.upperBound), required: required)
        )
    }
}

extension DisclosureThreshold {
    init(_ smallestCount: Int) {
        self.init(smallestCount: SmallestCount(nearest: smallestCount), smallestPopulation: 1, basis: testBasis)
    }
}

/// A month of a programme: what is true, and what the pack says about publishing it.
struct TestMonth {
    let form: ContactForm
    let rule: SummaryRule
    let counts: MonthCounts

    /// A table of kinds, one of every question with options, and all sums.
    init(_ form: ContactForm, showsKinds: Bool = true, quantities: [Quantity] = [], _ counts: MonthCounts) {
        self.form = form
        self.counts = counts
        rule = TestMonth.rule(form, showsKinds: showsKinds, quantities: quantities)
    }

    static func rule(_ form: ContactForm, showsKinds: Bool, quantities: [Quantity]) -> SummaryRule {
        let answers = form.kinds.flatMap { kind in
            kind.questions.filter { !$0.answer.options.isEmpty }.map { question in
                SummaryTable.answers(
                    title: "\(kind.id) by \(question.id)", kind: kind.id, question: question.id, basis: testBasis)
            }
        }
        return SummaryRule(
            tables: (showsKinds ? [.kinds(title: "Kinds", basis: testBasis)] : []) + answers
                + (quantities.isEmpty ? [] : [.sums(title: "Sums", quantities: quantities, basis: testBasis)]))
    }

    func summary(threshold: Int) throws -> Summary {
        guard let month = Month("2026-10"), let today = Day("2026-11-12") else { throw NoSuchDay() }
        return try summarise(
            counts, of: month, rule: rule, form: form, threshold: DisclosureThreshold(threshold), sheetsExpected: 9,
            on: today)
    }

    struct NoSuchDay: Error {}
}
