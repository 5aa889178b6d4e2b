import HTTPTypes
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

extension Audience {
    /// Whoever may have been part of an incident, and whoever records it.
    static let knowsIncidents = Audience.holdingAny([.takeRequests, .recordIncidents])
}

extension Routes {
    static let incidents: [Route] = [
        .staff(.get, IncidentAddresses.incidents, for: .knowsIncidents) { visit in
            try await IncidentActs.list(visit) ?? visit.site.nothingHere
        },
        .staff(.post, IncidentAddresses.incidents, for: .holding(.recordIncidents), IncidentActs.record),
        .staff(.get, IncidentAddresses.incident, for: .holding(.recordIncidents)) { visit, id in
            try await IncidentActs.show(id, visit)
        },
        .staff(.post, IncidentAddresses.involvement, for: .holding(.recordIncidents), IncidentActs.mark),
        .staff(.post, IncidentAddresses.own, for: .holding(.takeRequests), IncidentActs.markOneself),
        .staff(.post, IncidentAddresses.removal, for: .holding(.recordIncidents)) { visit, id in
            guard try await visit.programmes.removeIncident(id.text, by: visit.staff) else { return nil }
            return .see(IncidentAddresses.incidents.link())
        },
    ]
}

/// What is done with the register of incidents.
enum IncidentActs {
    static let kindField = "kind"
    static let dayField = "day"
    static let accountField = "account"
    static let involvementField = "involvement"
    /// Says of somebody that they were not there.
    static let none = "none"

    static func list(_ visit: StaffVisit, _ refusal: Refusal? = nil) async throws -> Answer? {
        guard let incidents = try await visit.programmes.incidents(for: visit.staff) else { return nil }
        return .page(
            IncidentPages.list(incidents, visit, refusal), status: refusal == nil ? .ok : .unprocessableContent)
    }

    static func show(_ id: PathID, _ visit: StaffVisit, _ refusal: Refusal? = nil) async throws -> Answer? {
        guard let view = try await visit.programmes.incident(id.text, by: visit.staff) else { return nil }
        return .page(IncidentPages.incident(view, visit, refusal), status: refusal == nil ? .ok : .unprocessableContent)
    }

    @Sendable
    static func record(_ visit: StaffVisit) async throws -> Answer {
        guard let day = Day(visit.form[dayField]) else {
            return try await list(visit, noDay) ?? visit.site.nothingHere
        }
        switch try await visit.programmes.recordIncident(kind: visit.form[kindField], on: day, by: visit.staff) {
        case .success(let id): return .see(IncidentAddresses.incident.link(PathID(id)))
        case .failure(let refusal): return try await list(visit, refusal) ?? visit.site.nothingHere
        case nil: return visit.site.nothingHere
        }
    }

    @Sendable
    static func mark(_ visit: StaffVisit, _ id: PathID) async throws -> Answer? {
        let sent = visit.form[involvementField]
        guard sent == none || Involvement(rawValue: sent) != nil else { return try await show(id, visit, notSaid) }
        let marked = try await visit.programmes.mark(
            visit.form[accountField], as: Involvement(rawValue: sent), in: id.text, by: visit.staff)
        switch marked {
        case .success: return .see(IncidentAddresses.incident.link(id))
        case .failure(let refusal): return try await show(id, visit, refusal)
        case nil: return nil
        }
    }

    @Sendable
    static func markOneself(_ visit: StaffVisit, _ id: PathID) async throws -> Answer? {
        guard let involvement = Involvement(rawValue: visit.form[involvementField]) else {
            return try await list(visit, notSaid)
        }
        switch try await visit.programmes.markOneself(as: involvement, in: id.text, by: visit.staff) {
        case .success: return .see(IncidentAddresses.incidents.link())
        case .failure(let refusal): return try await list(visit, refusal)
        case nil: return nil
        }
    }

    static let noDay = Refusal("Day: such as 2026-11-20.", field: dayField)
    private static let notSaid = Refusal("Say how they were part of it.", field: involvementField)
}
