import Foundation
import Program
import Sealing
import Store

/// The signed checkpoints of every agency's audit chain, one a day, as files that the operator keeps elsewhere too.
package struct CheckpointFolder: Sendable {
    package let folder: URL

    package init(_ folder: URL) { self.folder = folder }

    func file(slug: String, day: Day) -> URL { folder.appendingPathComponent("\(slug)-\(day.text).json") }
}

extension Programmes {
    /// Writes today's checkpoint of every agency that has none yet. Harmless to repeat, and on several nodes.
    package func writeCheckpoints(to folder: CheckpointFolder) async throws {
        let now = clock()
        let heads = try await database.read { transaction in
            try transaction.agencies().map { row in
                let agency = try agency(row, in: transaction)
                return (slug: row.slug, day: try agency.day(at: now), head: try transaction.auditHead(of: row.id))
            }
        }
        try FileManager.default.createDirectory(at: folder.folder, withIntermediateDirectories: true)
        for (slug, day, head) in heads {
            let file = folder.file(slug: slug, day: day)
            guard !FileManager.default.fileExists(atPath: file.path) else { continue }
            let signed = try keys.auditSigning.sign(Checkpoint(head: head, day: day.text, at: now.milliseconds))
            try Data(try signed.fileForm().utf8).write(to: file, options: .atomic)
        }
    }

    /// The key that anyone checks the checkpoints with, in hexadecimal digits.
    package var auditPublicKey: String { keys.auditSigning.publicKey.hex }
}
