import Foundation

/// What the sources say about each declaration of the policy, in the words above it. They are the one place where a rule's meaning
/// is written; the reference of packs takes it from there.
package struct DocWords: Sendable {
    private var words: [String: String] = [:]

    /// Reads the Swift files of a folder, as `swift format` lays them out.
    package init(folder: URL) throws {
        for file in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        where file.hasSuffix(".swift") {
            var reader = Reader()
            let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
            for line in text.split(separator: "\n", omittingEmptySubsequences: false) { reader.read(line) }
            words.merge(reader.words) { first, _ in first }
        }
    }

    /// The words above a declaration, such as `RoleRule` or `RoleRule.powers`; nothing where there are none.
    func callAsFunction(_ declaration: String) -> String? { words[declaration] }

    private struct Reader {
        var words: [String: String] = [:]
        private var above: [Substring] = []
        private var scopes: [(indent: Int, name: String)] = []

        mutating func read(_ line: Substring) {
            let indent = line.prefix { $0 == " " }.count
            let line = line.dropFirst(indent)
            if line.hasPrefix("///") {
                above.append(line.dropFirst(3).drop { $0 == " " })
                return
            }
            defer { above = [] }
            scopes.removeAll { $0.indent >= indent && !line.isEmpty }
            var parts = line.split(separator: " ")
            parts.removeAll { ["package", "indirect", "static", "final"].contains($0) }
            guard let kind = parts.first, parts.count > 1 else { return }
            switch kind {
            case "struct", "class", "enum", "protocol", "extension":
                let name = inScope(identifier(parts[1]))
                if kind != "extension" { keep(name) }
                scopes.append((indent, name))
            case "let": keep(inScope(identifier(parts[1])))
            case "case":
                for name in line.contains("(") ? [parts[1]] : parts.dropFirst() where name.first?.isLetter == true {
                    keep(inScope(identifier(name)))
                }
            default: break
            }
        }

        private func inScope(_ name: String) -> String { scopes.last.map { "\($0.name).\(name)" } ?? name }

        private func identifier(_ text: Substring) -> String {
            String(text.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." })
        }

        private mutating func keep(_ name: String) {
            let text = above.joined(separator: " ").split(separator: "  ").first.map(String.init) ?? ""
            if !text.isEmpty { words[name] = text.replacing("``", with: "`") }
        }
    }
}
