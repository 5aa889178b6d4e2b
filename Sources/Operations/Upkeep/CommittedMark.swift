import Foundation
import Program
import Sealing
import Store

/// The newest write that this server knows to be kept, in a file outside the database. A database that knows of none as late is an
/// older one, or lost its write-ahead log.
package struct CommittedMark: Sendable {
    private let file: URL

    package init(_ file: URL) { self.file = file }

    func keep(_ written: Int64) throws { try Data("\(written)\n".utf8).write(to: file, options: .atomic) }

    /// Nothing where none was kept, or where a power cut left none that can be read.
    fileprivate var kept: Int64? {
        (try? String(contentsOf: file, encoding: .utf8)).flatMap {
            Int64($0.trimmingCharacters(in: .whitespacesAndNewlines))
        }
    }

    fileprivate var path: String { file.path }
}

/// The database is older than what was committed to it: what came later is lost, and a page that was acknowledged may be among it.
package struct OlderDatabase: Error, CustomStringConvertible {
    /// The files that know of something later.
    package let files: [String]

    package var description: String {
        """
        The database is older than what was committed to it. These files know of something later:
        \(files.map { "  \($0)" }.joined(separator: "\n"))
        Nothing was changed. If its write-ahead log (the file ending in -wal) was moved away, or another file lies in its place, put \
        it back now, before anything is written. If an older database is meant, as one restored from a backup, move the files named \
        above to another folder and start again: what was acknowledged since is gone then.
        """
    }
}

extension Programmes {
    /// Keeps outside the database that something was written to it just now.
    package func keep(_ mark: CommittedMark) async throws {
        let now = clock()
        try mark.keep(try await database.write { transaction in try transaction.noteWrite(at: now) })
    }

    /// Compares the database with what stands outside it: the mark, and the newest checkpoint of each agency that was signed with
    /// this server's key.
    ///
    /// - Throws: ``OlderDatabase`` where it is behind one of them. Nothing is changed.
    package func requireNothingLost(since mark: CommittedMark, _ checkpoints: CheckpointFolder) async throws {
        let kept = mark.kept
        let newest = try checkpoints.newest(signedBy: keys.auditSigning.publicKey)
        let (isBehind, cut) = try await database.read { transaction in
            (
                try kept.map { try $0 > transaction.lastWrite() ?? 0 } ?? false,
                try newest.filter { try !transaction.holds($0.value.checkpoint.head) }.map(\.key)
            )
        }
        let files = (isBehind ? [mark.path] : []) + cut.sorted()
        if !files.isEmpty { throw OlderDatabase(files: files) }
    }
}

extension Transaction {
    /// Whether the agency's chain comes as far as that, and went the same way.
    fileprivate func holds(_ head: AuditHead) throws -> Bool {
        if head.sequence == 0 { return try agency(id: head.agency) != nil }
        let entry = try auditEntries(agency: head.agency, after: head.sequence - 1, limit: 1).first
        return entry.map { $0.number == head.sequence && $0.hash == head.hash.bytes } ?? false
    }
}

extension CheckpointFolder {
    /// The newest of each agency, by the path of its file. What is no checkpoint, or another server's, is passed over.
    fileprivate func newest(signedBy key: AuditPublicKey) throws -> [String: SignedCheckpoint] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        var newest: [String: (path: String, signed: SignedCheckpoint)] = [:]
        for name in names where name.hasSuffix(".json") {
            let file = folder.appendingPathComponent(name)
            guard let text = try? String(contentsOf: file, encoding: .utf8),
                let signed = SignedCheckpoint(fileForm: text), signed.isSigned(by: key)
            else { continue }
            let head = signed.checkpoint.head
            if let known = newest[head.agency], known.signed.checkpoint.head.sequence >= head.sequence { continue }
            newest[head.agency] = (file.path, signed)
        }
        return Dictionary(newest.values.map { ($0.path, $0.signed) }, uniquingKeysWith: { first, _ in first })
    }
}
