import Foundation

/// A type whose values may be bound to a statement. Ids and codes of the programme may adopt it beside their table.
package protocol SQLBindable: Sendable {
    /// The kind every value of this type is stored as. PostgreSQL needs it also where the value is nil.
    static var sqlKind: ValueKind { get }
    /// The value to store.
    var sqlValue: Value { get }
}

extension Int64: SQLBindable {
    package static var sqlKind: ValueKind { .integer }
    package var sqlValue: Value { .integer(self) }
}

extension Int: SQLBindable {
    package static var sqlKind: ValueKind { .integer }
    package var sqlValue: Value { .integer(Int64(self)) }
}

/// Stored as 0 or 1.
extension Bool: SQLBindable {
    package static var sqlKind: ValueKind { .integer }
    package var sqlValue: Value { .integer(self ? 1 : 0) }
}

/// Stored as UTF-8. Text with a zero character is refused when the statement runs: PostgreSQL cannot hold it.
extension String: SQLBindable {
    package static var sqlKind: ValueKind { .text }
    package var sqlValue: Value { .text(self) }
}

extension [UInt8]: SQLBindable {
    package static var sqlKind: ValueKind { .blob }
    package var sqlValue: Value { .blob(self) }
}

extension Data: SQLBindable {
    package static var sqlKind: ValueKind { .blob }
    package var sqlValue: Value { .blob([UInt8](self)) }
}
