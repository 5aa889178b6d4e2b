/// One row of an answer. Its values are read by column name (`AS name` for whatever is computed) or by place from 0.
package struct Row: Sendable {
    /// The column names, shared by all rows of an answer.
    final class Columns: Sendable {
        let names: [String]
        init(_ names: [String]) { self.names = names }
    }

    /// Which column of a row: `"month"` or `0`.
    package enum Column: Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
        case named(String)
        case at(Int)

        package init(stringLiteral name: String) { self = .named(name) }
        package init(integerLiteral place: Int) { self = .at(place) }
    }

    private let columns: Columns
    private let values: [Value]

    init(columns: Columns, values: [Value]) {
        self.columns = columns
        self.values = values
    }

    /// The names of the columns, in order.
    package var columnNames: [String] { columns.names }

    /// The value whatever its kind. Throws `StoreFault.unreadable` when there is no such column, or several.
    package func value(_ column: Column) throws -> Value { values[try place(of: column)] }

    /// The integer in `column`. Throws `StoreFault.unreadable` when it is NULL, of another kind, or not there.
    package func int64(_ column: Column) throws -> Int64 { try present(optionalInt64(column), in: column) }

    /// The integer in `column`, as `Int`. Throws as `int64` does.
    package func int(_ column: Column) throws -> Int { Int(try int64(column)) }

    /// The 0 or 1 in `column` as truth. Throws `StoreFault.unreadable` for any other value.
    package func bool(_ column: Column) throws -> Bool { try present(optionalBool(column), in: column) }

    /// The text in `column`. Throws `StoreFault.unreadable` when it is NULL, of another kind, or not there.
    package func text(_ column: Column) throws -> String { try present(optionalText(column), in: column) }

    /// The bytes in `column`. Throws `StoreFault.unreadable` when they are NULL, of another kind, or not there.
    package func blob(_ column: Column) throws -> [UInt8] { try present(optionalBlob(column), in: column) }

    /// The integer in `column`, nil for NULL. Throws `StoreFault.unreadable` for another kind or no such column.
    package func optionalInt64(_ column: Column) throws -> Int64? {
        switch try value(column) {
        case .null: nil
        case .integer(let integer): integer
        case .text, .blob: throw unexpected(column, wanted: .integer)
        }
    }

    /// The integer in `column` as `Int`, nil for NULL. Throws as `optionalInt64` does.
    package func optionalInt(_ column: Column) throws -> Int? { try optionalInt64(column).map { Int($0) } }

    /// The 0 or 1 in `column` as truth, nil for NULL. Throws `StoreFault.unreadable` for any other value.
    package func optionalBool(_ column: Column) throws -> Bool? {
        switch try optionalInt64(column) {
        case nil: nil
        case 0: false
        case 1: true
        default: throw fault(column, "holds an integer other than 0 and 1 where a truth value is read")
        }
    }

    /// The text in `column`, nil for NULL. Throws `StoreFault.unreadable` for another kind or no such column.
    package func optionalText(_ column: Column) throws -> String? {
        switch try value(column) {
        case .null: nil
        case .text(let text): text
        case .integer, .blob: throw unexpected(column, wanted: .text)
        }
    }

    /// The bytes in `column`, nil for NULL. Throws `StoreFault.unreadable` for another kind or no such column.
    package func optionalBlob(_ column: Column) throws -> [UInt8]? {
        switch try value(column) {
        case .null: nil
        case .blob(let bytes): bytes
        case .integer, .text: throw unexpected(column, wanted: .blob)
        }
    }

    private func place(of column: Column) throws -> Int {
        switch column {
        case .at(let place):
            guard values.indices.contains(place) else { throw fault(column, "is not in the answer") }
            return place
        case .named(let name):
            guard let place = columns.names.firstIndex(of: name) else { throw fault(column, "is not in the answer") }
            guard columns.names.lastIndex(of: name) == place else { throw fault(column, "is in the answer twice") }
            return place
        }
    }

    private func present<Present>(_ value: Present?, in column: Column) throws -> Present {
        guard let value else { throw fault(column, "is NULL where a value is read") }
        return value
    }

    private func unexpected(_ column: Column, wanted: ValueKind) -> StoreFault {
        let found = (try? value(column))?.kind?.rawValue ?? "NULL"
        return fault(column, "holds \(found) where \(wanted.rawValue) is read")
    }

    private func fault(_ column: Column, _ problem: String) -> StoreFault {
        switch column {
        case .named(let name): .unreadable(column: name, problem: problem)
        case .at(let place): .unreadable(column: "\(place)", problem: problem)
        }
    }
}

extension Row: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The column names, never the values.
    package var description: String { "Row(\(columns.names.joined(separator: ", ")))" }
    /// The column names, never the values.
    package var debugDescription: String { description }
    /// Empty, so that neither `dump` nor a test's report shows a value.
    package var customMirror: Mirror { Mirror(self, children: []) }
}
