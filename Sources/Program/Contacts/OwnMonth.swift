/// One of a supporter's own months.
package struct OwnMonth: Sendable, Equatable {
    package let month: Month
    /// Set once its sheet is submitted.
    package let filing: Filing?
    /// All time of support in it, as far as the supporter's own key opens the sheet; nothing where there is none.
    package let minutes: Int?

    package init(month: Month, filing: Filing?, minutes: Int? = nil) {
        self.month = month
        self.filing = filing
        self.minutes = minutes
    }
}

extension PolicyPack {
    /// The months a supporter may look at, the latest first: this month and the twelve before it, as far as a role with a stat sheet
    /// was held or a sheet was submitted.
    ///
    /// - Parameters:
    ///   - holdings: the supporter's own roles.
    ///   - filings: theirs since the earliest of those months.
    ///   - minutes: of each month whose sheet the supporter can open.
    package func ownMonths(of holdings: [Holding], filings: [Filing], minutes: [Month: Int] = [:], on today: Day)
        -> [OwnMonth]
    {
        let keepers = roles(with: .keepStatSheet).map(\.id)
        let months = sequence(first: today.month, next: \.previous)
            .prefix { $0 >= StatSheetRule.earliestOpenMonth(on: today) }
        return months.compactMap { month in
            let filing = filings.first { $0.month == month }
            let isKept = holdings.contains { keepers.contains($0.role) && $0.isHeld(in: month) }
            return isKept || filing != nil ? OwnMonth(month: month, filing: filing, minutes: minutes[month]) : nil
        }
    }
}
