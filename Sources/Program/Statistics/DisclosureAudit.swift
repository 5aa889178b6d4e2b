/// Works out what a reader can work out: for every count of a release the exact range of values that agree with all
/// that is published and with all that is public about the form and the method.
///
/// The reader knows the shape of the release, the threshold, that zero is never suppressed, and when a kind's answers
/// or a whole release are withheld. She does not know any true count that is not shown. The ranges are exact because
/// the shape is a tree two levels deep: answers meet the rest of the release only in the entries of their kind, and
/// the kinds meet only in all entries.
package struct DisclosureAudit {
    /// What a count can be, at least and at most.
    package typealias Span = ClosedRange<Int>

    private let shape: ReleaseShape
    private let mask: Mask
    /// What each kind's entries can be, by kind id, once everything published is taken together.
    private let entries: [String: Span]
    private let allEntries: Span

    /// More than any month holds; stands for "no upper bound".
    static let most = 1 << 40

    package init(_ shape: ReleaseShape, _ mask: Mask) {
        self.init(shape, mask, tellingAtMost: [:])
    }

    /// - Parameter limits: upper bounds of kinds' entries that the reader is told besides, by kind id.
    init(_ shape: ReleaseShape, _ mask: Mask, tellingAtMost limits: [String: Int]) {
        self.shape = shape
        self.mask = mask
        let alone = shape.kinds.map { kind in
            let span = kind.spanByAnswers(mask)
            return span.lowerBound...max(span.lowerBound, min(span.upperBound, limits[kind.id] ?? Self.most))
        }
        let all = shape.spanOfAll(mask)
        let least = alone.reduce(0) { $0 + $1.lowerBound }
        let most = alone.reduce(0) { $0 + $1.upperBound }
        allEntries = all.clamped(to: least...most)
        entries = Dictionary(
            uniqueKeysWithValues: zip(shape.kinds, alone).map { kind, span in
                let others = (least - span.lowerBound)...(most - span.upperBound)
                return (kind.id, span.clamped(to: all.subtracting(others)))
            })
    }

    /// What the entries of a kind can be.
    package func span(ofEntries kind: String) -> Span { entries[kind] ?? 0...Self.most }

    /// The counts below the threshold that the release gives away: not every value from one to the threshold is
    /// possible for them. Empty when the release protects everyone. In the order of their names.
    package var violated: [ReleaseCell] {
        guard mask.threshold > 1 else { return [] }
        let small = 1...(mask.threshold - 1)
        func gaveAway(_ count: Int, _ span: Span) -> Bool {
            small.contains(count) && !(span.contains(small.lowerBound) && span.contains(small.upperBound))
        }
        var violated: [ReleaseCell] = []
        if shape.showsKinds, gaveAway(shape.allEntries, allEntries) { violated.append(.allEntries) }
        for kind in shape.kinds {
            let entries = span(ofEntries: kind.id)
            if gaveAway(kind.entries, entries) { violated.append(kind.cell) }
            for question in kind.questions {
                for option in question.options where gaveAway(option.count, question.span(of: option, entries, mask)) {
                    violated.append(option.cell)
                }
            }
        }
        return violated.sorted()
    }

    /// What a count of the release can be.
    package func span(of cell: ReleaseCell) -> Span {
        switch cell {
        case .allEntries: return allEntries
        case .entries(let kind): return span(ofEntries: kind)
        case .answer(let kind, _, _):
            for question in shape.kinds.filter({ $0.id == kind }).flatMap(\.questions) {
                for option in question.options where option.cell == cell {
                    return question.span(of: option, span(ofEntries: kind), mask)
                }
            }
            return 0...Self.most
        }
    }
}

extension ReleaseShape {
    /// What all entries can be, looking at nothing else.
    fileprivate func spanOfAll(_ mask: Mask) -> DisclosureAudit.Span {
        if mask.withholdsAll { return 1...(mask.threshold - 1) }
        guard showsKinds else { return 0...DisclosureAudit.most }
        // Were it small, the release would be withheld.
        return mask.shows(.allEntries) ? allEntries...allEntries : mask.threshold...DisclosureAudit.most
    }
}

