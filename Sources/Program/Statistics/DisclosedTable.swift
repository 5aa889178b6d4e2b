import Foundation

/// A table of figures that is safe to show. The only type that pages and JSON accept, and only two things make one:
/// the suppression, and reading back a frozen release whose checksum holds. Both are in this file.
package struct DisclosedTable: Sendable, Equatable, Encodable {
    package let title: String
    package let rows: [Row]
    /// The sum of the rows; nothing where they do not add up, as with several answers or with hours.
    package let total: DisclosedValue?
    /// How to read what is not shown, in plain words, a sentence a line.
    package let notes: [String]

    package struct Row: Sendable, Equatable, Encodable {
        /// As the pack says it; for a time the system's own words, since a form asks for minutes and a sum is read in hours.
        package let label: String
        package let value: DisclosedValue
        /// What an amount counts; nothing for entries, which the table's title names.
        package let unit: Quantity.Unit?

        fileprivate init(label: String, value: DisclosedValue, unit: Quantity.Unit? = nil) {
            self.label = label
            self.value = value
            self.unit = unit
        }
    }

    fileprivate init(title: String, rows: [Row], total: DisclosedValue?, notes: [String]) {
        self.title = title
        self.rows = rows
        self.total = total
        self.notes = notes
    }
}

// MARK: - From true counts

/// One release on its way from true counts to tables; all its tables are protected together.
struct Disclosure {
    private let shape: ReleaseShape
    private let mask: Mask
    private let form: ContactForm
    private let rule: SummaryRule

    init(_ counts: MonthCounts, rule: SummaryRule, form: ContactForm, threshold: DisclosureThreshold) throws {
        self.rule = rule
        self.form = form
        shape = try ReleaseShape(of: counts, rule: rule, form: form)
        mask = try Suppression(of: shape, below: threshold.smallestCount.number).mask
    }

    /// The tables in the order of the rule.
    var tables: [DisclosedTable] { rule.tables.map(table) }

    private func table(_ table: SummaryTable) -> DisclosedTable {
        switch table {
        case .kinds(let title, _, _): kinds(title)
        case .answers(let title, let kind, let question, _, _): answers(title, kind, question)
        case .sums(let title, let quantities, _, _): sums(title, quantities)
        }
    }

    private func kinds(_ title: String) -> DisclosedTable {
        let rows = form.kinds.map { DisclosedTable.Row(label: $0.label, value: value(.entries(kind: $0.id))) }
        return counted(title, rows, total: value(.allEntries), isWithheld: mask.withholdsAll)
    }

    private func answers(_ title: String, _ kindID: String, _ questionID: String) -> DisclosedTable {
        let question = form.kind(kindID)?.questions.first { $0.id == questionID }
        let rows = (question?.answer.options ?? []).map { option in
            let cell = ReleaseCell.answer(kind: kindID, question: questionID, option: option.id)
            return DisclosedTable.Row(label: option.label, value: value(cell))
        }
        let addsUp = if case .one = question?.answer { true } else { false }
        return counted(
            title, rows, total: addsUp ? value(.entries(kind: kindID)) : nil,
            isWithheld: mask.withholdsAll || mask.withheldKinds.contains(kindID))
    }

    private func sums(_ title: String, _ quantities: [Quantity]) -> DisclosedTable {
        let rows = quantities.map { quantity in
            let label = quantity.sumLabel ?? form.label(of: quantity) ?? quantity.rawValue
            guard let sum = shape.sums.first(where: { $0.quantity == quantity }), shape.shows(sum, mask) else {
                return DisclosedTable.Row(label: label, value: .suppressed, unit: quantity.unit)
            }
            let value: DisclosedValue = quantity.isTime ? .minutes(sum.value) : .count(sum.value)
            return DisclosedTable.Row(label: label, value: value, unit: quantity.unit)
        }
        var notes: [String] = []
        if rows.contains(where: { $0.value == .suppressed }) {
            notes = ["A sum is shown only when it comes from at least \(mask.threshold) entries, and these are known."]
        }
        return DisclosedTable(title: title, rows: rows, total: nil, notes: notes)
    }

    private func counted(
        _ title: String, _ rows: [DisclosedTable.Row], total: DisclosedValue?, isWithheld: Bool
    ) -> DisclosedTable {
        let isPartial = total == .suppressed || rows.contains { $0.value == .suppressed }
        let few = "Fewer than \(mask.threshold) entries: no figure of this table is shown."
        let some = [
            "Counts from 1 to \(mask.threshold - 1) are not shown, so that nobody can be recognised. Zero is shown.",
            "Some larger counts are not shown either, where they would give a small one away.",
        ]
        return DisclosedTable(
            title: title, rows: rows, total: total, notes: isWithheld ? [few] : isPartial ? some : [])
    }

    private func value(_ cell: ReleaseCell) -> DisclosedValue {
        guard mask.shows(cell), let count = shape.cells[cell] else { return .suppressed }
        return .count(count)
    }
}

// MARK: - From a frozen release

extension Summary {
    /// Reads a published summary back, after checking that its bytes are the ones that were published.
    ///
    /// - Parameters:
    ///   - json: what ``canonicalJSON`` wrote.
    ///   - checksum: the SHA-256 kept at publication, in the form that `sha256` writes.
    ///   - sha256: the hash function; the core has none of its own.
    /// - Throws: ``FrozenReleaseAltered`` where the checksum differs; `DecodingError` where it is no summary.
    package init(frozen json: Data, checksum: String, sha256: (Data) -> String) throws {
        guard sha256(json) == checksum else { throw FrozenReleaseAltered() }
        let frozen = try JSONDecoder().decode(FrozenSummary.self, from: json)
        self.init(
            title: frozen.title, month: frozen.month, preparedOn: frozen.preparedOn, cover: frozen.cover,
            sheetsReceived: frozen.sheetsReceived, sheetsExpected: frozen.sheetsExpected,
            tables: frozen.tables.map(\.table))
    }
}

/// A frozen release whose bytes are not those that were published. Nothing of it is shown.
package struct FrozenReleaseAltered: Error {}

private struct FrozenSummary: Decodable {
    let title: String
    let month: Month
    let preparedOn: Day
    let cover: String?
    let sheetsReceived: Int
    let sheetsExpected: Int?
    let tables: [FrozenTable]
}

private struct FrozenTable: Decodable {
    let title: String
    let rows: [Row]
    let total: DisclosedValue?
    let notes: [String]

    /// A release of before units were kept with each row has none; its times say theirs in their value.
    struct Row: Decodable {
        let label: String
        let value: DisclosedValue
        let unit: Quantity.Unit?
    }

    var table: DisclosedTable {
        DisclosedTable(
            title: title,
            rows: rows.map { DisclosedTable.Row(label: $0.label, value: $0.value, unit: $0.unit) },
            total: total, notes: notes)
    }
}
