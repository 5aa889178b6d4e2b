extension FiguresAtHand {
    /// The tables of a year: of what its months told their sum, of everything else the year's own numbers.
    ///
    /// - Parameters:
    ///   - months: the months that were told, alone or with others.
    ///   - told: the publications of its months.
    func yearTables(in months: [Month], told: [Publication]) -> [TableDraft] {
        let monthly = monthlyKinds(in: months)
        let others = kinds(in: months).filter { kind in !monthly.contains { $0.key == kind.key } }
        let kindRows =
            rows(monthly, in: months) + (others.isEmpty ? [] : rows(lastYear.inOrder(others, by: \.key), in: months))
        return tables.compactMap { table in
            switch table {
            case .kinds(let title, .month, _): summed(table, title, .kinds, told)
            case .kinds(let title, _, _): TableDraft(.kinds, title, kindRows, threshold: enough.threshold)
            case .answers(let title, let kind, let question, .month, _):
                summed(table, title, form.takesSeveral(question, kind) ? .severalAnswers : .answers, told)
            case .answers(let title, let kind, let question, _, _):
                yearAnswers(title, kind, question, among: kindRows, in: months)
            case .sums(let title, let quantities, _, _):
                yearSums(title, quantities, table, monthly, others, kindRows, in: months, told)
            }
        }
    }

    /// The tables of a quarter or of twelve months: sums of what their months told, and nothing else.
    func sumTables(of told: [Publication]) -> [TableDraft] {
        tables.compactMap { table in
            switch table {
            case .kinds(let title, _, _): summed(table, title, .kinds, told)
            case .answers(let title, let kind, let question, _, _):
                summed(table, title, form.takesSeveral(question, kind) ? .severalAnswers : .answers, told)
            case .sums(let title, _, _, _): summed(table, title, .sums, told)
            }
        }
    }

    private func yearAnswers(
        _ title: String, _ kind: String, _ question: String, among kindRows: [PublishedTable.Row], in months: [Month]
    ) -> TableDraft {
        let options = lastYear.inOrder(options(of: question, kind, in: months), by: \.key)
        let isTold = kindRows.tells(only: [.entries(kind)])
        if form.takesSeveral(question, kind) {
            return TableDraft(
                .severalAnswers, title, options.map { isTold ? row($0, in: months) : $0.withheld },
                threshold: enough.threshold)
        }
        return TableDraft(
            .answers, title, isTold ? rows(options, in: months) : options.map(\.withheld), threshold: enough.threshold)
    }

    /// What the months told, and of the kinds that they do not tell the year's own sum.
    private func yearSums(
        _ title: String, _ quantities: [Quantity], _ table: SummaryTable, _ monthly: [Candidate], _ others: [Candidate],
        _ kindRows: [PublishedTable.Row], in months: [Month], _ told: [Publication]
    ) -> TableDraft {
        let rows = quantities.flatMap { quantity -> [PublishedTable.Row] in
            guard table.told != .year else {
                return [sum(of: quantity, over: monthly + others, among: kindRows, in: months)].compactMap(\.self)
            }
            let ofMonths = summed(table, title, .sums, told)?.table.rows.filter {
                $0.of.contains { $0.isAmount(of: quantity) }
            }
            return (ofMonths ?? [])
                + [sum(of: quantity, over: others, among: kindRows, in: months)].compactMap(\.self)
        }
        return TableDraft(.sums, title, rows, threshold: enough.threshold)
    }
}
