/// One value as a database holds it: all that the two engines have in common.
///
/// Times are UTC milliseconds and truth is 0 or 1, both as `integer`; ids are `text`; what is sealed is `blob`.
/// Its descriptions tell the kind alone, since a value may be confidential.
package enum Value: Sendable, Hashable {
    case null
    case integer(Int64)
    case text(String)
    case blob([UInt8])

    /// The kind of this value; nil for NULL, which is of every kind.
    package var kind: ValueKind? {
        switch self {
        case .null: nil
        case .integer: .integer
        case .text: .text
        case .blob: .blob
        }
    }
}

/// The kind of a value, which is also the type of the column it is kept in.
package enum ValueKind: String, Sendable, Hashable {
    case integer
    case text
    case blob
}

extension Value: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The kind, never the value itself.
    package var description: String { "(\(kind?.rawValue ?? "null"))" }
    /// The kind, never the value itself.
    package var debugDescription: String { description }
    /// Empty, so that neither `dump` nor a test's report shows the value.
    package var customMirror: Mirror { Mirror(self, children: []) }
}
