import Crypto
import Foundation

/// The SHA-256 of a file, read piece by piece.
package enum FileHash {
    private static let piece = 1 << 20

    /// In hexadecimal digits.
    package static func of(_ file: URL) throws -> String {
        let handle = try FileHandle(forReadingFrom: file)
        defer { try? handle.close() }
        var hash = SHA256()
        while let part = try handle.read(upToCount: piece), !part.isEmpty { hash.update(data: part) }
        return Hex.encode(hash.finalize())
    }
}
