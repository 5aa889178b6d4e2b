import Foundation

/// A statement of a migration in the words of one engine.
///
/// | written | SQLite | PostgreSQL |
/// |---|---|---|
/// | `BIGINT` | `INTEGER` | `BIGINT` |
/// | `BLOB` | `BLOB` | `BYTEA` |
/// | `CREATE TABLE t (…)` | `… STRICT` | unchanged |
/// | `CREATE TABLE t (…) WITHOUT ROWID` | `… WITHOUT ROWID, STRICT` | without it |
///
/// Words inside quotes stay as they are. Comments stand beside a statement, not in it.
struct RenderedStatement: Sendable {
    let text: String

    init(_ statement: String, for engine: Engine) {
        let (definition, withoutRowID) = Self.parted(statement)
        let isTable = definition.hasPrefix("CREATE TABLE")
        switch engine {
        case .sqlite:
            let options = [withoutRowID ? "WITHOUT ROWID" : nil, isTable ? "STRICT" : nil].compactMap(\.self)
            let typed = Self.replacing("BIGINT", by: "INTEGER", in: definition)
            text = ([typed] + [options.joined(separator: ", ")].filter { !$0.isEmpty }).joined(separator: " ")
        case .postgresql:
            text = Self.replacing("BLOB", by: "BYTEA", in: definition)
        }
    }

    /// The statement without its ending, and whether that asked for a table without row ids.
    private static func parted(_ statement: String) -> (definition: String, withoutRowID: Bool) {
        let bare = statement.trimmingCharacters(in: .whitespacesAndNewlines.union([";"]))
        guard bare.hasSuffix("WITHOUT ROWID") else { return (bare, false) }
        return (bare.dropLast("WITHOUT ROWID".count).trimmingCharacters(in: .whitespacesAndNewlines), true)
    }

    /// Replaces a whole word outside quotes. The parts between quotes are those at odd places.
    private static func replacing(_ word: String, by other: String, in statement: String) -> String {
        let parts = statement.split(separator: "'", omittingEmptySubsequences: false).enumerated()
        return parts.map { place, part in
            guard place.isMultiple(of: 2) else { return String(part) }
            return part.replacingOccurrences(of: "\\b\(word)\\b", with: other, options: .regularExpression)
        }
        .joined(separator: "'")
    }
}
