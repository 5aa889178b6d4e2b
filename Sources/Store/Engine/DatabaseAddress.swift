import Foundation

/// Where the database is: `sqlite:PATH` or `postgresql://…`.
package enum DatabaseAddress: Sendable, Equatable {
    /// A file, made when it is not there; its folder has to be.
    case sqlite(path: String)
    /// A libpq connection URI. A unix socket's folder goes in as `postgresql:///name?host=/run/postgresql&user=app`.
    case postgresql(uri: String)

    /// Reads an address as the operator writes it. Throws `StoreFault.unavailable`, saying what is wrong, for anything
    /// but the two forms. The text may hold a password and is not repeated in the fault.
    package init(_ text: String) throws {
        if text.hasPrefix("postgresql://") {
            try PostgreSQLConnection.check(uri: text)
            self = .postgresql(uri: text)
        } else if text.hasPrefix("sqlite:") {
            self = .sqlite(path: try Self.path(String(text.dropFirst("sqlite:".count))))
        } else {
            throw StoreFault.unavailable("its address has to begin with sqlite: or postgresql://")
        }
    }

    /// Opens the database and proves that it answers.
    ///
    /// - Parameter connections: how many transactions may run at once (on SQLite: reads; writes share a commit).
    /// - Throws: `StoreFault.unavailable`, saying what is wrong.
    package func open(
        connections: Int = 8, limits: DatabaseLimits = DatabaseLimits()
    ) async throws -> any Database {
        switch self {
        case .sqlite(let path): try await SQLiteDatabase(path: path, readers: connections, limits: limits)
        case .postgresql(let uri): try await PostgreSQLDatabase(uri: uri, connections: connections, limits: limits)
        }
    }

    private static func path(_ path: String) throws -> String {
        guard !path.isEmpty else { throw StoreFault.unavailable("sqlite: needs the path of a file after it") }
        guard !path.hasPrefix(":") else {
            throw StoreFault.unavailable("sqlite: keeps the programme in a file, \(path) is not one")
        }
        guard !path.hasPrefix("//") else {
            throw StoreFault.unavailable("sqlite: is followed by a plain path, as in sqlite:data/programme.sqlite")
        }
        return URL(fileURLWithPath: path).path
    }
}

extension DatabaseAddress: CustomStringConvertible {
    /// The engine and, for SQLite, the file; a PostgreSQL URI may hold a password and is left out.
    package var description: String {
        switch self {
        case .sqlite(let path): "sqlite:\(path)"
        case .postgresql: "postgresql"
        }
    }
}
