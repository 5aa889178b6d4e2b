import CLibPQ
import Foundation

/// One connection to PostgreSQL. The only file that touches libpq, its pointers and its memory; everything that leaves
/// it is a plain value. It belongs to one thread and is not `Sendable`.
///
/// What has to stay true here: `handle` is finished once, in `deinit`; every `PGresult` is cleared where it is made; the
/// pointers given to libpq live inside the closure that lends them; libpq prints nothing.
final class PostgreSQLConnection {
    /// The answer to one statement.
    struct Answer {
        let rows: [Row]
        /// Rows inserted, changed or deleted; 0 for other statements.
        let affected: Int
    }

    private struct StatementKey: Hashable {
        let text: String
        let kinds: [ValueKind?]
    }

    private static let mostPrepared = 1000

    private let handle: OpaquePointer
    private var isAbandoned = false
    private var prepared: [StatementKey: String] = [:]

    /// Reads a connection URI without connecting. Throws `StoreFault.unavailable` when libpq cannot read it; libpq's own
    /// message may repeat a password and is left out.
    static func check(uri: String) throws {
        let options = PQconninfoParse(uri, nil)
        defer { PQconninfoFree(options) }
        guard options != nil else { throw StoreFault.unavailable("its postgresql:// address cannot be read") }
    }

    /// Connects. What the address says goes before the limits of time set here; the encoding is always UTF-8.
    init(uri: String, _ limits: DatabaseLimits) throws {
        let settings = [
            ("connect_timeout", "10"), ("tcp_user_timeout", "30000"), ("application_name", "peersupport"),
            ("dbname", uri), ("client_encoding", "UTF8"),
        ]
        let handle = Self.lending(settings.map(\.0)) { keywords in
            Self.lending(settings.map(\.1)) { values in PQconnectdbParams(keywords, values, 1) }
        }
        guard let handle else { throw StoreFault.unavailable("no memory for a connection") }
        self.handle = handle
        PQsetNoticeReceiver(handle, { _, _ in }, nil)
        guard PQstatus(handle) == CONNECTION_OK else {
            throw StoreFault.unavailable(Self.words(PQerrorMessage(handle)) ?? "no connection")
        }
        try command(
            """
            SET client_min_messages = error; SET bytea_output = hex; SET standard_conforming_strings = on;
            SET statement_timeout = '30s'; SET idle_in_transaction_session_timeout = '60s';
            SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'
            """)
        _ = try run("SELECT set_config('lock_timeout', \(Self.milliseconds(limits.patience)), false)")
    }

    deinit { PQfinish(handle) }

    /// False once the connection was lost or given up; it does not come back.
    var isUsable: Bool { !isAbandoned && PQstatus(handle) == CONNECTION_OK }

    /// Gives the connection up, whatever state it is in: nothing is asked of it any more.
    func abandon() { isAbandoned = true }

    /// Runs fixed words, such as `BEGIN`. Throws `PostgreSQLFailure`. Returns the command as the server names it.
    @discardableResult func command(_ words: StaticString) throws -> String {
        let result = PQexec(handle, words.description)
        defer { PQclear(result) }
        try check(result)
        return Self.words(PQcmdStatus(result)) ?? ""
    }

    /// Runs a statement with its values, preparing it the first time. Throws `PostgreSQLFailure`.
    func run(_ sql: SQL) throws -> Answer {
        let bindings = try sql.checkedBindings()
        let name = try prepare(sql.text, kinds: bindings.map(\.kind))
        let result = Self.lending(bindings.map(\.value)) { values, lengths, formats in
            PQexecPrepared(handle, name, Int32(bindings.count), values, lengths, formats, Int32(0))
        }
        defer { PQclear(result) }
        try check(result)
        return Answer(rows: try Self.rows(of: result), affected: Self.affected(by: result))
    }

    private func prepare(_ text: String, kinds: [ValueKind?]) throws -> String {
        let key = StatementKey(text: text, kinds: kinds)
        if let name = prepared[key] { return name }
        if prepared.count >= Self.mostPrepared {
            try command("DEALLOCATE ALL")
            prepared = [:]
        }
        let name = "s\(prepared.count)"
        let result = PQprepare(handle, name, text, Int32(kinds.count), kinds.map(Self.typeID))
        defer { PQclear(result) }
        try check(result)
        prepared[key] = name
        return name
    }

