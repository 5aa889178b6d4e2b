// What a report says of the team: of members and directory, and of nobody who asked for support.
extension UseFigures {
    /// Members whose training is open, by division. Divisions stand together until they have as many members as a count has to have, so
    /// that nobody's own training is told.
    var trainingNeeds: FigurePart {
        let title = "Training needs by division"
        let known = members.filter { $0.trainingOpen != nil }
        let open = known.filter { $0.trainingOpen?.isEmpty == false }
        guard known.count >= threshold else {
            return FigurePart(
                title: title,
                sentences: ["Not shown: fewer than \(threshold) members are too few to tell of their training."],
                contents: [])
        }
        let byDivision = Dictionary(grouping: known) { $0.place?.division ?? "Not in the directory" }
        let rows = Self.joined(byDivision.mapValues(\.count), until: threshold).map { divisions in
            let group = divisions.flatMap { byDivision[$0] ?? [] }
            return FigureBars.Row(
                labels: divisions,
                values: [.count(group.count), .count(group.count { $0.trainingOpen?.isEmpty == false })])
        }
        return FigurePart(
            title: title,
            sentences: [
                open.isEmpty
                    ? "Every one of \(known.count.of("member", "members")) has the training that is asked for."
                    : "Of \(known.count.of("member", "members")), \(open.count) have training open that is asked for."
            ],
            contents: [.bars(FigureBars(kind: "Division", columns: ["Members", "With training open"], rows: rows))],
            notes: rows.contains { $0.labels.count > 1 }
                ? ["Divisions with fewer than \(threshold) members are told together with others."] : [])
    }

    /// Groups in the order of their names, each with enough members; what is left stands with the last.
    static func joined(_ members: [String: Int], until enough: Int) -> [[String]] {
        var (groups, open): ([[String]], [String]) = ([], [])
        for (name, _) in members.sorted(by: { $0.key < $1.key }) {
            open.append(name)
            guard open.reduce(0, { $0 + (members[$1] ?? 0) }) >= enough else { continue }
            groups.append(open)
            open = []
        }
        if open.isEmpty { return groups }
        return groups.isEmpty ? [open] : groups.dropLast() + [groups[groups.count - 1] + open]
    }

    var suggestedSize: FigurePart? {
        guard let size else { return nil }
        let count = members.count
        let difference =
            count < size.suggested
            ? "\(size.suggested - count) more than there are"
            : count > size.suggested
                ? "\(count - size.suggested) fewer than there are" : "as many as there are"
        return FigurePart(
            title: "Suggested size of the team",
            sentences: ["\(size.suggested.of("member is", "members are")) suggested, \(difference) today (\(count))."],
            contents: [
                .bars(
                    FigureBars(
                        kind: "Team", columns: ["Members"],
                        rows: [
                            FigureBars.Row(labels: ["Today"], values: [.count(count)]),
                            FigureBars.Row(labels: ["Suggested"], values: [.count(size.suggested)]),
                        ])),
                .words(
                    PlanTable(
                        title: "How it comes about", columns: ["Step", "Number"],
                        rows: size.steps.map { [$0.what, $0.number] })),
            ],
            notes: size.notes + ["A suggestion to think with. No source gives a formula."])
    }

    /// By hour, hours with as many together.
    var cover: FigurePart {
        let spans = Self.spans(of: coverage.team)
        let least = coverage.team.min() ?? 0
        return FigurePart(
            title: "Cover",
            sentences: [
                least == 0
                    ? "Nobody of the team can be called \(CoverageGrid.emptyHours(of: coverage.team).inWords)."
                    : "At every hour of the coming week somebody can be called: \(least) at least."
            ],
            contents: [
                .bars(
                    FigureBars(
                        kind: "Hours", columns: ["Can be called, at least"],
                        rows: spans.map { span in
                            FigureBars.Row(
                                labels: [
                                    "\(ClockMinute.time(span.from * 60)) to \(span.to == 24 ? "24:00" : ClockMinute.time(span.to * 60))"
                                ],
                                values: [.count(coverage.team[span.from])])
                        }))
            ])
    }

    private static func spans(of hours: [Int]) -> [(from: Int, to: Int)] {
        hours.indices.reduce(into: []) { spans, hour in
            if let last = spans.last, hours[last.from] == hours[hour] {
                spans[spans.count - 1].to = hour + 1
            } else {
                spans.append((hour, hour + 1))
            }
        }
    }

    /// Of the latest quarter that told anything.
    package var howSoon: FigurePart {
        let title = "How soon"
        guard let told = answered.first(where: { !$0.tables.isEmpty }) else {
            return FigurePart(
                title: title,
                sentences: ["No quarter is over yet of which anything could be told."], contents: [])
        }
        return FigurePart(
            title: title, sentences: told.tables.compactMap { $0.sentence(in: told.name) },
            contents: told.tables.map { table in
                .bars(
                    FigureBars(
                        kind: table.title, columns: [told.name],
                        rows: table.rows.map { FigureBars.Row(labels: [$0.label], values: [.count($0.count)]) }))
            })
    }

    var hoursPerSupporter: FigurePart? {
        hours.map { table in
            FigurePart(
                title: "Hours of each supporter",
                sentences: ["For whoever receives the stat sheets, and for nobody else."], contents: [.words(table)],
                notes: table.notes)
        }
    }
}

extension ResponseFigures.Table {
    /// The largest of its rows.
    fileprivate func sentence(in time: String) -> String? {
        guard rows.count > 1, let most = rows.max(by: { $0.count < $1.count }) else { return nil }
        return "\(title), \(time): most \(most.label.prefix(1).lowercased() + most.label.dropFirst()) (\(most.count))."
    }
}
