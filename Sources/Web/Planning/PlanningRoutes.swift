import HTML
import Operations
import Program

enum PlanningAddresses {
    static let plan = FixedAddress("planning")
    static let entry = Address<SizingRule.Factor>("planning/entries/{factor}")
}

enum PlanningActs {
    static let setEntry = Act(
        "setSizingEntry", "Say yourself what the suggested size of the team takes into account and nobody else knows.",
        at: PlanningAddresses.entry, .put, for: .holding(.planTeam), where: \.hasSizing, taking: Input(value),
        then: .done("Kept."), see: { _, _ in PlanningAddresses.plan.link() },
        refused: { visit, refused, factor in
            .page(try await PlanningPages.plan(visit, refused: (factor, refused)), again: refused)
        },
        perform: { visit, value, factor in
            guard factor.entered != nil else { return nil }
            return try await visit.programmes.setSizingEntry(factor, to: value, by: visit.staff)
        })

    private static let value = Field<Int>.number("value", "Number", 0...10_000)

    static let table = Shape<PlanTable>(
        .words("title", \.title), .texts("columns", \.columns),
        .list("rows", of: Shape<[String]>(.texts("cells") { $0 }), \.rows), .texts("notes", \.notes))

    static let coverage = Shape<CoverageGrid>(
        .list(
            "rows",
            of: Shape<CoverageGrid.Row>(
                .words("division", \.division), .words("shift", \.shift), .count("members", \.members),
                .texts("least", about: "For each hour of the day, the fewest who can be called in the coming week.") {
                    $0.least.map(String.init)
                }), \.rows),
        .texts("team") { $0.team.map(String.init) }, .texts("gaps", about: "What is missing, in words.", \.gaps))

    static let size = Shape<SuggestedSize>(
        .count("suggested", \.suggested),
        .list(
            "steps",
            of: Shape<SuggestedSize.Step>(.words("what", \.what), .words("number", \.number), .choice("from", \.from)),
            \.steps), .texts("notes", \.notes))

    static let plan = Shape<TeamPlan>(
        .list("views", of: table, \.views), .list("responses", of: table, \.responses),
        .texts("differences", \.differences),
        .part("coverage", coverage, \.coverage),
        .part(maybe: "forecast", table) { $0.forecast?.table }, .part(maybe: "size", size, \.size),
        .part(maybe: "hours", table, \.hours))
}

/// What the size depends on, by the word that a pack has for it.
extension SizingRule.Factor: PathValue {
    package init?(pathText: String) { self.init(rawValue: pathText) }
    package var pathText: String { rawValue }
}

extension Routes {
    static let planning: [Route] = PlanningActs.setEntry.routes + planningReadings

    private static let planningReadings: [Route] = [
        .staff(.get, PlanningAddresses.plan, for: .holding(.planTeam)) { visit in
            .page(try await PlanningPages.plan(visit))
        },
        .read(
            "readTeamPlan", "How the team is staffed, what is missing and what is ahead.", at: PlanningAddresses.plan,
            for: .holding(.planTeam), "Counts of members and of published figures.", PlanningActs.plan
        ) { visit in try await visit.programmes.teamPlan(for: visit.staff) },
    ]
}

extension PolicyPack {
    var hasSizing: Bool { team.sizing?.factors.contains { $0.entered != nil } ?? false }
}
