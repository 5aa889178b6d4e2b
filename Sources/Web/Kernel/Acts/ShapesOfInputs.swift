import Program

extension Shape {
    /// What an act takes, given back by the same members.
    ///
    /// - Parameters:
    ///   - left: members that stand elsewhere in the answer.
    ///   - filled: a value as the act's form would show it.
    init<Taken>(
        of input: Input<Taken>, under pack: PolicyPack, without left: Set<String> = [],
        _ filled: @escaping @Sendable (Value) -> Filled
    ) {
        let properties = input.properties(pack).filter { !left.contains($0.name) }
        self.init(properties.map { property in Member(property) { filled($0).json(of: property) } })
    }
}

extension Filled {
    /// What stands in a field, as JSON has it.
    fileprivate func json(of property: Schema.Property) -> JSON {
        let name = property.name
        if case .list(let item, _, _) = property.schema { return .array((ticked[name] ?? []).map { item.json($0) }) }
        if case .boolean = property.schema { return .boolean(ticked[name] == ["yes"]) }
        return property.schema.json(first[name])
    }
}

extension Schema {
    fileprivate func json(_ text: String?) -> JSON {
        if case .integer = self { JSON(text.flatMap { Int($0) }) } else { JSON(text) }
    }
}
