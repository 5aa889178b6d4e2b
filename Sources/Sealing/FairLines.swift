import DequeModule

/// Who waits, in a line for each of those they come from: the lines take turns, so that a long one holds up itself and nobody
/// else. However many wait, there is an end: where all lines together are full, the last of the longest gives way to whoever
/// stands in a shorter one.
package struct FairLines<Origin: Hashable & Sendable, Place: Sendable>: Sendable {
    /// The most that wait in one line.
    private let longestLine: Int
    /// The most that wait in all of them.
    private let most: Int
    private var lines: [Origin: Deque<Place>] = [:]
    /// Whose turn it is, each line that somebody stands in once.
    private var turns: Deque<Origin> = []
    package private(set) var count = 0

    package init(longestLine: Int, most: Int) {
        self.longestLine = longestLine
        self.most = most
    }

    /// Whoever is not let into a line, or has to leave it: the one that came, the last of a longer line, or nobody.
    package mutating func join(_ place: Place, from origin: Origin) -> Place? {
        let length = lines[origin]?.count ?? 0
        guard length < longestLine else { return place }
        var given: Place?
        if count >= most {
            guard let longest = lines.max(by: { $0.value.count < $1.value.count }), longest.value.count > length + 1
            else { return place }
            given = lines[longest.key]?.popLast()
            count -= 1
        }
        if length == 0 { turns.append(origin) }
        lines[origin, default: []].append(place)
        count += 1
        return given
    }

    /// Whose turn it is now; nothing where nobody waits.
    package mutating func next() -> Place? {
        guard let origin = turns.popFirst(), let place = lines[origin]?.popFirst() else { return nil }
        count -= 1
        if lines[origin]?.isEmpty == false { turns.append(origin) } else { lines[origin] = nil }
        return place
    }
}
