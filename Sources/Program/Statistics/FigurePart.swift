/// A part of what is told in figures: whole sentences, made of what is shown alone, and the same as a table that is also drawn.
package struct FigurePart: Sendable, Equatable {
    package let title: String
    package let sentences: [String]
    package let contents: [Content]
    /// How to read it, and what is missing, a sentence a line.
    package let notes: [String]

    package enum Content: Sendable, Equatable {
        case bars(FigureBars)
        case trend(FigureTrend)
        /// A table of words, such as steps of reasoning.
        case words(PlanTable)
    }

    package init(title: String, sentences: [String] = [], contents: [Content], notes: [String] = []) {
        self.title = title
        self.sentences = sentences
        self.contents = contents
        self.notes = notes
    }
}

/// Figures by what they are of, in one column or several.
package struct FigureBars: Sendable, Equatable {
    /// What the rows are of, as a heading.
    package let kind: String
    package let columns: [String]
    package let rows: [Row]
    /// One for each column; nothing where rows do not add up.
    package let total: [DisclosedValue]?

    package struct Row: Sendable, Equatable {
        /// Several where they share one number.
        package let labels: [String]
        /// What an amount counts; nothing where the table's title names it.
        package let unit: Quantity.Unit?
        /// One for each column.
        package let values: [DisclosedValue]
        /// How they are read, where that is not how the value is: `2.4`, of 24 tenths.
        package let asRead: [String]?

        package init(
            labels: [String], unit: Quantity.Unit? = nil, values: [DisclosedValue], asRead: [String]? = nil
        ) {
            self.labels = labels
            self.unit = unit
            self.values = values
            self.asRead = asRead
        }

        /// One for each column, as it is read.
        package var words: [String] {
            values.enumerated().map { place, value in
                value == .suppressed ? value.words() : asRead?.dropFirst(place).first ?? value.words(unit)
            }
        }
    }

    package init(kind: String, columns: [String], rows: [Row], total: [DisclosedValue]? = nil) {
        self.kind = kind
        self.columns = columns
        self.rows = rows
        self.total = total
    }
}

/// One figure over time.
package struct FigureTrend: Sendable, Equatable {
    /// What is counted, as the heading of its numbers.
    package let unit: String
    /// In order, each month once.
    package let points: [Point]

    package struct Point: Sendable, Equatable {
        /// Several that were told together.
        package let months: [Month]
        package let value: DisclosedValue

        package init(months: [Month], value: DisclosedValue) {
            self.months = months
            self.value = value
        }

        /// `March 2026`, `March and April 2026`, `December 2025 and January 2026`.
        package var name: String { months.named }
    }

    package init(unit: String, points: [Point]) {
        self.unit = unit
        self.points = points
    }

    /// What a look at it tells, of what is shown alone.
    package var words: String {
        let single = points.filter { $0.months.count == 1 }
        let shown = single.compactMap { point in point.value.count.map { (point, $0) } }
        var sentences: [String] = []
        if let least = shown.min(by: { $0.1 < $1.1 }), let most = shown.max(by: { $0.1 < $1.1 }) {
            sentences.append(
                shown.count == 1
                    ? "\(least.1) in \(least.0.name)."
                    : "From \(least.1) in \(least.0.name) to \(most.1) in \(most.0.name).")
        }
        for point in points where point.months.count > 1 {
            if let count = point.value.count { sentences.append("\(count) in \(point.name) together.") }
        }
        let missing = points.filter { $0.value == .suppressed }.flatMap(\.months)
        if !missing.isEmpty { sentences.append("Not shown: \(missing.named).") }
        return sentences.joined(separator: " ")
    }
}

extension [Month] {
    /// `May 2026`; `March and April 2026`; `December 2025, January and May 2026`. A year stands once, after its last month.
    package var named: String {
        let words = enumerated().map { place, month in
            let isLastOfYear = place + 1 == count || self[place + 1].year != month.year
            return isLastOfYear ? month.name : String(month.name.dropLast(5))
        }
        return words.inWords
    }
}

extension [String] {
    /// `a`, `a and b`, `a, b and c`.
    package var inWords: String {
        guard let last, count > 1 else { return first ?? "" }
        return "\(dropLast().joined(separator: ", ")) and \(last)"
    }
}

extension DisclosedValue {
    /// A count that is shown.
    package var count: Int? {
        switch self {
        case .count(let count): count
        case .minutes, .hours, .suppressed: nil
        }
    }

    /// The number that is drawn, in the unit it is told in.
    package var amount: Int? {
        switch self {
        case .count(let count): count
        case .minutes(let minutes): minutes
        case .hours(let hours): hours
        case .suppressed: nil
        }
    }
}

extension ReleasePeriod {
    /// As it begins a line: `First quarter of 2026`.
    package var title: String { name.prefix(1).uppercased() + name.dropFirst() }
}
