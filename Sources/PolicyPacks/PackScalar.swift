import Program

/// A value that a pack writes as a single word, number or short list, read without the help of its type.
protocol PackScalar {
    static func read(_ place: PackPlace, _ reading: PackReading) -> Self
}

extension String: PackScalar {
    static func read(_ place: PackPlace, _ reading: PackReading) -> String {
        guard let scalar = place.node?.scalar, scalar.kind == .text else {
            let isScalar = place.node?.scalar != nil
            reading.report(isScalar ? "Text is needed; put it in quotes." : "Text is needed.", at: place)
            return ""
        }
        if scalar.text.isEmpty { reading.report("Text is needed; this is empty.", at: place) }
        return scalar.text
    }
}

extension Int: PackScalar {
    static func read(_ place: PackPlace, _ reading: PackReading) -> Int {
        if let scalar = place.node?.scalar, scalar.kind == .wholeNumber, let number = Int(scalar.text) {
            if number < 0 { reading.report("A number of zero or more is needed.", at: place) }
            return number
        }
        reading.report("A whole number is needed.", at: place)
        return 0
    }
}

extension Bool: PackScalar {
    static func read(_ place: PackPlace, _ reading: PackReading) -> Bool {
        switch place.node?.scalar {
        case .some(PackNode.Scalar(text: "true", kind: .truth)): return true
        case .some(PackNode.Scalar(text: "false", kind: .truth)): return false
        default:
            reading.report("Either true or false is needed.", at: place)
            return false
        }
    }
}

extension Day: PackScalar {
    static func read(_ place: PackPlace, _ reading: PackReading) -> Day {
        if let text = place.node?.scalar?.text, let day = Day(text) { return day }
        reading.report("A day is needed, such as 2024-11-26.", at: place)
        return .earliest
    }
}

extension ClosedRange<Int>: PackScalar {
    static func read(_ place: PackPlace, _ reading: PackReading) -> ClosedRange<Int> {
        guard let items = place.node?.items, items.count == 2 else {
            reading.report("A smallest and a largest number are needed, such as [2, 3].", at: place)
            return 0...0
        }
        let numbers = items.indices.map {
            Int.read(PackPlace(node: items[$0], path: place.path + items.label(at: $0)), reading)
        }
        guard numbers[0] <= numbers[1] else {
            reading.report("The smallest, \(numbers[0]), is above the largest, \(numbers[1]).", at: place)
            return 0...0
        }
        return numbers[0]...numbers[1]
    }
}

extension Basis: PackScalar {
    /// A list of clauses, or `chosen:` with the reason.
    static func read(_ place: PackPlace, _ reading: PackReading) -> Basis {
        let right = "Either the clauses, such as [I-1, I-2], or {chosen: \"why\"} is needed."
        switch place.node?.content {
        case .list(let items):
            if items.isEmpty { reading.report("\(right) This list is empty.", at: place) }
            return .clauses((try? reading.value([ClauseID].self, at: place)) ?? [])
        case .map(let entries):
            guard entries.count == 1, let chosen = entries.first, chosen.key == "chosen" else { break }
            return .chosen(String.read(place.child("chosen", chosen.value), reading))
        case .scalar, nil: break
        }
        reading.report(right, at: place)
        return .clauses([])
    }
}

extension ClauseID: PackScalar {
    static func read(_ place: PackPlace, _ reading: PackReading) -> ClauseID {
        let clause = ClauseID(name(at: place, reading))
        let isOfTheRegister = place.path.hasPrefix("clauses[")
        if !isOfTheRegister, place.node?.scalar != nil { reading.mention(clause, at: place) }
        return clause
    }
}

extension RoleID: PackScalar {
    static func read(_ place: PackPlace, _ reading: PackReading) -> RoleID {
        let role = RoleID(name(at: place, reading))
        if place.node?.scalar != nil { reading.mention(role, at: place) }
        return role
    }
}

extension CommitteeID: PackScalar {
    static func read(_ place: PackPlace, _ reading: PackReading) -> CommitteeID {
        let committee = CommitteeID(name(at: place, reading))
        if place.node?.scalar != nil { reading.mention(committee, at: place) }
        return committee
    }
}

extension PackID: PackScalar {
    static func read(_ place: PackPlace, _ reading: PackReading) -> PackID { PackID(name(at: place, reading)) }
}

private func name(at place: PackPlace, _ reading: PackReading) -> String { String.read(place, reading) }
