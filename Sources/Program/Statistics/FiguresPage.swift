/// What the page of a publication tells: a sentence, its tables beside the twelve months until then, and how it went over time. All
/// of it is of published numbers, and sums of them.
package struct FiguresPage: Sendable, Equatable {
    package let publication: Publication
    /// Made of what is shown alone.
    package let sentences: [String]
    package let parts: [FigurePart]
    /// Over its months, or the twelve months until then; nothing where only one is told.
    package let trend: FigurePart?

    /// - Parameters:
    ///   - told: the publications of months, from which twelve months and the trend are taken; those after it are left away.
    ///   - earlier: the publication of the same release before it.
    package init(_ publication: Publication, months told: [Publication], earlier: Publication?) {
        self.publication = publication
        let last = publication.period.lastMonth
        let span = MonthsTold(until: last, of: told)
        let isMonth = publication.period.length == .month
        let sum = isMonth && span.publications.count > 1 ? SumOfPublished(span.publications) : nil
        parts = publication.tables.map { table in
            FigurePart(table, of: publication, sum: sum.map { ($0.table(table.title), span) })
        }
        trend = span.trend.map { trend in
            FigurePart(
                title: "Over the months", sentences: trend.words.isEmpty ? [] : [trend.words], contents: [.trend(trend)]
            )
        }
        sentences = publication.headline(sum: sum, span) + publication.comparison(with: earlier)
    }
}

/// The months before and up to one, as far as they were told: at most twelve, and none before the first that was.
struct MonthsTold {
    /// In order; each tells some of the months.
    let publications: [Publication]
    let months: [Month]

    init(until last: Month, of told: [Publication]) {
        let first = last.adding(-11)
        publications = told.filter {
            $0.period.length == .month && first <= $0.period.lastMonth && $0.period.lastMonth <= last
        }
        .sorted { $0.period.lastMonth < $1.period.lastMonth }
        let begun = publications.first.map { max(first, $0.months.first ?? $0.period.lastMonth) } ?? last
        months = Array(sequence(first: begun, next: \.next).prefix { $0 <= last })
    }

    /// `Twelve months`, `5 months`.
    var title: String { months.count == 12 ? "Twelve months" : "\(months.count) months" }

    /// Those of its months that others leave out.
    func without(_ covered: [Month]) -> [Month] { months.filter { !covered.contains($0) } }

    /// The number of contacts of each month; nothing where only one is told.
    var trend: FigureTrend? {
        guard let title = publications.lazy.compactMap(\.headlineTable).last?.title else { return nil }
        let told = publications.filter { !$0.waits }
        var points: [FigureTrend.Point] = []
        for month in months where !points.contains(where: { $0.months.contains(month) }) {
            let publication = told.first { $0.months.contains(month) }
            points.append(
                FigureTrend.Point(
                    months: publication?.months ?? [month],
                    value: publication?.headlineTable.map(\.whole) ?? .suppressed))
        }
        return points.count > 1 ? FigureTrend(unit: title, points: points) : nil
    }
}

extension Publication {
    /// The table of what was counted at all: of kinds where there is one.
    package var headlineTable: PublishedTable? {
        tables.first { table in table.rows.contains { $0.of.contains { if case .entries = $0 { true } else { false } } }
        }
            ?? tables.first
    }

    /// `February 2026`, `March and April 2026 together`, `2026`.
    package var time: String {
        guard period.length == .month, months.count > 1 else { return period.name }
        return "\(months.named) together"
    }

    fileprivate func headline(sum: SumOfPublished?, _ span: MonthsTold) -> [String] {
        if waits {
            return [
                "What was counted in \(period.name) is too little to be told by itself. It is told with a later month."
            ]
        }
        guard let table = headlineTable else { return [] }
        let told = table.whole == .suppressed ? "not shown for \(time)" : "\(table.whole.words()) in \(time)"
        guard let sum = sum?.table(table.title), sum.total != .suppressed else { return ["\(table.title): \(told)."] }
        let without = span.without(sum.months)
        return [
            "\(table.title): \(told), \(sum.total.words()) in the \(span.title.lowercased()) until then"
                + (without.isEmpty ? "." : ", without \(without.named).")
        ]
    }

    /// Between two numbers that are shown, of times as long as each other.
    fileprivate func comparison(with earlier: Publication?) -> [String] {
        guard let earlier, earlier.months.count == months.count, let table = headlineTable,
            let before = earlier.tables.first(where: { $0.title == table.title })?.whole.count,
            let now = table.whole.count
        else { return [] }
        let word = now > before ? "More than" : now < before ? "Fewer than" : "As many as"
        return ["\(word) in \(earlier.time) (\(before))."]
    }
}

