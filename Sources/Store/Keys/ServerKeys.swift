/// What the database knows of a key of its servers.
package struct ServerKeyRow: Sendable, Equatable {
    /// The name of its file.
    package let file: String
    package let fingerprint: [UInt8]

    package init(file: String, fingerprint: [UInt8]) {
        self.file = file
        self.fingerprint = fingerprint
    }
}

extension Transaction {
    /// Every key that the database knows, in order of their names.
    package func serverKeys() throws -> [ServerKeyRow] {
        try rows("SELECT file, fingerprint FROM server_key ORDER BY file").map {
            ServerKeyRow(file: try $0.text("file"), fingerprint: try $0.blob("fingerprint"))
        }
    }

    /// Keeps a key that the database does not know yet. One that it knows stays as it is.
    package func insertServerKey(_ key: ServerKeyRow) throws {
        try execute(
            """
            INSERT INTO server_key (file, fingerprint) VALUES (\(key.file), \(key.fingerprint)) ON CONFLICT DO NOTHING
            """)
    }

    /// Knows this key from now on, whatever was known before.
    package func setServerKey(_ key: ServerKeyRow) throws {
        try execute(
            """
            INSERT INTO server_key (file, fingerprint) VALUES (\(key.file), \(key.fingerprint))
            ON CONFLICT (file) DO UPDATE SET fingerprint = excluded.fingerprint
            """)
    }

    /// Destroys what lies locked under a key of the server's that was lost: sheets, drafts and filed ones, what was counted from them and from
    /// answers, and what members say of themselves. Nobody opens it any more, and what stands in its place is begun anew.
    package func deleteBoxesOfLostKey() throws {
        for statement: SQL in [
            "DELETE FROM tally", "DELETE FROM hours_box", "DELETE FROM filed_sheet", "DELETE FROM response_count",
            "DELETE FROM sheet WHERE sealed IS NOT NULL", "DELETE FROM attribute_box",
        ] { try execute(statement) }
    }
}
