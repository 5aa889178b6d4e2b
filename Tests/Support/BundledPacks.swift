import Foundation
import PolicyPacks
import Program
import Synchronization

/// The bundled packs, each read once in a test process.
package enum BundledPacks {
    private static let read = Mutex<[String: LoadedPack]>([:])

    package static func named(_ name: String) throws -> LoadedPack {
        if let pack = read.withLock({ $0[name] }) { return pack }
        let pack = try PackID(name).loaded()
        read.withLock { $0[name] = pack }
        return pack
    }
}

extension PackID {
    fileprivate func loaded() throws -> LoadedPack {
        guard let text = undoneText else { return try PackLibrary.load(self).get() }
        return try PackLibrary.load(text, file: "\(self.text).yaml").get()
    }

    /// The pack as it stands in the folder that `PEERSUPPORT_TEST_PACKS` names, where it has one of that name: there one of its
    /// duties is undone, to see that the test of it fails (`Tests/Undone`).
    private var undoneText: String? {
        ProcessInfo.processInfo.environment["PEERSUPPORT_TEST_PACKS"].flatMap {
            try? String(contentsOfFile: "\($0)/\(text).yaml", encoding: .utf8)
        }
    }
}
