/// A statement in the SQL both engines speak: words from the source code and bound values, never words from outside.
///
///     let sheet: SQL = "SELECT month FROM sheet WHERE supporter = \(supporter) AND month = \(month)"
///
/// Every interpolated value is bound; another `SQL` is spliced in with its values. The words can only come from
/// literals in the source, so nothing that a person typed can become part of a statement. It describes itself by its
/// words alone (`… WHERE supporter = $1 AND month = $2`), never by its values.
package struct SQL: Sendable, ExpressibleByStringInterpolation {
    /// A value with the kind its place in the statement expects; no kind when the caller gave a bare NULL.
    struct Binding: Sendable {
        let value: Value
        let kind: ValueKind?
    }

    /// The words around the values: always one more than there are bindings.
    private var fragments: [String]
    private var bindings: [Binding]

    private init(words: String) {
        fragments = [words]
        bindings = []
    }

    package init(stringLiteral words: StaticString) { self.init(words: words.description) }

    package init(stringInterpolation: Interpolation) { self = stringInterpolation.sql }

    /// Words of the source code that are kept as a constant elsewhere.
    package init(verbatim words: StaticString) { self.init(words: words.description) }

    /// A statement of a migration, written in the engine's own words.
    init(_ statement: RenderedStatement) { self.init(words: statement.text) }

    /// How many rows a table has, whose name the engine itself lists and which stands in quotes.
    init(rowsOf quotedName: String) { self.init(words: "SELECT count(*) AS rows FROM \(quotedName)") }

    /// The words with `$1`, `$2`, … where the values go; the same for both engines.
    package var text: String {
        var text = fragments[0]
        for (index, fragment) in fragments.dropFirst().enumerated() {
            text += "$"
            text += String(index + 1)
            text += fragment
        }
        return text
    }

    /// One statement after the other, as one.
    package static func + (first: SQL, second: SQL) -> SQL {
        var both = first
        both.append(second)
        return both
    }

    /// Adds the words and values of `other` at the end.
    package mutating func append(_ other: SQL) {
        fragments[fragments.count - 1] += other.fragments[0]
        fragments += other.fragments.dropFirst()
        bindings += other.bindings
    }

    /// The values in order. Throws when a text holds a zero character: PostgreSQL cannot keep it, and SQLite would cut
    /// the text there.
    func checkedBindings() throws -> [Binding] {
        for case .text(let text) in bindings.lazy.map(\.value) where text.utf8.contains(0) {
            throw StoreFault.other("a text with a zero character cannot be stored")
        }
        return bindings
    }

    private mutating func bind(_ binding: Binding) {
        bindings.append(binding)
        fragments.append("")
    }

    /// Collects the words and values of an interpolated literal. The literal's own words arrive as `StaticString`, so
    /// they are known when the program is compiled.
    package struct Interpolation: StringInterpolationProtocol {
        fileprivate var sql = SQL(words: "")

        package init(literalCapacity: Int, interpolationCount: Int) {}

        package mutating func appendLiteral(_ words: StaticString) {
            guard words.utf8CodeUnitCount > 0 else { return }
            sql.append(SQL(verbatim: words))
        }

        /// Binds a value.
        package mutating func appendInterpolation<Bound: SQLBindable>(_ value: Bound) {
            sql.bind(Binding(value: value.sqlValue, kind: Bound.sqlKind))
        }

        /// Binds a value, or NULL where it is nil.
        package mutating func appendInterpolation<Bound: SQLBindable>(_ value: Bound?) {
            sql.bind(Binding(value: value?.sqlValue ?? .null, kind: Bound.sqlKind))
        }

        /// Binds a value whose kind is known only when the program runs.
        package mutating func appendInterpolation(_ value: Value) {
            sql.bind(Binding(value: value, kind: value.kind))
        }

        /// Splices another statement, or a part of one, with its values.
        package mutating func appendInterpolation(_ other: SQL) { sql.append(other) }

        /// Binds each value of a list, parted by commas, as `IN (\(list: ids))` wants it. An empty list becomes NULL:
        /// nothing is `IN` it, and nothing is `NOT IN` it either, so ask only about lists that hold something there.
        package mutating func appendInterpolation<Bound: SQLBindable>(list values: [Bound]) {
            sql.append(values.isEmpty ? "NULL" : values.map { SQL("\($0)") }.joined(by: ", "))
        }
    }
}

extension [SQL] {
    /// The parts in order with `separator` between them, as `conditions.joined(by: " AND ")`; empty when there are none.
    package func joined(by separator: SQL) -> SQL {
        guard var whole = first else { return "" }
        for part in dropFirst() {
            whole.append(separator)
            whole.append(part)
        }
        return whole
    }
}

extension SQL: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The words with numbered places; never a value.
    package var description: String { text }
    /// The words with numbered places; never a value.
    package var debugDescription: String { text }
    /// Empty, so that neither `dump` nor a test's report shows a value.
    package var customMirror: Mirror { Mirror(self, children: []) }
}
