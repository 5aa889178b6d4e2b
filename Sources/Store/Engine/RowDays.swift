import Program

extension Row {
    /// A day as `YYYY-MM-DD`.
    func day(_ column: String) throws -> Day {
        guard let day = Day(try text(.named(column))) else {
            throw StoreFault.unreadable(column: column, problem: "is no day")
        }
        return day
    }

    func optionalDay(_ column: String) throws -> Day? {
        try optionalText(.named(column)) == nil ? nil : day(column)
    }
}
