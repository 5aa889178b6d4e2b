import Foundation
import Sealing
import Store

/// What a backup of a database is, written beside it: enough to tell whether it came back whole.
package struct BackupManifest: Codable, Sendable {
    static let fileName = "backup.json"
    /// Raised when a later version writes it otherwise.
    private static let format = 1

    let format: Int
    /// `sqlite` or `postgresql`.
    let engine: String
    /// The last step of the schema that was taken.
    let step: Int
    /// The rows of each table at the moment of the copy.
    package let rows: CopiedRows
    /// The beginning of each key's fingerprint, by its file.
    let keys: [String: String]
    /// SHA-256 of the file, in hexadecimal digits.
    let hash: String

    init(engine: Engine, step: Int, rows: CopiedRows, keys: ServerKeys, hash: String) {
        format = Self.format
        self.engine = engine.rawValue
        self.step = step
        self.rows = rows
        self.keys = keys.named
        self.hash = hash
    }

    var file: String { Self.file(of: engine) }
    static func file(of engine: String) -> String {
        engine == Engine.sqlite.rawValue ? "peersupport.sqlite" : "peersupport.dump"
    }

    /// Reads what is in the folder of a whole backup, and refuses one whose file was changed since.
    ///
    /// - Throws: ``BackupFault``.
    package static func read(from folder: URL) throws -> BackupManifest {
        guard let data = FileManager.default.contents(atPath: folder.appending(path: fileName).path),
            let manifest = try? JSONDecoder().decode(BackupManifest.self, from: data), manifest.format == Self.format,
            let hash = try? FileHash.of(folder.appending(path: manifest.file))
        else { throw BackupFault.noBackup(path: folder.path) }
        guard hash == manifest.hash else { throw BackupFault.notWhole(["its file is not the one that was written"]) }
        return manifest
    }

    /// Refuses the keys of another backup, before anything is restored with them.
    ///
    /// - Throws: ``BackupFault/notWhole(_:)``.
    func requireFit(_ keys: ServerKeys) throws {
        let held = keys.named
        let unfit = self.keys.filter { held[$0.key] != $0.value }.keys.sorted()
        guard unfit.isEmpty else {
            throw BackupFault.notWhole(unfit.map { "\($0): \(KeyFinding.State.other.words)" })
        }
    }

    func data() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
        return try encoder.encode(self)
    }
}

extension ServerKeys {
    /// The keys by their files, as people compare them.
    fileprivate var named: [String: String] {
        Dictionary(
            fingerprints.map { ($0.key.rawValue, $0.value.short) }, uniquingKeysWith: { first, _ in first })
    }
}
