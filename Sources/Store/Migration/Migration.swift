import Crypto
import Foundation

/// One numbered step of the schema, written once for both engines. Once released it never changes; a later step does.
///
/// Types are `TEXT`, `BIGINT` and `BLOB`; a table may end with `) WITHOUT ROWID`. See `RenderedStatement` for what each
/// engine makes of them.
package struct Migration: Sendable, Equatable {
    /// 1, 2, 3, … without a gap.
    package let number: Int
    /// What the step brings, in a few words.
    package let name: String
    /// One statement each.
    package let statements: [String]

    package init(number: Int, name: String, statements: [String]) {
        self.number = number
        self.name = name
        self.statements = statements
    }

    /// SHA-256 of the statements as written here, in hexadecimal: what an installation recorded when it took the step.
    package var checksum: String {
        SHA256.hash(data: Data(statements.joined(separator: ";\n").utf8)).map { String(format: "%02x", $0) }.joined()
    }
}
