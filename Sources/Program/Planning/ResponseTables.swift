extension ResponseRule {
    /// What was told of the latest quarters, as tables; a note where there is nothing yet.
    package func tables(_ told: [ResponseFigures]) -> [PlanTable] {
        guard !told.isEmpty else {
            return [
                PlanTable(
                    title: "Nothing told yet", columns: [], rows: [],
                    notes: ["No quarter is over yet of which anything could be told. \(Self.how)"], basis: basis)
            ]
        }
        return told.flatMap { figures in
            figures.tables.isEmpty
                ? [
                    PlanTable(
                        title: figures.name, columns: [], rows: [],
                        notes: ["Too few answers came to tell anything. They are told with the next quarter's."],
                        basis: basis)
                ]
                : figures.tables.map { table in
                    PlanTable(
                        title: "\(table.title), \(figures.name)", columns: ["Answer", "Number"],
                        rows: table.rows.map { [$0.label, String($0.count)] }, notes: [Self.how], basis: basis)
                }
        }
    }

    private static let how =
        "An answer is counted when somebody is first in touch, from when the seeker asked or would like to be reached, or when somebody "
        + "paged by a desk calls in. It is kept in bands alone and told once a quarter is over. What is few is joined with its neighbour."
}
