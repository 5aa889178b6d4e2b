/// One count of a release. The same count may stand in several tables; it is one cell nevertheless.
package enum ReleaseCell: Sendable, Hashable, Comparable {
    case allEntries
    case entries(kind: String)
    case answer(kind: String, question: String, option: String)
}

/// The counts of one release and what everyone knows about how they hang together: kinds add up to all entries, the
/// options of a one-answer question add up to the entries of their kind, an option is chosen at most once an entry.
package struct ReleaseShape: Sendable {
    package let kinds: [Kind]
    package let sums: [Sum]
    /// Whether the entries by kind and their total are published.
    package let showsKinds: Bool

    package struct Kind: Sendable {
        package let id: String
        package let entries: Int
        package let questions: [Asked]
        /// Whether the number of entries is itself published, in the table of kinds or as a table's total.
        package let isPublished: Bool

        var cell: ReleaseCell { .entries(kind: id) }
    }

    /// A question whose answers are published.
    package struct Asked: Sendable {
        package let options: [Option]
        package let adding: Adding

        package struct Option: Sendable {
            package let cell: ReleaseCell
            package let count: Int
        }
    }

    /// How the options of a question add up.
    package enum Adding: Sendable, Equatable {
        /// One answer an entry: to exactly the entries.
        case toEntries
        /// Several answers: to at least so many for each entry.
        case atLeast(Int)
    }

    /// A quantity summed over the kinds that ask for it.
    package struct Sum: Sendable {
        package let quantity: Quantity
        package let value: Int
        /// The entries it comes from.
        package let given: Int
        /// What the form lets one entry of a kind add, by kind id.
        package let ranges: [String: ClosedRange<Int>]
    }

    package var allEntries: Int { kinds.reduce(0) { $0 + $1.entries } }

    /// Every published count with its true value.
    package var cells: [ReleaseCell: Int] {
        var cells: [ReleaseCell: Int] = showsKinds ? [.allEntries: allEntries] : [:]
        for kind in kinds {
            if kind.isPublished { cells[kind.cell] = kind.entries }
            for option in kind.questions.flatMap(\.options) { cells[option.cell] = option.count }
        }
        return cells
    }

    /// The cells that hang together, relation by relation.
    var relations: [[ReleaseCell]] {
        [[.allEntries] + kinds.map(\.cell)]
            + kinds.flatMap { kind in kind.questions.map { [kind.cell] + $0.options.map(\.cell) } }
    }
}

extension ReleaseShape {
    /// The release that a rule asks for.
    ///
    /// - Throws: ``CountsDoNotFit`` where the counts cannot come from this form. Protection is worked out from the
    ///   form's rules, so counts that break them are not published.
    package init(of counts: MonthCounts, rule: SummaryRule, form: ContactForm) throws {
        showsKinds = rule.showsKinds
        kinds = form.kinds.map { kind in
            let questions = rule.questions(of: kind.id).compactMap { id in
                kind.questions.first { $0.id == id }.flatMap { Asked($0, of: kind.id, counts) }
            }
            return Kind(
                id: kind.id, entries: counts[.entries(kind.id)], questions: questions,
                isPublished: rule.showsKinds || questions.contains { $0.adding == .toEntries })
        }
        sums = rule.quantities.map { quantity in
            Sum(
                quantity: quantity, value: counts[.sum(quantity)], given: counts[.given(quantity)],
                ranges: form.ranges(of: quantity))
        }
        let unfit = unknownKeys(in: counts, rule: rule, form: form) + contradictions
        guard unfit.isEmpty else { throw CountsDoNotFit(keys: unfit.sorted()) }
    }

    private func unknownKeys(in counts: MonthCounts, rule: SummaryRule, form: ContactForm) -> [CountKey] {
        let known = cells
        return counts.values.keys.filter { key in
            switch key {
            case .sheets, .sum, .given, .amount, .gave: false
            case .entries(let kind): form.kind(kind) == nil
            case .answer(let kind, let question, let option):
                rule.questions(of: kind).contains(question)
                    && known[.answer(kind: kind, question: question, option: option)] == nil
            }
        }
    }

    private var contradictions: [CountKey] {
        kinds.filter { kind in !kind.questions.allSatisfy { $0.fits(kind.entries) } }.map { .entries($0.id) }
            + sums.filter { !$0.fits(kinds) }.map { .sum($0.quantity) }
    }
}

extension ReleaseShape.Asked {
    /// Nothing for a question without options, which has nothing to count.
    fileprivate init?(_ question: Question, of kind: String, _ counts: MonthCounts) {
        switch question.answer {
        case .one: adding = .toEntries
        case .several(_, let least): adding = .atLeast(least.number)
        case .amount, .confirmation: return nil
        }
        options = question.answer.options.map { option in
            Option(
                cell: .answer(kind: kind, question: question.id, option: option.id),
                count: counts[.answer(kind: kind, question: question.id, option: option.id)])
        }
    }

    fileprivate func fits(_ entries: Int) -> Bool {
        let chosen = options.reduce(0) { $0 + $1.count }
        return switch adding {
        case .toEntries: chosen == entries
        case .atLeast(let least): chosen >= least * entries && options.allSatisfy { $0.count <= entries }
        }
    }
}

extension ReleaseShape.Sum {
    fileprivate func fits(_ kinds: [ReleaseShape.Kind]) -> Bool {
        var (least, most, asked) = (0, 0, 0)
        for kind in kinds {
            guard let range = ranges[kind.id] else { continue }
            least += range.lowerBound * kind.entries
            most += range.upperBound * kind.entries
            asked += kind.entries
        }
        return (least...most).contains(value) && given <= min(asked, value) && (given > 0) == (value > 0)
    }
}

extension ContactForm {
    /// What one entry of each kind that asks for the quantity may add to its sum.
    fileprivate func ranges(of quantity: Quantity) -> [String: ClosedRange<Int>] {
        kinds.reduce(into: [:]) { ranges, kind in
            for question in kind.questions {
                guard case .amount(quantity, let range, let required) = question.answer else { continue }
                ranges[kind.id] = required ? range.numbers : 0...range.numbers.upperBound
            }
        }
    }
}

/// Counts that cannot have come from the form they are published under, such as options of a one-answer question that
/// do not add up to the entries.
package struct CountsDoNotFit: Error, CustomStringConvertible {
    package let keys: [CountKey]

    package var description: String {
        "These counts do not fit the contact form, so nothing is published: "
            + keys.map(\.text).joined(separator: ", ")
    }
}
