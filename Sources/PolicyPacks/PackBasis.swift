import Program

extension Basis: PackScalar {
    static let form = PackForm.basis

    private static let right = """
        Write the clauses, such as [I-1, I-2], where the policy gives the whole rule; {chosen: "why"} where it is yours; or \
        {clauses: [I-1], said: {days: "its few words"}, chosen: {hours: "why"}} where it gives some of the values.
        """

    /// A list of clauses, `chosen:` with the reason, or clauses with what of the rule they give and what is chosen.
    static func read(_ place: PackPlace, _ reading: PackReading) -> Basis {
        switch place.node?.content {
        case .list(let items):
            if items.isEmpty { reading.report("\(right) This list is empty.", at: place) }
            return .clauses((try? reading.value([ClauseID].self, at: place)) ?? [])
        case .map(let entries) where entries.map(\.key) == ["chosen"] && entries[0].value.entries == nil:
            return .chosen(String.read(place.child("chosen", entries[0].value), reading))
        case .map(let entries) where place.node?["clauses"]?.items?.isEmpty == false:
            for entry in entries where !["clauses", "said", "chosen"].contains(entry.key) {
                reading.tolerate(
                    "The key '\(entry.key)' is unknown; \(right)", mark: entry.keyMark,
                    path: place.child(entry.key, nil).path)
            }
            // Clauses are named at the place of the basis, whichever way they are written.
            let cited = PackPlace(node: place.node?["clauses"], path: place.path)
            return .byValue(
                BasisByValue(
                    clauses: (try? reading.value([ClauseID].self, at: cited)) ?? [],
                    said: words(of: "said", at: place, reading), chosen: words(of: "chosen", at: place, reading)))
        case .map, .scalar, nil: break
        }
        reading.report(right, at: place)
        return .clauses([])
    }

    private static func words(of key: String, at place: PackPlace, _ reading: PackReading) -> [String: String] {
        guard let node = place.node?[key] else { return [:] }
        let here = place.child(key, node)
        guard let entries = node.entries else {
            reading.report("Values with words are needed, such as {within-hours: \"why\"}.", at: here)
            return [:]
        }
        return Dictionary(entries.map { ($0.key, String.read(here.child($0.key, $0.value), reading)) }) { $1 }
    }
}
