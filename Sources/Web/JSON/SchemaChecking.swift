import Program

extension Schema {
    /// Every way in which the value is not what it must be, each naming its member.
    package func problems(with value: JSON) -> [Refusal.Problem] {
        problems(with: value, at: Member(path: nil, clauses: []))
    }

    /// Where a value stands: its path from the top, and the clauses that ask for it, or why the agency itself does.
    private struct Member {
        let path: String?
        let clauses: [ClauseID]
        var choice: String?

        func wrong(_ message: String) -> [Refusal.Problem] {
            [Refusal.Problem(field: path, message: message, basis: choice.map(Basis.chosen) ?? .clauses(clauses))]
        }

        func member(_ name: String, clauses: [ClauseID], choice: String? = nil) -> Member {
            Member(path: path.map { "\($0).\(name)" } ?? name, clauses: clauses, choice: choice)
        }
    }

    private func problems(with value: JSON, at member: Member) -> [Refusal.Problem] {
        switch (self, value) {
        case (.boolean, .boolean), (.null, .null), (.anyObject, .object): return []
        case (.integer(let range), .integer(let number)) where range.contains(number): return []
        case (.string(let maxLength), .string(let words)) where words.unicodeScalars.count <= maxLength: return []
        case (.file(let rule), .string(let words)) where words.utf8.count <= rule.longestText: return []
        case (.day, .string(let words)) where Day(words) != nil: return []
        case (.month, .string(let words)) where Month(words) != nil: return []
        case (.choice(let allowed), .string(let words)) where allowed.contains(words): return []
        case (.list(let item, let atLeast, let unique), .array(let items)):
            if items.count < atLeast { return member.wrong("Give at least \(atLeast).") }
            if unique && Set(items).count < items.count { return member.wrong("Give each only once.") }
            return items.flatMap { item.problems(with: $0, at: member) }
        case (.object(let properties), .object(let members)):
            return Schema.problems(with: members, properties, at: member)
        case (.variants(let discriminator, let variants), .object(let members)):
            return Schema.problems(with: members, variants, by: discriminator, at: member)
        case (.either(let schemas), _) where schemas.contains(where: { $0.problems(with: value, at: member).isEmpty }):
            return []
        case (.boolean, _), (.null, _), (.anyObject, _), (.integer, _), (.string, _), (.file, _), (.day, _),
            (.month, _), (.choice, _), (.list, _), (.object, _), (.variants, _), (.either, _):
            return member.wrong("This must be \(expected).")
        }
    }

    /// What it must be, in plain words.
    private var expected: String {
        switch self {
        case .boolean: "true or false"
        case .integer(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .string(let maxLength): "text of at most \(maxLength) characters"
        case .file(let rule): rule.words
        case .day: "a day such as 2026-11-20"
        case .month: "a month such as 2026-11"
        case .choice(let allowed): allowed.count == 1 ? allowed[0] : "one of \(allowed.joined(separator: ", "))"
        case .list(let item, _, _): "a list, each of it \(item.expected)"
        case .object, .variants, .anyObject: "a JSON object"
        case .either(let schemas): schemas.map(\.expected).joined(separator: ", or ")
        case .null: "null"
        }
    }

    private static func problems(
        with members: [String: JSON], _ properties: [Property], at member: Member
    ) -> [Refusal.Problem] {
        let unknown = Set(members.keys).subtracting(properties.map(\.name)).sorted().flatMap {
            member.member($0, clauses: member.clauses).wrong("There is no such field; nothing else is accepted.")
        }
        let known = properties.flatMap { property -> [Refusal.Problem] in
            let place = member.member(property.name, clauses: property.clauses, choice: property.choice)
            guard let value = members[property.name] else {
                return property.isRequired
                    ? place.wrong("This is required: \(property.schema.expected).") : []
            }
            return property.schema.problems(with: value, at: place)
        }
        return known + unknown
    }

    private static func problems(
        with members: [String: JSON], _ variants: [Variant], by discriminator: String, at member: Member
    ) -> [Refusal.Problem] {
        guard let variant = variants.first(where: { members[discriminator] == .string($0.name) }) else {
            let names = variants.map(\.name).joined(separator: ", ")
            return member.member(discriminator, clauses: member.clauses).wrong("This must be one of \(names).")
        }
        let chosen = Member(path: member.path, clauses: member.clauses + variant.clauses)
        return variant.object(by: discriminator).problems(with: .object(members), at: chosen)
    }
}
