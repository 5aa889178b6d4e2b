import Foundation
import Sealing
import Store

/// A key that was drawn anew.
package struct ReplacedKey: Sendable {
    package let file: ServerKeyFile
    /// Where the key that was there is kept; nothing where there was none.
    package let kept: String?
}

extension ServerKeys {
    /// Draws new keys in the place of those, and has the database know them instead. What only the old ones opened is lost for
    /// good, and every other server of the database does nothing until it has the new ones.
    ///
    /// Boxes that nobody opens any more go with their key: what is written and filed later has new ones, and a box that does not open is damaged.
    ///
    /// The files come first: a break between leaves a key that the database does not know, which is refused and replaced again.
    package static func replace(
        _ files: [ServerKeyFile], in folder: URL, knownTo database: any Database
    ) async throws -> [ReplacedKey] {
        var replaced: [ReplacedKey] = []
        for file in files {
            let (fingerprint, kept) = try replace(file, in: folder)
            let row = ServerKeyRow(file: file.rawValue, fingerprint: fingerprint.bytes)
            try await database.write { transaction in
                try transaction.setServerKey(row)
                if file == .seekerPass { try transaction.deleteBoxesOfLostKey() }
            }
            replaced.append(ReplacedKey(file: file, kept: kept))
        }
        return replaced
    }
}
