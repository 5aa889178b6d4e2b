/// A table of planning as it is read: words and numbers of the team, never of who asked for support.
package struct PlanTable: Sendable, Equatable {
    package let title: String
    package let columns: [String]
    /// As many cells as there are columns; the first names the row.
    package let rows: [[String]]
    /// Whole sentences below it: what is missing, and what cannot be shown and why.
    package let notes: [String]
    /// Where the table comes from.
    package let basis: Basis?

    package init(title: String, columns: [String], rows: [[String]], notes: [String] = [], basis: Basis? = nil) {
        self.title = title
        self.columns = columns
        self.rows = rows
        self.notes = notes
        self.basis = basis
    }
}

extension Int {
    /// `1 member`, `3 members`.
    func of(_ one: String, _ many: String) -> String { "\(self) \(self == 1 ? one : many)" }
}
