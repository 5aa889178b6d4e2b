/// One thing that is wrong in a pack, said so that its author can put it right.
package struct PackProblem: Error, Sendable, Equatable, CustomStringConvertible {
    package let file: String
    /// Counted from 1.
    package let line: Int
    package let column: Int
    /// Where in the pack, such as `roles[coordinator].title`; empty for the pack as a whole.
    package let path: String
    /// What is wrong and what would be right.
    package let message: String

    /// `file:line:column: path: message`.
    package var description: String {
        path.isEmpty ? "\(file):\(line):\(column): \(message)" : "\(file):\(line):\(column): \(path): \(message)"
    }
}

/// Every problem of a pack, in the order of its lines; never empty.
package struct PackProblems: Error, Sendable, Equatable, CustomStringConvertible {
    package let problems: [PackProblem]

    package var description: String { problems.map(\.description).joined(separator: "\n") }
}
