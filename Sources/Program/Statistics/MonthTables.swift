extension FiguresAtHand {
    /// The tables of the months that are told together as one, and what of them is told once a year.
    func monthTables(in months: [Month]) -> (tables: [TableDraft], notes: [String]) {
        let monthly = monthlyKinds(in: months)
        let kindRows = rows(monthly, in: months)
        var (drafts, yearly): ([TableDraft], [String]) = ([], [])
        for table in tables {
            let draft: TableDraft? =
                switch table {
                case .kinds(let title, let told, _):
                    told == .year ? nil : TableDraft(.kinds, title, kindRows, threshold: enough.threshold)
                case .answers(let title, let kind, let question, _, _):
                    monthAnswers(title, kind, question, table.told, among: kindRows, in: months)
                case .sums(let title, let quantities, let told, _):
                    told == .year ? nil : monthSums(title, quantities, of: monthly, among: kindRows, in: months)
                }
            if let draft { drafts.append(draft) } else { yearly.append(table.title) }
        }
        let rest = kinds(in: months).filter { kind in !monthly.contains { $0.key == kind.key } }.flatMap(\.labels)
        return (drafts, yearly.map { "\($0): told once a year." } + rest.map { "\($0): told once a year." })
    }

    /// Nothing where the question is told once a year.
    private func monthAnswers(
        _ title: String, _ kind: String, _ question: String, _ told: SummaryTable.Telling,
        among kindRows: [PublishedTable.Row], in months: [Month]
    ) -> TableDraft? {
        let options = options(of: question, kind, in: months)
        guard told != .year, kindRows.contains(where: { $0.of.contains(.entries(kind)) }) else { return nil }
        if form.takesSeveral(question, kind) {
            let told = told == .month ? options : options.filter { lastYear.carries($0.key) }
            guard !told.isEmpty else { return nil }
            let rows = told.map { kindRows.tells(only: [.entries(kind)]) ? row($0, in: months) : $0.withheld }
            return TableDraft(.severalAnswers, title, rows, threshold: enough.threshold)
        }
        let groups =
            told == .month
            ? lastYear.inOrder(options, by: \.key).map { [$0] } : lastYear.groups(options, by: \.key)
        guard groups.count > 1 else { return nil }
        let candidates = groups.map(Candidate.init)
        let rows =
            kindRows.tells(only: [.entries(kind)]) ? rows(candidates, in: months) : candidates.map(\.withheld)
        return TableDraft(.answers, title, rows, threshold: enough.threshold)
    }

    private func monthSums(
        _ title: String, _ quantities: [Quantity], of kinds: [Candidate], among kindRows: [PublishedTable.Row],
        in months: [Month]
    ) -> TableDraft? {
        let rows = quantities.compactMap { sum(of: $0, over: kinds, among: kindRows, in: months) }
        return rows.isEmpty ? nil : TableDraft(.sums, title, rows, threshold: enough.threshold)
    }

    /// The sum of a quantity over those of the kinds that ask for it; nothing where none does. It is shown where enough entries gave it,
    /// and where the entries it comes from are told by themselves: else it would tell of some that are not.
    func sum(
        of quantity: Quantity, over kinds: [Candidate], among kindRows: [PublishedTable.Row], in months: [Month]
    ) -> PublishedTable.Row? {
        let asking = kinds.compactMap(\.key.kindOfEntries).filter { form.kind($0)?.range(of: quantity) != nil }
        guard !asking.isEmpty else { return nil }
        let keys = asking.map { CountKey.amount(kind: $0, quantity: quantity) }
        let gave = part(asking.map { .gave(kind: $0, quantity: quantity) }, in: months)
        let amount = part(keys, in: months)
        let isEnough =
            enough.holds(gave.sum, largest: gave.largest)
            && (quantity.isTime ? amount.sum >= 60 : enough.holds(amount.sum, largest: amount.largest))
            && kindRows.tells(only: asking.map { .entries($0) })
        let value: DisclosedValue = quantity.isTime ? .hours(amount.sum / 60) : .count(amount.sum)
        return PublishedTable.Row(
            labels: [label(of: quantity, over: asking)], of: keys, value: isEnough ? value : .suppressed,
            unit: quantity.unit)
    }

    /// What a sum is called: with the names of the kinds it is of, where others ask for it too.
    private func label(of quantity: Quantity, over kinds: [String]) -> String {
        let label = quantity.toldLabel ?? form.label(of: quantity) ?? quantity.rawValue
        let asking = form.kinds.filter { $0.range(of: quantity) != nil }
        guard kinds.count < asking.count else { return label }
        return "\(label) (\(asking.filter { kinds.contains($0.id) }.map(\.label).inWords))"
    }
}

extension FiguresAtHand.Candidate {
    /// Several that are told as one.
    init(_ group: [Self]) {
        self.init(labels: group.flatMap(\.labels), keys: group.flatMap(\.keys))
    }

    var withheld: PublishedTable.Row { PublishedTable.Row(labels: labels, of: keys, value: .suppressed) }
}

extension [PublishedTable.Row] {
    /// Whether exactly those numbers are told by some of the rows together.
    func tells(only keys: [CountKey]) -> Bool {
        let keys = Set(keys)
        let within = filter { !keys.isDisjoint(with: $0.of) }
        return within.allSatisfy { $0.isShown && keys.isSuperset(of: $0.of) }
            && Set(within.flatMap(\.of)) == keys
    }
}

extension ContactForm {
    /// Whether more than one option may be chosen.
    func takesSeveral(_ question: String, _ kind: String) -> Bool {
        if case .several = self.kind(kind)?.questions.first(where: { $0.id == question })?.answer {
            true
        } else {
            false
        }
    }
}

extension Quantity {
    /// What the sum of a time is called, which is told in whole hours. Nothing for other quantities, which are called as on the form.
    fileprivate var toldLabel: String? {
        switch self {
        case .minutes: "Time spent"
        case .minutesInPerson: "Time in person"
        case .minutesByPhone: "Time by telephone"
        case .participants, .referrals, .followUps: nil
        }
    }
}
