/// A place in the text of a pack.
struct PackMark: Sendable, Equatable {
    let file: String
    let line: Int
    let column: Int
}

/// A pack's text as a tree in which every piece knows where it was written. Trees of different files can be merged.
struct PackNode: Sendable {
    var content: Content
    let mark: PackMark

    enum Content: Sendable {
        case scalar(Scalar)
        case list([PackNode])
        case map([Entry])
    }

    /// A single word or text, with what it is in YAML's eyes.
    struct Scalar: Sendable, Equatable {
        let text: String
        let kind: Kind

        enum Kind: Sendable {
            case text, wholeNumber, truth
            /// A fraction or nothing at all: no rule of a pack is either.
            case other
        }
    }

    struct Entry: Sendable {
        let key: String
        let keyMark: PackMark
        let value: PackNode
    }

    subscript(key: String) -> PackNode? { entries?.first { $0.key == key }?.value }

    var entries: [Entry]? {
        if case .map(let entries) = content { entries } else { nil }
    }

    var items: [PackNode]? {
        if case .list(let items) = content { items } else { nil }
    }

    var scalar: Scalar? {
        if case .scalar(let scalar) = content { scalar } else { nil }
    }

    /// The name of an item in a list, by which an extending pack changes it.
    var id: String? { self["id"]?.scalar?.text }
}

extension [PackNode] {
    /// How paths name the item at a position: by its id, or else by its number from 1.
    func label(at position: Int) -> String { "[\(self[position].id ?? String(position + 1))]" }
}
