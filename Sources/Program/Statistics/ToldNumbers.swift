/// Which numbers the releases of a pack tell: what is in no table of theirs is not counted, so that it is not kept.
package struct ToldNumbers: Sendable {
    private let tables: [SummaryTable]

    package init(tables: [SummaryTable]) { self.tables = tables }

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

    /// Every number that a sheet on that form may add to.
    func keys(askedBy form: ContactForm) -> [CountKey] {
        form.kinds.flatMap { kind -> [CountKey] in
            let answers = questions(of: kind.id).flatMap { question in
                form.options(of: question, kind.id).map {
                    CountKey.answer(kind: kind.id, question: question, option: $0.id)
                }
            }
            let amounts = quantities.filter { kind.range(of: $0) != nil }.flatMap {
                [CountKey.amount(kind: kind.id, quantity: $0), .gave(kind: kind.id, quantity: $0)]
            }
            return [.entries(kind.id)] + answers + amounts
        }
    }

    /// What a submitted sheet adds to its month, besides itself.
    package func counts(of sheet: StatSheet) -> [CountKey: Int] {
        let quantities = quantities
        return sheet.entries.reduce(into: [:]) { counts, entry in
            counts[.entries(entry.kind), default: 0] += 1
            for question in questions(of: entry.kind) {
                for option in entry.choices[question] ?? [] {
                    counts[.answer(kind: entry.kind, question: question, option: option), default: 0] += 1
                }
            }
            for quantity in quantities {
                guard let amount = entry.amounts[quantity], amount > 0 else { continue }
                counts[.amount(kind: entry.kind, quantity: quantity), default: 0] += amount
                counts[.gave(kind: entry.kind, quantity: quantity), default: 0] += 1
            }
        }
    }
}

extension PolicyPack {
    /// What is counted of a submitted sheet.
    package var toldNumbers: ToldNumbers { ToldNumbers(tables: summary.tables + (releases ?? []).flatMap(\.ownTables)) }
}
