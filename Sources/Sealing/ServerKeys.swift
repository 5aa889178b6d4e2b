import Crypto
import Foundation

/// The keys that the server itself holds, each in a file of its own in one folder that only the server's user can open.
///
/// Back the folder up apart from the database. What is lost with each key is said at ``ServerKeyFile``.
package struct ServerKeys: Redacted, Sendable {
    /// Signs the daily checkpoints of every agency's audit chain.
    package let auditSigning: AuditSigningKey
    /// Signs what goes to push services.
    package let vapid: VAPIDKey
    /// Vouches in the audit chains for accounts' keys and roles.
    package let vouching: VouchingKey
    /// Seals what a seeker's browser keeps instead of the receipt.
    let seekerPass: Secret
    /// Goes into the id by which a receipt finds its request, and into nothing else.
    let receiptIdPepper: Secret
    /// Goes into the key by which a receipt opens its request, and into nothing else.
    let receiptKeyPepper: Secret
    private let throttlePepper: Secret
    /// By what the database knows each of them.
    package let fingerprints: [ServerKeyFile: KeyFingerprint]

    /// Reads the keys, making those that are not there yet: the folder with mode 0700, each key with mode 0600.
    ///
    /// Several nodes may start on one folder at once: the first to finish writing a key wins, and all use that one.
    ///
    /// - Parameter new: the keys that may be made; any other that is not there is a fault.
    /// - Throws: When the folder or a key is open to others, is not a plain file, or has the wrong length. Nothing is
    ///   repaired or replaced: an operator must look.
    package static func load(
        from url: URL, making new: Set<ServerKeyFile> = Set(ServerKeyFile.allCases)
    ) throws(ServerKeysFault) -> ServerKeys {
        let folder = KeyFolder(url: url)
        if !new.isEmpty { try folder.make() }
        try folder.check()
        var keys: [ServerKeyFile: Secret] = [:]
        for file in ServerKeyFile.allCases {
            guard let key = new.contains(file) ? try folder.keyMadeWhereAbsent(file) : try folder.key(file) else {
                throw .missing(path: folder.path(of: file))
            }
            keys[file] = key
        }
        return try ServerKeys(keys, from: folder)
    }

    private init(_ keys: [ServerKeyFile: Secret], from folder: KeyFolder) throws(ServerKeysFault) {
        func key(_ file: ServerKeyFile) throws(ServerKeysFault) -> Secret {
            guard let key = keys[file] else { throw .missing(path: folder.path(of: file)) }
            return key
        }
        guard let auditSigning = AuditSigningKey(bytes: try key(.auditSigning).exposedBytes) else {
            throw .notOfItsKind(path: folder.path(of: .auditSigning))
        }
        guard let vapid = VAPIDKey(bytes: try key(.vapid).exposedBytes) else {
            throw .notOfItsKind(path: folder.path(of: .vapid))
        }
        self.auditSigning = auditSigning
        self.vapid = vapid
        vouching = VouchingKey(secret: try key(.vouching))
        seekerPass = try key(.seekerPass)
        receiptIdPepper = try key(.receiptId)
        receiptKeyPepper = try key(.receiptKey)
        throttlePepper = try key(.loginThrottle)
        fingerprints = Dictionary(
            uniqueKeysWithValues: keys.map { ($0.key, KeyFingerprint(of: $0.value, as: $0.key)) })
    }

    /// What each file of the folder holds, for whoever looks whether the keys fit: nothing where it is not there, a fault where
    /// it cannot be used. Nothing is made.
    package static func fingerprints(
        in url: URL
    ) -> [ServerKeyFile: Result<KeyFingerprint?, ServerKeysFault>] {
        let folder = KeyFolder(url: url)
        let files = ServerKeyFile.allCases
        guard folder.exists else { return Dictionary(uniqueKeysWithValues: files.map { ($0, .success(nil)) }) }
        return Dictionary(
            uniqueKeysWithValues: files.map { file in
                do throws(ServerKeysFault) {
                    try folder.check()
                    return (file, .success(try folder.key(file).map { KeyFingerprint(of: $0, as: file) }))
                } catch {
                    return (file, .failure(error))
                }
            })
    }

    /// Draws a new key and puts it in the place of the one in that file, which is kept under another name beside it. What only
    /// the old one opened is lost.
    ///
    /// - Returns: the new key's fingerprint, and where the old key is kept; nothing where there was none.
    package static func replace(
        _ file: ServerKeyFile, in url: URL
    ) throws(ServerKeysFault) -> (fingerprint: KeyFingerprint, kept: String?) {
        let folder = KeyFolder(url: url)
        try folder.make()
        try folder.check()
        let (key, kept) = try folder.replace(file)
        return (KeyFingerprint(of: key, as: file), kept)
    }

    /// Names an act that was sent, so that it is done once: by who sent it and everything that was sent. Only with the key can
    /// anybody find out whether a guess fits, and the name is gone after a day.
    package func doneActID(of actor: String, _ sent: [UInt8]) -> [UInt8] {
        throttlePepper.derived(for: Binding("done act", fields: [Array(actor.utf8), sent])).exposedBytes
    }

    /// Names an account in the records that limit guessing, for unknown login names too, without writing the login name.
    package func throttleId(agency: String, login: String) -> [UInt8] {
        throttlePepper.derived(for: Binding("login throttle", agency, login)).exposedBytes
    }
}

/// Why the server's keys cannot be used; the server does not start.
package enum ServerKeysFault: Error, Equatable, Sendable, CustomStringConvertible {
    case missing(path: String)
    case openToOthers(path: String, mode: String, wanted: String)
    case notAFolder(path: String)
    case notAPlainFile(path: String)
    case wrongLength(path: String)
    case notOfItsKind(path: String)
    case unreadable(path: String, reason: String)
    case unwritable(path: String, reason: String)

    package var description: String {
        switch self {
        case .missing(let path): "\(path) is missing. Restore it from a backup; it is not made anew by itself."
        case .openToOthers(let path, let mode, let wanted):
            "Other users can reach \(path) (mode \(mode)). Find out who read it; then `chmod \(wanted)` it."
        case .notAFolder(let path): "\(path) must be a folder."
        case .notAPlainFile(let path): "\(path) must be a plain file, not a link or a folder."
        case .wrongLength(let path):
            "\(path) must hold exactly \(ServerKeyFile.byteCount) bytes. Restore it from a backup; it is not replaced by itself."
        case .notOfItsKind(let path):
            "\(path) holds no key of its kind. Restore it from a backup; it is not replaced by itself."
        case .unreadable(let path, let reason): "\(path) cannot be read: \(reason)"
        case .unwritable(let path, let reason): "\(path) cannot be written: \(reason)"
        }
    }
}
