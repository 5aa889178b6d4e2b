import HTML
import Program

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

/// A random id in a path, or a name that a pack has for a rule. Only its shape is checked; whether it is anybody's is for the store or
/// the pack to know. Packs may write their names with capitals and underscores.
package struct PathID: PathValue, Hashable {
    package let text: String

    package init(_ text: String) { self.text = text }

    package init?(pathText: String) {
        let isPlain = pathText.unicodeScalars.allSatisfy { scalar in
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", "-", "_": true
            default: false
            }
        }
        guard isPlain, (1...64).contains(pathText.utf8.count) else { return nil }
        text = pathText
    }

    package var pathText: String { text }
}

/// Where a page or an act lives, written as it prints: `Address<Month, PathID>("sheets/{month}/contacts/{contact}")`. The one place
/// where the path is written; links, form actions and routes are made from it.
package struct Address<each Value: PathValue>: Sendable {
    /// Segments in their order; those in braces stand for a value.
    let path: String

    package init(_ path: String) { self.path = path }

    package var pattern: String { "/" + path }

    /// What the values look like, in their order.
    var schemas: [Schema] {
        var schemas: [Schema] = []
        for value in repeat (each Value).self { schemas.append(value.schema) }
        return schemas
    }

    package func link(_ value: repeat each Value, query: (String, String)...) -> Link {
        link(repeat each value, query: query)
    }

    package func link(_ value: repeat each Value, query: [(String, String)]) -> Link {
        var texts: [String] = []
        for value in repeat each value { texts.append(value.pathText) }
        var rest = texts[...]
        let segments = path.split(separator: "/").map { segment in
            segment.hasPrefix("{") ? rest.popFirst() ?? "" : String(segment)
        }
        return Link(segments: segments, query: query)
    }

    /// The page after something was done, for it to say so.
    func link<Change: RawRepresentable>(_ value: repeat each Value, after change: Change) -> Link
    where Change.RawValue == String {
        link(repeat each value, query: [("after", change.rawValue)])
    }

    /// The same address in the programming interface.
    var interface: Address { Address("api/v1/" + path) }

    /// The values of an address that somebody came to; nothing where one is none of its kind.
    func values(_ texts: [String]) -> (repeat each Value)? {
        var rest = texts[...]
        func next<One: PathValue>(_: One.Type) throws(NoSuchValue) -> One {
            guard let value = rest.popFirst().flatMap({ One(pathText: $0) }) else { throw NoSuchValue() }
            return value
        }
        do {
            return (repeat try next((each Value).self))
        } catch {
            return nil
        }
    }
}

/// The address of a page or an act that needs no value.
package typealias FixedAddress = Address<>

private struct NoSuchValue: Error {}
