/// The true counts of one agency and month, folded from submitted stat sheets. They never leave the server; what
/// leaves is a ``DisclosedTable``. No number is negative, and a number that is not kept is zero.
package struct MonthCounts: Sendable, Equatable {
    /// Every number above zero.
    package private(set) var values: [CountKey: Int]

    /// A month of which nothing is counted yet.
    package init() { values = [:] }

    /// Counts as a store kept them. Nothing where one is negative.
    package init?(_ values: [CountKey: Int]) {
        guard values.values.allSatisfy({ $0 >= 0 }) else { return nil }
        self.values = values.filter { $0.value > 0 }
    }

    package subscript(key: CountKey) -> Int { values[key] ?? 0 }

    /// Counts a sheet as submitted, whether or not it has entries.
    package mutating func addSheet() { add(1, to: .sheets) }

    /// Counts one entry of a submitted sheet: only what the summary's tables show, for nothing else is kept.
    ///
    /// - Parameters:
    ///   - choices: the chosen option ids by question id.
    ///   - amounts: whole numbers as the form allowed them; zero of a quantity adds nothing.
    package mutating func addEntry(
        kind: String, choices: [String: Set<String>], amounts: [Quantity: Int], for rule: SummaryRule
    ) {
        add(1, to: .entries(kind))
        for question in rule.questions(of: kind) {
            for option in choices[question] ?? [] {
                add(1, to: .answer(kind: kind, question: question, option: option))
            }
        }
        for quantity in rule.quantities {
            guard let amount = amounts[quantity], amount > 0 else { continue }
            add(amount, to: .sum(quantity))
            add(1, to: .given(quantity))
        }
    }

    private mutating func add(_ number: Int, to key: CountKey) { values[key, default: 0] += number }
}

extension SummaryRule {
    /// The questions of a kind that have a table, each once.
    func questions(of kind: String) -> [String] {
        tables.reduce(into: []) { questions, table in
            if case .answers(_, kind, let question, _, _) = table, !questions.contains(question) {
                questions.append(question)
            }
        }
    }

    /// The quantities that have a row, each once.
    var quantities: [Quantity] {
        tables.reduce(into: []) { known, table in
            if case .sums(_, let quantities, _, _) = table { known += quantities.filter { !known.contains($0) } }
        }
    }

    /// Whether the entries by kind and their total are in the summary.
    var showsKinds: Bool {
        tables.contains { if case .kinds = $0 { true } else { false } }
    }
}
