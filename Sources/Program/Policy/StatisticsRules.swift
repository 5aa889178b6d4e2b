/// When and to whom a supporter's month is submitted.
package struct StatSheetRule: PolicyValue {
    /// The role that receives the sheets and sees who has submitted.
    package let receivedBy: RoleID
    /// The day of the following month, in the agency's time zone, on which the sheet is still on time.
    package let dueDay: DayOfMonth
    /// How many days before it the supporter is reminded.
    package let reminderDays: DaysAhead
    package let basis: Basis

    package init(receivedBy: RoleID, dueDay: DayOfMonth, reminderDays: DaysAhead, basis: Basis) {
        self.receivedBy = receivedBy
        self.dueDay = dueDay
        self.reminderDays = reminderDays
        self.basis = basis
    }
}

/// The month's published figures: what they show and the circles that may open them.
package struct SummaryRule: PolicyValue {
    /// As people say it: `Monthly Peer Support Contact Summary`.
    package let title: String
    package let preparedBy: RoleID
    /// Exactly the roles that may open a published summary besides the one that prepares it.
    package let readers: [RoleID]
    /// The day of the following month by which it is published; overdue after it.
    package let dueDay: DayOfMonth
    package let tables: [SummaryTable]
    /// Named on the cover, such as the division accountable (OCP-I.C-0).
    package let cover: String?
    package let basis: Basis

    package init(
        title: String, preparedBy: RoleID, readers: [RoleID], dueDay: DayOfMonth, tables: [SummaryTable],
        cover: String?,
        basis: Basis
    ) {
        self.title = title
        self.preparedBy = preparedBy
        self.readers = readers
        self.dueDay = dueDay
        self.tables = tables
        self.cover = cover
        self.basis = basis
    }
}

/// One table of a summary.
package enum SummaryTable: PolicyValue {
    /// Entries by kind, with their total.
    case kinds(title: String, basis: Basis)
    /// Entries of one kind by the options of one question. A question of one answer adds up to the total; one of
    /// several answers does not and shows no total.
    case answers(title: String, kind: String, question: String, basis: Basis)
    /// Sums of quantities over all entries, such as hours of support.
    case sums(title: String, quantities: [Quantity], basis: Basis)

    package var title: String {
        switch self {
        case .kinds(let title, _), .answers(let title, _, _, _), .sums(let title, _, _): title
        }
    }

    package var basis: Basis {
        switch self {
        case .kinds(_, let basis), .answers(_, _, _, let basis), .sums(_, _, let basis): basis
        }
    }
}

/// How small a published count may be.
package struct DisclosureThreshold: PolicyValue {
    /// The smallest count above zero that is shown. Zero is shown.
    package let smallestCount: SmallestCount
    /// The fewest people a unit has before figures of it alone are published.
    package let smallestPopulation: SmallestPopulation
    package let basis: Basis

    package init(smallestCount: SmallestCount, smallestPopulation: SmallestPopulation, basis: Basis) {
        self.smallestCount = smallestCount
        self.smallestPopulation = smallestPopulation
        self.basis = basis
    }
}
