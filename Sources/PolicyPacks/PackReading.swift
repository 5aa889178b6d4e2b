import Program

/// A place in a pack that is being read. Where a rule is missing there is no node: everything below reads as
/// something harmless and says nothing more, since the missing rule has been reported.
struct PackPlace {
    let node: PackNode?
    let path: String

    func child(_ key: String, _ node: PackNode?) -> PackPlace {
        PackPlace(node: node, path: path.isEmpty ? key : "\(path).\(key)")
    }
}

/// One reading of a pack. It goes on after a problem, so that all of them are found at once; what it hands out for a
/// broken rule is thrown away with the pack.
final class PackReading {
    let manner: Manner
    /// What stands for the placeholders in its texts.
    let words: PackWords?
    private(set) var problems: [PackProblem] = []
    /// What was read from the archive though it would be refused in a pack written today.
    private(set) var allowances: [PackProblem] = []
    /// Where clauses are named outside the register.
    private(set) var clauses: [Mention<ClauseID>] = []
    private(set) var roles: [Mention<RoleID>] = []
    private(set) var committees: [Mention<CommitteeID>] = []
    private var marks: [String: PackMark] = [:]

    enum Manner {
        /// As a pack that is written or put in force: whatever is not right is a problem.
        case strict
        /// As a pack that was put in force by another release: what can be understood is.
        case lenient
    }

    init(_ manner: Manner, words: PackWords? = nil) {
        self.manner = manner
        self.words = words
    }

    /// The text as people read it, with the agency's own words in it.
    func filled(_ text: String, at place: PackPlace) -> String {
        guard let words else { return text }
        let (filled, unknown) = words.filling(text)
        for name in unknown {
            let meant = name.nearest(of: words.names).map { " Did you mean '{\($0)}'?" } ?? ""
            tolerate(
                "There is no placeholder '{\(name)}' in this pack.\(meant) There are: "
                    + words.names.map { "{\($0)}" }.joined(separator: ", ") + ".", at: place)
        }
        return filled
    }

    /// A name used somewhere in the pack.
    struct Mention<Name> {
        let name: Name
        let path: String
    }

    func report(_ message: String, at place: PackPlace) {
        guard let node = place.node else { return }
        report(message, mark: node.mark, path: place.path)
    }

    func report(_ message: String, mark: PackMark, path: String) {
        problems.append(
            PackProblem(file: mark.file, line: mark.line, column: mark.column, path: path, message: message))
    }

    /// Reports what is wrong and can be understood all the same.
    func tolerate(_ message: String, at place: PackPlace) {
        guard let node = place.node else { return }
        tolerate(message, mark: node.mark, path: place.path)
    }

    func tolerate(_ message: String, mark: PackMark, path: String) {
        switch manner {
        case .strict: report(message, mark: mark, path: path)
        case .lenient:
            allowances.append(
                PackProblem(file: mark.file, line: mark.line, column: mark.column, path: path, message: message))
        }
    }

    /// Reports what contradicts another rule, unless the place is already known to be broken.
    func reportContradiction(_ message: String, at path: String) {
        guard !problems.contains(where: { $0.path.isWithin(path) || path.isWithin($0.path) }) else { return }
        report(message, mark: mark(of: path), path: path)
    }

    func mention(_ clause: ClauseID, at place: PackPlace) {
        clauses.append(Mention(name: clause, path: place.path))
    }

    func mention(_ role: RoleID, at place: PackPlace) { roles.append(Mention(name: role, path: place.path)) }

    func mention(_ committee: CommitteeID, at place: PackPlace) {
        committees.append(Mention(name: committee, path: place.path))
    }

    /// Reads one value of any type of the policy.
    func value<Value: Decodable>(_ type: Value.Type, at place: PackPlace) throws -> Value {
        marks[place.path] = place.node?.mark
        if let scalar = type as? any PackScalar.Type, let value = scalar.read(place, self) as? Value { return value }
        if let word = type as? any (CaseIterable & RawRepresentable<String>).Type,
            let value = self.word(word, at: place) as? Value
        {
            return value
        }
        if let choice = type as? any PackChoice.Type, let value = self.choice(choice, at: place) as? Value {
            return value
        }
        let decoder = PackDecoder(place: place, reading: self)
        let value = try Value(from: decoder)
        decoder.reportUnknownKeys()
        return value
    }

    private func word<Word: CaseIterable & RawRepresentable<String>>(
        _ type: Word.Type, at place: PackPlace
    ) -> Word? {
        let written = place.node?.scalar?.text
        if let word = Word.allCases.first(where: { hyphened($0.rawValue) == written }) { return word }
        let right = Word.allCases.map { hyphened($0.rawValue) }.joined(separator: ", ")
        let meant = written?.meant(of: Word.allCases.map { hyphened($0.rawValue) }) ?? ""
        report(
            written.map { "'\($0)' is unknown here; one of: \(right).\(meant)" } ?? "A word is needed: \(right).",
            at: place)
        return Word.allCases.first
    }

    private func choice<Choice: PackChoice>(_ type: Choice.Type, at place: PackPlace) -> Choice {
        guard let node = place.node else { return Choice.unread }
        let right = Choice.words.joined(separator: ", ")
        guard let written = node.asChoice else {
            report("One of these is needed: \(right).", at: place)
            return Choice.unread
        }
        let known = written.filter { Choice.words.contains($0.key) }
        for entry in written where !Choice.words.contains(entry.key) {
            report(
                "'\(entry.key)' is unknown here; one of: \(right).\(entry.key.meant(of: Choice.words))",
                mark: entry.keyMark, path: place.path)
        }
        guard known.count == 1 else {
            if known.count == written.count { report("Exactly one of these is needed: \(right).", at: place) }
            return Choice.unread
        }
        let decoder = PackDecoder(
            place: PackPlace(node: PackNode(content: .map(known), mark: node.mark), path: place.path), reading: self)
        guard let choice = try? Choice(from: decoder) else {
            report("'\(known[0].key)' cannot be read here.", at: place)
            return Choice.unread
        }
        decoder.reportUnknownKeys()
        return choice
    }

    /// The place of a path, or of what it lies in.
    private func mark(of path: String) -> PackMark {
        var path = Substring(path)
        while !path.isEmpty {
            if let mark = marks[String(path)] { return mark }
            path = path.dropLast()
        }
        return marks[""] ?? PackMark(file: "", line: 1, column: 1)
    }
}

extension PackNode {
    /// `ballot: {…}` and the bare word `ballot` alike, as entries.
    fileprivate var asChoice: [Entry]? {
        switch content {
        case .map(let entries): entries
        case .scalar(let scalar):
            [Entry(key: scalar.text, keyMark: mark, value: PackNode(content: .map([]), mark: mark))]
        case .list: nil
        }
    }
}

extension String {
    /// Whether this path is that one or lies in it.
    func isWithin(_ outer: String) -> Bool {
        self == outer || (!outer.isEmpty && (hasPrefix(outer + ".") || hasPrefix(outer + "[")))
    }
}

/// `asSoonAsPossible` as packs write it: `as-soon-as-possible`.
func hyphened(_ name: String) -> String {
    name.reduce(into: "") { word, letter in
        if letter.isUppercase {
            word += "-" + letter.lowercased()
        } else {
            word.append(letter)
        }
    }
}

/// The reverse of ``hyphened(_:)``.
func unhyphened(_ word: String) -> String {
    let parts = word.split(separator: "-", omittingEmptySubsequences: false)
    return parts.dropFirst().reduce(String(parts.first ?? "")) { $0 + $1.prefix(1).uppercased() + $1.dropFirst() }
}
