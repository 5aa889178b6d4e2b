import Foundation
import PolicyPacks
import Program
import Sealing
import Store

/// Published figures, with what shows that they are those that were published.
package struct PublishedFigures: Sendable {
    package let publication: Publication
    package let publishedOn: Day
    /// SHA-256 of what was frozen, in hexadecimal, as the audit chain has it.
    package let checksum: String
}

extension Staff {
    /// A release that they prepare; nothing for another's, or where the pack has none of that id.
    func prepares(_ id: String) -> ToldRelease? {
        guard powers.contains(.publishSummary), let release = policy.release(id), holds(release.preparedBy) else {
            return nil
        }
        return release
    }

    /// A release that is open to them, as one of its readers or as the one who prepares it.
    func opens(_ id: String) -> ToldRelease? {
        if let release = prepares(id) { return release }
        guard powers.contains(.readSummaries), let release = policy.release(id), release.readers.contains(where: holds)
        else { return nil }
        return release
    }

    /// Whether they prepare that release.
    package func isPreparer(of release: String) -> Bool { prepares(release) != nil }
}

extension Programmes {
    /// The releases of the past two years and those that wait for publication, the latest first: of those that are open to whoever asks.
    package func releaseStandings(by staff: Staff) async throws -> [ReleaseStanding] {
        try await database.read { transaction in
            staff.policy.releaseStandings(try releasesSoFar(of: staff.agency, transaction), on: staff.today)
                .filter { staff.opens($0.release) != nil }
        }
    }

    /// What there is to know before a period is published: how many sheets of a month are in; nothing for longer times. No figure is shown
    /// before, for whoever looked twice while a sheet came in would know that one sheet by the difference.
    ///
    /// Nothing where there is no such release, or whoever asks does not prepare it.
    package func prepareFigures(
        _ id: String, _ period: ReleasePeriod, by staff: Staff
    ) async throws -> Result<SheetCount?, Refusal>? {
        guard let release = staff.prepares(id), release.length == period.length else { return nil }
        let found = try await database.read { transaction -> Result<SheetCount?, Refusal> in
            if let refusal = try refusalToPublish(release, period, by: staff, transaction) { return .failure(refusal) }
            return .success(try sheets(of: period, by: staff, transaction))
        }
        if case .success = found, !solver.isInstalled { return .failure(SolverFault.notInstalled.refusal) }
        return found
    }

    /// A publication; nothing where the period is not published, there is no such release, or it is not open to whoever asks.
    package func publication(
        _ id: String, _ period: ReleasePeriod, by staff: Staff
    ) async throws -> PublishedFigures? {
        guard let release = staff.opens(id), release.length == period.length else { return nil }
        return try await database.read { transaction in
            try transaction.publication(agency: staff.agency.id, release: id, period: period.text).map { row in
                PublishedFigures(
                    publication: try opened(row, transaction), publishedOn: try staff.agency.day(at: row.publishedAt),
                    checksum: row.contentHash)
            }
        }
    }

    /// Why it may not be published now, if it may not.
    func refusalToPublish(
        _ release: ToldRelease, _ period: ReleasePeriod, by staff: Staff, _ transaction: any Transaction
    ) throws -> Refusal? {
        release.mayPublish(
            period, try releasesSoFar(of: staff.agency, transaction),
            sheets: try sheets(of: period, by: staff, transaction), on: staff.today)
    }

    /// What is published of the past three years, or of earlier ones of which counts are kept still, and from when on something waits.
    func releasesSoFar(of agency: Agency, _ transaction: any Transaction) throws -> ReleasesSoFar {
        let latest = try transaction.latestSummarisedMonth(agency: agency.id)
        let kept = try transaction.earliestTalliedMonth(agency: agency.id, after: nil)
        let recent = try agency.day(at: clock()).month.year - 3
        let year = min(recent, kept?.year ?? recent)
        let published = try transaction.publishedPeriods(agency: agency.id, from: year).compactMap { row in
            ReleasePeriod(row.period).map { (release: row.release, period: $0) }
        }
        return ReleasesSoFar(
            published: published,
            earliestWaiting: try transaction.earliestTalliedMonth(agency: agency.id, after: latest))
    }

    /// A publication as it was frozen, or a summary of before publications were.
    func opened(_ row: PublicationRow, _ transaction: any Transaction) throws -> Publication {
        try Publication(
            frozen: Data(row.content.utf8), checksum: row.contentHash, sha256: { ContentHash(of: Array($0)).hex },
            publishedBy: packs.pack(row.pack, in: transaction).pack)
    }

    private func sheets(
        of period: ReleasePeriod, by staff: Staff, _ transaction: any Transaction
    ) throws -> SheetCount? {
        guard period.length == .month, period.isOver(on: staff.today) else { return nil }
        return try sheetCount(period.lastMonth, in: staff.agency, on: staff.today, transaction)
    }
}
