import Foundation
import PolicyPacks
import Program
import Synchronization

/// The bundled packs as agencies can run by them, each read once in a test process: where a policy leaves something for each agency to
/// settle, an invented one has.
package enum BundledPacks {
    private static let read = Mutex<[String: LoadedPack]>([:])

    /// Where the test of this task finds packs in which one of its duties is undone, to see that it fails (`Tests/Undone`).
    @TaskLocal package static var undone: URL?

    package static func named(_ name: String) throws -> LoadedPack {
        let key = undone.map { "\($0.path)/\(name)" } ?? name
        if let pack = read.withLock({ $0[key] }) { return pack }
        let pack = try PackID(name).loaded()
        read.withLock { $0[key] = pack }
        return pack
    }

    /// A pack of an agency's own. It may extend `iacp-demonstration`, in which an invented agency settled what the guidelines leave
    /// open.
    package static func own(_ text: String, file: String = "springfield.yaml") throws -> LoadedPack {
        try PackLibrary.load(text, file: file) { id in
            id.text == "iacp-demonstration"
                ? PackLibrary.demonstrationText(of: PackID("iacp")) : PackLibrary.bundledText(id)
        }.get()
    }

    /// The name under which a town has an agency on that pack: the bundled pack's own, also where an invented agency settled it.
    package static func name(of loaded: LoadedPack) -> String {
        let name = loaded.pack.id.text
        guard let parent = loaded.parent, name == "\(parent)-demonstration" else { return name }
        return parent.text
    }
}

extension PackID {
    fileprivate func loaded() throws -> LoadedPack {
        guard let undone = undoneText else { return try PackLibrary.demonstration(of: self).get() }
        guard let settled = PackLibrary.demonstrationText(of: self) else {
            return try PackLibrary.load(undone, file: "\(text).yaml").get()
        }
        return try PackLibrary.load(settled, file: "\(text)-demonstration.yaml") { id in
            id == self ? undone : PackLibrary.bundledText(id)
        }.get()
    }

    /// The pack as it stands in the folder with undone duties, where that has one of its name.
    private var undoneText: String? {
        BundledPacks.undone.flatMap { try? String(contentsOf: $0.appending(path: "\(text).yaml"), encoding: .utf8) }
    }
}
