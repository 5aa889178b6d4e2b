import Foundation
import Program
import Sealing
import Store
import Synchronization

/// What a release is made from, as it is at one moment.
private struct FiguresRead: Sendable {
    let boxes: [TallyRow]
    let tallies: [Month: Tally]
    let rows: [PublicationRow]
    let publications: [Publication]

    /// Whether nothing was counted and nothing published since.
    func isSame(as other: FiguresRead) -> Bool { boxes == other.boxes && rows == other.rows }
}

extension Programmes {
    /// Publishes a release of a period, for good: the figures are frozen, and sheets that were kept with a name until now are destroyed.
    ///
    /// Whether anybody could be recognised in them is proven before the transaction, which then wants everything to be as it was read.
    /// Nothing where there is no such release, or whoever asks does not prepare it.
    package func publishFigures(
        _ id: String, _ period: ReleasePeriod, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await lockOpenCounts(of: staff.agency)
        do {
            for _ in 0..<Self.mostTries {
                let tried = try await drafted(id, period, by: staff)
                switch try await publish(tried, id, period, by: staff) {
                case .changed: continue
                case .ended(let answer): return answer
                }
            }
        } catch let damaged as CountsDamaged {
            return .failure(
                Refusal(
                    """
                    Nothing was published: the counts of \(damaged.month.name) are damaged in the database. Whoever runs the server finds \
                    out how, and restores them.
                    """))
        }
        return .failure(
            Refusal("Sheets come in just now, faster than figures can be made of them. Please try again in a minute."))
    }

    private static let mostTries = 3

    /// What would be published, with what it was made from; a refusal where it may not be, or cannot be proven.
    private struct Tried: Sendable {
        let read: FiguresRead
        let publication: Result<Publication, Refusal>
    }

    private enum Publishing: Sendable {
        case ended(Result<Void, Refusal>?)
        /// A sheet came in, or something else was published, while it was proven.
        case changed
    }

    private func drafted(_ id: String, _ period: ReleasePeriod, by staff: Staff) async throws -> Tried? {
        let draft = try await database.read { transaction -> (FiguresRead, ReleaseDraft)? in
            guard let release = staff.prepares(id), release.length == period.length,
                try refusalToPublish(release, period, by: staff, transaction) == nil
            else { return nil }
            let read = try figures(for: period, of: staff.agency, transaction)
            let draft = staff.policy.draft(
                release, period, tallies: read.tallies, published: read.publications, on: staff.today)
            return (read, draft)
        }
        guard let (read, draft) = draft else { return nil }
        return Tried(read: read, publication: try await proven(draft))
    }

    private func publish(
        _ tried: Tried?, _ id: String, _ period: ReleasePeriod, by staff: Staff
    ) async throws -> Publishing {
        let isChanged = Mutex(false)
        let answer = try await act(by: staff, .holding(.publishSummary)) { doing -> Deed<Void> in
            isChanged.withLock { $0 = false }
            let (staff, agency, transaction) = (doing.staff, doing.agency, doing.transaction)
            guard let release = staff.prepares(id), release.length == period.length else { return .nothing }
            if let refusal = try refusalToPublish(release, period, by: staff, transaction) { return .refused(refusal) }
            guard let tried, try tried.read.isSame(as: figures(for: period, of: agency, transaction)) else {
                isChanged.withLock { $0 = true }
                return .nothing
            }
            let publication: Publication
            switch tried.publication {
            case .success(let proven): publication = proven
            case .failure(let refusal): return .refused(refusal)
            }
            let frozen = try publication.canonicalJSON
            let hash = ContentHash(of: Array(frozen)).hex
            try transaction.insert(
                PublicationRow(
                    id: RandomId().text, release: id, period: period.text, pack: agency.packHash,
                    content: String(decoding: frozen, as: UTF8.self), contentHash: hash, publishedAt: doing.now,
                    publishedBy: staff.account), agency: agency.id)
            if id == Publication.summary {
                try transaction.deleteFiledSheets(agency: agency.id, countedIn: period.lastMonth)
            }
            return .done(
                .entry(
                    .summaryPublished, on: release.length == .month ? period.text : "\(id) \(period.text)",
                    under: release.basis.clauses, details: [hash]))
        }
        return isChanged.withLock { $0 } ? .changed : .ended(answer)
    }

    /// What is known of the years that a release of that period hangs together with.
    private func figures(
        for period: ReleasePeriod, of agency: Agency, _ transaction: any Transaction
    ) throws -> FiguresRead {
        let year = period.lastMonth.year - 2
        let boxes = try transaction.tallies(agency: agency.id, from: Month(year: year, number: 1))
        let rows = try transaction.publications(agency: agency.id, from: year)
        return FiguresRead(
            boxes: boxes, tallies: try opened(boxes, agency), rows: rows,
            publications: try rows.map { try opened($0, transaction) })
    }
}
