import Foundation

/// A pack as an agency that was founded on it has it in its archive: every one that ever came with the product is kept.
///
/// Most rules stay from release to release, so the texts are kept by their sections, each once: `Released/<pack>/<hash>.txt` names
/// the sections of one text, in their order, and `Released/sections` has them.
package struct ReleasedPack: Sendable, CustomStringConvertible {
    /// The name of the pack, such as `kern-sheriff`.
    package let id: String
    /// What the archive keeps the text under.
    package let hash: String
    package let text: String

    package var description: String { "\(id) \(hash.prefix(12))" }

    /// Every pack that was released, by name and hash.
    package static func all() throws -> [ReleasedPack] {
        try names(in: folder).filter { $0 != "sections" }.flatMap { id in
            try names(in: folder.appending(path: id)).map { try ReleasedPack(id: id, file: $0) }
        }
    }

    private init(id: String, file: String) throws {
        let named = try String(contentsOf: Self.folder.appending(path: "\(id)/\(file)"), encoding: .utf8)
        let sections = try named.split(separator: "\n").map {
            try String(contentsOf: Self.folder.appending(path: "sections/\($0).txt"), encoding: .utf8)
        }
        self.id = id
        hash = String(file.prefix { $0 != "." })
        text = Self.opening + sections.joined(separator: Self.between) + Self.closing
    }

    /// Adds a text to those of the checkout that the tests were built from.
    ///
    /// - Parameter name: gives a section its name by its content.
    package static func add(_ text: String, id: String, hash: String, name: (String) -> String) throws {
        let files = FileManager.default
        for inner in ["sections", id] {
            try files.createDirectory(at: source.appending(path: inner), withIntermediateDirectories: true)
        }
        let sections = text.dropFirst(opening.count).dropLast(closing.count).components(separatedBy: between + " \"")
        let whole = sections.enumerated().map { $0.offset == 0 ? $0.element : " \"" + $0.element }
        for section in whole {
            try section.write(
                to: source.appending(path: "sections/\(name(section)).txt"), atomically: true, encoding: .utf8)
        }
        let named = whole.map { name($0) + "\n" }.joined()
        try named.write(to: source.appending(path: "\(id)/\(hash).txt"), atomically: true, encoding: .utf8)
    }

    private static let (opening, between, closing) = ("{\n", ",\n", "\n}\n")

    private static var folder: URL { Bundle.module.bundleURL.appending(path: "Released") }
    private static var source: URL { URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Released") }

    private static func names(in folder: URL) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }
}
