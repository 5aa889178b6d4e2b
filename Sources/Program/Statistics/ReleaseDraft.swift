/// What may be published of a period if it can be proven that it gives nothing small away (``ReleaseAudit``). Nobody sees it before.
package struct ReleaseDraft: Sendable {
    private let release: ToldRelease
    private let period: ReleasePeriod
    private let months: [Month]
    private let sheets: Int
    private let today: Day
    private let readers: [String]
    private let notes: [String]
    private let figures: FiguresAtHand
    /// What was published of the same months.
    private let earlier: [Publication]
    private let width: Int
    private var waits: Bool
    private var tables: [TableDraft]

    package var publication: Publication {
        Publication(
            release: release.id, title: release.title, period: period, months: waits ? [] : months, preparedOn: today,
            cover: release.cover, readers: readers, sheets: waits ? 0 : sheets, waits: waits,
            tables: waits ? [] : tables.map(\.table), notes: waits ? [Self.waiting] : notes)
    }

    private static let waiting =
        "There is too little in it to be told by itself without pointing at somebody. It is counted with the next one."

    /// Everything anybody can know once it is published.
    package var system: JointSystem {
        let own = waits ? [] : tables.flatMap(\.table.rows).map { JointSystem.Told(row: $0, months: months) }
        let told = earlier.flatMap { publication in
            publication.tables.flatMap(\.rows).map { JointSystem.Told(row: $0, months: publication.months) }
        }
        let all = Set(earlier.flatMap(\.months)).union(waits ? [] : months).sorted()
        let spans = earlier.map(\.months) + [months, all] + all.quarters
        return JointSystem(
            figures, months: all, spans: Array(Set(spans.filter { $0.count > 1 && Set(all).isSuperset(of: $0) })),
            told: (told + own).filter { !$0.row.isSum }, width: width)
    }

    /// Whether something would be told that nothing before told: only then is there anything to prove.
    package var tellsNew: Bool { !waits && tables.contains(where: \.tellsNew) }

    /// Leaves out what is left out first where it cannot be proven. A month of which not even the entries can be told waits for the next.
    ///
    /// - Returns: false where nothing new is told any more.
    package mutating func leaveOutLast() -> Bool {
        guard tellsNew else { return false }
        let last = tables.indices.filter { tables[$0].tellsNew }.max { tables[$0].rank < tables[$1].rank }
        guard let last else { return false }
        tables[last].leaveOut()
        if release.length == .month, !tables.contains(where: \.tellsNew) { waits = true }
        return true
    }
}

extension [Month] {
    /// Those of each quarter of the calendar.
    fileprivate var quarters: [[Month]] {
        Dictionary(grouping: self) { ReleasePeriod(.quarter, endingFrom: $0) }.values.map { $0.sorted() }
    }
}

// MARK: - Making one

extension PolicyPack {
    /// The draft of a period's release.
    ///
    /// - Parameters:
    ///   - tallies: the true counts of its months, of those that are told with it, and of all others of its year.
    ///   - published: everything published so far.
    ///   - today: the agency's day.
    package func draft(
        _ release: ToldRelease, _ period: ReleasePeriod, tallies: [Month: Tally], published: [Publication],
        on today: Day
    ) -> ReleaseDraft {
        let years = published.filter { $0.period.length == .year && $0.period.lastMonth < period.lastMonth }
        let figures = FiguresAtHand(
            form: contactForm, tallies: tallies, threshold: threshold, years: years,
            tables: summary.tables + tables(of: release))
        return ReleaseDraft(
            release, period, figures, published: published, width: threshold.promisedWidth,
            readers: release.readers.map(title(of:)), on: today)
    }

    /// The tables that a release has besides those of the summary.
    private func tables(of release: ToldRelease) -> [SummaryTable] {
        (releases ?? []).first { $0.id == release.id }?.ownTables ?? []
    }
}

extension ReleaseDraft {
    /// - Parameters:
    ///   - published: everything published so far.
    ///   - width: how wide the range of a small number stays for whoever has everything that is published.
    ///   - readers: to whom it is open, as people call them.
    package init(
        _ release: ToldRelease, _ period: ReleasePeriod, _ figures: FiguresAtHand, published: [Publication], width: Int,
        readers: [String], on today: Day
    ) {
        let summaries = published.filter { $0.release == Publication.summary }
        let told = summaries.filter { period.months.contains($0.period.lastMonth) && !$0.waits }
        let year = ReleasePeriod.year(of: period.lastMonth)
        earlier = published.filter { publication in
            publication.method == 2 && !publication.waits
                && (publication.release == Publication.summary
                    ? year.months.contains(publication.period.lastMonth) : publication.period == year)
        }
        switch release.length {
        case .month:
            months = summaries.waitingMonths(before: period.lastMonth) + [period.lastMonth]
            waits = !figures.areEnough(months)
            (tables, notes) = figures.monthTables(in: months)
        case .year:
            months = told.filter { $0.method == 2 }.flatMap(\.months).sorted()
            waits = months.isEmpty
            tables = months.isEmpty ? [] : figures.yearTables(in: months, told: told.filter { $0.method == 2 })
            notes = months.notes(of: period)
        case .quarter, .twelveMonths:
            months = told.flatMap(\.months).sorted()
            waits = months.isEmpty
            tables = figures.sumTables(of: told)
            notes = months.notes(of: period)
        }
        sheets =
            told.isEmpty
            ? months.reduce(0) { $0 + (figures.tallies[$1]?[.sheets] ?? 0) } : told.reduce(0) { $0 + $1.sheets }
        (self.release, self.period, self.figures, self.width) = (release, period, figures, width)
        (self.readers, self.today) = (readers, today)
    }
}

extension [Publication] {
    /// The months up to that one that were published without figures and have not been told since.
    fileprivate func waitingMonths(before month: Month) -> [Month] {
        let ordered = filter { $0.period.lastMonth < month }.sorted { $0.period.lastMonth < $1.period.lastMonth }
        let lastTold = ordered.lastIndex { !$0.waits }.map { $0 + 1 } ?? 0
        return ordered[lastTold...].map(\.period.lastMonth)
    }
}

extension [Month] {
    /// Which months are in a release, where they are not just those of its period.
    fileprivate func notes(of period: ReleasePeriod) -> [String] {
        let (before, missing) = (filter { !period.months.contains($0) }, period.months.filter { !contains($0) })
        return [
            before.isEmpty ? nil : "With \(before.names), which had too little to be told by themselves.",
            missing.isEmpty ? nil : "Without \(missing.names).",
        ].compactMap(\.self)
    }

    private var names: String { map(\.name).joined(separator: ", ") }
}
