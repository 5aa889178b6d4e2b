/// What a release hides.
package struct Mask: Sendable, Equatable {
    /// The smallest count above zero that may be shown.
    package let threshold: Int
    /// Kinds of so few entries that none of their answers is shown, not even a zero: what is zero would tell too much
    /// about so few.
    package let withheldKinds: Set<String>
    /// Whether there are so few entries in all that no count is shown at all.
    package let withholdsAll: Bool
    /// Counts above zero that are hidden one by one.
    package private(set) var suppressed: Set<ReleaseCell>

    /// Hides what is small in itself, and nothing more yet.
    package init(of shape: ReleaseShape, below threshold: Int) {
        let small = 1..<max(threshold, 1)
        self.threshold = threshold
        withholdsAll = shape.showsKinds && small.contains(shape.allEntries)
        withheldKinds = Set(
            shape.kinds.filter { !$0.questions.isEmpty && small.contains($0.entries) }.map(\.id))
        suppressed = Set(shape.cells.filter { small.contains($0.value) }.keys)
    }

    mutating func suppress(_ cell: ReleaseCell) { suppressed.insert(cell) }

    /// Whether the release shows the count.
    package func shows(_ cell: ReleaseCell) -> Bool {
        if withholdsAll || suppressed.contains(cell) { return false }
        return switch cell {
        case .allEntries, .entries: true
        case .answer(let kind, _, _): !withheldKinds.contains(kind)
        }
    }
}
