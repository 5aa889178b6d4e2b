import PolicyPacks
import Program
import Store
import Synchronization

/// The packs in use, decoded once each. A pack's hash says exactly what is in it, so one taken from here is never stale.
final class PackShelf: Sendable {
    private let packs = Mutex<[String: LoadedPack]>([:])

    /// The archived pack of that hash.
    func pack(_ hash: String, in transaction: any Transaction) throws -> LoadedPack {
        if let pack = packs.withLock({ $0[hash] }) { return pack }
        guard let content = try transaction.packContent(hash) else { throw PackFault.notArchived(hash: hash) }
        guard case .success(let pack) = PackLibrary.load(content, file: hash, parents: { _ in nil }), pack.hash == hash
        else { throw PackFault.unreadable(hash: hash) }
        packs.withLock { $0[hash] = pack }
        return pack
    }
}

/// A pack that the database names and cannot give: the archive was damaged. Nothing is decided without the pack.
package enum PackFault: Error, Equatable {
    case notArchived(hash: String)
    case unreadable(hash: String)
}
