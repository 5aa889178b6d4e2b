/// One period's place in the list of releases.
package struct ReleaseStanding: Sendable, Equatable {
    /// `summary` for the month's.
    package let release: String
    package let period: ReleasePeriod
    package let status: Status

    package enum Status: String, Sendable, CaseIterable {
        case published
        /// The period is over, and its figures can be published.
        case waiting
        /// The same, and the day it was due on is over.
        case overdue
    }
}

/// What is published so far, and from when on there is something to publish: what decides which period is the next.
package struct ReleasesSoFar: Sendable {
    private let periods: [String: Set<ReleasePeriod>]
    /// The earliest month with counts that is not published.
    private let earliestWaiting: Month?

    /// - Parameters:
    ///   - published: every published period by its release.
    ///   - earliestWaiting: the earliest month with counts after the latest that is published; nothing where there is none.
    package init(published: [(release: String, period: ReleasePeriod)], earliestWaiting: Month?) {
        periods = Dictionary(grouping: published, by: \.release).mapValues { Set($0.map(\.period)) }
        self.earliestWaiting = earliestWaiting
    }

    func isPublished(_ period: ReleasePeriod, of release: ToldRelease) -> Bool {
        periods[release.id]?.contains(period) ?? false
    }

    /// The latest month whose summary is published.
    package var latestMonth: Month? { periods[Publication.summary]?.map(\.lastMonth).max() }

    private var firstMonth: Month? { periods[Publication.summary]?.map(\.lastMonth).min() }

    /// The period that is published next. Of a longer time it is one that has months that were published; where there are no figures yet,
    /// last month's summary is the first.
    func next(of release: ToldRelease, on today: Day) -> ReleasePeriod? {
        if let latest = periods[release.id]?.max(by: { $0.lastMonth < $1.lastMonth }) { return latest.next }
        switch release.length {
        case .month: return .month(earliestWaiting ?? today.month.previous)
        case .quarter, .year: return firstMonth.map { ReleasePeriod(release.length, endingFrom: $0) }
        case .twelveMonths: return firstMonth.map { ReleasePeriod(.twelveMonths, endingFrom: $0.adding(11)) }
        }
    }

    /// Whether every month of the period is published, so that a longer time can be told.
    func tells(_ period: ReleasePeriod) -> Bool { latestMonth.map { $0 >= period.lastMonth } ?? false }

    /// Whether anything is known yet: a programme may be newer than last month, which is not late then.
    fileprivate var isEmpty: Bool { periods.isEmpty && earliestWaiting == nil }
}

extension PolicyPack {
    /// The releases of the past two years and those that wait for publication, the latest first; of each period the month's before the
    /// longer ones.
    package func releaseStandings(_ soFar: ReleasesSoFar, on today: Day) -> [ReleaseStanding] {
        allReleases.flatMap { $0.standings(soFar, on: today) }
            .sorted {
                ($0.period.lastMonth, -$0.period.length.months) > ($1.period.lastMonth, -$1.period.length.months)
            }
    }
}

extension ToldRelease {
    /// The earliest month of which something is listed that does not wait: two years back.
    package static func earliestListed(on today: Day) -> Month { today.month.adding(-24) }

    fileprivate func standings(_ soFar: ReleasesSoFar, on today: Day) -> [ReleaseStanding] {
        let next = soFar.next(of: self, on: today)
        let earliest = min(Self.earliestListed(on: today), next?.lastMonth ?? today.month)
        let listed = sequence(first: ReleasePeriod(length, endingFrom: earliest), next: \.next)
            .prefix { $0.isOver(on: today) }
        return listed.compactMap { period in
            if soFar.isPublished(period, of: self) { return standing(period, .published) }
            guard let next, period.lastMonth >= next.lastMonth else { return nil }
            if soFar.isEmpty { return standing(period, .waiting) }
            return standing(period, due(period).map { today > $0 } ?? false ? .overdue : .waiting)
        }
    }

    private func standing(_ period: ReleasePeriod, _ status: ReleaseStanding.Status) -> ReleaseStanding {
        ReleaseStanding(release: id, period: period, status: status)
    }
}

// MARK: - Whether one may be published

extension ToldRelease {
    /// What keeps the release of a period from being published on `today`, if anything: periods are published in order, each once; a sheet
    /// that is on time shall count in its own month; and a longer time is told once its months are.
    ///
    /// - Parameter sheets: the sheets of a month; nothing for longer times.
    package func mayPublish(
        _ period: ReleasePeriod, _ soFar: ReleasesSoFar, sheets: SheetCount?, on today: Day
    ) -> Refusal? {
        guard period.isOver(on: today) else { return refusal("\(period.name.capitalisedFirst) is not over yet.") }
        guard let next = soFar.next(of: self, on: today) else {
            return refusal("No month of \(period.name) is published yet; a longer time is the sum of its months.")
        }
        // Where nothing is known yet, the programme may begin with any month.
        let isFirst = length == .month && soFar.isEmpty
        if period.lastMonth < next.lastMonth, !isFirst {
            return refusal(
                soFar.isPublished(period, of: self)
                    ? "\(period.name.capitalisedFirst) is published, once and for good."
                    : "Figures are published in order, and a later time than \(period.name) is published.")
        }
        if next.lastMonth < period.lastMonth {
            return refusal("Publish \(next.name) first; figures are published in order.")
        }
        if length != .month, !soFar.tells(period) {
            return refusal(
                "Publish \((soFar.latestMonth?.next ?? period.firstMonth).name) first, so that all its months are told."
            )
        }
        if let sheets, sheets.awaited > 0, today <= sheets.due {
            return refusal(
                "\(sheets.submitted) of \(sheets.expected) sheets are in; the others have until \(sheets.due.text).")
        }
        return nil
    }

    private func refusal(_ reason: String) -> Refusal { Refusal(reason, field: "period", clauses: basis.clauses) }
}
