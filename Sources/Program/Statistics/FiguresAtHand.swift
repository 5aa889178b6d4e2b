/// What a release is made from: the true counts of its months, the form they were asked by, and what decides how fine they are told.
package struct FiguresAtHand: Sendable {
    let form: ContactForm
    let tallies: [Month: Tally]
    let enough: Enough
    let lastYear: LastYear
    let tables: [SummaryTable]

    /// - Parameters:
    ///   - tallies: the true counts of the months that are told, and of all others of their year.
    ///   - years: the published releases of calendar years before, of which the latest decides how fine months are told.
    ///   - tables: those of the summary, with those of the release that is made.
    package init(
        form: ContactForm, tallies: [Month: Tally], threshold: DisclosureThreshold, years: [Publication],
        tables: [SummaryTable]
    ) {
        self.form = form
        self.tallies = tallies
        self.tables = tables
        enough = threshold.enough
        lastYear = LastYear(years, threshold)
    }

    /// What is counted at all.
    var told: ToldNumbers { ToldNumbers(tables: tables) }

    /// A row that a table may have.
    struct Candidate: Sendable {
        /// Several where it stands for several.
        let labels: [String]
        let keys: [CountKey]

        var key: CountKey { keys[0] }
    }

    /// A number over several months, with the largest parts of theirs.
    func part(_ keys: [CountKey], in months: [Month]) -> Part {
        months.compactMap { tallies[$0] }.reduce(Part(sum: 0, largest: 0)) { part, tally in
            keys.reduce(part) { Part(sum: $0.sum + tally[$1], largest: $0.largest + tally.largest($1)) }
        }
    }

    /// The kinds of the form, and those of earlier forms that were counted in these months.
    func kinds(in months: [Month]) -> [Candidate] {
        let earlier = Set(months.compactMap { tallies[$0] }.flatMap(\.asked).compactMap(\.kindOfEntries))
            .subtracting(form.kinds.map(\.id))
        return form.kinds.map { Candidate(labels: [$0.label], keys: [.entries($0.id)]) }
            + earlier.sorted().map { Candidate(labels: ["\($0) (an earlier form)"], keys: [.entries($0)]) }
    }

    /// The options of a question, and those of earlier forms that were counted in these months.
    func options(of question: String, _ kind: String, in months: [Month]) -> [Candidate] {
        let asked = form.options(of: question, kind)
        let earlier = Set(
            months.compactMap { tallies[$0] }.flatMap(\.asked).compactMap { $0.option(of: question, kind) }
        )
        .subtracting(asked.map(\.id))
        return asked.map { option in
            Candidate(
                labels: [option.label], keys: [.answer(kind: kind, question: question, option: option.id)])
        }
            + earlier.sorted().map {
                Candidate(
                    labels: ["\($0) (an earlier form)"], keys: [.answer(kind: kind, question: question, option: $0)])
            }
    }

    /// The kinds that are told each month, in the order in which they are joined. One that has a table of every month is one of them;
    /// where last year carries none, it is the form's first.
    func monthlyKinds(in months: [Month]) -> [Candidate] {
        let kinds = kinds(in: months)
        let asked = Set(tables.compactMap(\.monthlyKind))
        let all = tables.contains { table in
            if case .kinds(_, .month, _) = table { true } else { false }
        }
        let monthly = kinds.filter { kind in
            all || lastYear.carries(kind.key) || kind.key.kindOfEntries.map(asked.contains) ?? false
        }
        return lastYear.inOrder(monthly.isEmpty ? Array(kinds.prefix(1)) : monthly, by: \.key)
    }

    /// Whether months have enough to be told: entries of the kinds that are told each month, and sheets in one of them.
    func areEnough(_ months: [Month]) -> Bool {
        let part = part(monthlyKinds(in: months).flatMap(\.keys), in: months)
        let sheets = months.compactMap { tallies[$0]?.sheetsWithEntries }.max() ?? 0
        return enough.holds(part.sum, largest: part.largest) && sheets >= enough.fewestSheets
    }

    /// The rows of a table whose numbers exclude each other, joined where they are few; one row without a number where all are.
    func rows(_ candidates: [Candidate], in months: [Month]) -> [PublishedTable.Row] {
        let groups = enough.joined(candidates.map { part($0.keys, in: months) })
        return (groups ?? [Array(candidates.indices)]).map { group in
            let (labels, keys) = (group.flatMap { candidates[$0].labels }, group.flatMap { candidates[$0].keys })
            return PublishedTable.Row(
                labels: labels, of: keys,
                value: groups == nil ? .suppressed : .count(part(keys, in: months).sum))
        }
    }

    /// A row for a number of which nothing follows for others: shown where it is enough.
    func row(_ candidate: Candidate, in months: [Month]) -> PublishedTable.Row {
        let part = part(candidate.keys, in: months)
        return PublishedTable.Row(
            labels: candidate.labels, of: candidate.keys,
            value: enough.holds(part.sum, largest: part.largest) ? .count(part.sum) : .suppressed)
    }
}

extension CountKey {
    /// The kind whose entries it counts.
    var kindOfEntries: String? {
        if case .entries(let kind) = self { kind } else { nil }
    }

    /// The option of that question whose answers it counts.
    fileprivate func option(of question: String, _ kind: String) -> String? {
        if case .answer(kind, question, let option) = self { option } else { nil }
    }
}

extension SummaryTable {
    /// The kind whose answers are told every month, whatever last year had.
    fileprivate var monthlyKind: String? {
        if case .answers(_, let kind, _, .month, _) = self { kind } else { nil }
    }
}

extension ContactForm {
    /// The options of a question; none where the form has no such question.
    func options(of question: String, _ kind: String) -> [Question.Option] {
        self.kind(kind)?.questions.first { $0.id == question }?.answer.options ?? []
    }
}
