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
    /// Writes today's checkpoint of every agency that has none yet. Harmless to repeat, and on several nodes. A chain is its own:
    /// where the agency's time zone cannot be had the day is that of UTC, and its pack is not asked.
    package func writeCheckpoints(to folder: CheckpointFolder) async throws {
        let now = clock()
        try FileManager.default.createDirectory(at: folder.folder, withIntermediateDirectories: true)
        try await forEveryAgency { row in
            guard let day = AgencyCalendar(timeZone: row.timeZone)?.day(at: now) ?? Day(daysSince1970: now.dayNumber)
            else {
                throw AgencyFault.clockOutOfRange
            }
            let file = folder.file(slug: row.slug, day: day)
            guard !FileManager.default.fileExists(atPath: file.path) else { return }
            let head = try await database.read { transaction in try transaction.auditHead(of: row.id) }
            let signed = try keys.auditSigning.sign(Checkpoint(head: head, day: day.text, at: now.milliseconds))
            try Data(try signed.fileForm().utf8).write(to: file, options: .atomic)
        }
    }

    /// The key that anyone checks the checkpoints with, in hexadecimal digits.
    package var auditPublicKey: String { keys.auditSigning.publicKey.hex }
}
