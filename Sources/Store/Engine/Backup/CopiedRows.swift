/// How many rows each table had at the moment a database was copied, by the table's name.
package typealias CopiedRows = [String: Int64]

extension SQL {
    /// How many rows a table has, under the name that the engine itself lists it by.
    static func rowCount(of table: String) -> SQL {
        let name = "\"\(table.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\""))\""
        return SQL(rowsOf: name)
    }
}

extension Transaction {
    /// The rows of each of those tables.
    func counted(_ tables: Set<String>) throws -> CopiedRows {
        try tables.reduce(into: [:]) { counts, table in
            counts[table] = try row(.rowCount(of: table))?.int64("rows") ?? 0
        }
    }
}

extension Database {
    /// The rows of every table, `schema_migration` included.
    package func rowCounts() async throws -> CopiedRows {
        let tables = Set(try await columns().map(\.table))
        return try await read { transaction in try transaction.counted(tables) }
    }

    /// What the engine itself finds wrong with its file and with what its rows refer to; nothing where all is well. PostgreSQL
    /// looks at each row when it takes it in.
    package func damage() async throws -> [String] {
        switch engine {
        case .postgresql: []
        case .sqlite:
            try await read { transaction in
                let pages = try transaction.rows("PRAGMA integrity_check(10)").map { try $0.text(0) }
                let parents = try transaction.rows("PRAGMA foreign_key_check").map { try $0.text("table") }
                return pages.filter { $0 != "ok" } + Set(parents).sorted().map { "rows of \($0) refer to nothing" }
            }
        }
    }
}
