extension FiguresAtHand {
    /// A table whose numbers are sums of what the publications told: no number in it tells anything new. Nothing where none of them tells
    /// the table.
    func summed(_ table: SummaryTable, _ title: String, _ rank: TableDraft.Rank, _ told: [Publication]) -> TableDraft? {
        let tellings = told.filter { !$0.waits }.map { publication in
            publication.tables.flatMap(\.rows).filter { $0.of.allSatisfy(table.tells) && !$0.of.isEmpty }
        }
        let rows = groups(of: tellings).map { summedRow($0, tellings) }
        return rows.isEmpty ? nil : TableDraft(rank, title, rows, threshold: enough.threshold)
    }

    /// The finest groups in which every publication told its numbers, in the order of the first one that told them.
    private func groups(of tellings: [[PublishedTable.Row]]) -> [[PublishedTable.Row]] {
        tellings.joined().reduce(into: []) { groups, row in
            let touched = groups.indices.filter { index in
                groups[index].contains { !Set($0.of).isDisjoint(with: row.of) }
            }
            guard let first = touched.first else { return groups.append([row]) }
            groups[first] += touched.dropFirst().flatMap { groups[$0] } + [row]
            for index in touched.dropFirst().reversed() { groups.remove(at: index) }
        }
    }

    /// One row for what stands together in any of them; shown where each of them told all of it.
    private func summedRow(_ group: [PublishedTable.Row], _ tellings: [[PublishedTable.Row]]) -> PublishedTable.Row {
        let (labels, keys) = (group.flatMap(\.labels).withoutRepetition, group.flatMap(\.of).withoutRepetition)
        var sum: DisclosedValue?
        for telling in tellings {
            let parts = telling.filter { !Set($0.of).isDisjoint(with: keys) }
            guard Set(parts.flatMap(\.of)) == Set(keys), let part = parts.map(\.value).sum,
                let so = ([sum ?? part.nought, part]).sum
            else {
                return PublishedTable.Row(
                    labels: labels, of: keys, value: .suppressed, unit: group.first?.unit, isSum: true)
            }
            sum = so
        }
        return PublishedTable.Row(
            labels: labels, of: keys, value: sum ?? .suppressed, unit: group.first?.unit, isSum: true)
    }
}

extension SummaryTable {
    /// Whether a number belongs to the table.
    fileprivate func tells(_ key: CountKey) -> Bool {
        switch (self, key) {
        case (.kinds, .entries): true
        case (.answers(_, let kind, let question, _, _), .answer(let ofKind, let asked, _)):
            kind == ofKind && question == asked
        case (.sums(_, let quantities, _, _), .amount(_, let quantity)): quantities.contains(quantity)
        case (.kinds, _), (.answers, _), (.sums, _): false
        }
    }
}

extension CountKey {
    func isAmount(of quantity: Quantity) -> Bool {
        if case .amount(_, quantity) = self { true } else { false }
    }
}

extension DisclosedValue {
    fileprivate var nought: DisclosedValue {
        switch self {
        case .count: .count(0)
        case .minutes: .minutes(0)
        case .hours: .hours(0)
        case .suppressed: .suppressed
        }
    }
}

extension [DisclosedValue] {
    /// Their sum; nothing where one is not shown or where they do not count the same.
    fileprivate var sum: DisclosedValue? {
        guard let first, first != .suppressed else { return nil }
        return dropFirst().reduce(first as DisclosedValue?) { sum, next in
            switch (sum, next) {
            case (.count(let sum), .count(let next)): .count(sum + next)
            case (.minutes(let sum), .minutes(let next)): .minutes(sum + next)
            case (.hours(let sum), .hours(let next)): .hours(sum + next)
            case (.suppressed, _), (.count, _), (.minutes, _), (.hours, _), (nil, _): nil
            }
        }
    }
}
