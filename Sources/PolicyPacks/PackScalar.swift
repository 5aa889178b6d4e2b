import Program

/// A value that a pack writes as a single word, number or short list, read without the help of its type.
protocol PackScalar {
    /// What it is, for the reference.
    static var form: PackForm { get }
    static func read(_ place: PackPlace, _ reading: PackReading) -> Self
}

extension String: PackScalar {
    static let form = PackForm.text

    static func read(_ place: PackPlace, _ reading: PackReading) -> String {
        guard let scalar = place.node?.scalar else {
            reading.report("Text is needed.", at: place)
            return ""
        }
        if scalar.kind != .text {
            reading.tolerate("Text is needed; put it in quotes.\(scalar.whyNoText)", at: place)
        } else if scalar.text.isEmpty {
            reading.tolerate("Text is needed; this is empty.", at: place)
        } else if let unseen = scalar.text.firstUnseenInLines {
            reading.tolerate("The text holds \(unseen.words); write it without.", at: place)
        }
        return reading.filled(scalar.text, at: place)
    }
}

extension Bounded: PackScalar {
    static var form: PackForm { .number(Kind.range, Kind.unit) }

    /// A number that is out of range in the archive is read as the nearest.
    static func read(_ place: PackPlace, _ reading: PackReading) -> Bounded {
        guard let scalar = place.node?.scalar, let number = scalar.wholeNumber else {
            reading.report("A whole number is needed.", at: place)
            return Bounded(nearest: Kind.range.lowerBound)
        }
        if let bounded = Bounded(exactly: number) { return bounded }
        let (least, most) = (Kind.range.lowerBound, Kind.range.upperBound)
        reading.tolerate(
            "A whole number from \(least) to \(most) is needed (\(Kind.unit)); this is \(scalar.text).", at: place)
        return Bounded(nearest: number)
    }
}

extension PackNode.Scalar {
    /// What YAML takes it for.
    fileprivate var whyNoText: String {
        switch kind {
        case .text: ""
        case .truth: " '\(text)' alone means yes or no; write \"\(text)\"."
        case .wholeNumber: " '\(text)' alone is a number, and loses noughts before it; write \"\(text)\"."
        case .other:
            text.isEmpty || text == "~" || text == "null"
                ? " There is nothing after the colon." : " '\(text)' alone is no text; write \"\(text)\"."
        }
    }

    /// Of a number beyond what a machine holds, the largest or smallest.
    fileprivate var wholeNumber: Int? {
        guard kind == .wholeNumber else { return nil }
        if let number = Int(text) { return number }
        let isNegative = text.hasPrefix("-")
        let digits = isNegative || text.hasPrefix("+") ? text.dropFirst() : text[...]
        guard !digits.isEmpty, digits.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return isNegative ? .min : .max
    }
}

extension PackFormat: PackScalar {
    static let form = PackForm.number(current.number...current.number, "format")

    static func read(_ place: PackPlace, _ reading: PackReading) -> PackFormat {
        guard let number = place.node?.scalar?.wholeNumber, number > 0 else {
            reading.report("The number of the pack's format is needed, which is \(current.number) today.", at: place)
            return current
        }
        if number != current.number {
            reading.tolerate(
                "Packs are written in format \(current.number) now; this is \(number). "
                    + "docs/packs.md tells what to change.", at: place)
        }
        return PackFormat(number)
    }
}

extension Bool: PackScalar {
    static let form = PackForm.truth

    static func read(_ place: PackPlace, _ reading: PackReading) -> Bool {
        switch place.node?.scalar {
        case .some(PackNode.Scalar(text: "true", kind: .truth)): return true
        case .some(PackNode.Scalar(text: "false", kind: .truth)): return false
        default:
            let written = place.node?.scalar?.text.lowercased() ?? ""
            let meant = ["yes": "true", "on": "true", "no": "false", "off": "false"][written]
            reading.report(
                "Either true or false is needed.\(meant.map { " Write \($0) for '\(written)'." } ?? "")", at: place)
            return false
        }
    }
}

extension Day: PackScalar {
    static let form = PackForm.day

    static func read(_ place: PackPlace, _ reading: PackReading) -> Day {
        if let text = place.node?.scalar?.text, let day = Day(text) { return day }
        reading.report("A day is needed, such as 2024-11-26.", at: place)
        return .earliest
    }
}

extension TimeOfDay: PackScalar {
    static let form = PackForm.time

    static func read(_ place: PackPlace, _ reading: PackReading) -> TimeOfDay {
        if let text = place.node?.scalar?.text, let time = TimeOfDay(text) { return time }
        reading.report("A time by the 24-hour clock is needed, such as \"17:30\".", at: place)
        return .midnight
    }
}

extension SpokenLanguage: PackScalar {
    static let form = PackForm.word(allCases.map(\.name))

    static func read(_ place: PackPlace, _ reading: PackReading) -> SpokenLanguage {
        let written = place.node?.scalar?.text ?? ""
        if let language = SpokenLanguage(rawValue: written) { return language }
        let right = allCases.map(\.name).joined(separator: ", ")
        reading.report("'\(written)' is unknown here; one of: \(right).", at: place)
        return .english
    }
}

extension ClosedRange: PackScalar where Bound: BoundedNumber & PackScalar {
    static var form: PackForm { .range(Bound.Kind.range, Bound.Kind.unit) }

    static func read(_ place: PackPlace, _ reading: PackReading) -> ClosedRange<Bound> {
        let none = Bound(nearest: 0)...Bound(nearest: 0)
        guard let items = place.node?.items, items.count == 2 else {
            reading.report("A smallest and a largest number are needed, such as [2, 3].", at: place)
            return none
        }
        let numbers = items.indices.map {
            Bound.read(PackPlace(node: items[$0], path: place.path + items.label(at: $0)), reading)
        }
        guard numbers[0] <= numbers[1] else {
            reading.report(
                "The smallest, \(numbers[0].number), is above the largest, \(numbers[1].number).", at: place)
            return none
        }
        return numbers[0]...numbers[1]
    }
}

extension ClauseID: PackScalar {
    static let form = PackForm.name("clause")

    static func read(_ place: PackPlace, _ reading: PackReading) -> ClauseID {
        let clause = ClauseID(name(at: place, reading))
        let isOfTheRegister = place.path.hasPrefix("clauses[")
        if !isOfTheRegister, place.node?.scalar != nil { reading.mention(clause, at: place) }
        return clause
    }
}

extension RoleID: PackScalar {
    static let form = PackForm.name("role")

    static func read(_ place: PackPlace, _ reading: PackReading) -> RoleID {
        let role = RoleID(name(at: place, reading))
        if place.node?.scalar != nil { reading.mention(role, at: place) }
        return role
    }
}

extension CommitteeID: PackScalar {
    static let form = PackForm.name("committee")

    static func read(_ place: PackPlace, _ reading: PackReading) -> CommitteeID {
        let committee = CommitteeID(name(at: place, reading))
        if place.node?.scalar != nil { reading.mention(committee, at: place) }
        return committee
    }
}

extension AuthorityID: PackScalar {
    static let form = PackForm.name("authority")

    static func read(_ place: PackPlace, _ reading: PackReading) -> AuthorityID {
        AuthorityID(name(at: place, reading))
    }
}

extension PackID: PackScalar {
    static let form = PackForm.name("pack")

    static func read(_ place: PackPlace, _ reading: PackReading) -> PackID { PackID(name(at: place, reading)) }
}

private func name(at place: PackPlace, _ reading: PackReading) -> String { String.read(place, reading) }
