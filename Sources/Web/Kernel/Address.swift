import HTML
import Program
import Sealing

/// A value that stands in a path, such as a month.
package protocol PathValue: Sendable {
    /// Nothing where the text is not such a value; the visitor then gets what an unknown page gives.
    init?(pathText: String)
    var pathText: String { get }
    /// What it looks like, for the OpenAPI document.
    static var schema: Schema { get }
}

extension PathValue {
    package static var schema: Schema { .id }
}

extension Month: PathValue {
    package init?(pathText: String) { self.init(pathText) }
    package var pathText: String { text }
    package static var schema: Schema { .month }
}

/// A random id in a path. Only its shape is checked; whether it is anybody's is for the store to know.
package struct PathID: PathValue, Hashable {
    package let text: String

    package init(_ text: String) { self.text = text }

    package init?(pathText: String) {
        let isPlain = pathText.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
        guard isPlain, (1...64).contains(pathText.utf8.count) else { return nil }
        text = pathText
    }

    package var pathText: String { text }
}

/// The address of a page or an act that needs no value: the one place where its path is written.
package struct Address: Sendable {
    let segments: [String]

    package init(_ segments: String...) { self.segments = segments }

    package var pattern: String { "/" + segments.joined(separator: "/") }
    package var link: Link { Link(segments: segments) }

    package func link(query: (String, String)...) -> Link { link(query: query) }

    package func link(query: [(String, String)]) -> Link { Link(segments: segments, query: query) }
}

/// The address of something by one value, as in `sheets/{month}/submission`.
package struct AddressOf<Value: PathValue>: Sendable {
    let before: [String]
    let name: String
    let after: [String]

    package init(_ before: String..., by name: String, then after: [String] = []) {
        self.before = before
        self.name = name
        self.after = after
    }

    package var pattern: String { "/" + (before + ["{\(name)}"] + after).joined(separator: "/") }

    package func link(_ value: Value, query: (String, String)...) -> Link { link(value, query: query) }

    package func link(_ value: Value, query: [(String, String)]) -> Link {
        Link(segments: before + [value.pathText] + after, query: query)
    }
}

/// The address of something by two values, as in `filings/{month}/sheets/{account}`.
package struct AddressOfTwo<First: PathValue, Second: PathValue>: Sendable {
    let before: [String]
    let first: String
    let between: [String]
    let second: String
    let after: [String]

    package init(
        _ before: String..., by first: String, then between: [String], and second: String, end after: [String] = []
    ) {
        self.before = before
        self.first = first
        self.between = between
        self.second = second
        self.after = after
    }

    package var pattern: String {
        "/" + (before + ["{\(first)}"] + between + ["{\(second)}"] + after).joined(separator: "/")
    }

    package func link(_ one: First, _ two: Second) -> Link {
        Link(segments: before + [one.pathText] + between + [two.pathText] + after)
    }
}
