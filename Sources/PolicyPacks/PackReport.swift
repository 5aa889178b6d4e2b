import Foundation
import Program

/// What `pack check` tells about a pack that reads without a problem: in what it differs from its parent, and which
/// clauses no rule carries.
package struct PackReport: Sendable, Equatable {
    package let pack: PackID
    package let version: String
    package let hash: String
    package let clauses: Int
    package let parent: PackID?
    package let differences: [PackDifference]
    package let uncovered: [Clause]

    package init(_ loaded: LoadedPack) {
        pack = loaded.pack.id
        version = loaded.pack.version
        hash = loaded.hash
        clauses = loaded.pack.clauses.count
        parent = loaded.parent
        differences = loaded.differences
        uncovered = loaded.uncovered
    }

    /// For people.
    package var text: String {
        var lines = ["\(pack) version \(version), \(clauses) clauses, sha256 \(hash)"]
        if let parent {
            lines.append("Differs from \(parent) in \(differences.count) values:")
            for difference in differences {
                lines.append("  \(difference.path)")
                lines.append("    \(parent): \(difference.parent ?? "no such rule")")
                lines.append("    \(pack): \(difference.own ?? "taken out")")
                if let basis = difference.basis { lines.append("    because: \(basis)") }
            }
        }
        lines.append(uncovered.isEmpty ? "Every clause is carried by a rule." : "Clauses that no rule carries:")
        lines += uncovered.map { "  \($0.id) (\($0.place)): \($0.duty)" }
        return lines.joined(separator: "\n") + "\n"
    }

    /// For scripts.
    package var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let content = Content(
            pack: pack.text, version: version, hash: hash, clauses: clauses, parent: parent?.text,
            differences: differences.map {
                Content.Difference(path: $0.path, parent: $0.parent, own: $0.own, basis: $0.basis)
            },
            uncovered: uncovered.map { Content.Uncovered(id: $0.id.text, place: $0.place, duty: $0.duty) })
        return (try? encoder.encode(content)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }

    private struct Content: Encodable {
        let pack: String
        let version: String
        let hash: String
        let clauses: Int
        let parent: String?
        let differences: [Difference]
        let uncovered: [Uncovered]

        struct Difference: Encodable {
            let path: String
            let parent: String?
            let own: String?
            let basis: String?
        }

        struct Uncovered: Encodable {
            let id: String
            let place: String
            let duty: String
        }
    }
}
