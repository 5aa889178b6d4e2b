/// The true counts of one agency and month, folded from submitted stat sheets: of each number its sum, and the largest part that
/// one sheet has in it. They are kept under lock and never leave the server; what leaves is a ``Publication``.
package struct Tally: Sendable, Equatable {
    private var numbers: [CountKey: Number]

    private struct Number: Sendable, Equatable {
        var sum: Int
        var largest: Int
    }

    /// A month of which nothing is counted yet.
    package init() { numbers = [:] }

    /// What has been counted; a number that is not kept is zero.
    package subscript(key: CountKey) -> Int { numbers[key]?.sum ?? 0 }

    /// How much of it comes from the sheet that has most of it.
    package func largest(_ key: CountKey) -> Int { numbers[key]?.largest ?? 0 }

    /// Every number above zero.
    package var keys: Set<CountKey> { Set(numbers.keys) }

    /// The sheets that have at least one entry.
    package var sheetsWithEntries: Int { numbers[.sheets]?.largest ?? 0 }

    /// Counts a submitted sheet, with whatever the releases tell of its entries, and nothing else of them.
    package mutating func add(_ sheet: StatSheet, told: ToldNumbers) {
        add(told.counts(of: sheet), sheetHasEntries: !sheet.entries.isEmpty)
    }

    /// Counts what one sheet adds.
    package mutating func add(_ part: [CountKey: Int], sheetHasEntries: Bool) {
        for (key, amount) in part where amount > 0 {
            let number = numbers[key] ?? Number(sum: 0, largest: 0)
            numbers[key] = Number(sum: number.sum + amount, largest: max(number.largest, amount))
        }
        let sheets = numbers[.sheets] ?? Number(sum: 0, largest: 0)
        numbers[.sheets] = Number(sum: sheets.sum + 1, largest: sheets.largest + (sheetHasEntries ? 1 : 0))
    }

    /// Counts as they were kept before parts of sheets were: nobody's part is known, so they are told as they were collected. A sum over
    /// several kinds cannot be told apart any more and is left away.
    package init(countsOfBefore counts: [CountKey: Int], form: ContactForm) {
        numbers = [:]
        for (key, amount) in counts where amount > 0 {
            switch key {
            case .sheets: numbers[key] = Number(sum: amount, largest: amount)
            case .entries, .answer, .amount, .gave: numbers[key] = Number(sum: amount, largest: 0)
            case .sum(let quantity):
                guard let kind = form.onlyKind(asking: quantity) else { continue }
                numbers[.amount(kind: kind, quantity: quantity)] = Number(sum: amount, largest: 0)
            case .given(let quantity):
                guard let kind = form.onlyKind(asking: quantity) else { continue }
                numbers[.gave(kind: kind, quantity: quantity)] = Number(sum: amount, largest: 0)
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

/// By the text of each number its sum and the largest part, in the order of the text.
extension Tally: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        numbers = [:]
        for (name, parts) in try container.decode([String: [Int]].self) {
            guard let key = CountKey(name), parts.count == 2, parts.allSatisfy({ $0 >= 0 }) else {
                throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(name) is no number.")
            }
            numbers[key] = Number(sum: parts[0], largest: parts[1])
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(
            Dictionary(uniqueKeysWithValues: numbers.map { ($0.key.text, [$0.value.sum, $0.value.largest]) }))
    }
}
