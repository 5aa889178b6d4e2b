/// A piece of the policy. It is read from a pack and from nowhere else, which is why it decodes but does not encode: a
/// pack's own text is what is kept.
package typealias PolicyValue = Sendable & Equatable & Decodable

/// A word out of a closed list, such as the kind of a committee. Packs write it in lower case with hyphens.
package typealias PolicyWord = Sendable & Hashable & CaseIterable & Decodable

/// A name by which rules of a pack refer to each other.
package protocol PolicyName: Sendable, Hashable, Comparable, CustomStringConvertible, Decodable {
    var text: String { get }
    init(_ text: String)
}

extension PolicyName {
    package var description: String { text }

    package static func < (left: Self, right: Self) -> Bool { left.text < right.text }

    package init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(String.self))
    }
}

/// The name of a pack, such as `kern-sheriff`.
package struct PackID: PolicyName {
    package let text: String

    package init(_ text: String) { self.text = text }
}

/// The name of a committee in a pack.
package struct CommitteeID: PolicyName {
    package let text: String

    package init(_ text: String) { self.text = text }
}

/// Who acts, decides or is told: the holders of a role, or a committee.
package enum Body: PolicyValue {
    case role(RoleID)
    case committee(CommitteeID)
}

/// Whether the policy demands something or advises it. What is recommended is shown as missing and never blocks.
package enum Strength: String, PolicyWord {
    case required, recommended
}

/// How a person is told.
package enum Means: String, PolicyWord {
    case page, telephone, inPerson
}

/// One item of a list that pages offer or print: a name for the system and words for people.
package struct Item: PolicyValue {
    package let id: String
    package let label: String
}

/// One item of a list, with the clause it comes from.
package struct RuledItem: PolicyValue {
    package let id: String
    package let label: String
    package let basis: Basis
}

/// A calendar period in which something is due.
package enum Period: String, PolicyWord {
    case month, quarter, year
}
