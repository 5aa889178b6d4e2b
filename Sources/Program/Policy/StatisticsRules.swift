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

/// One table of figures.
package enum SummaryTable: PolicyValue {
    /// Entries by kind, with their total.
    case kinds(title: String, told: Telling? = nil, basis: Basis)
    /// Entries of one kind by the options of one question. A question of one answer adds up to the total; one of
    /// several answers does not and shows no total.
    case answers(title: String, kind: String, question: String, told: Telling? = nil, basis: Basis)
    /// Sums of quantities over all entries, such as hours of support.
    case sums(title: String, quantities: [Quantity], told: Telling? = nil, basis: Basis)

    /// How fine its figures are in time.
    package enum Telling: String, PolicyWord {
        /// Each month, as fine as the month has enough; a year is the sum of what its months told.
        case month
        /// Once a year.
        case year
        /// Each month as far as last year's published figures carry it, and once a year by every option; without such figures once a
        /// year alone.
        case carried
    }

    package var title: String {
        switch self {
        case .kinds(let title, _, _), .answers(let title, _, _, _, _), .sums(let title, _, _, _): title
        }
    }

    package var told: Telling {
        switch self {
        case .kinds(_, let told, _), .answers(_, _, _, let told, _), .sums(_, _, let told, _): told ?? .carried
        }
    }

    package var basis: Basis {
        switch self {
        case .kinds(_, _, let basis), .answers(_, _, _, _, let basis), .sums(_, _, _, let basis): basis
        }
    }
}

/// A release besides the month's: a quarter, a year or the twelve months up to one.
package struct LongerReleaseRule: PolicyValue {
    package let id: String
    /// As people say it: `Yearly report`.
    package let title: String
    /// How long a time it tells.
    package let per: ReleaseLength
    package let preparedBy: RoleID
    /// Exactly the roles that may open it besides the one that prepares it.
    package let readers: [RoleID]
    /// How many days after its last month it is on time.
    package let dueDays: Days
    /// Tables that are told in it alone, once a year; it tells those of the summary without being asked.
    package let tables: [SummaryTable]?
    /// Named on the cover where it is not whom the pack holds accountable.
    package let cover: String?
    package let basis: Basis

    package init(
        id: String, title: String, per: ReleaseLength, preparedBy: RoleID, readers: [RoleID], dueDays: Days,
        tables: [SummaryTable]?, cover: String?, basis: Basis
    ) {
        self.id = id
        self.title = title
        self.per = per
        self.preparedBy = preparedBy
        self.readers = readers
        self.dueDays = dueDays
        self.tables = tables
        self.cover = cover
        self.basis = basis
    }

    var ownTables: [SummaryTable] { tables ?? [] }
}

/// How long a time a release tells that is longer than the month.
package enum ReleaseLength: String, PolicyWord {
    case quarter, year, twelveMonths

    package var length: ReleasePeriod.Length {
        switch self {
        case .quarter: .quarter
        case .year: .year
        case .twelveMonths: .twelveMonths
        }
    }
}

/// How small a published count may be.
package struct DisclosureThreshold: PolicyValue {
    /// The smallest count that is shown; every smaller one looks the same, nought too.
    package let smallestCount: SmallestCount
    /// The fewest people a unit has before figures of it alone are published.
    package let smallestPopulation: SmallestPopulation
    /// How wide the range stays, at least, in which a count that is not shown may lie for whoever puts together everything that is
    /// shown; one less than the smallest count where the pack is silent.
    package let interval: SmallestCount?
    /// Who may take away numbers of their own and still find no small one; silent: one supporter.
    package let insiders: Insiders?
    /// How many sheets with entries a month has, at least, before it is told by itself; silent: three.
    package let fewestSheets: SmallestCount?
    package let basis: Basis

    package enum Insiders: String, PolicyWord {
        /// Whoever filed a sheet may take their own part away and finds none.
        case one
        /// Nobody is meant; whoever filed a sheet may find a small number by taking their own part away.
        case nobody
    }

    package init(
        smallestCount: SmallestCount, smallestPopulation: SmallestPopulation, interval: SmallestCount? = nil,
        insiders: Insiders? = nil, fewestSheets: SmallestCount? = nil, basis: Basis
    ) {
        self.smallestCount = smallestCount
        self.smallestPopulation = smallestPopulation
        self.interval = interval
        self.insiders = insiders
        self.fewestSheets = fewestSheets
        self.basis = basis
    }
}
