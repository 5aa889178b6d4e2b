/// A step of the schema that was taken, as the database remembers it.
struct MigrationRecord: Sendable {
    let number: Int
    let name: String
    let checksum: String

    /// The table that remembers; it is there before the first step.
    static let table = """
        CREATE TABLE IF NOT EXISTS schema_migration (
            number BIGINT NOT NULL PRIMARY KEY,
            name TEXT NOT NULL,
            checksum TEXT NOT NULL,
            applied_at BIGINT NOT NULL
        )
        """

    init(_ migration: Migration) {
        number = migration.number
        name = migration.name
        checksum = migration.checksum
    }

    private init(_ row: Row) throws {
        number = try row.int("number")
        name = try row.text("name")
        checksum = try row.text("checksum")
    }

    /// Every step taken, in order.
    static func all(_ transaction: any Transaction) throws -> [MigrationRecord] {
        try transaction.rows("SELECT number, name, checksum FROM schema_migration ORDER BY number").map { try Self($0) }
    }

    /// Remembers this step as taken at `now`, in UTC milliseconds.
    func save(in transaction: any Transaction, now: Int64) throws {
        try transaction.execute(
            """
            INSERT INTO schema_migration (number, name, checksum, applied_at)
            VALUES (\(number), \(name), \(checksum), \(now))
            """)
    }
}