    private func check(_ result: OpaquePointer?) throws {
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY: return
        default: throw failure(result)
        }
    }

    private func failure(_ result: OpaquePointer?) -> PostgreSQLFailure {
        // The letters are those of `PG_DIAG_SQLSTATE` and its like, which Swift does not see.
        func field(_ letter: Unicode.Scalar) -> String? {
            Self.words(PQresultErrorField(result, Int32(letter.value)))
        }
        return PostgreSQLFailure(
            state: field("C"), message: field("M"), table: field("t"), column: field("c"), constraint: field("n"),
            isConnectionLost: !isUsable)
    }
}

extension PostgreSQLConnection {
    /// A limit of time as the server reads it.
    private static func milliseconds(_ limit: Duration) -> String { "\(Int64(limit / .milliseconds(1)))ms" }
}

// MARK: - Values to libpq

extension PostgreSQLConnection {
    private typealias CString = UnsafePointer<CChar>

    /// The type a place in a statement is declared with; 0 leaves it to the server.
    private static func typeID(_ kind: ValueKind?) -> Oid {
        switch kind {
        case .integer: 20  // bigint
        case .text: 25  // text
        case .blob: 17  // bytea
        case nil: 0
        }
    }

    /// Lends C strings, ended by a null pointer.
    private static func lending<T>(_ strings: [String], to body: (UnsafePointer<CString?>) -> T) -> T {
        let copies = strings.map { strdup($0) }
        defer { for copy in copies { free(copy) } }
        return body(copies.map { $0.map { CString($0) } } + [nil])
    }

    /// Lends values in PostgreSQL's binary form: one buffer, and a pointer into it for each value that is not NULL.
    private static func lending<T>(
        _ values: [Value], to body: (UnsafePointer<CString?>, UnsafePointer<Int32>, UnsafePointer<Int32>) -> T
    ) -> T {
        var bytes: [UInt8] = []
        var offsets: [Int?] = []
        var lengths: [Int32] = []
        for value in values {
            let start = bytes.count
            switch value {
            case .null: break
            case .integer(let integer): withUnsafeBytes(of: integer.bigEndian) { bytes += $0 }
            case .text(let text): bytes += text.utf8
            case .blob(let blob): bytes += blob
            }
            offsets.append(value == .null ? nil : start)
            lengths.append(Int32(bytes.count - start))
        }
        // The buffer is never empty, so that an empty value has a pointer and is not taken for NULL.
        bytes.append(0)
        return bytes.withUnsafeBytes { buffer in
            let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
            let pointers = offsets.map { offset in offset.flatMap { start?.advanced(by: $0) } }
            return body(pointers, lengths, values.map { _ in 1 })
        }
    }
}

// MARK: - Answers from libpq

extension PostgreSQLConnection {
    private static func words(_ text: UnsafePointer<CChar>?) -> String? {
        text.map { String(cString: $0).trimmingCharacters(in: .whitespacesAndNewlines) }
    }

    private static func affected(by result: OpaquePointer?) -> Int {
        let command = words(PQcmdStatus(result)) ?? ""
        let changes = ["INSERT", "UPDATE", "DELETE"].contains { command.hasPrefix($0) }
        return changes ? words(PQcmdTuples(result)).flatMap { Int($0) } ?? 0 : 0
    }

    private static func rows(of result: OpaquePointer?) throws -> [Row] {
        let places = 0..<PQnfields(result)
        let columns = Row.Columns(places.map { words(PQfname(result, $0)) ?? "" })
        let types = places.map { PQftype(result, $0) }
        return try (0..<PQntuples(result)).map { row in
            let values = try zip(places, types).map { place, type in
                guard PQgetisnull(result, row, place) == 0, let start = PQgetvalue(result, row, place) else {
                    return Value.null
                }
                let bytes = UnsafeRawBufferPointer(start: start, count: Int(PQgetlength(result, row, place)))
                guard let value = PostgreSQLText.value(bytes, type: type) else {
                    let problem = "holds neither an integer, text nor bytes"
                    throw StoreFault.unreadable(column: columns.names[Int(place)], problem: problem)
                }
                return value
            }
            return Row(columns: columns, values: values)
        }
    }
}
