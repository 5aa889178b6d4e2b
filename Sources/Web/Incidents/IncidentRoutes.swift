import Operations
import Program

enum IncidentAddresses {
    static let incidents = FixedAddress("incidents")
    static let incident = Address<PathID>("incidents/{incident}")
    static let involvement = Address<PathID>("incidents/{incident}/involvement")
    /// "I was there."
    static let own = Address<PathID>("incidents/{incident}/own")
    static let removal = Address<PathID>("incidents/{incident}/removal")
}

extension Need {
    /// Whoever may have been part of an incident, and whoever records it.
    static let knowsIncidents = Need.anyOf([.takeRequests, .recordIncidents])
}

extension Routes {
    static let incidents: [Route] = incidentPages + IncidentActs.routes + criticalIncidents + criticalIncidentInterface

    private static let incidentPages: [Route] = [
        .staff(.get, IncidentAddresses.incidents, for: .staff(.knowsIncidents)) { visit in
            try await IncidentPages.listAgain(visit)
        },
        .staff(.get, IncidentAddresses.incident, for: .holding(.recordIncidents)) { visit, incident in
            try await IncidentPages.again(visit, nil, incident)
        },
    ]

    static let incidentInterface: [Route] = [
        .read(
            "listIncidents", "The register of incidents, with your own part in each.", at: IncidentAddresses.incidents,
            for: .staff(.knowsIncidents), where: \.recordsIncidents, "The incidents, the latest first.",
            .list("incidents", of: incident)
        ) { visit in try await visit.programmes.incidents(for: visit.staff) },
        .read(
            "readIncident", "Who of the team was part of an incident.", at: IncidentAddresses.incident,
            for: .holding(.recordIncidents), where: \.recordsIncidents, "The incident.",
            incident.of(\IncidentView.incident).with(.list("involved", of: marked, \.involved))
        ) { visit, id in try await visit.programmes.incident(id.text, by: visit.staff) },
    ]

    private static let incident = Shape<ListedIncident>(
        .id("id", \.id), .words("kind", \.kind), .day("day", \.day),
        .choice(maybe: "own", about: "Your own part in it.", \.own))

    private static let marked = Shape<IncidentView.Marked>(
        .id("account", \.account), .words("name", \.name), .choice("involvement", \.involvement))
}

extension PolicyPack {
    /// Whether incidents are recorded, because they keep somebody from a request.
    var recordsIncidents: Bool { requests.incidentBar != nil }
}
