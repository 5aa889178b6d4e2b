import PolicyPacks
import Program
import Store

/// One text of an agency's rules with the time for which it was in force. The handbook is made from it.
package struct HandbookEdition: Sendable {
    /// 1 for the text that the agency was taken in with, and so on.
    package let number: Int
    package let pack: LoadedPack
    package let from: Day?
    /// The day the next one came into force; nothing for the one in force.
    package let until: Day?
    /// What it has otherwise than the one before; nothing for the first.
    package let differences: [PackDifference]?
}

extension Programmes {
    /// Every text that was in force at the agency, the newest first.
    package func handbookEditions(of agency: Agency) async throws -> [HandbookEdition] {
        try await database.read { transaction in
            let changes = try transaction.policyDrafts(agency: agency.id)
                .compactMap { draft in draft.done(.inForce).map { (draft: draft, day: $0.on) } }
                .sorted { ($0.day, $0.draft.id) < ($1.day, $1.draft.id) }
            let hashes = [changes.first?.draft.base ?? agency.packHash] + changes.map(\.draft.pack)
            let days = [try transaction.foundingDay(of: agency)] + changes.map(\.day)
            let texts = try hashes.map { try packs.pack($0, in: transaction) }
            return texts.indices.map { place in
                HandbookEdition(
                    number: place + 1, pack: texts[place], from: days[place],
                    until: place + 1 < days.count ? days[place + 1] : nil,
                    differences: place == 0 ? nil : texts[place].differences(from: texts[place - 1]))
            }.reversed()
        }
    }

    /// The same agency as it was under that edition, for reading alone.
    package func agency(_ agency: Agency, in edition: HandbookEdition) -> Agency { agency.under(edition.pack) }
}

extension Transaction {
    /// The day on which the agency was taken in, as its chain begins.
    fileprivate func foundingDay(of agency: Agency) throws -> Day? {
        guard let first = try auditEntries(agency: agency.id, after: 0, limit: 1).first,
            first.act == AuditKind.agencyFounded.rawValue
        else { return try archivedOn(pack: agency.packHash) }
        return try agency.day(at: first.at)
    }
}
