import PolicyPacks
import Program
import Synchronization

/// The bundled packs, each read once in a test process.
package enum BundledPacks {
    private static let read = Mutex<[String: LoadedPack]>([:])

    package static func named(_ name: String) throws -> LoadedPack {
        if let pack = read.withLock({ $0[name] }) { return pack }
        let pack = try PackLibrary.load(PackID(name)).get()
        read.withLock { $0[name] = pack }
        return pack
    }
}
