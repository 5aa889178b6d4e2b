/// A table of figures that is safe to show. The only type that pages, files and JSON accept, and only two things make one: a draft,
/// which is proven before anybody sees it, and reading back a frozen publication whose checksum holds.
package struct PublishedTable: Sendable, Equatable, Encodable {
    package let title: String
    package let rows: [Row]
    /// The sum of the rows; nothing where they do not add up, as with several answers, or where there is but one.
    package let total: DisclosedValue?
    /// How to read it, in plain words, a sentence a line.
    package let notes: [String]

    package struct Row: Sendable, Equatable, Encodable {
        /// As the pack says it; several where few are told together.
        package let labels: [String]
        /// The numbers whose sum it is.
        package let of: [CountKey]
        package let value: DisclosedValue
        /// What an amount counts; nothing for entries, which the table's title names.
        package let unit: Quantity.Unit?
        /// Whether it is the sum of what shorter releases told, so that it tells nothing new.
        package let isSum: Bool

        init(
            labels: [String], of: [CountKey], value: DisclosedValue, unit: Quantity.Unit? = nil, isSum: Bool = false
        ) {
            self.labels = labels
            self.of = of
            self.value = value
            self.unit = unit
            self.isSum = isSum
        }

        /// `In person`, `By phone or by message`.
        package var label: String {
            guard let last = labels.last, labels.count > 1 else { return labels.first ?? "" }
            return "\(labels.dropLast().joined(separator: ", ")) or \(last)"
        }

        package var isShown: Bool { value != .suppressed }

        /// The same row without its number.
        var withheld: Row { Row(labels: labels, of: of, value: .suppressed, unit: unit, isSum: isSum) }
    }

    init(title: String, rows: [Row], total: DisclosedValue? = nil, notes: [String] = []) {
        self.title = title
        self.rows = rows
        self.total = total
        self.notes = notes
    }

    /// Whether any of its numbers is shown.
    package var isShown: Bool { rows.contains(where: \.isShown) }
}
