/// One of a supporter's own months.
package struct OwnMonth: Sendable, Equatable {
    package let month: Month
    /// Set once its sheet is submitted.
    package let filing: Filing?

    package init(month: Month, filing: Filing?) {
        self.month = month
        self.filing = filing
    }
}

extension PolicyPack {
    /// The months a supporter may look at, the latest first: this month and the twelve before it, as far as a role with a stat sheet
    /// was held or a sheet was submitted.
    ///
    /// - Parameters:
    ///   - holdings: the supporter's own roles.
    ///   - filings: theirs since the earliest of those months.
    package func ownMonths(of holdings: [Holding], filings: [Filing], on today: Day) -> [OwnMonth] {
        let keepers = roles(with: .keepStatSheet).map(\.id)
        let months = sequence(first: today.month, next: \.previous)
            .prefix { $0 >= StatSheetRule.earliestOpenMonth(on: today) }
        return months.compactMap { month in
            let filing = filings.first { $0.month == month }
            let isKept = holdings.contains { keepers.contains($0.role) && $0.isHeld(in: month) }
            return isKept || filing != nil ? OwnMonth(month: month, filing: filing) : nil
        }
    }
}
