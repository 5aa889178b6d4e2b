/// The first line of a personnel file: every column once, by its exact name, in any order.
struct PersonnelHeader {
    /// Where each column stands, by the column's ordinal.
    private let positions: [Int]

    var width: Int { positions.count }

    func value(of column: PersonnelColumn, in fields: [String]) -> String { fields[positions[column.ordinal]] }

    /// Refuses missing, unknown and repeated columns: a file with a column nobody asked for may hold what the
    /// programme must not have.
    static func read(_ row: RawRow?) -> Result<PersonnelHeader, ImportProblems> {
        guard let row else { return .failure(ImportProblems(ImportProblem(line: 1, .empty))) }
        switch row.content {
        case .unreadable(let fault): return .failure(ImportProblems(ImportProblem(line: row.line, fault)))
        case .fields(let fields): return read(fields, line: row.line)
        }
    }

    private static func read(_ fields: [String], line: Int) -> Result<PersonnelHeader, ImportProblems> {
        var positions: [PersonnelColumn: Int] = [:]
        var problems = ProblemList()
        for (position, name) in fields.enumerated() {
            guard let column = PersonnelColumn(rawValue: name) else {
                problems.add(ImportProblem(line: line, .unknownColumn(printable(name))))
                continue
            }
            if positions.updateValue(position, forKey: column) != nil {
                problems.add(ImportProblem(line: line, column: column, .repeatedColumn))
            }
        }
        for column in PersonnelColumn.allCases where positions[column] == nil {
            problems.add(ImportProblem(line: line, column: column, .missingColumn))
        }
        if let refusal = problems.refusal() { return .failure(refusal) }
        return .success(PersonnelHeader(positions: PersonnelColumn.allCases.compactMap { positions[$0] }))
    }

    private static func printable(_ name: String) -> String {
        switch PersonnelText.read(String(name.prefix(60)), limit: 60) {
        case .success(let text): text
        case .failure: "…"
        }
    }
}