extension ReleaseShape.Kind {
    /// What the entries can be by their own cell and the tables of their answers.
    fileprivate func spanByAnswers(_ mask: Mask) -> DisclosureAudit.Span {
        let own = span(mask)
        guard !mask.withholdsAll, !mask.withheldKinds.contains(id) else { return own }
        return questions.reduce(own) { $0.clamped(to: $1.spanOfEntries(mask)) }
    }

    private func span(_ mask: Mask) -> DisclosureAudit.Span {
        let most = DisclosureAudit.most
        if mask.withholdsAll { return 0...most }
        if mask.withheldKinds.contains(id) { return 1...(mask.threshold - 1) }
        if isPublished, mask.shows(cell) { return entries...entries }
        if questions.isEmpty { return isPublished ? 1...most : 0...most }
        // Were they few, the answers would be withheld; were there none, no answer would be hidden or above zero.
        let anyAnswer = questions.contains { $0.options.contains { $0.count > 0 } }
        return anyAnswer ? mask.threshold...most : 0...most
    }
}

extension ReleaseShape.Asked {
    /// What the published answers say about the entries of the kind.
    fileprivate func spanOfEntries(_ mask: Mask) -> DisclosureAudit.Span {
        let least = options.map { span(of: $0, mask).lowerBound }
        let shown = options.filter { mask.shows($0.cell) }.reduce(0) { $0 + $1.count }
        let hidden = options.filter { !mask.shows($0.cell) }.count
        switch adding {
        case .toEntries:
            return least.reduce(0, +)...(hidden == 0 ? shown : DisclosureAudit.most)
        case .atLeast(let answers):
            // Each hidden option was chosen at most once an entry, so the shown ones make up the rest.
            let most = answers > hidden ? shown / (answers - hidden) : DisclosureAudit.most
            return (least.max() ?? 0)...max(most, least.max() ?? 0)
        }
    }

    /// What an option's count can be, given what the entries can be.
    fileprivate func span(
        of option: Option, _ entries: DisclosureAudit.Span, _ mask: Mask
    ) -> DisclosureAudit.Span {
        let own = span(of: option, mask)
        let others = options.filter { $0.cell != option.cell }
        switch adding {
        case .toEntries:
            let spans = others.map { span(of: $0, mask) }
            let rest = spans.reduce(0) { $0 + $1.lowerBound }...spans.reduce(0) { $0 + $1.upperBound }
            return own.clamped(to: entries.subtracting(rest))
        case .atLeast(let answers):
            let shown = others.filter { mask.shows($0.cell) }.reduce(0) { $0 + $1.count }
            let hidden = others.filter { !mask.shows($0.cell) }.count
            // The others fill at most the shown answers and every hidden option of every entry.
            let short = answers - hidden
            let missing = short * (short > 0 ? entries.lowerBound : entries.upperBound) - shown
            return own.clamped(to: min(max(missing, 0), entries.upperBound)...entries.upperBound)
        }
    }

    private func span(of option: Option, _ mask: Mask) -> DisclosureAudit.Span {
        if mask.shows(option.cell) { return option.count...option.count }
        return (mask.suppressed.contains(option.cell) && !isWithheld(option, mask) ? 1 : 0)...DisclosureAudit.most
    }

    private func isWithheld(_ option: Option, _ mask: Mask) -> Bool {
        guard case .answer(let kind, _, _) = option.cell else { return mask.withholdsAll }
        return mask.withholdsAll || mask.withheldKinds.contains(kind)
    }
}

extension ClosedRange<Int> {
    /// What is left of this range after taking away something of the other.
    fileprivate func subtracting(_ other: ClosedRange<Int>) -> ClosedRange<Int> {
        (lowerBound - other.upperBound)...(upperBound - other.lowerBound)
    }
}
