import HTML
import Operations
import Program

/// Every incident that is open, what is next in each, and how many there were.
enum IncidentListPage {
    static let title = "Critical incidents"
    static let back = Crumb(title, CriticalIncidentAddresses.incidents.link())

    static func html(_ overview: IncidentOverview, _ visit: StaffVisit, _ refused: Refused? = nil) -> HTML {
        page(
            title, in: Shells.staff(visit, at: CriticalIncidentAddresses.incidents), announcement: refused?.words,
            main: """
                \(SharedIncidentPages.waiting(overview.asked, visit))
                \(bigAction(
                    "Report an incident", detail: "What it was, when, and how you were told",
                    to: CriticalIncidentAddresses.report.link()))
                \(section(
                    "Open",
                    overview.open.isEmpty
                        ? emptyState("None is open", "An incident stays here until everything about it is over.")
                        : "\(overview.open.map { listed($0, overview, visit) })"))
                \(overview.closed.isEmpty ? nil : section("Closed within a year", closed(overview, visit)))
                \(section("In the last twelve months", lately(overview, visit)))
                """)
    }

    private static func listed(_ listed: ListedFile, _ overview: IncidentOverview, _ visit: StaffVisit) -> HTML {
        let file = listed.file
        return card(
            kind(file, visit.pack), level: .third, badge: listed.next?.signed,
            """
            <p>\(visit.agency.moment(file.happenedAt)), \(ago(file.happenedAt, overview.now)). \(file.scope.words).</p>
            \(listed.next.map { "<p><strong>Next:</strong> \($0.what.words)</p>" as HTML })
            \(actions(linkButton("Open the board", to: CriticalIncidentAddresses.incident.link(PathID(file.id)), style: .primary)))
            """)
    }

    private static func closed(_ overview: IncidentOverview, _ visit: StaffVisit) -> HTML {
        dataTable(
            "Closed within a year", columns: ["What", "When", "For whom"],
            rows: overview.closed.map { file in
                [
                    linkButton(
                        kind(file, visit.pack), to: CriticalIncidentAddresses.incident.link(PathID(file.id)),
                        style: .quiet),
                    HTML(text: visit.agency.calendar.day(at: file.happenedAt)?.longName ?? ""),
                    HTML(text: file.scope.words),
                ]
            }, captioned: .unseen)
    }

    /// What was done for others is counted apart (OCP-I.A-3).
    private static func lately(_ overview: IncidentOverview, _ visit: StaffVisit) -> HTML {
        """
        \(counts(visit.pack.countedScopes.map { ($0.words, overview.counts[$0] ?? 0) }))
        \(visit.pack.countedScopes.count > 1 ? "<p>\((visit.pack.clausesOfScope + visit.pack.clausesOfSharing).withoutRepetition.notes)</p>" : nil)
        """
    }

    static func kind(_ file: IncidentFile, _ pack: PolicyPack) -> String {
        pack.incidentKind(file.kind)?.label ?? file.kind
    }

    static func ago(_ moment: Instant, _ now: Instant) -> String {
        "\(lengthInWords(seconds: max(0, (now.milliseconds - moment.milliseconds) / 1000))) ago"
    }
}

extension IncidentClock.What {
    var words: String {
        switch self {
        case .told: "Told"
        case .scene: "At the scene"
        case .decision(let meeting): "Decide: \(meeting.label.lowercasedFirst)"
        case .meeting(let meeting): meeting.label
        case .outreach: "Outreach"
        case .followUp(let days): "Follow-up \(FollowUpPart.after(days))"
        }
    }
}

extension IncidentClock {
    /// A word with a sign of its own: no colour has to say it.
    var signed: HTML {
        switch status {
        case .done(_, late: false): badge("Done", tone: .good, sign: "✓")
        case .done(_, late: true): badge("Done late", tone: .warning, sign: "✓")
        case .asSoonAsPossible: badge("As soon as can be", tone: .warning, sign: "→")
        case .opens: badge("Not yet", tone: .neutral, sign: "…")
        case .until: badge("Now", tone: .warning, sign: "→")
        case .missed: badge("Missed", tone: .bad, sign: "!")
        case .notNeeded: badge("Not needed", tone: .neutral, sign: "–")
        case .notAsked: badge("Nobody asked", tone: .neutral, sign: "–")
        }
    }
}
