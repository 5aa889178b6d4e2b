import HTML
import Operations
import Program

enum BudgetAddresses {
    static let budget = FixedAddress("budget")
    static let lines = FixedAddress("budget/lines")
}

/// The programme's budget (OCP-I.C.1).
enum BudgetActs {
    static let keep = Act(
        "keepBudgetLine",
        "Keep what is planned or spent in one line of a year, in whole cents. No amount is of a person.",
        at: BudgetAddresses.lines, for: .holding(.keepBudget), where: \.hasBudget,
        taking: Input(year, line, planned, spent) { (year: $0, line: $1, planned: $2, spent: $3) },
        then: .done("Kept."), see: { _ in BudgetAddresses.budget.link() }, refused: BudgetPages.again,
        perform: { visit, sent in
            guard let line = BudgetRule.Line(rawValue: sent.line) else { return nil }
            return try await visit.programmes.keepBudgetLine(
                line, of: sent.year, planned: sent.planned, spent: sent.spent, by: visit.staff)
        })

    @Sendable private static func clauses(_ pack: PolicyPack) -> [ClauseID] {
        pack.governance.budget?.basis.clauses ?? []
    }

    private static let year = Field<Int>.number(
        "year", "Year", 2000...9999, FieldWords(citesOnPage: false, clauses: clauses))
    private static let line = Field<String>.choice(
        "line", "Line", FieldWords(citesOnPage: false, clauses: clauses)
    ) { pack in (pack.governance.budget?.lines ?? []).map { FieldOption($0.rawValue, $0.words) } }
    private static let planned = Field<Cents>.money(
        "planned", "Planned", FieldWords(hint: "Left open, it stays as it is.", clauses: clauses)
    ).maybe
    private static let spent = Field<Cents>.money(
        "spent", "Spent so far", FieldWords(hint: "The whole of the year until today.", clauses: clauses)
    ).maybe

    static let entries = Shape<BudgetEntry>(
        .count("year", \.year), .id("line", \.line.rawValue),
        .count("planned", about: "In whole cents.", \.planned.number),
        .count("spent", about: "In whole cents.", \.spent.number))
}

extension Routes {
    static let budget: [Route] = BudgetActs.keep.routes + budgetReadings

    private static let budgetReadings: [Route] = [
        .staff(.get, BudgetAddresses.budget, for: .holding(.seeBudget)) { visit in
            try await BudgetPages.again(visit, nil)
        },
        .read(
            "readBudget", "The programme's budget: planned and spent by year and line, in whole cents.",
            at: BudgetAddresses.budget, for: .holding(.seeBudget), where: \.hasBudget,
            "Last year, this one and the next.", .list("lines", of: BudgetActs.entries)
        ) { visit in try await visit.programmes.budget(for: visit.staff) },
    ]
}

extension PolicyPack {
    var hasBudget: Bool { governance.budget != nil }
}

extension BudgetRule.Line {
    var words: String {
        switch self {
        case .training: "Training"
        case .conference: "Conference"
        case .overtime: "Overtime"
        case .materials: "Materials"
        }
    }
}

extension Field where Value == Cents {
    /// An amount of money: on a page as people write it, by a program in whole cents.
    static func money(_ name: String, _ label: String, _ words: FieldWords = FieldWords()) -> Field {
        Field(
            name, words, as: .integer(Cents.range),
            control: { form, look in
                form.text(
                    name, label, kind: .code, first: look.first, hint: look.hint, origin: look.origin,
                    isOptional: look.isOptional, maxLength: 20)
            },
            read: { answers, agency throws(Refusal) in
                let text = answers[name] ?? ""
                let cents = answers.areOfPage ? Cents(typed: text) : Int(text).flatMap { Cents(exactly: $0) }
                guard let cents else {
                    throw Refusal.answer(
                        to: label, "an amount such as 1,250.50, of at most 100,000,000.00.", field: name,
                        clauses: words.clauses(agency.policy))
                }
                return cents
            })
    }
}
