import Program
import Sealing
import Store

/// Another agency's part in an incident, as a board shows it: where it stands, how many and when; never who.
package struct SharedPart: Sendable {
    package let shared: SharedIncident
    /// On which side the board's own agency is.
    package let side: SharedIncident.Side
    /// The other agency's public title.
    package let agency: String
    /// What the other does, while both answer it together.
    package let other: OtherSide?
    /// Whether an agreement for incidents with them is still in force. What runs goes on without.
    package let isAgreed: Bool
}

/// With whom an incident is answered together, and who may be asked yet.
package struct IncidentSharing: Sendable {
    package let parts: [SharedPart]
    /// The agencies that may be asked, by title.
    package let partners: [AidPartnerAgency]
}

/// What another agency asks of this one.
package struct AskedToJoin: Sendable {
    package let shared: SharedIncident
    /// The other agency's public title.
    package let agency: String
    package let now: Instant
}

extension Programmes {
    /// What other agencies ask of this one and nobody has answered, the latest first.
    func askedToJoin(of staff: Staff, at now: Instant, _ transaction: any Transaction) throws -> [AskedToJoin] {
        guard staff.policy.sharesIncidents else { return [] }
        return try transaction.sharedIncidents(asking: staff.agency.id).map { row in
            AskedToJoin(
                shared: try keys.opened(row), agency: try transaction.agency(id: row.agency)?.name ?? "", now: now)
        }.sorted { $0.shared.askedAt > $1.shared.askedAt }
    }

    /// One of them, answered or not. Nothing where the agency is not the one that is asked.
    package func askedToJoin(_ id: String, for staff: Staff) async throws -> AskedToJoin? {
        guard staff.policy.sharesIncidents else { return nil }
        let now = clock()
        return try await database.read { [keys] transaction in
            guard let loaded = try transaction.loadedSharing(id, in: staff.agency, with: keys), loaded.side == .partner
            else { return nil }
            return AskedToJoin(
                shared: loaded.shared, agency: try transaction.agency(id: loaded.other)?.name ?? "", now: now)
        }
    }

    /// With whom a file is answered together. Nothing where the policy does not speak of it and nobody asked.
    func sharing(
        of file: IncidentFile, for staff: Staff, _ transaction: any Transaction
    ) throws -> IncidentSharing? {
        let loaded = try transaction.sharings(of: file, in: staff.agency, with: keys)
        guard staff.policy.sharesIncidents || !loaded.isEmpty else { return nil }
        let agreed = try aidPartners(of: staff.agency, for: .incidents, on: staff.today, transaction)
        let parts = try loaded.map { sharing in
            SharedPart(
                shared: sharing.shared, side: sharing.side,
                agency: try transaction.agency(id: sharing.other)?.name ?? "",
                other: try otherSide(of: sharing, transaction),
                isAgreed: agreed.contains { $0.id == sharing.other })
        }
        return IncidentSharing(parts: parts, partners: try askable(agreed, for: file, beside: loaded, transaction))
    }

    private func otherSide(of sharing: LoadedSharing, _ transaction: any Transaction) throws -> OtherSide? {
        guard case .together = sharing.shared.stage else { return nil }
        let (agency, file) = sharing.shared.other(than: sharing.side)
        return try file.flatMap { try transaction.incidentFile($0, agency: agency) }
            .map { OtherSide(of: try keys.opened($0).file) }
    }

    private func askable(
        _ agreed: [AidPartnerAgency], for file: IncidentFile, beside sharings: [LoadedSharing],
        _ transaction: any Transaction
    ) throws -> [AidPartnerAgency] {
        guard file.isOpen, file.scope != .partnerAgency else { return [] }
        let running = Set(sharings.filter(\.shared.isRunning).map(\.other))
        let able = Set(try agencies(agreed.map(\.id), transaction).filter(\.policy.sharesIncidents).map(\.id))
        return agreed.filter { able.contains($0.id) && !running.contains($0.id) }
    }
}
