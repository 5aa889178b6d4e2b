import Foundation
import Program
import Sealing
import Store
import Synchronization

/// An agency's audit chain is not what was written. Where, `peersupport audit verify` says.
package struct AuditChainBroken: Error {}

/// The chains that this server has read from their beginning, and when: each once an hour. What is broken stays so until it is
/// read again.
final class ChainWalks: Sendable {
    private static let every = Duration.seconds(3600)

    private struct Walk {
        let at: ContinuousClock.Instant
        let isWhole: Bool
    }

    private let walks = Mutex<[String: Walk]>([:])

    /// Reads the chain of each agency that is due, and compares it with the newest checkpoint in the folder.
    func take(_ programmes: Programmes, _ folder: CheckpointFolder) async throws {
        try await programmes.forEveryAgency { row in
            if let walk = walks.withLock({ $0[row.id] }), ContinuousClock.now - walk.at < Self.every {
                if !walk.isWhole { throw AuditChainBroken() }
                return
            }
            let checkpoint = folder.newest(slug: row.slug, signedBy: programmes.keys.auditSigning.publicKey)
            let finding = try await programmes.finding(
                of: row, checkpoint.map { [$0] } ?? [], [programmes.keys.auditSigning.publicKey])
            walks.withLock { $0[row.id] = Walk(at: .now, isWhole: finding.broken == nil) }
            if finding.broken != nil { throw AuditChainBroken() }
        }
    }
}

extension CheckpointFolder {
    /// The agency's newest checkpoint that this key signed; one of an earlier key tells nothing here.
    func newest(slug: String, signedBy key: AuditPublicKey) -> SignedCheckpoint? {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        let dated = names.filter { name in
            name.hasPrefix("\(slug)-") && name.hasSuffix(".json") && name.utf8.count == slug.utf8.count + 16
        }
        for name in dated.sorted(by: >) {
            let text = try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
            if let signed = text.flatMap({ SignedCheckpoint(fileForm: $0) }), signed.isSigned(by: key) { return signed }
        }
        return nil
    }
}
