/// A table on its way to being told.
struct TableDraft: Sendable {
    /// What is left out first where it cannot be proven that nobody is found: a sum before answers, answers before kinds.
    enum Rank: Int, Sendable, Comparable {
        case kinds, answers, severalAnswers, sums

        static func < (left: Rank, right: Rank) -> Bool { left.rawValue < right.rawValue }
    }

    let rank: Rank
    private(set) var table: PublishedTable

    init(_ rank: Rank, _ title: String, _ rows: [PublishedTable.Row], threshold: Int) {
        self.rank = rank
        let counts = rows.compactMap(\.count)
        let addsUp = (rank == .kinds || rank == .answers) && rows.count > 1 && counts.count == rows.count
        var notes: [String] = []
        if rows.contains(where: { $0.labels.count > 1 && $0.isShown }) {
            notes.append("What is few is told together with something else, so that nobody can be recognised.")
        }
        if rows.contains(where: { !$0.isShown }) {
            notes.append(
                "Not shown is every number below \(threshold), nought too, and whatever would give such a number away.")
        }
        table = PublishedTable(
            title: title, rows: rows, total: addsUp ? .count(counts.reduce(0, +)) : nil, notes: notes)
    }

    /// Whether it tells something that nothing before told.
    var tellsNew: Bool { table.rows.contains { $0.isShown && !$0.isSum } }

    mutating func leaveOut() {
        table = PublishedTable(
            title: table.title, rows: table.rows.map(\.withheld),
            notes: ["Not shown, because together with what else is told it could point at somebody."])
    }
}

extension PublishedTable.Row {
    var count: Int? {
        if case .count(let count) = value { count } else { nil }
    }
}
