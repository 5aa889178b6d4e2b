import Program

/// A reader who tries every month that could have been: all whole numbers that agree with what a release shows and
/// with what everyone knows about the form and the method. Written apart from the audit, without its arithmetic.
struct Attacker {
    let form: ContactForm
    let rule: SummaryRule
    let threshold: Int
    let view: View
    /// The largest number of entries of a kind she tries.
    let limit: Int

    /// What a release shows.
    struct View {
        var shown: [ReleaseCell: Int] = [:]
        /// Hidden one by one, so above zero.
        var suppressed: Set<ReleaseCell> = []
        var withheldKinds: Set<String> = []
        var withholdsAll = false
        var sums: [Quantity: Int] = [:]
    }

    /// For every count the values it has in some possible month.
    func possibleValues() -> [ReleaseCell: Set<Int>] {
        let months = form.kinds.map(possibleEntries)
        var values: [ReleaseCell: Set<Int>] = [:]
        var tried: [Int] = []
        func tryKind(_ index: Int) {
            guard index < form.kinds.count else {
                guard agrees(tried) else { return }
                values[.allEntries, default: []].insert(tried.reduce(0, +))
                for (kind, entries) in zip(form.kinds, tried) {
                    values[.entries(kind: kind.id), default: []].insert(entries)
                }
                return
            }
            for entries in months[index].keys {
                tried.append(entries)
                tryKind(index + 1)
                tried.removeLast()
            }
        }
        tryKind(0)
        for (kind, answers) in zip(form.kinds, months) {
            for entries in values[.entries(kind: kind.id)] ?? [] {
                values.merge(answers[entries] ?? [:]) { $0.union($1) }
            }
        }
        return values
    }

    /// Whether numbers of entries by kind agree with the total, the sums and what is withheld.
    private func agrees(_ entries: [Int]) -> Bool {
        let all = entries.reduce(0, +)
        let shows = rule.tables.contains { if case .kinds = $0 { true } else { false } }
        if shows {
            guard view.withholdsAll == (1..<threshold).contains(all), agrees(.allEntries, all) else { return false }
        }
        return view.sums.allSatisfy { quantity, sum in
            var (least, most, asked) = (0, 0, 0)
            for (kind, number) in zip(form.kinds, entries) {
                for question in kind.questions {
                    guard case .amount(quantity, let range, let required) = question.answer else { continue }
                    least += required ? range.numbers.lowerBound * number : 0
                    most += range.numbers.upperBound * number
                    asked += number
                }
            }
            return least <= sum && sum <= most && (sum == 0 || asked >= threshold)
        }
    }

    /// The numbers of entries a kind can have by its own tables, each with the values its answers can then have.
    private func possibleEntries(_ kind: ContactKind) -> [Int: [ReleaseCell: Set<Int>]] {
        let questions = kind.questions.filter { !$0.answer.options.isEmpty }
        var possible: [Int: [ReleaseCell: Set<Int>]] = [:]
        for entries in 0...limit where agrees(.entries(kind: kind.id), entries) {
            if !view.withholdsAll, !questions.isEmpty {
                guard view.withheldKinds.contains(kind.id) == (1..<threshold).contains(entries) else { continue }
            }
            let answers = questions.map { possibleAnswers(kind.id, $0, entries) }
            guard answers.allSatisfy({ !$0.isEmpty }) else { continue }
            possible[entries] = answers.reduce(into: [:]) { $0.merge($1) { $0.union($1) } }
        }
        return possible
    }

    /// The values of a question's options in every way in which so many entries can have answered; none if there is
    /// no way.
    private func possibleAnswers(_ kind: String, _ question: Question, _ entries: Int) -> [ReleaseCell: Set<Int>] {
        let cells = question.answer.options.map {
            ReleaseCell.answer(kind: kind, question: question.id, option: $0.id)
        }
        var values: [ReleaseCell: Set<Int>] = [:]
        var tried: [Int] = []
        func tryOption(_ index: Int, _ chosen: Int) {
            guard index < cells.count else {
                switch question.answer {
                case .one: guard chosen == entries else { return }
                case .several(_, let least): guard chosen >= least.number * entries else { return }
                case .amount, .confirmation: return
                }
                for (cell, number) in zip(cells, tried) { values[cell, default: []].insert(number) }
                return
            }
            for number in 0...entries where agrees(cells[index], number) {
                if case .one = question.answer, chosen + number > entries { break }
                tried.append(number)
                tryOption(index + 1, chosen + number)
                tried.removeLast()
            }
        }
        tryOption(0, 0)
        return values
    }

    private func agrees(_ cell: ReleaseCell, _ value: Int) -> Bool {
        if let shown = view.shown[cell] { return value == shown }
        return !view.suppressed.contains(cell) || value > 0
    }
}

extension Attacker.View {
    /// What pages and JSON show: read from the tables alone.
    init(_ summary: Summary, rule: SummaryRule, form: ContactForm) {
        for (asked, table) in zip(rule.tables, summary.tables) {
            let isWithheld = table.notes.contains { $0.contains("no figure of this table") }
            switch asked {
            case .kinds:
                withholdsAll = isWithheld
                if !isWithheld {
                    see(.allEntries, table.total)
                    for (kind, row) in zip(form.kinds, table.rows) { see(.entries(kind: kind.id), row.value) }
                }
            case .answers(_, let kind, let question, _, _):
                if isWithheld {
                    withheldKinds.insert(kind)
                    continue
                }
                see(.entries(kind: kind), table.total)
                let options = form.kind(kind)?.questions.first { $0.id == question }?.answer.options ?? []
                for (option, row) in zip(options, table.rows) {
                    see(.answer(kind: kind, question: question, option: option.id), row.value)
                }
            case .sums(_, let quantities, _, _):
                for (quantity, row) in zip(quantities, table.rows) {
                    switch row.value {
                    case .count(let sum), .minutes(let sum): sums[quantity] = sum
                    case .hours, .suppressed: break
                    }
                }
            }
        }
    }

    /// What a mask lets through, without sums.
    init(_ shape: ReleaseShape, _ mask: Mask) {
        withholdsAll = mask.withholdsAll
        withheldKinds = mask.withheldKinds
        for (cell, count) in shape.cells {
            if mask.shows(cell) {
                shown[cell] = count
            } else if !mask.withholdsAll {
                if case .answer(let kind, _, _) = cell, mask.withheldKinds.contains(kind) { continue }
                suppressed.insert(cell)
            }
        }
    }

    private mutating func see(_ cell: ReleaseCell, _ value: DisclosedValue?) {
        switch value {
        case .count(let count): shown[cell] = count
        case .suppressed: suppressed.insert(cell)
        case .minutes, .hours, nil: break
        }
    }
}
