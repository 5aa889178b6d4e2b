import Foundation
import Program
import Sealing
import Store

/// A file as it was loaded, to be put back changed.
struct LoadedFile {
    let file: IncidentFile
    let row: IncidentFileRow
}

extension ServerKeys {
    /// What a row keeps under lock.
    func opened(_ row: IncidentFileRow) throws -> LoadedFile {
        guard let id = RandomId(text: row.id) else { throw FileNotLocked() }
        let content = try unlock(incidentFile: row.locked, id: id)
        return LoadedFile(file: try JSONDecoder().decode(IncidentFile.self, from: Data(content)), row: row)
    }

    /// The file as a row keeps it; nothing where it has no room.
    func row(_ file: IncidentFile, version: Int, on day: Day) throws -> IncidentFileRow? {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        guard let id = RandomId(text: file.id) else { throw FileNotLocked() }
        guard let locked = try lock(incidentFile: Array(try encoder.encode(file)), id: id) else { return nil }
        return IncidentFileRow(
            id: file.id, version: version, happenedOn: day, closedOn: file.closedOn, hasScene: file.scene != nil,
            hasNames: file != file.forgettingNames(), paper: file.names, locked: locked)
    }
}

extension Transaction {
    func loaded(_ id: String, in agency: Agency, with keys: ServerKeys) throws -> LoadedFile? {
        try incidentFile(id, agency: agency.id).map(keys.opened)
    }

    /// Puts a changed file in the place of the one that was loaded, and tells whoever it newly asks. False where it has no room.
    func keep(
        _ file: IncidentFile, after loaded: LoadedFile, in agency: Agency, with keys: ServerKeys, at now: Instant
    ) throws -> Bool {
        guard file != loaded.file else { return true }
        guard
            let row = try keys.row(file, version: loaded.row.version + 1, on: loaded.row.happenedOn)
        else { return false }
        guard try replace(row, agency: agency.id) else { throw StateLost() }
        try tell(of: file, after: loaded.file, in: agency, at: now)
        return true
    }
}

extension Programmes {
    /// An act on one file: load, let Program decide, put it back. Nothing where the agency has none of that id.
    func change(
        _ id: String, by staff: Staff, _ need: Need, _ kind: AuditKind,
        under rule: RuleOfIncidents = .none,
        _ change: @escaping @Sendable (IncidentFile, Doing) throws -> Result<IncidentFile, Refusal>?
    ) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, need) { [keys] doing in
            switch try doing.change(id, under: rule, with: keys, change) {
            case nil: .nothing
            case .failure(let refusal)?: .refused(refusal)
            case .success(let isChanged)?:
                .done(isChanged ? .entry(kind, on: id, under: rule.clauses(doing.policy)) : .silent(.unchanged))
            }
        }
    }
}

/// By which rule of the pack something is done about an incident.
enum RuleOfIncidents: Sendable {
    case none, scene, partners, followUp, outreach
    /// By the id of a meeting's rule.
    case decision(String)
    case window(String)
    case meeting(String)

    func clauses(_ policy: PolicyPack) -> [ClauseID] {
        switch self {
        case .none: []
        case .scene: policy.incidents.sceneResponse?.basis.clauses ?? []
        case .partners: policy.incidents.partners.flatMap(\.services.basis.clauses).withoutRepetition
        case .followUp: policy.incidents.followUp?.basis.clauses ?? []
        case .outreach: policy.incidents.outreach?.basis.clauses ?? []
        case .decision(let meeting): policy.meeting(meeting)?.clausesOfDecision ?? []
        case .window(let meeting): policy.meeting(meeting)?.clausesOfWindow ?? []
        case .meeting(let meeting): policy.meeting(meeting)?.clauses ?? []
        }
    }
}

extension Doing {
    /// The change itself, for acts with and without an entry.
    ///
    /// - Returns: whether anything changed; nothing where there is no such file, or not for them.
    func change(
        _ id: String, under rule: RuleOfIncidents, with keys: ServerKeys,
        _ change: (IncidentFile, Doing) throws -> Result<IncidentFile, Refusal>?
    ) throws -> Result<Bool, Refusal>? {
        guard policy.runsIncidents, let loaded = try transaction.loaded(id, in: agency, with: keys),
            let changed = try change(loaded.file, self)
        else { return nil }
        switch changed {
        case .failure(let refusal): return .failure(refusal.citing(rule.clauses(policy)))
        case .success(let file):
            guard try transaction.keep(file, after: loaded, in: agency, with: keys, at: now) else {
                return .failure(Refusal("This incident has no room for more."))
            }
            return .success(file != loaded.file)
        }
    }
}

/// An id that is none.
private struct FileNotLocked: Error {}
