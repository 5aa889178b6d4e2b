import HTML
import Operations
import PolicyPacks
import Program

enum ReportingAddresses {
    static let reporting = FixedAddress("reporting")
}

/// What somebody answers for, as whoever they answer to sees it: who holds the office, the duties that the policy gives it, and how each
/// stands. Counts and office holders: nothing of a request.
enum ReportingPages {
    static func shown(_ visit: StaffVisit) async throws -> [ReportingOnPage] {
        let lines = try await visit.programmes.reporting(to: visit.staff)
        guard !lines.isEmpty else { return [] }
        let today = try await DutiesToday(for: visit)
        let all = visit.staff.agency.pack.conformance
        return lines.map { reported in
            ReportingOnPage(
                reported: reported, title: visit.pack.title(of: reported.line.from),
                duties: visit.pack.duties(of: reported.line.from).map { duty in
                    let standings = all.filter { duty.basis.clauses.contains($0.clause.id) }.map(today.standing)
                    return ReportingOnPage.Duty(
                        words: duty.duty, origin: duty.basis, standing: standings.min { $0.rank < $1.rank } ?? .people)
                })
        }
    }

    static let readings: [Route] = [
        .staff(.get, ReportingAddresses.reporting, for: .holding(.hearReports)) { visit in
            .page(ReportingPage.whole(try await shown(visit), visit))
        },
        .read(
            "readReporting", "What others answer to you for: who holds the office, and how its duties stand.",
            at: ReportingAddresses.reporting, for: .holding(.hearReports), where: \.hasReporting, "Line by line.",
            .list("lines", of: shape)
        ) { visit in try await shown(visit) },
    ]

    private static let shape = Shape<ReportingOnPage>(
        .id("from", \.reported.line.from.text), .words("title", \.title),
        .texts("holders", about: "Who holds the office; empty for the members of the team.") {
            $0.reported.holders ?? []
        },
        .list(
            "duties",
            of: Shape<ReportingOnPage.Duty>(.words("duty", \.words), .choice("standing", \.standing)), \.duties))
}

/// One line, in the pack's words.
struct ReportingOnPage: Sendable {
    let reported: ReportedLine
    let title: String
    let duties: [Duty]

    struct Duty: Sendable {
        let words: String
        let origin: Basis
        let standing: DutyStanding
    }
}

extension PolicyPack {
    /// Whether the policy says who answers to whom.
    var hasReporting: Bool { !governance.reporting.isEmpty }
}

extension DutyStanding {
    /// What is to be looked at first comes first.
    fileprivate var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

private enum ReportingPage {
    static func whole(_ lines: [ReportingOnPage], _ visit: StaffVisit) -> HTML {
        page(
            "Who answers to you", in: Shells.staff(visit, at: ReportingAddresses.reporting),
            lead: "What they answer for, and how it stands. Counts alone: nothing of a request, nor of anybody in one.",
            main: lines.map { section($0.title, one($0)) }.joined())
    }

    private static func one(_ line: ReportingOnPage) -> HTML {
        """
        \(holders(line))
        \(line.duties.isEmpty ? emptyState(
            "No duty by name", "The policy gives this office no duty in words; its rules stand in the handbook.")
            : dataTable(
                "What the \(line.title) answers for", columns: ["Duty", "How it stands"],
                rows: line.duties.map { ["\($0.words) \($0.origin.notes)", $0.standing.mark] }, captioned: .unseen))
        <p class="field-hint">\(line.reported.line.basis.notes)</p>
        """
    }

    private static func holders(_ line: ReportingOnPage) -> HTML? {
        guard let holders = line.reported.holders else { return nil }
        return holders.isEmpty
            ? callout("Nobody holds this office now", tone: .warning)
            : facts([("Today", HTML(text: holders.joined(separator: ", ")))])
    }
}
