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
        guard let bar = staff.policy.requests.incidentBar else { return nil }
        if let refusal = staff.policy.mayRecord(kind: kind, on: day, today: staff.today) { return .failure(refusal) }
        let now = clock()
        return try await database.write { transaction in
            let id = RandomId()
            let row = IncidentRow(
                id: id.text, kind: kind, day: day, involved: try locked([:], of: id))
            guard try transaction.insert(row, agency: staff.agency.id) else {
                return .failure(
                    Refusal("One of this kind and day is recorded already: it stands for both.", field: "day"))
            }
            try transaction.record(
                .incidentRecorded, in: staff.agency, by: staff.actor, on: id.text, under: bar.basis.clauses, at: now)
            return .success(id.text)
        }
    }

    /// Marks somebody of the team as part of an incident, or takes the mark away. Nothing where there is no such incident.
    ///
    /// - Parameter involvement: nothing where they were not there.
    package func mark(
        _ account: String, as involvement: Involvement?, in id: String, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        guard let bar = staff.policy.requests.incidentBar else { return nil }
        let now = clock()
        return try await database.write { transaction in
            guard let row = try transaction.incident(id, agency: staff.agency.id) else { return nil }
            var incident = try incident(row)
            let isOfTheTeam = try transaction.markable(in: staff.agency, on: staff.today).contains(account)
            guard isOfTheTeam || incident.involved[account] != nil else {
                return .failure(Refusal("Choose somebody of the team.", field: "account"))
            }
            incident.involved[account] = involvement
            if let refusal = try keep(incident, in: staff.agency, transaction) { return .failure(refusal) }
            try transaction.record(
                .involvementMarked, in: staff.agency, by: staff.actor, on: id, under: bar.basis.clauses,
                details: [account, involvement?.rawValue ?? ""], at: now)
            return .success(())
        }
    }

    /// "I was there": a supporter marks themself. It is taken away by whoever keeps the register alone. There is no entry in the
    /// chain, which would say in the clear who was part of it. Nothing where there is no such incident.
    package func markOneself(
        as involvement: Involvement, in id: String, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        guard staff.policy.requests.incidentBar != nil else { return nil }
        return try await database.write { transaction in
            guard let row = try transaction.incident(id, agency: staff.agency.id) else { return nil }
            var incident = try incident(row)
            incident.involved[staff.account] = involvement
            if let refusal = try keep(incident, in: staff.agency, transaction) { return .failure(refusal) }
            return .success(())
        }
    }

    /// Takes an incident out of the register, with every mark. False where there is none.
    package func removeIncident(_ id: String, by staff: Staff) async throws -> Bool {
        guard let bar = staff.policy.requests.incidentBar else { return false }
        let now = clock()
        return try await database.write { transaction in
            guard try transaction.deleteIncident(id, agency: staff.agency.id) else { return false }
            try transaction.record(
                .incidentRemoved, in: staff.agency, by: staff.actor, on: id, under: bar.basis.clauses, at: now)
            return true
        }
    }

    private func keep(_ incident: Incident, in agency: Agency, _ transaction: any Transaction) throws -> Refusal? {
        guard let id = RandomId(text: incident.id), incident.involved.count <= Incident.mostInvolved else {
            return Refusal("There is no room for more than \(Incident.mostInvolved) people.")
        }
        try transaction.setInvolved(try locked(incident.involved, of: id), in: incident.id, agency: agency.id)
        return nil
    }

    private func locked(_ involved: [String: Involvement], of id: RandomId) throws -> [UInt8] {
        guard let locked = try keys.lock(involved: try involved.sealable, incident: id) else {
            throw TooManyInvolved()
        }
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

/// More people than the schema has room for, which the bound on their number keeps from happening.
private struct TooManyInvolved: Error {}

extension Transaction {
    /// Everybody who could be offered a request on that day.
    func markable(in agency: Agency, on day: Day) throws -> Set<String> {
        let roles = agency.policy.roles(with: .takeRequests).map(\.id)
        return Set(
            try holdings(of: roles, agency: agency.id, heldAfter: day).filter { $0.holding.isHeld(on: day) }
                .map(\.account))
    }
}
