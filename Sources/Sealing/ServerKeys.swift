import Crypto
import Foundation

/// The keys that the server itself holds, each in a file of its own in one folder that only the server's user can open.
///
/// Back the folder up apart from the database. Without the audit key, old checkpoints still verify by its public half; the
/// throttle key may be lost without harm; without the key that seals passes, seekers type their receipts again and who was
/// involved in an incident is marked again; without the one that push services know, people allow notifications again. Without one of the two receipt keys no receipt opens its
/// request any more.
package struct ServerKeys: Redacted, Sendable {
    /// Signs the daily checkpoints of every agency's audit chain.
    package let auditSigning: AuditSigningKey
    /// Signs what goes to push services.
    package let vapid: VAPIDKey
    /// Seals what a seeker's browser keeps instead of the receipt.
    let seekerPass: Secret
    /// Goes into the id by which a receipt finds its request, and into nothing else.
    let receiptIdPepper: Secret
    /// Goes into the key by which a receipt opens its request, and into nothing else.
    let receiptKeyPepper: Secret
    private let throttlePepper: Secret

    /// Reads the keys, making what is not there yet: the folder with mode 0700, each key with mode 0600.
    ///
    /// Several nodes may start on one folder at once: the first to finish writing a key wins, and all use that one.
    ///
    /// - Throws: When the folder or a key is open to others, is not a plain file, or has the wrong length. Nothing is
    ///   repaired or replaced: an operator must look.
    package static func load(from folder: URL) throws(ServerKeysFault) -> ServerKeys {
        let keys = KeyFolder(url: folder)
        try keys.prepare()
        return ServerKeys(
            auditSigning: try keys.key(named: "audit-signing.key", as: AuditSigningKey.init),
            vapid: try keys.key(named: "vapid.key", drawn: VAPIDKey.draw, as: VAPIDKey.init),
            seekerPass: try keys.key(named: "seeker-pass.key", as: Secret.init(bytes:)),
            receiptIdPepper: try keys.key(named: "receipt-id.key", as: Secret.init(bytes:)),
            receiptKeyPepper: try keys.key(named: "receipt-key.key", as: Secret.init(bytes:)),
            throttlePepper: try keys.key(named: "login-throttle.key", as: Secret.init(bytes:)))
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
    case openToOthers(path: String, mode: String, wanted: String)
    case notAFolder(path: String)
    case notAPlainFile(path: String)
    case wrongLength(path: String)
    case notOfItsKind(path: String)
    case unreadable(path: String, reason: String)
    case unwritable(path: String, reason: String)

    package var description: String {
        switch self {
        case .openToOthers(let path, let mode, let wanted):
            "Other users can reach \(path) (mode \(mode)). Find out who read it; then `chmod \(wanted)` it."
        case .notAFolder(let path): "\(path) must be a folder."
        case .notAPlainFile(let path): "\(path) must be a plain file, not a link or a folder."
        case .wrongLength(let path):
            "\(path) must hold exactly \(KeyFolder.keyCount) bytes. Restore it from a backup; it is not replaced by itself."
        case .notOfItsKind(let path):
            "\(path) holds no key of its kind. Restore it from a backup; it is not replaced by itself."
        case .unreadable(let path, let reason): "\(path) cannot be read: \(reason)"
        case .unwritable(let path, let reason): "\(path) cannot be written: \(reason)"
        }
    }
}

/// The folder on disk: what may be read from it, and how a new key gets in.
private struct KeyFolder {
    static let keyCount = 32

    let url: URL

    func path(of name: String) -> String { url.appending(path: name).path(percentEncoded: false) }

    /// Makes the folder when it is absent, and refuses one that others can enter.
    func prepare() throws(ServerKeysFault) {
        let path = url.path(percentEncoded: false)
        if !FileManager.default.fileExists(atPath: path) {
            do {
                try FileManager.default.createDirectory(
                    at: url, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            } catch {
                throw .unwritable(path: path, reason: error.localizedDescription)
            }
        }
        guard try attributes(of: path).type == .typeDirectory else { throw .notAFolder(path: path) }
        try refuseOpen(path, wanted: "700")
    }

    /// The key in a file, made first when there is no such file.
    ///
    /// - Parameters:
    ///   - drawn: The bytes of a new key; without it any random bytes are one.
    ///   - kind: What the bytes are as a key; nil when they are none of this kind.
    func key<Key>(
        named name: String, drawn: () -> Secret = { .random(count: keyCount) }, as kind: ([UInt8]) -> Key?
    ) throws(ServerKeysFault) -> Key {
        let path = path(of: name)
        if !FileManager.default.fileExists(atPath: path) { try make(path, holding: drawn()) }
        guard try attributes(of: path).type == .typeRegular else { throw .notAPlainFile(path: path) }
        try refuseOpen(path, wanted: "600")
        let bytes: [UInt8]
        do {
            bytes = Array(try Data(contentsOf: URL(filePath: path)))
        } catch {
            throw .unreadable(path: path, reason: error.localizedDescription)
        }
        guard bytes.count == Self.keyCount else { throw .wrongLength(path: path) }
        guard let key = kind(bytes) else { throw .notOfItsKind(path: path) }
        return key
    }

    /// Writes a whole key under a passing name, then links it to its own name, which fails if another node was first.
    private func make(_ path: String, holding key: Secret) throws(ServerKeysFault) {
        let draft = path + "." + RandomId().text
        let files = FileManager.default
        guard files.createFile(atPath: draft, contents: nil, attributes: [.posixPermissions: 0o600]) else {
            throw .unwritable(path: draft, reason: "the file cannot be made")
        }
        defer { try? files.removeItem(atPath: draft) }
        do {
            let file = try FileHandle(forWritingTo: URL(filePath: draft))
            try file.write(contentsOf: key.exposedBytes)
            try file.synchronize()
            try file.close()
            try files.linkItem(atPath: draft, toPath: path)
        } catch {
            guard files.fileExists(atPath: path) else {
                throw .unwritable(path: path, reason: error.localizedDescription)
            }
        }
    }

    private func refuseOpen(_ path: String, wanted: String) throws(ServerKeysFault) {
        let mode = try attributes(of: path).mode
        guard mode & 0o077 == 0 else {
            throw .openToOthers(path: path, mode: String(mode, radix: 8), wanted: wanted)
        }
    }

    private func attributes(of path: String) throws(ServerKeysFault) -> (type: FileAttributeType?, mode: Int) {
        do {
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            let mode = attributes[.posixPermissions] as? NSNumber
            return (attributes[.type] as? FileAttributeType, mode?.intValue ?? 0o777)
        } catch {
            throw .unreadable(path: path, reason: error.localizedDescription)
        }
    }
}
