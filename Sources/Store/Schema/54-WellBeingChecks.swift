// A check stands in the list of whoever assigned it as long as any other does, whether or not its person declined. So a row has its first
// day, from which its end is counted, and whether anybody still asks. A check that was there before begins on its next day.
extension Migration {
    static let wellBeingChecks = Migration(
        number: 54, name: "well-being checks",
        statements: [
            """
            ALTER TABLE well_being_check
                ADD COLUMN first_on TEXT NOT NULL DEFAULT '1970-01-01' CHECK (length(first_on) = 10)
            """,
            """
            ALTER TABLE well_being_check
                ADD COLUMN is_over BIGINT NOT NULL DEFAULT 0 CHECK (is_over = 0 OR (is_over = 1 AND outcome IS NULL))
            """,
            "UPDATE well_being_check SET first_on = next_on",
        ])
}
