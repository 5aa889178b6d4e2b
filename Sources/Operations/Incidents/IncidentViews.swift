import Program
import Store

/// An incident of the register as somebody of the team sees it: without anybody else's mark.
package struct ListedIncident: Sendable, Equatable {
    package let id: String
    /// In the pack's words.
    package let kind: String
    package let day: Day
    /// Whether and how they themselves were part of it.
    package let own: Involvement?
}

/// An incident as whoever keeps the register sees it.
package struct IncidentView: Sendable, Equatable {
    package let incident: ListedIncident
    /// By name.
    package let involved: [Marked]
    /// Who else may be marked, by name.
    package let others: [Colleague]

    package struct Marked: Sendable, Equatable {
        package let account: String
        package let name: String
        package let involvement: Involvement
    }
}

extension Programmes {
    /// Every incident of the register, the latest first. Nothing where the pack's rules need none.
    package func incidents(for staff: Staff) async throws -> [ListedIncident]? {
        guard staff.policy.requests.incidentBar != nil else { return nil }
        return try await database.read { transaction in
            try transaction.incidents(agency: staff.agency.id).map { try listed(try incident($0), for: staff) }
        }
    }

    /// One of them with everybody marked, for whoever keeps the register. Nothing where there is none.
    package func incident(_ id: String, by staff: Staff) async throws -> IncidentView? {
        guard staff.policy.requests.incidentBar != nil else { return nil }
        return try await database.read { transaction in
            guard let row = try transaction.incident(id, agency: staff.agency.id) else { return nil }
            let incident = try incident(row)
            let team = try transaction.takers(of: staff.agency, on: staff.today)
            let names = try transaction.accountNames(
                agency: staff.agency.id, of: team.union(incident.involved.keys).sorted())
            let colleagues = names.map { Colleague(account: $0.key, name: $0.value) }
                .sorted { ($0.name, $0.account) < ($1.name, $1.account) }
            return IncidentView(
                incident: try listed(incident, for: staff),
                involved: colleagues.compactMap { colleague in
                    incident.involved[colleague.account].map {
                        IncidentView.Marked(account: colleague.account, name: colleague.name, involvement: $0)
                    }
                },
                others: colleagues.filter { incident.involved[$0.account] == nil })
        }
    }

    private func listed(_ incident: Incident, for staff: Staff) throws -> ListedIncident {
        ListedIncident(
            id: incident.id, kind: staff.policy.incidentKind(incident.kind)?.label ?? incident.kind, day: incident.day,
            own: incident.involved[staff.account])
    }
}
