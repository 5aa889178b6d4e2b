extension Publication {
    /// The heads of ``cells``.
    package static let cellHeads = ["release", "period", "table", "row", "number", "unit", "mark"]

    /// Exactly what was published, a row for each number and each total: for spreadsheets. A number that is not shown is empty and has the
    /// one mark of all of them.
    package var cells: [[String]] {
        tables.flatMap { table in
            table.rows.map { cells(table, $0.label, $0.value, $0.unit) }
                + (table.total.map { [cells(table, "Total", $0, nil)] } ?? [])
        }
    }

    private func cells(
        _ table: PublishedTable, _ label: String, _ value: DisclosedValue, _ unit: Quantity.Unit?
    ) -> [String] {
        [release, period.text, table.title, label, value.amount.map(String.init) ?? "", value.unit(unit), value.mark]
    }
}

extension DisclosedValue {
    /// What the number counts, in a word.
    fileprivate func unit(_ unit: Quantity.Unit?) -> String {
        switch self {
        case .hours: "hours"
        case .minutes: "minutes"
        case .count: unit?.rawValue ?? "contacts"
        case .suppressed: ""
        }
    }

    fileprivate var mark: String { self == .suppressed ? "not shown" : "" }
}
