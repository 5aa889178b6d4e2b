/// The header of a personnel file: every column once, in any order, by its own name or the heading that the agency has said.
struct PersonnelHeader {
    /// Where each column stands, by the column's ordinal; nothing for one that the agency's files do not have.
    private let positions: [Int?]
    let width: Int

    func value(of column: PersonnelColumn, in fields: [String]) -> String {
        positions[column.ordinal].map { fields[$0] } ?? ""
    }

    /// Refuses missing, unknown and repeated columns: a file with a column nobody asked for may hold what the
    /// programme must not have. One that the agency has said to leave out is not read.
    static func read(_ row: RawRow?, by mapping: PersonnelMapping) -> Result<PersonnelHeader, ImportProblems> {
        guard let row else { return .failure(ImportProblems(ImportProblem(line: 1, .empty))) }
        switch row.content {
        case .unreadable(let fault): return .failure(ImportProblems(ImportProblem(line: row.line, fault)))
        case .fields(let fields): return read(fields, line: row.line, by: mapping)
        }
    }

    private static func read(
        _ fields: [String], line: Int, by mapping: PersonnelMapping
    ) -> Result<PersonnelHeader, ImportProblems> {
        var positions: [PersonnelColumn: Int] = [:]
        var problems = ProblemList()
        for (position, name) in fields.enumerated() where !mapping.isLeftOut(name) {
            guard let column = mapping.column(under: name) else {
                problems.add(ImportProblem(line: line, .unknownColumn(printable(name))))
                continue
            }
            if positions.updateValue(position, forKey: column) != nil {
                problems.add(ImportProblem(line: line, column: column, .repeatedColumn))
            }
        }
        for column in PersonnelColumn.allCases
        where positions[column] == nil && mapping.heading(of: column) != nil && !column.mayBeAbsent {
            problems.add(ImportProblem(line: line, column: column, .missingColumn))
        }
        if let refusal = problems.refusal() { return .failure(refusal) }
        return .success(
            PersonnelHeader(positions: PersonnelColumn.allCases.map { positions[$0] }, width: fields.count))
    }

    private static func printable(_ name: String) -> String {
        switch PersonnelText.read(String(name.prefix(60)), limit: 60) {
        case .success(let text): text
        case .failure: "…"
        }
    }
}
