extension String {
    /// A question to add to what is told of an unknown word; empty where no word is near.
    func meant(of words: some Sequence<String>) -> String { nearest(of: words).map { " Did you mean '\($0)'?" } ?? "" }

    /// The word of those that was most likely meant; nothing where none is near enough to be said.
    func nearest(of words: some Sequence<String>) -> String? {
        let most = Swift.max(1, Swift.min(3, count / 3))
        let near = words.map { ($0, distance(to: $0)) }.filter { (1...most).contains($0.1) }
        return near.min { ($0.1, $0.0) < ($1.1, $1.0) }?.0
    }

    /// How many letters are wrong, missing or too many; two that changed places count once.
    private func distance(to other: String) -> Int {
        let (mine, theirs) = (Array(lowercased()), Array(other.lowercased()))
        var (before, last) = ([Int](), Array(0...theirs.count))
        for i in mine.indices {
            var row = [i + 1]
            for j in theirs.indices {
                var least = Swift.min(last[j + 1] + 1, row[j] + 1, last[j] + (mine[i] == theirs[j] ? 0 : 1))
                if i > 0, j > 0, mine[i] == theirs[j - 1], mine[i - 1] == theirs[j] {
                    least = Swift.min(least, before[j - 1] + 1)
                }
                row.append(least)
            }
            (before, last) = (last, row)
        }
        return last[theirs.count]
    }
}
