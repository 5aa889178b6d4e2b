import Program

/// A message as stored.
package struct MessageRow: Sendable, Equatable {
    package let id: String
    package let sealed: [UInt8]
    package let isNew: Bool
}

/// Something sealed under a request's key, by its id.
package struct SealedRow: Sendable, Equatable {
    package let id: String
    package let sealed: [UInt8]
}

extension Transaction {
    /// Messages of a request in the order of writing.
    package func messages(of request: String) throws -> [MessageRow] {
        try rows("SELECT id, sealed, is_new FROM request_message WHERE request = \(request) ORDER BY place, id").map {
            MessageRow(id: try $0.text("id"), sealed: try $0.blob("sealed"), isNew: try $0.bool("is_new"))
        }
    }

    /// Those that the side they were written to has yet to see.
    package func newMessages(of request: String) throws -> [MessageRow] {
        try rows(
            "SELECT id, sealed, is_new FROM request_message WHERE request = \(request) AND is_new = 1 ORDER BY place, id"
        ).map { MessageRow(id: try $0.text("id"), sealed: try $0.blob("sealed"), isNew: true) }
    }

    /// The place of the next message, counted from 1.
    package func nextMessagePlace(in request: String) throws -> Int {
        try row("SELECT coalesce(max(place), 0) + 1 AS place FROM request_message WHERE request = \(request)")?
            .int("place") ?? 1
    }

    package func insertMessage(_ sealed: [UInt8], id: String, at place: Int, request: String) throws {
        try execute(
            """
            INSERT INTO request_message (request, id, place, sealed, is_new)
            VALUES (\(request), \(id), \(place), \(sealed), 1)
            """)
    }

    package func markSeen(_ messages: [String], request: String) throws {
        try execute(
            "UPDATE request_message SET is_new = 0 WHERE request = \(request) AND id IN (\(list: messages))")
    }

    package func consents(of request: String) throws -> [SealedRow] {
        try rows("SELECT id, sealed FROM request_consent WHERE request = \(request) ORDER BY id").map {
            SealedRow(id: try $0.text("id"), sealed: try $0.blob("sealed"))
        }
    }

    /// Keeps a consent, or what became of one.
    package func setConsent(_ sealed: [UInt8], id: String, request: String) throws {
        try execute(
            """
            INSERT INTO request_consent (request, id, sealed) VALUES (\(request), \(id), \(sealed))
            ON CONFLICT (request, id) DO UPDATE SET sealed = excluded.sealed
            """)
    }
}