extension FigurePart {
    /// - Parameter sum: the table over the twelve months until then, where they are told beside it.
    fileprivate init(_ table: PublishedTable, of publication: Publication, sum: (SumOfPublished.Table?, MonthsTold)?) {
        let isJoined = publication.months.count > 1 && publication.period.length == .month
        self.init(
            table, in: isJoined ? publication.months.named : publication.period.title, beside: sum?.0, sum?.1)
    }

    /// A published table by itself.
    package init(_ table: PublishedTable, in time: String) { self.init(table, in: time, beside: nil, nil) }

    /// A table beside the same over a longer time.
    ///
    /// - Parameters:
    ///   - time: what it tells, as the head of its column.
    ///   - span: the longer time; nothing where none is told.
    init(_ table: PublishedTable, in time: String, beside sum: SumOfPublished.Table?, _ span: MonthsTold?) {
        let joined = sum?.joinedRows(beside: table) ?? []
        let rows = (table.rows + joined).map { row in
            FigureBars.Row(
                labels: row.labels, unit: row.unit,
                values: [row.value] + (span == nil ? [] : [sum?.value(of: row.of) ?? .suppressed]))
        }
        let totals = [table.whole] + (span == nil ? [] : [sum?.total ?? .suppressed])
        let hasTotal = table.total != nil || (rows.count > 1 && totals.dropFirst().contains { $0 != .suppressed })
        let without = span.flatMap { span in sum.map { span.without($0.months) } } ?? []
        self.init(
            title: table.title, sentences: table.sentences,
            contents: [
                .bars(
                    FigureBars(
                        kind: table.isOfAmounts ? "What" : "Kind", columns: [time] + (span.map { [$0.title] } ?? []),
                        rows: rows, total: hasTotal ? totals : nil))
            ],
            notes: table.notes
                + (without.isEmpty ? [] : ["The longer time is without \(without.named), of which this is not shown."]))
    }
}

extension SumOfPublished.Table {
    /// Rows for what is told together over the whole time and told apart in this table, so that neither number is lost.
    fileprivate func joinedRows(beside table: PublishedTable) -> [PublishedTable.Row] {
        let all = Set(table.rows.flatMap(\.of))
        return rows.filter { row in
            let keys = Set(row.of)
            let within = table.rows.filter { !keys.isDisjoint(with: $0.of) }
            return row.isShown && within.count > 1 && !keys.isSuperset(of: all)
        }.map { row in
            let within = table.rows.filter { !Set(row.of).isDisjoint(with: $0.of) }
            return PublishedTable.Row(
                labels: row.labels, of: row.of, value: within.map(\.value).toldSum, unit: row.unit)
        }
    }
}

extension PublishedTable {
    /// Whether it sums quantities, rather than counting contacts.
    var isOfAmounts: Bool { rows.contains { $0.unit != nil } }

    /// The largest of its numbers, or each amount; nothing where none is shown.
    package var sentences: [String] {
        let shown = rows.filter(\.isShown)
        if isOfAmounts { return shown.map { "\($0.label): \($0.value.words($0.unit))." } }
        guard rows.count > 1, let most = shown.compactMap(\.value.count).max() else { return [] }
        let first = shown.filter { $0.value.count == most }.map(\.label)
        return ["Most: \(first.inWords) (\(most)\(first.count > 1 ? " each" : ""))."]
    }
}

extension DisclosedValue {
    /// As it is read: `27`, `52 hours`, `14 people`, `not shown`.
    package func words(_ unit: Quantity.Unit? = nil) -> String {
        switch self {
        case .count(let count): unit.map { "\(count) \($0.words(for: count))" } ?? String(count)
        case .hours(let hours): "\(hours) \(hours == 1 ? "hour" : "hours")"
        case .minutes(let minutes): "\(minutes / 60) h \(minutes % 60) min"
        case .suppressed: "not shown"
        }
    }
}

extension Quantity.Unit {
    /// As it stands after a number.
    package func words(for count: Int) -> String {
        switch self {
        case .minutes: count == 1 ? "minute" : "minutes"
        case .people: count == 1 ? "person" : "people"
        case .referrals: count == 1 ? "referral" : "referrals"
        case .followUps: count == 1 ? "follow-up" : "follow-ups"
        }
    }
}
