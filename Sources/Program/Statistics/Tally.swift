/// The true counts of one agency and month, folded from submitted stat sheets: of each number its sum, and the largest part that
/// one supporter can have in it. They are kept under lock and never leave the server; what leaves is a ``Publication``.
package struct Tally: Sendable, Equatable {
    private var numbers: [CountKey: Number]

    private struct Number: Sendable, Equatable {
        var sum: Int
        /// The largest part of one sheet of the month itself.
        var largest: Int
        /// The parts of all sheets of earlier months: whose they are is not kept, and one may stand beside a sheet of the same supporter.
        var late: Int

        var parts: [Int] { [sum, largest] + (late > 0 ? [late] : []) }
    }

    /// A month of which nothing is counted yet.
    package init() { numbers = [:] }

    /// What has been counted; a number that is not kept is zero.
    package subscript(key: CountKey) -> Int { numbers[key]?.sum ?? 0 }

    /// How much of it comes from one supporter, at the most.
    package func largest(_ key: CountKey) -> Int { numbers[key].map { $0.largest + $0.late } ?? 0 }

    /// Every number above zero.
    package var keys: Set<CountKey> { Set(numbers.keys) }

    /// The sheets of the month itself that have at least one entry.
    package var sheetsWithEntries: Int { numbers[.sheets]?.largest ?? 0 }

    /// Counts a submitted sheet in that month, with whatever the releases tell of its entries, and nothing else of them.
    ///
    /// - Parameter month: the sheet's own, or a later one where its own had been told.
    package mutating func add(_ sheet: StatSheet, in month: Month, told: ToldNumbers) {
        add(told.counts(of: sheet), sheetHasEntries: !sheet.entries.isEmpty, isLate: sheet.month != month)
    }

    /// Counts what one sheet adds.
    package mutating func add(_ part: [CountKey: Int], sheetHasEntries: Bool, isLate: Bool = false) {
        for (key, amount) in part where amount > 0 {
            var number = numbers[key] ?? Number(sum: 0, largest: 0, late: 0)
            number.sum += amount
            if isLate { number.late += amount } else { number.largest = max(number.largest, amount) }
            numbers[key] = number
        }
        var sheets = numbers[.sheets] ?? Number(sum: 0, largest: 0, late: 0)
        sheets.sum += 1
        if sheetHasEntries, !isLate { sheets.largest += 1 }
        numbers[.sheets] = sheets
    }

    /// Counts as they were kept before parts of sheets were: nobody's part is known, so they are told as they were collected. A sum over
    /// several kinds cannot be told apart any more and is left away.
    package init(countsOfBefore counts: [CountKey: Int], form: ContactForm) {
        numbers = [:]
        for (key, amount) in counts where amount > 0 {
            switch key {
            case .sheets: numbers[key] = Number(sum: amount, largest: amount, late: 0)
            case .entries, .answer, .amount, .gave: numbers[key] = Number(sum: amount, largest: 0, late: 0)
            case .sum(let quantity):
                guard let kind = form.onlyKind(asking: quantity) else { continue }
                numbers[.amount(kind: kind, quantity: quantity)] = Number(sum: amount, largest: 0, late: 0)
            case .given(let quantity):
                guard let kind = form.onlyKind(asking: quantity) else { continue }
                numbers[.gave(kind: kind, quantity: quantity)] = Number(sum: amount, largest: 0, late: 0)
            }
        }
    }
}

extension ContactForm {
    /// The kinds that ask for a quantity, in the form's order.
    func kinds(asking quantity: Quantity) -> [ContactKind] { kinds.filter { $0.range(of: quantity) != nil } }

    fileprivate func onlyKind(asking quantity: Quantity) -> String? {
        let asking = kinds(asking: quantity)
        return asking.count == 1 ? asking.first?.id : nil
    }
}

extension ContactKind {
    /// What one entry may give of a quantity, and whether it has to; nothing where it is not asked for.
    func range(of quantity: Quantity) -> (numbers: ClosedRange<Int>, required: Bool)? {
        for question in questions {
            if case .amount(quantity, let range, let required) = question.answer { return (range.numbers, required) }
        }
        return nil
    }
}

/// By the text of each number its sum, the largest part, and what late sheets have of it where they have any.
extension Tally: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        numbers = [:]
        for (name, parts) in try container.decode([String: [Int]].self) {
            guard let key = CountKey(name), (2...3).contains(parts.count), parts.allSatisfy({ $0 >= 0 }) else {
                throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(name) is no number.")
            }
            numbers[key] = Number(sum: parts[0], largest: parts[1], late: parts.dropFirst(2).first ?? 0)
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(
            Dictionary(uniqueKeysWithValues: numbers.map { ($0.key.text, $0.value.parts) }))
    }
}
