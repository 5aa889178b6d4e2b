import HTML
import Operations
import Program

/// What is done with the register of incidents: each act once, for its form and for programs.
enum IncidentActs {
    static let routes: [Route] = record.routes + mark.routes + markOneself.routes + remove.routes

    static let record = Act(
        "recordIncident", "Record an incident by kind and day, and nothing else.", at: IncidentAddresses.incidents,
        for: .holding(.recordIncidents), where: \.recordsIncidents,
        taking: Input(
            .choice(
                "kind", "Kind", FieldWords(clauses: { $0.incidents.kinds.flatMap(\.basis.clauses) }),
                of: kinds),
            .day(IncidentActs.day, "Day", FieldWords(hint: "Nothing is written about what happened, or to whom."))
        ) { (kind: $0, day: $1) },
        then: .created("Recorded.", at: IncidentAddresses.incident),
        see: { done in IncidentAddresses.incident.link(PathID(done.id ?? "")) }, refused: IncidentPages.listAgain,
        perform: { visit, new in
            try await visit.programmes.recordIncident(kind: new.kind, on: new.day, by: visit.staff)
        })

    static let day = "day"

    static let mark = Act(
        "markInvolvement", "Mark somebody of the team as part of an incident, or take the mark away.",
        at: IncidentAddresses.involvement, .put, for: .holding(.recordIncidents), where: \.recordsIncidents,
        taking: Input(
            Field<String>.found(MarkingPart.account, "Who was part of it").laidOutByPage,
            Field<MarkedAs>.choice(MarkingPart.involvement, "How they were part of it", words) { $0.rawValue }
                .laidOutByPage
        ) { (account: $0, involvement: $1.involvement) },
        then: .done("Marked."),
        see: { _, incident in IncidentAddresses.incident.link(incident) }, refused: IncidentPages.again,
        perform: { visit, mark, incident in
            try await visit.programmes.mark(mark.account, as: mark.involvement, in: incident.text, by: visit.staff)
        })

    static let markOneself = Act(
        "markOwnInvolvement", "Say that you were part of an incident, or saw it.", at: IncidentAddresses.own, .put,
        for: .holding(.takeRequests), where: \.recordsIncidents,
        taking: Input(
            Field<Involvement>.choice(MarkingPart.involvement, "Your part in it", words) { $0.rawValue }.byButtons),
        then: .done("Marked."),
        see: { _, _ in IncidentAddresses.incidents.link() },
        refused: { visit, refused, _ in try await IncidentPages.listAgain(visit, refused) },
        perform: { visit, involvement, incident in
            try await visit.programmes.markOneself(as: involvement, in: incident.text, by: visit.staff)
        })

    static let remove = Act(
        "removeIncident", "Take an incident out of the register, with every mark.", at: IncidentAddresses.removal,
        .delete, interface: IncidentAddresses.incident, for: .holding(.recordIncidents), where: \.recordsIncidents,
        taking: .nothing, then: .done("Taken out."), mayRefuse: false,
        see: { _, _ in IncidentAddresses.incidents.link() }, refused: IncidentPages.again,
        perform: { visit, _, incident in try await visit.programmes.removeIncident(incident.text, by: visit.staff) })

    @Sendable
    private static func kinds(_ pack: PolicyPack) -> [FieldOption] {
        pack.incidents.kinds.map { FieldOption($0.id, $0.label) }
    }

    private static let words = FieldWords(clauses: { $0.requests.incidentBar?.basis.clauses ?? [] })
}

/// What is said of somebody of the team: how they were part of it, or that they were not there.
enum MarkedAs: String, CaseIterable, Sendable {
    case participant, witness
    case absent = "none"

    var involvement: Involvement? { Involvement(rawValue: rawValue) }
}
