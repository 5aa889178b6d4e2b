import Program
import TestSupport
import Testing

/// A report on the use of the programme: sums of published figures, and counts of members.
@Suite struct UseReportTests {

    private func rule(_ measures: [UtilisationReport.Measure]) -> UtilisationReport {
        UtilisationReport(
            id: "use", title: "Use", measures: measures, per: .quarter, readers: [],
            basis: .chosen("for a test"))
    }

    private func report(
        _ measures: [UtilisationReport.Measure], _ publications: [Publication], members: [TeamMember] = [],
        hours: PlanTable? = nil
    ) throws -> UseReport {
        let now = Instant(milliseconds: 1_790_000_000_000)
        let list = RosterList(
            kind: .supporters, calendar: try #require(AgencyCalendar(timeZone: "America/Los_Angeles")),
            cover: .everyHour, holders: [:])
        return rule(measures).report(
            UseFigures(
                publications: publications, members: members,
                coverage: CoverageGrid(list, members: members, headcount: Headcount([:]), from: now), size: nil,
                hours: hours, answered: [], threshold: 3), on: try #require(Day("2026-05-10")))
    }

    private func bars(_ report: UseReport) -> [FigureBars.Row] {
        report.parts.flatMap(\.contents).flatMap { content -> [FigureBars.Row] in
            if case .bars(let bars) = content { bars.rows } else { [] }
        }
    }

    private func member(_ number: Int, _ division: String, open: [String] = []) -> TeamMember {
        TeamMember(
            account: "a\(number)", name: "Member \(number)",
            place: WorkPlace(division: division, unit: "U", shift: "Days", classification: .sworn), endsOn: nil,
            retiresOn: nil, trainingOpen: open)
    }

    private static func quarters() throws -> [Publication] {
        try [("2025-11", 20), ("2025-12", 24), ("2026-01", 31), ("2026-02", 29), ("2026-03", 40)].map { month, count in
            try ByHand.month(month, [ByHand.kinds([(["Contact"], count)])])
        }
    }

    @Test func useIsOfTheQuarterThatWasOverLastBesideThoseBefore() throws {
        let report = try report([.utilisation], Self.quarters())
        #expect(report.period.text == "2026-Q1")
        #expect(
            report.parts.first?.sentences == [
                "Contacts: 100 in the first quarter of 2026, more than in the fourth quarter of 2025 (44)."
            ])
        #expect(bars(report).map(\.values) == [[.count(44)], [.count(100)]])
    }

    /// What is not shown is named, and nothing is said of more or fewer.
    @Test func aMonthThatIsNotShownIsLeftOutAndNamed() throws {
        let published =
            try Array(Self.quarters().dropLast()) + [ByHand.month("2026-03", [ByHand.kinds([(["Contact"], nil)])])]
        let report = try report([.utilisation], published)
        #expect(report.parts.first?.sentences == ["Contacts: 60 in the first quarter of 2026."])
        #expect(report.parts.first?.notes == ["First quarter of 2026: without March 2026, of which nothing is shown."])
    }

    @Test func theLoadIsWhatWasPublishedByTheMembersOfToday() throws {
        let report = try report([.loadPerMember], Self.quarters(), members: (0..<8).map { member($0, "Patrol") })
        #expect(report.parts.first?.sentences == ["12.5 for each of 8 members in the first quarter of 2026: 100 by 8."])
        #expect(bars(report).map(\.words) == [["5.5"], ["12.5"]])
    }

    /// Of a division with too few members nothing is told by itself.
    @Test func divisionsStandTogetherUntilTheyHaveEnoughMembers() throws {
        let members =
            (0..<2).map { member($0, "Adult", open: ["Basic"]) } + (2..<6).map { member($0, "Jail") }
            + (6..<8).map { member($0, "Records", open: ["Basic"]) }
        let rows = bars(try report([.trainingNeedsByDivision], [], members: members))
        #expect(rows.map(\.labels) == [["Adult", "Jail", "Records"]])
        #expect(rows.map(\.values) == [[.count(8), .count(4)]])
        let few = try report([.trainingNeedsByDivision], [], members: Array(members.prefix(2)))
        #expect(few.parts.first?.contents.isEmpty == true)
        #expect(few.parts.first?.sentences.first?.hasPrefix("Not shown") == true)
    }

    @Test func hoursStandOnlyWhereTheyWereGiven() throws {
        #expect(try report([.hoursPerSupporter], []).parts.isEmpty)
        let hours = PlanTable(title: "Hours by member", columns: ["Member", "Hours"], rows: [["Ann", "30"]])
        #expect(try report([.hoursPerSupporter], [], hours: hours).parts.map(\.contents) == [[.words(hours)]])
    }

    @Test func withoutFiguresItSaysSo() throws {
        let report = try report(
            [.utilisation, .contactTrend, .services, .referrals, .loadPerMember, .responseTime], [])
        #expect(report.parts.allSatisfy { $0.contents.isEmpty && !$0.sentences.isEmpty })
        #expect(report.parts.count == 4)
    }
}
