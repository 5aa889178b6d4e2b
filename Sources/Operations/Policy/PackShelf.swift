import PolicyPacks
import Program
import Store
import Synchronization

/// The packs in use, decoded once each. A pack's hash says exactly what is in it, so one taken from here is never stale.
final class PackShelf: Sendable {
    private let packs = Mutex<[String: LoadedPack]>([:])

    /// What any shelf of this process has read: whoever opens several databases, as tests do, reads a text once.
    private static let read = Mutex<[String: LoadedPack]>([:])
    /// Far more than an installation has in use. When there are so many, all are forgotten.
    private static let most = 100

    /// The archived pack of that hash, read as what another release may have put in force.
    func pack(_ hash: String, in transaction: any Transaction) throws -> LoadedPack {
        if let pack = packs.withLock({ $0[hash] }) { return pack }
        guard let content = try transaction.packContent(hash) else { throw PackFault.notArchived(hash: hash) }
        return try pack(hash, reading: content)
    }

    /// A pack whose text is at hand, such as a draft's.
    func pack(_ hash: String, reading content: String) throws -> LoadedPack {
        if let pack = packs.withLock({ $0[hash] }) { return pack }
        let pack = try Self.pack(hash, reading: content)
        packs.withLock { $0[hash] = pack }
        return pack
    }

    /// The text is held against the hash also where that pack was read before.
    private static func pack(_ hash: String, reading content: String) throws -> LoadedPack {
        if PackLibrary.hash(of: content) == hash, let pack = read.withLock({ $0[hash] }) { return pack }
        switch PackLibrary.archived(content, hash: hash) {
        case .failure(let problems): throw PackFault.unreadable(hash: hash, problems)
        case .success(let pack):
            read.withLock { packs in
                if packs.count >= most { packs.removeAll() }
                packs[hash] = pack
            }
            return pack
        }
    }
}

/// A pack that the database names and cannot give: the archive was damaged, or this program is too old for it. Nothing is decided
/// for its agency without the pack; other agencies have theirs.
package enum PackFault: Error, Equatable, CustomStringConvertible {
    case notArchived(hash: String)
    /// With every problem by its path.
    case unreadable(hash: String, PackProblems)

    package var description: String {
        switch self {
        case .notArchived(let hash): "The pack \(hash) is not in the archive."
        case .unreadable(let hash, let problems): "The pack \(hash) cannot be read: \(problems)"
        }
    }
}
