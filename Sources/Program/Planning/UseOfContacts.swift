// What a report says of contacts: of what was published, and sums of it.
extension UseFigures {
    /// What one of its periods tells, and how much of it.
    private struct Told {
        let period: ReleasePeriod
        let value: DisclosedValue
        /// Its months of which nothing is shown.
        let without: [Month]
    }

    private static let nothing = "No figures are published yet."

    /// What is counted at all, as the publications call it.
    private var counted: String? { publications.lazy.compactMap(\.headlineTable).last?.title }

    /// The period and the three before it, as far as figures go back, in order.
    private func told(until period: ReleasePeriod) -> [Told] {
        guard let counted, let first = publications.compactMap(\.months.first).min() else { return [] }
        return sequence(first: period) { ReleasePeriod($0.length, endingFrom: $0.firstMonth.previous) }.prefix(4)
            .filter { $0.lastMonth >= first }.reversed().map { period in
                let table = sum(of: period.months).table(counted)
                let months = Set(table?.months ?? [])
                return Told(
                    period: period, value: table?.total ?? .suppressed,
                    without: period.months.filter { $0 >= first && !months.contains($0) })
            }
    }

    private func sum(of months: [Month]) -> SumOfPublished {
        SumOfPublished(publications.filter { months.contains($0.period.lastMonth) })
    }

    func utilisation(until period: ReleasePeriod) -> FigurePart {
        let told = told(until: period)
        guard let counted, let last = told.last else {
            return FigurePart(title: "Use", sentences: [Self.nothing], contents: [])
        }
        let before = told.dropLast().last
        var sentence = "\(counted): \(last.value.words()) in the \(period.name)"
        if last.without.isEmpty, let before, before.without.isEmpty, let now = last.value.count,
            let then = before.value.count
        {
            let word = now > then ? "more than" : now < then ? "fewer than" : "as many as"
            sentence += ", \(word) in the \(before.period.name) (\(then))"
        }
        return FigurePart(
            title: "Use", sentences: [sentence + "."], contents: [bars(told, title: counted) { ($0.value, nil) }],
            notes: notes(told))
    }

    func contactTrend(until period: ReleasePeriod) -> FigurePart {
        let title = "Over the months"
        guard let trend = MonthsTold(until: period.lastMonth, of: publications).trend else {
            return FigurePart(
                title: title,
                sentences: [publications.isEmpty ? Self.nothing : "One month alone is told: it has no trend yet."],
                contents: [])
        }
        return FigurePart(title: title, sentences: [trend.words], contents: [.trend(trend)])
    }

    /// Members are known to everybody, so that the quotient tells no more than the total.
    func loadPerMember(until period: ReleasePeriod) -> FigurePart {
        let (told, count) = (told(until: period), members.count)
        let title = "Load for each member"
        guard count > 0, let counted, let last = told.last else {
            return FigurePart(
                title: title, sentences: [count == 0 ? "The team has no member yet." : Self.nothing], contents: [])
        }
        let sentence =
            last.value.count.map {
                "\($0.tenths(by: count)) for each of \(count.of("member", "members")) in the \(period.name): \($0) by \(count)."
            } ?? "Not shown for the \(period.name)."
        return FigurePart(
            title: title, sentences: [sentence],
            contents: [
                bars(told, title: "\(counted) for each member") { told in
                    guard let sum = told.value.count else { return (.suppressed, nil) }
                    return (.count((sum * 20 + count) / (2 * count)), sum.tenths(by: count))
                }
            ],
            notes: ["What was published, by the \(count.of("member", "members")) of today."] + notes(told))
    }

    /// The published tables that are meant, over the period and over twelve months.
    func tables(in period: ReleasePeriod, where isMeant: (PublishedTable) -> Bool) -> [FigurePart] {
        let span = MonthsTold(until: period.lastMonth, of: publications)
        let titles = span.publications.reversed().flatMap(\.tables).filter(isMeant).map(\.title).withoutRepetition
        let (short, long) = (sum(of: period.months), SumOfPublished(span.publications))
        return titles.compactMap { title in
            guard let year = long.table(title) else { return nil }
            let table = short.table(title)
            return FigurePart(
                PublishedTable(
                    title: title, rows: table?.rows ?? year.rows.map(\.withheld),
                    total: table.flatMap { $0.rows.count > 1 && $0.total != .suppressed ? $0.total : nil }),
                in: period.title, beside: year, span)
        }
    }

    private func bars(
        _ told: [Told], title: String, _ value: (Told) -> (DisclosedValue, String?)
    ) -> FigurePart.Content {
        .bars(
            FigureBars(
                kind: "Time", columns: [title],
                rows: told.map { told in
                    let (value, asRead) = value(told)
                    return FigureBars.Row(labels: [told.period.title], values: [value], asRead: asRead.map { [$0] })
                }))
    }

    private func notes(_ told: [Told]) -> [String] {
        told.filter { !$0.without.isEmpty && $0.value != .suppressed }
            .map {
                "\($0.period.title): without \($0.without.named), of which nothing is shown."
            }
    }
}
