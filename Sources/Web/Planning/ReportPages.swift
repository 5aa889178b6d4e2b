import HTML
import Operations
import Program

enum ReportAddresses {
    static let reports = FixedAddress("reports")
    static let report = Address<PathID>("reports/{report}")
}

/// Reports on how the programme is used: of published figures and of the team, under a plain sentence each.
enum ReportPages {
    static let title = "How the programme is used"

    static func list(_ visit: StaffVisit) -> HTML {
        page(
            title, in: Shells.staff(visit, at: ReportAddresses.reports),
            lead: "What published figures and the team's own say together.", main: cards(links(visit)))
    }

    /// The reports that they read, as cards.
    static func links(_ visit: StaffVisit) -> [HTML] {
        visit.staff.reports.map { report in
            linkCard(
                report.title, detail: report.period(on: visit.staff.today).title,
                to: ReportAddresses.report.link(PathID(report.id)), icon: .chart)
        }
    }

    static func report(_ id: PathID, _ visit: StaffVisit) async throws -> HTML? {
        guard let report = try await visit.programmes.useReport(id.text, for: visit.staff) else { return nil }
        return page(
            report.title, in: Shells.staff(visit, at: ReportAddresses.reports),
            lead: "\(report.period.title). \(report.basis.notes)", back: Crumb(title, ReportAddresses.reports.link()),
            width: .wide,
            main: """
                \(report.parts.enumerated().map { place, part in FigureParts.html(part, id: "part-\(place + 1)") })
                \(section("How to read this", HowToRead.words(visit.pack)))
                """)
    }

    /// On the home of whoever reads one and does not coordinate: theirs stand with the rest of their work.
    @Sendable
    static func onHome(_ visit: StaffVisit) async throws -> HTML? {
        guard !visit.staff.powers.contains(.planTeam) else { return nil }
        let links = links(visit)
        return links.isEmpty ? nil : section(title, cards(links))
    }
}

/// What a number that is shown means, and one that is not.
enum HowToRead {
    static func words(_ pack: PolicyPack) -> HTML {
        let count = pack.threshold.smallestCount.number
        return prose(
            """
            <p>A number is shown where \(count) contacts or more stand behind it\(pack.threshold.insiders == .nobody ? nil : hides). What is less \
            is told together with what stands beside it, or not shown; nought looks the same.</p>
            <p>A longer time is the sum of what was published. Nothing is shown from which a smaller number could be worked out, whoever puts \
            everything together. \(pack.threshold.basis.notes)</p>
            """)
    }

    private static let hides: HTML = ", even for somebody who knows their own part of it"
}

extension Routes {
    static let reports: [Route] = [
        .staff(.get, ReportAddresses.reports, for: .holding(.readReports)) { visit in .page(ReportPages.list(visit)) },
        .staff(.get, ReportAddresses.report, for: .holding(.readReports)) { visit, id in
            try await ReportPages.report(id, visit).map { .page($0) }
        },
        .read(
            "listReports", "The reports on the use of the programme that you read.", at: ReportAddresses.reports,
            for: .holding(.readReports), "Their names.", .list("reports", of: named)
        ) { visit in visit.staff.reports },
        .read(
            "readReport",
            "A report on the use of the programme: of published figures and of the team. Hours of each supporter are in it for whoever receives the stat sheets alone.",
            at: ReportAddresses.report, for: .holding(.readReports), "Its parts.", shape
        ) { visit, id in try await visit.programmes.useReport(id.text, for: visit.staff) },
    ]

    private static let named = Shape<UtilisationReport>(
        .id("id", \.id), .words("title", \.title), .choice("per", \.per))

    private static let shape = Shape<UseReport>(
        .id("id", \.id), .words("title", \.title), .words("period", \.period.text),
        .list("parts", of: FigureParts.shape, \.parts))
}
