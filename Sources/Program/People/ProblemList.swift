/// Gathers the problems of a file while it is checked. Counts all of them and keeps the earliest, so that a file that
/// is wrong on every line costs no more memory than one that is right.
struct ProblemList {
    private var kept: [ImportProblem] = []
    private(set) var total = 0

    mutating func add(_ problem: ImportProblem) {
        total += 1
        kept.append(problem)
        if kept.count >= 4 * ImportProblems.listed { keepEarliest() }
    }

    mutating func add(_ problems: [ImportProblem]) {
        for problem in problems { add(problem) }
    }

    /// Nothing where no problem was found.
    mutating func refusal() -> ImportProblems? {
        guard total > 0 else { return nil }
        keepEarliest()
        return ImportProblems(first: kept, total: total)
    }

    private mutating func keepEarliest() {
        kept.sort { ($0.line, $0.column?.ordinal ?? -1) < ($1.line, $1.column?.ordinal ?? -1) }
        kept = Array(kept.prefix(ImportProblems.listed))
    }
}
