import HTML
import Operations
import Program

/// Whether the team is staffed and ready, and what is ahead: what is missing first.
enum PlanningPages {
    static func plan(
        _ visit: StaffVisit, refused: (factor: SizingRule.Factor, what: Refused)? = nil
    ) async throws -> HTML {
        let plan = try await visit.programmes.teamPlan(for: visit.staff)
        return page(
            "Planning the team", in: Shells.staff(visit, at: PlanningAddresses.plan),
            lead: HTML(
                text:
                    "As of \(plan.today.longName): members, the directory and published figures. Nothing here comes from who asked for support."
            ), width: .wide,
            main: """
                \(gaps(plan))
                \(plan.views.isEmpty ? nil : section("Staffing", plan.views.map(table).joined()))
                \(plan.responses.isEmpty ? nil : section("How soon people are answered", plan.responses.map(table).joined()))
                \(section("Cover by division, shift and hour", coverage(plan.coverage)))
                \(plan.forecast.map { section("What is ahead", table($0.table)) })
                \(plan.size.map { section("Suggested size", size($0, plan, visit, refused)) })
                \(try await AttributePages.spread(visit))
                \(plan.hours.map { section("Hours", table($0)) })
                """)
    }

    private static func gaps(_ plan: TeamPlan) -> HTML {
        let gaps = plan.differences + plan.coverage.gaps
        guard !gaps.isEmpty else {
            return callout("No division, shift or hour is without a member in the coming week", tone: .good)
        }
        return callout(
            "What is missing", tone: .warning, "<ul>\(gaps.map { "<li>\($0)</li>" as HTML })</ul>")
    }

    private static func table(_ table: PlanTable) -> HTML {
        let rows: HTML? =
            table.rows.isEmpty
            ? nil
            : dataTable(
                table.title,
                columns: table.columns.enumerated().map { index, title in
                    TableColumn(title, table.isNumber(index) ? .number : .words)
                }, rows: table.rows.map { $0.map { HTML(text: $0) } })
        let title: HTML? = table.rows.isEmpty ? "<p><strong>\(table.title)</strong></p>" : nil
        return """
            \(title)\(rows)
            \(prose("\(table.notes.map { "<p>\($0)</p>" as HTML })<p>\(table.basis?.notes)</p>"))
            """
    }

    /// Six parts of a day fit on paper and on a phone; the interface has each hour.
    private static func coverage(_ grid: CoverageGrid) -> HTML {
        func parts(_ least: [Int]) -> [HTML] {
            stride(from: 0, to: 24, by: 4).map { hour in HTML(text: String(least[hour..<(hour + 4)].min() ?? 0)) }
        }
        let columns =
            [TableColumn("Division and shift"), TableColumn("Members", .number)]
            + stride(from: 0, to: 24, by: 4).map {
                TableColumn(
                    "\(ClockMinute.time($0 * 60)) to \($0 == 20 ? "24:00" : ClockMinute.time(($0 + 4) * 60))", .number)
            }
        return """
            \(dataTable(
                "The fewest who can be called in the coming \(CoverageGrid.days) days", columns: columns,
                rows: grid.rows.map { row in
                    ["\(row.division), \(row.shift)" as HTML, HTML(text: String(row.members))] + parts(row.least)
                },
                total: ["The whole team" as HTML, HTML(text: String(grid.rows.reduce(0) { $0 + $1.members }))]
                    + parts(grid.team), narrow: .scrolls))
            \(prose(
                "<p>By the call-out list, and by the hours that members opened for themselves. The lowest hour of the lowest day counts.</p>"
            ))
            """
    }

    private static func size(
        _ size: SuggestedSize, _ plan: TeamPlan, _ visit: StaffVisit,
        _ refused: (factor: SizingRule.Factor, what: Refused)?
    ) -> HTML {
        let entered = (visit.pack.team.sizing?.factors ?? []).filter { $0.entered != nil }
        return """
            \(dataTable(
                "How it comes about", columns: ["Step", TableColumn("Number", .number), "Where it comes from"],
                rows: size.steps.dropLast().map { [HTML(text: $0.what), HTML(text: $0.number), $0.from.words] },
                total: size.steps.last.map { [HTML(text: $0.what), HTML(text: $0.number), $0.from.words] }))
            \(prose(
                """
                \(size.notes.map { "<p>\($0)</p>" as HTML })
                <p>A suggestion to think with. No source gives a formula; what is called a rule of thumb is our choice. \
                \(visit.pack.team.sizing?.basis.notes)</p>
                """))
            \(entered.map { entry($0, plan, visit, refused) }.joined())
            """
    }

    private static func entry(
        _ factor: SizingRule.Factor, _ plan: TeamPlan, _ visit: StaffVisit,
        _ refused: (factor: SizingRule.Factor, what: Refused)?
    ) -> HTML {
        let present = plan.entries.first { $0.factor == factor }
        return card(
            factor.title,
            """
            <p>\(factor.meaning ?? "").\(present.map { " Entered on \($0.enteredOn.longName)." } ?? "")</p>
            \(PlanningActs.setEntry.form(
                visit, factor,
                filled: Filled(first: present.map { ["value": String($0.value)] } ?? [:]),
                refused: refused?.factor == factor ? refused?.what : nil, button: "Keep"))
            """)
    }
}

extension SuggestedSize.Step.Origin {
    fileprivate var words: HTML {
        switch self {
        case .counted: "Counted today"
        case .entered: "Entered here"
        case .ours: "Our rule of thumb"
        case .reckoned: "Worked out"
        }
    }
}
