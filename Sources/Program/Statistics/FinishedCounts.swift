extension PolicyPack {
    /// The months whose true counts no release is made of any more, so that they are destroyed and only published figures remain.
    ///
    /// A month belongs to the year in which it was told, which is the next where it waited. Its counts are finished once the release of that
    /// year is published and the year ended twelve months ago, or where no such release came within twenty-four months of its last month's
    /// publication. What is not told yet is never finished, however old: it may be a sheet of paper that was counted yesterday.
    ///
    /// - Parameters:
    ///   - months: those of which counts are kept.
    ///   - published: everything that is published of them, and since.
    package func finishedCounts(_ months: [Month], published: [Publication], on today: Day) -> [Month] {
        let yearly = Set(allReleases.filter { $0.length == .year }.map(\.id))
        let told = published.filter { $0.release == Publication.summary && !$0.waits }
        return months.filter { month in
            guard let telling = told.first(where: { $0.months.contains(month) }) else { return false }
            let year = ReleasePeriod.year(of: telling.period.lastMonth)
            if published.contains(where: { yearly.contains($0.release) && $0.period == year }) {
                return year.lastMonth.adding(12) < today.month
            }
            let last = published.first { $0.release == Publication.summary && $0.period.lastMonth == year.lastMonth }
            return last.map { $0.preparedOn.month.adding(24) < today.month } ?? false
        }
    }
}
