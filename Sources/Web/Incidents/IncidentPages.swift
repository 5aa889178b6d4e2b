import HTML
import HTTPTypes
import Operations
import Program

/// The register of critical incidents: kind and day, and who of the team was part of each.
enum IncidentPages {
    /// The list, once more where something was not done. Nothing where the programme records none.
    @Sendable
    static func listAgain(_ visit: StaffVisit, _ refused: Refused? = nil) async throws -> Answer? {
        guard let incidents = try await visit.programmes.incidents(for: visit.staff) else { return nil }
        return .page(list(incidents, visit, refused), again: refused)
    }

    /// One of them, once more where something was not done.
    @Sendable
    static func again(_ visit: StaffVisit, _ refused: Refused?, _ incident: PathID) async throws -> Answer? {
        guard let view = try await visit.programmes.incident(incident.text, by: visit.staff) else { return nil }
        return .page(self.incident(view, visit, refused), again: refused)
    }

    private static func list(_ incidents: [ListedIncident], _ visit: StaffVisit, _ refused: Refused?) -> HTML {
        let records = visit.staff.powers.contains(.recordIncidents)
        return page(
            "Incidents", in: Shells.staff(visit, at: IncidentAddresses.incidents),
            lead: """
                Whoever was part of an incident, or saw it, is not offered a request that has to do with it. \
                \(clause(visit.pack))
                """,
            announcement: refused?.announcement,
            main: """
                \(records ? section(
                    "Record an incident",
                    """
                    \(said(visit.pack.statements(in: .incidentForm, to: [.everyone, .supporters])))
                    \(recording(visit, refused))
                    """) : nil)
                \(section(
                    "Recorded",
                    incidents.isEmpty
                        ? emptyState("None yet", "What is recorded here has a kind and a day, and nothing else.")
                        : "\(incidents.map { listed($0, visit, records: records) })"))
                """)
    }

    private static func recording(_ visit: StaffVisit, _ refused: Refused?) -> HTML {
        IncidentActs.record.form(
            visit, filled: Filled(first: [IncidentActs.day: visit.staff.today.text]), refused: refused, button: "Record"
        )
    }

    private static func clause(_ pack: PolicyPack) -> HTML? {
        pack.requests.incidentBar?.basis.note
    }

    /// One incident with one's own mark: everybody says for themselves whether they were there.
    private static func listed(_ incident: ListedIncident, _ visit: StaffVisit, records: Bool) -> HTML {
        card(
            incident.kind, level: .third, badge: incident.own.map { badge($0.ownWords, tone: .warning) },
            """
            <p>\(incident.day.longName)</p>
            \(actions(
                records
                    ? linkButton("Who was part of it", to: IncidentAddresses.incident.link(PathID(incident.id))) : .empty,
                own(incident, .participant, visit), own(incident, .witness, visit)))
            """)
    }

    private static func own(_ incident: ListedIncident, _ involvement: Involvement, _ visit: StaffVisit) -> HTML {
        guard visit.staff.powers.contains(.takeRequests), incident.own != involvement else { return .empty }
        return IncidentActs.markOneself.asButton(
            involvement.own, visit, PathID(incident.id), hidden: [(MarkingPart.involvement, involvement.rawValue)])
    }

    // MARK: One incident

    private static func incident(_ view: IncidentView, _ visit: StaffVisit, _ refused: Refused?) -> HTML {
        page(
            view.incident.kind, in: Shells.staff(visit),
            lead: "On \(view.incident.day.longName). \(clause(visit.pack))",
            back: Crumb("Incidents", IncidentAddresses.incidents.link()),
            announcement: view.others.isEmpty ? refused?.words : nil,
            main: """
                \(section("Part of it", involved(view, visit)))
                \(view.others.isEmpty ? nil : section("Mark somebody", marking(view, visit, refused)))
                \(section(
                    "Recorded by mistake?",
                    IncidentActs.remove.asConfirmation(
                        "Take it out of the register", "<p>Every mark goes with it.</p>", button: "Take it out", visit,
                        PathID(view.incident.id), style: .danger)))
                """)
    }

    private static func involved(_ view: IncidentView, _ visit: StaffVisit) -> HTML {
        guard !view.involved.isEmpty else {
            return emptyState("Nobody yet", "Mark whoever took part or saw it. They can say so themselves, too.")
        }
        return MarkingPart.table(
            view.involved.map {
                MarkingPart.Marked(account: $0.account, name: $0.name, involvement: $0.involvement)
            }
        ) { sent in
            IncidentActs.mark.asButton(
                MarkingPart.unmarking, visit, PathID(view.incident.id), style: .quiet, hidden: sent)
        }
    }

    private static func marking(_ view: IncidentView, _ visit: StaffVisit, _ refused: Refused?) -> HTML {
        MarkingPart.html(
            IncidentActs.mark.blank(visit, PathID(view.incident.id), refused: refused),
            view.others.map { FieldOption($0.account, $0.name) }, in: visit.pack,
            hint: "Only you and they themselves see this.")
    }
}

extension Involvement {
    var words: String {
        switch self {
        case .participant: "Took part"
        case .witness: "Saw it"
        }
    }

    fileprivate var own: String {
        switch self {
        case .participant: "I took part"
        case .witness: "I saw it"
        }
    }

    fileprivate var ownWords: String {
        switch self {
        case .participant: "You took part"
        case .witness: "You saw it"
        }
    }
}
