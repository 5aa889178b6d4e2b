import Foundation
import Program
import Sealing
import Store

/// An incident that two agencies answer together as it was loaded, seen from one of them.
struct LoadedSharing {
    let shared: SharedIncident
    let row: SharedIncidentRow
    /// On which side whoever loaded it is.
    let side: SharedIncident.Side

    /// The id of the other agency.
    var other: String { shared.other(than: side).agency }
}

extension ServerKeys {
    func opened(_ row: SharedIncidentRow) throws -> SharedIncident {
        guard let id = RandomId(text: row.id) else { throw SharingNotLocked() }
        let content = try unlock(sharedIncident: row.locked, id: id)
        return try JSONDecoder().decode(SharedIncident.self, from: Data(content))
    }

    /// As a row keeps it, with the day of the incident where the asking agency is.
    func row(_ shared: SharedIncident, on day: Day) throws -> SharedIncidentRow {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        guard let id = RandomId(text: shared.id),
            let locked = try lock(sharedIncident: Array(try encoder.encode(shared)), id: id)
        else { throw SharingNotLocked() }
        return SharedIncidentRow(
            id: shared.id, agency: shared.asker, file: shared.file, partner: shared.partner,
            partnerFile: shared.partnerFile, happenedOn: day,
            stage: shared.waits ? .asked : shared.isRunning ? .together : .over, locked: locked)
    }
}

extension Transaction {
    /// Nothing where there is none of that id, or the agency is none of the two: the same to whoever asks.
    func loadedSharing(_ id: String, in agency: Agency, with keys: ServerKeys) throws -> LoadedSharing? {
        try sharedIncident(id, agency: agency.id).flatMap { row in
            let shared = try keys.opened(row)
            return shared.side(of: agency.id).map { LoadedSharing(shared: shared, row: row, side: $0) }
        }
    }

    /// Everything that a file is shared by: its own asks, the first first, or the one that it joined.
    func sharings(of file: IncidentFile, in agency: Agency, with keys: ServerKeys) throws -> [LoadedSharing] {
        let rows =
            file.scope == .partnerAgency
            ? try sharedIncident(joinedBy: file.id, agency: agency.id).map { [$0] } ?? []
            : try sharedIncidents(of: file.id, agency: agency.id)
        return try rows.compactMap { row in
            let shared = try keys.opened(row)
            return shared.side(of: agency.id).map { LoadedSharing(shared: shared, row: row, side: $0) }
        }.sorted { ($0.shared.askedAt, $0.shared.id) < ($1.shared.askedAt, $1.shared.id) }
    }

    /// Puts the changed one in the place of what was loaded.
    func keep(_ shared: SharedIncident, after loaded: LoadedSharing, with keys: ServerKeys) throws {
        guard try replace(try keys.row(shared, on: loaded.row.happenedOn), at: loaded.row.stage) else {
            throw StateLost()
        }
    }
}

/// An id that is none, or more than there is room for.
private struct SharingNotLocked: Error {}
