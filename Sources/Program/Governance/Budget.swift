/// What one line of the budget has in one year: planned and spent, in whole cents (OCP-I.C.1). It is of the programme as a whole; no amount
/// belongs to a person, whether of the team or helped by it.
package struct BudgetEntry: Sendable, Equatable {
    package let year: Int
    package let line: BudgetRule.Line
    package let planned: Cents
    package let spent: Cents

    package init(year: Int, line: BudgetRule.Line, planned: Cents, spent: Cents) {
        self.year = year
        self.line = line
        self.planned = planned
        self.spent = spent
    }

    package var isOverspent: Bool { spent.number > planned.number }
}

/// An amount of money in whole cents.
package struct Cents: Sendable, Hashable {
    package let number: Int

    /// Up to a hundred million: more than any programme spends, and far from what a sum cannot hold.
    package static let range = 0...10_000_000_000
    package static let none = Cents(nearest: 0)

    /// Nothing for an amount outside the range.
    package init?(exactly number: Int) {
        guard Self.range.contains(number) else { return nil }
        self.number = number
    }

    private init(nearest number: Int) { self.number = min(max(number, Self.range.lowerBound), Self.range.upperBound) }

    /// Reads what people type: `1250`, `1,250`, `1250.5` or `$1,250.50`. Nothing for anything else, and for more than two places.
    package init?(typed text: String) {
        let plain = text.filter { $0 != "," && $0 != " " && $0 != "$" }
        let parts = plain.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, let whole = parts.first, !whole.isEmpty, whole.count <= 12, whole.allSatisfy(\.isDigit)
        else { return nil }
        let places = parts.count == 2 ? parts[1] : ""
        guard places.count <= 2, places.allSatisfy(\.isDigit), parts.count == 1 || !places.isEmpty,
            let amount = Int(whole),
            let cents = Int((places + "00").prefix(2))
        else { return nil }
        self.init(exactly: amount * 100 + cents)
    }

    /// Such as `1,250.50`.
    package var text: String { Self.words(number) }

    /// The same of a sum of amounts, which may be larger than one.
    package static func words(_ number: Int) -> String {
        let digits = String(number / 100)
        let grouped = digits.enumerated().map { place, digit in
            let isBeforeGroup = place > 0 && (digits.count - place).isMultiple(of: 3)
            return (isBeforeGroup ? "," : "") + String(digit)
        }.joined()
        return "\(grouped).\(number % 100 < 10 ? "0" : "")\(number % 100)"
    }
}

extension Character {
    fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
}

extension BudgetRule {
    /// The years whose lines may be written in: last year until its books are closed, this one, and the next for planning.
    package func years(on today: Day) -> ClosedRange<Int> { today.month.year - 1...today.month.year + 1 }

    /// Whether a line of that year may be written in.
    package func mayKeep(_ entry: BudgetEntry, on today: Day) -> Refusal? {
        guard lines.contains(entry.line) else { return Refusal("The policy has no such line.", basis: basis) }
        guard years(on: today).contains(entry.year) else {
            return Refusal("Last year, this one and the next are kept; earlier ones stay as they are.", basis: basis)
        }
        guard entry.spent == .none || entry.year <= today.month.year else {
            return Refusal("Nothing is spent in a year that has not begun.", field: "spent", basis: basis)
        }
        return nil
    }
}

extension PolicyPack {
    /// Whoever keeps the budget, and whoever sees it.
    var conferredByBudget: [ConferredPower] {
        guard let rule = governance.budget else { return [] }
        return [
            ConferredPower(.keepBudget, on: [rule.keptBy]),
            ConferredPower(.seeBudget, on: [rule.keptBy] + (rule.seenBy ?? [])),
        ]
    }
}
