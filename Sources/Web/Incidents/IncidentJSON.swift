import HTTPTypes
import Operations
import Program

enum IncidentInterfaceAddresses {
    static let incidents = FixedAddress("api/v1/incidents")
    static let incident = Address<PathID>("api/v1/incidents/{incident}")
    static let involvement = Address<PathID>("api/v1/incidents/{incident}/involvement")
    static let own = Address<PathID>("api/v1/incidents/{incident}/own")
}

extension Routes {
    static let incidentInterface: [Route] = [
        .api(.get, IncidentInterfaceAddresses.incidents, for: .knowsIncidents, IncidentEndpoints.list) { call in
            let incidents = try await call.programmes.incidents(for: call.staff) ?? []
            return .success(.json(["incidents": .array(incidents.map { .object(IncidentJSON.members(of: $0)) })]))
        },
        .api(.post, IncidentInterfaceAddresses.incidents, for: .holding(.recordIncidents), IncidentEndpoints.record) {
            call in
            guard let day = Day(call.text(IncidentActs.dayField)) else { return .failure(IncidentActs.noDay) }
            let recorded = try await call.programmes.recordIncident(
                kind: call.text(IncidentActs.kindField), on: day, by: call.staff)
            return (recorded ?? .failure(IncidentActs.noDay)).map {
                .json(["id": .string($0)], status: .created).at(IncidentInterfaceAddresses.incident.link(PathID($0)))
            }
        },
        .api(.get, IncidentInterfaceAddresses.incident, for: .holding(.recordIncidents), IncidentEndpoints.read) {
            call, id in
            try await call.programmes.incident(id.text, by: call.staff).map { .success(.json(IncidentJSON.view($0))) }
        },
        .api(
            .put, IncidentInterfaceAddresses.involvement, for: .holding(.recordIncidents), IncidentEndpoints.mark
        ) { call, id in
            try await call.programmes.mark(
                call.text(IncidentActs.accountField),
                as: Involvement(rawValue: call.text(IncidentActs.involvementField)), in: id.text, by: call.staff
            )?.map { .done }
        },
        .api(.put, IncidentInterfaceAddresses.own, for: .holding(.takeRequests), IncidentEndpoints.markOneself) {
            call, id in
            guard let involvement = Involvement(rawValue: call.text(IncidentActs.involvementField)) else { return nil }
            return try await call.programmes.markOneself(as: involvement, in: id.text, by: call.staff)?.map { .done }
        },
        .api(.delete, IncidentInterfaceAddresses.incident, for: .holding(.recordIncidents), IncidentEndpoints.remove) {
            call, id in
            try await call.programmes.removeIncident(id.text, by: call.staff) ? .success(.done) : nil
        },
    ]
}

enum IncidentEndpoints {
    static let list = Endpoint(
        "listIncidents", "The register of incidents, with your own part in each.",
        success: .ok("The incidents, the latest first.") { _ in
            .object([Schema.Property("incidents", .list(of: .object(incident)))])
        }, mayRefuse: false, where: \.recordsIncidents)

    static let record = Endpoint(
        "recordIncident", "Record an incident by kind and day, and nothing else.",
        body: { pack in
            .object([
                Schema.Property(
                    IncidentActs.kindField, .choice(pack.incidents.kinds.map(\.id)),
                    clauses: pack.incidents.kinds.flatMap(\.basis.clauses)),
                Schema.Property(IncidentActs.dayField, .day),
            ])
        }, success: .created("Recorded.", .object([Schema.Property("id", .id)])), where: \.recordsIncidents)

    static let read = Endpoint(
        "readIncident", "Who of the team was part of an incident.",
        success: .ok("The incident.") { _ in
            .object(
                incident + [
                    Schema.Property(
                        "involved",
                        .list(
                            of: .object([
                                Schema.Property(IncidentActs.accountField, .id), Schema.Property("name", .words),
                                Schema.Property(IncidentActs.involvementField, involvement),
                            ])))
                ])
        }, mayRefuse: false, where: \.recordsIncidents)

    static let mark = Endpoint(
        "markInvolvement", "Mark somebody of the team as part of an incident, or take the mark away.",
        body: { pack in
            .object([
                Schema.Property(IncidentActs.accountField, .id),
                Schema.Property(
                    IncidentActs.involvementField,
                    .choice(Involvement.allCases.map(\.rawValue) + [IncidentActs.none]),
                    clauses: pack.requests.incidentBar?.basis.clauses ?? []),
            ])
        }, success: .done("Marked."), where: \.recordsIncidents)

    static let markOneself = Endpoint(
        "markOwnInvolvement", "Say that you were part of an incident, or saw it.",
        body: { pack in
            .object([
                Schema.Property(
                    IncidentActs.involvementField, involvement,
                    clauses: pack.requests.incidentBar?.basis.clauses ?? [])
            ])
        }, success: .done("Marked."), where: \.recordsIncidents)

    static let remove = Endpoint(
        "removeIncident", "Take an incident out of the register, with every mark.", success: .done("Taken out."),
        mayRefuse: false, where: \.recordsIncidents)

    private static let involvement = Schema.choice(Involvement.allCases.map(\.rawValue))

    private static let incident = [
        Schema.Property("id", .id), Schema.Property(IncidentActs.kindField, .words),
        Schema.Property(IncidentActs.dayField, .day),
        Schema.Property("own", .nullable(involvement), about: "Your own part in it."),
    ]
}

enum IncidentJSON {
    static func members(of incident: ListedIncident) -> [String: JSON] {
        [
            "id": .string(incident.id), "kind": .string(incident.kind), "day": .string(incident.day.text),
            "own": JSON(incident.own?.rawValue),
        ]
    }

    static func view(_ view: IncidentView) -> JSON {
        let involved = view.involved.map { marked -> JSON in
            [
                "account": .string(marked.account), "name": .string(marked.name),
                "involvement": .string(marked.involvement.rawValue),
            ]
        }
        return .object(members(of: view.incident).merging(["involved": .array(involved)]) { $1 })
    }
}

extension PolicyPack {
    /// Whether incidents are recorded, because they keep somebody from a request.
    var recordsIncidents: Bool { requests.incidentBar != nil }
}
