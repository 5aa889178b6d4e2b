/// How a pack is written down: which keys it has and what they mean. It grows when a pack of the format before could no longer be
/// read as it was meant; what each brought is told in `docs/packs.md`.
package struct PackFormat: Sendable, Hashable, Comparable {
    package let number: Int

    package init(_ number: Int) { self.number = number }

    package static func < (left: PackFormat, right: PackFormat) -> Bool { left.number < right.number }

    /// That of packs which state none: they were written before formats were counted.
    package static let first = PackFormat(1)
    /// The one that is written today.
    package static let current = PackFormat(3)
}

extension PackFormat: Decodable {
    package init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(Int.self))
    }
}
