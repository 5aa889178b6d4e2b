import Foundation
import Program
import Sealing
import Store

extension Programmes {
    /// Records an incident by kind and day, where the pack's rules need to know of it (KSO-I.1.b). Nothing where they do not.
    ///
    /// - Returns: its id.
    package func recordIncident(
        kind: String, on day: Day, by staff: Staff
    ) async throws -> Result<String, Refusal>? {
        try await act(by: staff, .holding(.recordIncidents)) { doing in
            guard let bar = doing.policy.requests.incidentBar else { return .nothing }
            if let refusal = doing.policy.mayRecord(kind: kind, on: day, today: doing.staff.today) {
                return .refused(refusal)
            }
            let incident = Incident(id: RandomId().text, kind: kind, day: day)
            let row = IncidentRow(id: incident.id, kind: kind, day: day, involved: try locked(incident))
            guard try doing.transaction.insert(row, agency: doing.agency.id) else {
                return .refused(Incident.isRecorded)
            }
            return .done(incident.id, .entry(.incidentRecorded, on: incident.id, under: bar.basis.clauses))
        }
    }

    /// Marks somebody of the team as part of an incident, or takes the mark away. Nothing where there is no such incident.
    ///
    /// - Parameter involvement: nothing where they were not there.
    package func mark(
        _ account: String, as involvement: Involvement?, in id: String, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.recordIncidents)) { doing in
            guard let bar = doing.policy.requests.incidentBar,
                let row = try doing.transaction.incident(id, agency: doing.agency.id)
            else { return .nothing }
            let team = try doing.transaction.takers(of: doing.agency, on: doing.staff.today)
            switch try incident(row).marking(account, as: involvement, ofTeam: team) {
            case .failure(let refusal): return .refused(refusal)
            case .success(let marked):
                try keep(marked, doing)
                return .done(
                    .entry(
                        .involvementMarked, on: id, under: bar.basis.clauses,
                        details: [account, involvement?.rawValue ?? ""]))
            }
        }
    }

    /// "I was there": a supporter marks themself. It is taken away by whoever keeps the register alone. There is no entry in the
    /// chain, which would say in the clear who was part of it. Nothing where there is no such incident.
    package func markOneself(
        as involvement: Involvement, in id: String, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await quietAct(by: staff, .holding(.takeRequests)) { doing in
            guard doing.policy.requests.incidentBar != nil,
                let row = try doing.transaction.incident(id, agency: doing.agency.id)
            else { return .nothing }
            switch try incident(row).markingOneself(doing.staff.account, as: involvement) {
            case .failure(let refusal): return .refused(refusal)
            case .success(let marked):
                try keep(marked, doing)
                return .done(.involvement)
            }
        }
    }

    /// Takes an incident out of the register, with every mark. Nothing where there is none.
    package func removeIncident(_ id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.recordIncidents)) { doing in
            guard let bar = doing.policy.requests.incidentBar,
                try doing.transaction.deleteIncident(id, agency: doing.agency.id)
            else { return .nothing }
            return .done(.entry(.incidentRemoved, on: id, under: bar.basis.clauses))
        }
    }

    private func keep(_ incident: Incident, _ doing: Doing) throws {
        try doing.transaction.setInvolved(try locked(incident), in: incident.id, agency: doing.agency.id)
    }

    func locked(_ incident: Incident) throws -> [UInt8] {
        guard let id = RandomId(text: incident.id),
            let locked = try keys.lock(involved: try incident.involved.sealable, incident: id)
        else { throw MarksNotLocked() }
        return locked
    }

    /// An incident with its marks. Marks that do not open, since the key was lost, are no marks: a supporter attests besides.
    func incident(_ row: IncidentRow) throws -> Incident {
        let bytes = RandomId(text: row.id).flatMap { try? keys.unlock(involved: row.involved, incident: $0) }
        let involved = try bytes.map { try JSONDecoder().decode([String: Involvement].self, from: Data($0)) }
        return Incident(id: row.id, kind: row.kind, day: row.day, involved: involved ?? [:])
    }

    /// Everybody whom the incident that a request has to do with keeps from it.
    func barred(by asked: AskedIncident?, in agency: Agency, _ transaction: any Transaction) throws -> Set<String> {
        let rules = agency.policy.requests
        guard let asked, rules.incidentBar != nil else { return [] }
        let near = try transaction.incidents(agency: agency.id, on: asked.days).map { try incident($0) }
        return rules.barred(by: asked, among: near)
    }
}

/// More people than the schema has room for, which the bound on their number keeps from happening, or an id that is none.
private struct MarksNotLocked: Error {}
