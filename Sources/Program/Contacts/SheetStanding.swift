/// Where one supporter's sheet of a month stands, as the receiver of the sheets sees it.
package struct SheetStanding: Sendable, Equatable {
    package let account: String
    package let name: String
    package let status: Status
    /// Whether the sheet itself can be opened.
    package let canOpen: Bool

    package enum Status: Sendable, Equatable {
        case submitted(Filing)
        /// Not submitted, and there is still time.
        case awaited
        /// Not submitted, and the due day is over.
        case overdue
    }

    package init(account: String, name: String, status: Status, canOpen: Bool) {
        self.account = account
        self.name = name
        self.status = status
        self.canOpen = canOpen
    }

    package var filing: Filing? {
        switch status {
        case .submitted(let filing): filing
        case .awaited, .overdue: nil
        }
    }
}

extension Holding {
    /// Whether its holder owes the sheet of the month: whoever held the role in it and still does, for nobody else can submit one.
    package func owesSheet(of month: Month, on today: Day) -> Bool { isHeld(on: today) && isHeld(in: month) }
}

extension StatSheetRule {
    /// Where a sheet of the month stands, by its filing where there is one.
    package func standing(of month: Month, filing: Filing?, on today: Day) -> SheetStanding.Status {
        if let filing { return .submitted(filing) }
        return isLate(month, on: today) ? .overdue : .awaited
    }

    /// How many sheets of the month are expected and are in, by account. A sheet that is in was expected, whoever holds the role
    /// by now. Nothing outside of the calendar's years.
    package func count(of month: Month, expected: Set<String>, submitted: Set<String>) -> SheetCount? {
        due(for: month).map {
            SheetCount(expected: expected.union(submitted).count, submitted: submitted.count, due: $0)
        }
    }
}
