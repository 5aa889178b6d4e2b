/// Decides what a release hides: first every count below the threshold, then one further count at a time until the
/// audit finds no small count that the rest gives away.
///
/// The further count is the nearest that still is shown: one that stands in a relation with the count in danger. Of
/// several it is the one whose hiding makes fewest others necessary, of those the smallest, of those the first by
/// name. So every choice can be retraced with pencil and paper.
package struct Suppression {
    package let mask: Mask

    /// - Throws: ``CannotBeProtected`` where hiding everything that may be hidden is not enough; nothing is published
    ///   then.
    package init(of shape: ReleaseShape, below threshold: Int) throws {
        var mask = Mask(of: shape, below: threshold)
        while let endangered = DisclosureAudit(shape, mask).violated.first {
            guard let next = shape.furtherCell(protecting: endangered, mask) else {
                throw CannotBeProtected(cell: endangered)
            }
            mask.suppress(next)
        }
        self.mask = mask
    }
}

/// A small count that everything else in its release gives away whatever is hidden.
package struct CannotBeProtected: Error {
    package let cell: ReleaseCell
}

extension ReleaseShape {
    /// The next count to hide. Zeros stay, for hiding them protects nothing that the method does not tell.
    fileprivate func furtherCell(protecting endangered: ReleaseCell, _ mask: Mask) -> ReleaseCell? {
        let cells = cells
        var reached: Set<ReleaseCell> = [endangered]
        while true {
            let near = Set(relations.filter { !reached.isDisjoint(with: $0) }.joined())
            let shown = near.filter { mask.shows($0) && cells[$0, default: 0] > 0 }
            if let next = shown.min(by: { rank($0, cells) < rank($1, cells) }) { return next }
            let hidden = near.filter { !mask.shows($0) || cells[$0] == nil }
            guard !hidden.isSubset(of: reached) else { return nil }
            reached.formUnion(hidden)
        }
    }

    private func rank(_ cell: ReleaseCell, _ cells: [ReleaseCell: Int]) -> (Int, Int, ReleaseCell) {
        (cellsDragged(by: cell), cells[cell, default: 0], cell)
    }

    /// How many further cells must follow once this one is hidden: the entries of a kind are the total of each table
    /// of one-answer questions, which would give them back.
    private func cellsDragged(by cell: ReleaseCell) -> Int {
        switch cell {
        case .allEntries, .answer: 0
        case .entries(let id):
            kinds.filter { $0.id == id }.flatMap(\.questions).count { $0.adding == .toEntries }
        }
    }
}

extension ReleaseShape {
    /// Whether a sum may be shown: it comes from no entry or from at least the threshold's number, and it says
    /// nothing about a hidden count.
    ///
    /// A sum bounds the entries it comes from, for the form says how little and how much one entry may add. Those
    /// bounds are harmless if they rule nothing out even for a reader who was told that each hidden number of
    /// entries is at most the threshold above the true one, and if she could not bound a small count then.
    func shows(_ sum: Sum, _ mask: Mask) -> Bool {
        guard sum.given == 0 || sum.given >= mask.threshold else { return false }
        let limits = Dictionary(uniqueKeysWithValues: kinds.map { ($0.id, $0.entries + mask.threshold) })
        let audit = DisclosureAudit(self, mask, tellingAtMost: limits)
        guard audit.violated.isEmpty else { return false }
        var (least, most, entries) = (0, 0, 0)
        for (kind, range) in sum.ranges {
            let span = audit.span(ofEntries: kind)
            least += range.lowerBound * span.upperBound
            most += range.upperBound * span.lowerBound
            entries += span.lowerBound
        }
        return (least...max(most, least)).contains(sum.value) && (sum.given == 0 || entries >= mask.threshold)
    }
}
