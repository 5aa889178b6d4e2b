import Foundation
import Sealing

#if canImport(Glibc)
    import Glibc
#endif

/// A folder that gets its name only when everything in it is whole and on the disk. Until then it has another, by which nobody
/// takes it for a backup.
struct WholeFolder: Sendable {
    /// What it is called in the end.
    let url: URL
    /// Where it is filled, for its owner alone.
    let draft: URL

    /// - Throws: ``BackupFault/exists(path:)`` where there is something of that name, and what the file system says.
    init(named name: String, in place: URL) throws {
        url = place.appending(path: name, directoryHint: .isDirectory)
        draft = place.appending(path: ".unfinished-\(name)-\(RandomId().text)", directoryHint: .isDirectory)
        guard !FileManager.default.fileExists(atPath: url.path) else { throw BackupFault.exists(path: url.path) }
        for folder in [place, draft] where !FileManager.default.fileExists(atPath: folder.path) {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        }
    }

    /// Writes a file for its owner alone.
    func put(_ content: Data, named name: String) throws {
        let path = draft.appending(path: name).path
        guard FileManager.default.createFile(atPath: path, contents: content, attributes: [.posixPermissions: 0o600])
        else { throw BackupFault.unwritable(path: path) }
    }

    /// All of it is on the disk, and then has its name. Nothing that is there is overwritten.
    func finish() throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: draft.path) {
            try Self.sync(draft.appending(path: name))
        }
        try Self.sync(draft)
        try FileManager.default.moveItem(at: draft, to: url)
        try Self.sync(url.deletingLastPathComponent())
    }

    /// Takes away what was not finished.
    func discard() { try? FileManager.default.removeItem(at: draft) }

    /// Puts a file, or the names in a folder, on the disk.
    static func sync(_ url: URL) throws {
        let descriptor = open(url.path, O_RDONLY)
        guard descriptor >= 0 else { throw BackupFault.unwritable(path: url.path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw BackupFault.unwritable(path: url.path) }
    }
}

/// Why there is no backup, or why it is not restored.
package enum BackupFault: Error, Equatable, Sendable, CustomStringConvertible {
    /// Nothing is overwritten.
    case exists(path: String)
    case unwritable(path: String)
    case noBackup(path: String)
    case otherEngine(backup: String)
    case notEmpty(String)
    case laterVersion(step: Int)
    /// What was copied is not what it was copied from.
    case notWhole([String])

    package var description: String {
        switch self {
        case .exists(let path): "\(path) is there already. Nothing was overwritten."
        case .unwritable(let path): "\(path) cannot be written."
        case .noBackup(let path): "\(path) is no whole backup: it needs the files that peersupport backup wrote."
        case .otherEngine(let backup): "The backup is of \(backup). --database has to name such a database."
        case .notEmpty(let what): "\(what) is there already. Restore into an empty place; nothing was changed."
        case .laterVersion(let step):
            "The backup is of a later version of the program (schema step \(step)). Restore it with that one."
        case .notWhole(let problems): "The copy is not right: \(problems.joined(separator: "; "))."
        }
    }
}
