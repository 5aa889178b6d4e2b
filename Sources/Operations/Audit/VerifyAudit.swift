import Program
import Sealing
import Store

/// What the verification of one agency's chain found.
package struct AuditFinding: Sendable {
    package let slug: String
    package let entries: Int64
    /// The first place where the chain is not what was written, in words; none where it is whole.
    package let broken: String?
    /// Whether a checkpoint kept elsewhere vouches for it.
    package let isVouchedFor: Bool
    /// In what the rows of accounts and roles differ from what the chain vouches for.
    package var differences: [VouchingDifference] = []

    /// Whether everything is as it was written.
    package var isWhole: Bool { broken == nil && differences.isEmpty }
}

extension Programmes {
    /// Reads every agency's audit chain from its beginning and compares it with the checkpoints given.
    ///
    /// A checkpoint of an agency that is not here is a finding too: the whole agency was taken out.
    ///
    /// - Parameters:
    ///   - checkpoints: the latest kept of each agency.
    ///   - kept: the public keys kept elsewhere; where there are none, that of this server is believed.
    package func verifyAudit(
        against checkpoints: [SignedCheckpoint], signedBy kept: [AuditPublicKey] = []
    ) async throws -> [AuditFinding] {
        let signers = kept.isEmpty ? [keys.auditSigning.publicKey] : kept
        let agencies = try await database.read { transaction in try transaction.agencies() }
        let present = Set(agencies.map(\.id))
        var findings = checkpoints.filter { !present.contains($0.checkpoint.head.agency) }.map {
            AuditFinding(
                slug: $0.checkpoint.head.agency, entries: 0, broken: "the agency of this checkpoint is gone",
                isVouchedFor: true)
        }
        for agency in agencies {
            var found = try await finding(of: agency, checkpoints, signers)
            found.differences = try await differences(in: agency)
            findings.append(found)
        }
        return findings
    }

    /// In the pack's words; where the pack cannot be read, in the roles' ids.
    private func differences(in row: AgencyRow) async throws -> [VouchingDifference] {
        try await database.read { transaction in
            let policy = try? agency(row, in: transaction).policy
            return try vouchingDifferences(in: row.id, transaction) { policy?.title(of: $0) ?? $0.text }
        }
    }

    /// One agency's chain. An entry that cannot be read is a finding, and keeps no other chain from being verified.
    func finding(
        of agency: AgencyRow, _ checkpoints: [SignedCheckpoint], _ signers: [AuditPublicKey]
    ) async throws -> AuditFinding {
        let kept = checkpoints.first { $0.checkpoint.head.agency == agency.id }
        var verifier =
            kept.map { AuditVerifier(agency: agency.id, against: $0, signedBy: signers) }
            ?? AuditVerifier(agency: agency.id)
        var entries: Int64 = 0
        var damaged: String?
        do {
            for try await row in auditRows(of: agency.id) {
                guard let record = row.record else {
                    damaged = "entry \(row.number) cannot be read"
                    break
                }
                verifier.take(record)
                entries += 1
            }
        } catch StoreFault.unreadable {
            damaged = "an entry after entry \(entries) cannot be read"
        }
        return AuditFinding(
            slug: agency.slug, entries: entries, broken: damaged ?? verifier.verdict().words, isVouchedFor: kept != nil)
    }

    /// The agency's chain as lines that `docs/audit-verify.py` reads; nothing where there is no such agency.
    package func auditExport(slug: String, line: (String) -> Void) async throws -> Bool {
        guard let agency = try await database.read({ transaction in try transaction.agency(slug: slug) }) else {
            return false
        }
        for try await row in auditRows(of: agency.id) {
            guard let record = row.record else { throw DamagedAuditChain(agency: agency.id) }
            line(try record.exportLine())
        }
        return true
    }

    /// The rows in order, a thousand at a time.
    private func auditRows(of agency: String) -> AsyncThrowingStream<AuditRow, any Error> {
        let database = database
        let pages = AuditPages(agency: agency, database: database)
        return AsyncThrowingStream { try await pages.next() }
    }
}

/// Reads a chain page by page, so that a long one does not fill the memory.
private actor AuditPages {
    private let agency: String
    private let database: any Database
    private var page: [AuditRow] = []
    private var place = 0
    private var last: Int64 = 0

    init(agency: String, database: any Database) {
        self.agency = agency
        self.database = database
    }

    func next() async throws -> AuditRow? {
        if place == page.count {
            let (agency, after) = (agency, last)
            page = try await database.read { transaction in
                try transaction.auditEntries(agency: agency, after: after, limit: 1000)
            }
            place = 0
        }
        guard place < page.count else { return nil }
        defer { place += 1 }
        last = page[place].number
        return page[place]
    }
}

extension AuditVerdict {
    fileprivate var words: String? {
        switch self {
        case .intact: nil
        case .broken(let place): "\(place)"
        }
    }
}
