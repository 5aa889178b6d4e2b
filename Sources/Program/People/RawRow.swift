/// One record of the personnel file before anything in it is believed. The first is the header.
package struct RawRow: Sendable, Equatable {
    package enum Content: Sendable, Equatable {
        case fields([String])
        /// The bytes could not be read as a record; the fault says why.
        case unreadable(ImportProblem.Fault)
    }

    /// Where the record begins in the file; the first line is 1. A quoted value may run over several lines.
    package let line: Int
    package let content: Content

    package init(line: Int, content: Content) {
        self.line = line
        self.content = content
    }
}
