extension Migration {
    /// The people of one area in order of employee number, as their coordinator reads them.
    static let areas = Migration(
        number: 14, name: "areas",
        statements: ["CREATE INDEX person_by_area ON person (agency, area, employee_number)"])
}
