/// A column of the schema as the engine itself lists it.
package struct SchemaColumn: Sendable, Hashable {
    package let table: String
    package let column: String

    package init(table: String, column: String) {
        self.table = table
        self.column = column
    }
}

extension Database {
    /// Every column of every table of the programme, `schema_migration` included, by table and then by column.
    package func columns() async throws -> [SchemaColumn] {
        let listing: SQL =
            switch engine {
            case .sqlite:
                """
                SELECT tables.name AS "table", columns.name AS "column"
                FROM sqlite_schema AS tables JOIN pragma_table_info(tables.name) AS columns
                WHERE tables.type = 'table' AND substr(tables.name, 1, 7) <> 'sqlite_'
                """
            case .postgresql:
                """
                SELECT columns.table_name AS "table", columns.column_name AS "column"
                FROM information_schema.columns AS columns JOIN information_schema.tables AS tables
                ON tables.table_schema = columns.table_schema AND tables.table_name = columns.table_name
                WHERE tables.table_schema = current_schema() AND tables.table_type = 'BASE TABLE'
                """
            }
        let columns = try await read { transaction in
            try transaction.rows(listing).map {
                SchemaColumn(table: try $0.text("table"), column: try $0.text("column"))
            }
        }
        return columns.sorted { ($0.table, $0.column) < ($1.table, $1.column) }
    }
}
