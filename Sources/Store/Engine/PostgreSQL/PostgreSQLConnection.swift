import CLibPQ
import Foundation

/// One connection to PostgreSQL. The only file that touches libpq, its pointers and its memory; everything that leaves
/// it is a plain value. It belongs to one thread and is not `Sendable`.
///
/// What is asked goes out in a row (libpq's pipeline mode): what needs no answer before the next thing is asked goes in the
/// same packet, and what nobody waits for is read later. Every wait for the server has an end.
///
/// What has to stay true here: `handle` is finished once, in `deinit`; every `PGresult` is cleared where it is read; the
/// pointers given to libpq live inside the closure that lends them; libpq prints nothing; answers are read in the order
/// in which their questions were sent.
final class PostgreSQLConnection {
    /// The answer to one statement.
    struct Answer {
        var rows: [Row] = []
        /// Rows inserted, changed or deleted; 0 for other statements.
        var affected = 0
        /// The command as the server names it, such as `COMMIT`.
        var command = ""
    }

    private struct StatementKey: Hashable {
        let text: String
        let kinds: [ValueKind?]
    }

    /// Something that was sent.
    private enum Question {
        case preparation(of: StatementKey, name: String)
        case execution
    }

    private static let mostPrepared = 1000

    private let handle: OpaquePointer
    /// The longest wait for the server; none where it is nil.
    private let longestWait: Duration?
    private var isAbandoned = false
    private var prepared: [StatementKey: String] = [:]
    private var lastName = 0
    /// What was sent and not read yet. Each group fails from its first failure on, and the next group begins anew.
    private var unread: [[Question]] = [[]]

    /// Reads a connection URI without connecting. Throws `StoreFault.unavailable` when libpq cannot read it; libpq's own
    /// message may repeat a password and is left out.
    static func check(uri: String) throws {
        let options = PQconninfoParse(uri, nil)
        defer { PQconninfoFree(options) }
        guard options != nil else { throw StoreFault.unavailable("its postgresql:// address cannot be read") }
    }

    /// What a connection URI says, with the variable by which PostgreSQL's own programs are told the same, where there is one.
    static func settings(of uri: String) throws -> [PostgreSQLSettings.Setting] {
        guard let options = PQconninfoParse(uri, nil) else {
            throw StoreFault.unavailable("its postgresql:// address cannot be read")
        }
        defer { PQconninfoFree(options) }
        var settings: [PostgreSQLSettings.Setting] = []
        var option = options
        while option.pointee.keyword != nil {
            if option.pointee.val != nil {
                settings.append(
                    PostgreSQLSettings.Setting(
                        keyword: words(option.pointee.keyword), variable: option.pointee.envvar.map { words($0) },
                        value: words(option.pointee.val)))
            }
            option = option.advanced(by: 1)
        }
        return settings
    }

    /// Connects, to whichever of the address's servers takes writes. What the address says of that and of the network's limits goes
    /// before what is set here; the encoding is always UTF-8. Throws `PostgreSQLFailure`.
    init(uri: String, _ limits: DatabaseLimits) throws {
        let settings = [
            ("target_session_attrs", "read-write"),
            ("connect_timeout", String(limits.connecting.components.seconds)), ("tcp_user_timeout", "15000"),
            ("keepalives_idle", "15"), ("keepalives_interval", "5"), ("keepalives_count", "3"),
            ("application_name", "peersupport"), ("dbname", uri), ("client_encoding", "UTF8"),
        ]
        let handle = Self.lending(settings.map(\.0)) { keywords in
            Self.lending(settings.map(\.1)) { values in PQconnectdbParams(keywords, values, 1) }
        }
        guard let handle else { throw PostgreSQLFailure(unreachable: "no memory for a connection") }
        self.handle = handle
        // The server ends a statement by itself, so whoever waits much longer waits for a server that is not there.
        longestWait = limits.statement.map { $0 + .seconds(2) }
        PQsetNoticeReceiver(handle, { _, _ in }, nil)
        guard PQstatus(handle) == CONNECTION_OK, PQsetnonblocking(handle, 1) == 0 else {
            throw PostgreSQLFailure(unreachable: Self.trimmed(PQerrorMessage(handle)) ?? "no connection")
        }
        try set(limits)
        guard PQenterPipelineMode(handle) == 1 else { throw lost }
    }

    deinit { PQfinish(handle) }

    /// False once the connection was lost or given up; it does not come back.
    var isUsable: Bool { !isAbandoned && PQstatus(handle) == CONNECTION_OK }

    /// Gives the connection up, whatever state it is in: nothing is asked of it any more.
    func abandon() { isAbandoned = true }

    /// Runs a statement with its values, preparing it the first time. Throws `PostgreSQLFailure`.
    @discardableResult func run(_ sql: SQL) throws -> Answer {
        try queue(sql)
        return try answer()
    }

    /// Runs a statement without waiting, such as the `COMMIT` of a read. Where it fails, the connection is given up when it
    /// is used next.
    func dispatch(_ sql: SQL) throws {
        try queue(sql)
        try endGroup()
    }

    /// Sends a statement, such as `BEGIN`, with what comes next: where it fails, that is not done either.
    func queue(_ sql: SQL) throws {
        let bindings = try sql.checkedBindings()
        let name = try prepare(StatementKey(text: sql.text, kinds: bindings.map(\.kind)))
        try Self.lending(bindings.map(\.value)) { values, lengths, formats in
            try send(
                .execution,
                PQsendQueryPrepared(handle, name, Int32(bindings.count), values, lengths, formats, Int32(0)))
        }
    }
}

// MARK: - Sending

extension PostgreSQLConnection {
    private func prepare(_ statement: StatementKey) throws -> String {
        if let name = prepared[statement] { return name }
        if prepared.count >= Self.mostPrepared {
            try send(.execution, PQsendQueryParams(handle, "DEALLOCATE ALL", 0, nil, nil, nil, nil, 0))
            prepared = [:]
        }
        lastName += 1
        let name = "s\(lastName)"
        try send(
            .preparation(of: statement, name: name),
            PQsendPrepare(
                handle, name, statement.text, Int32(statement.kinds.count), statement.kinds.map(Self.typeID)))
        return name
    }

    private func send(_ question: Question, _ isSent: Int32) throws {
        guard isUsable, isSent == 1 else { throw lost }
        unread[unread.count - 1].append(question)
    }

    /// What was sent goes out now, and what comes next does not depend on it.
    private func endGroup() throws {
        guard PQpipelineSync(handle) == 1 else { throw lost }
        unread.append([])
    }

    /// Limits of time, for this connection, on the server's side too: it may hold nothing for a server that has gone.
    private func set(_ limits: DatabaseLimits) throws {
        func milliseconds(_ limit: Duration?) -> Int64 { limit.map { Int64($0 / .milliseconds(1)) } ?? 0 }
        let settings = """
            SET client_min_messages = error; SET bytea_output = hex; SET standard_conforming_strings = on;
            SET statement_timeout = \(milliseconds(limits.statement));
            SET lock_timeout = \(limits.statement == nil ? 0 : milliseconds(limits.patience));
            SET idle_in_transaction_session_timeout = \(milliseconds(limits.statement));
            SET tcp_keepalives_idle = 15; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3;
            SET tcp_user_timeout = 15000;
            SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'
            """
        guard PQsendQuery(handle, settings) == 1 else { throw lost }
        while let result = try next() {
            defer { PQclear(result) }
            if !Self.isSuccess(result) { throw failure(result) }
        }
    }
}

// MARK: - Waiting

extension PostgreSQLConnection {
    /// The answer to what was sent last. Throws `PostgreSQLFailure`.
    private func answer() throws -> Answer {
        try endGroup()
        // The last group is the empty one that begins after what was sent.
        while unread.count > 2 {
            do {
                _ = try read(unread.removeFirst())
            } catch {
                throw lost
            }
        }
        return try read(unread.removeFirst())
    }

    private func read(_ group: [Question]) throws -> Answer {
        var last = Result<Answer, any Error> { Answer() }
        var failure: PostgreSQLFailure?
        for question in group {
            while let result = try next() {
                defer { PQclear(result) }
                switch PQresultStatus(result) {
                case PGRES_PIPELINE_ABORTED: break
                case _ where !Self.isSuccess(result): failure = failure ?? self.failure(result)
                default:
                    switch question {
                    case .preparation(let statement, let name): prepared[statement] = name
                    case .execution: last = Result { try Self.answer(in: result) }
                    }
                }
            }
            guard isUsable else { throw failure ?? lost }
        }
        let end = try next()
        defer { PQclear(end) }
        guard PQresultStatus(end) == PGRES_PIPELINE_SYNC else { throw lost }
        if let failure { throw failure }
        return try last.get()
    }

    /// The next of the server's results, nil where the answer to a question ends. Throws where it does not come in time.
    private func next() throws -> OpaquePointer? {
        let deadline = longestWait.map { ContinuousClock.now + $0 }
        while true {
            let unsent = PQflush(handle)
            guard isUsable, unsent >= 0 else { throw lost }
            if PQisBusy(handle) == 0 { return PQgetResult(handle) }
            try waitForServer(until: deadline, toSend: unsent > 0)
            guard PQconsumeInput(handle) == 1 else { throw lost }
        }
    }

    private func waitForServer(until deadline: ContinuousClock.Instant?, toSend: Bool) throws {
        let left = deadline.map { max(0, Int32(($0 - .now) / .milliseconds(1))) }
        let events = Int16(toSend ? POLLIN | POLLOUT : POLLIN)
        var socket = pollfd(fd: PQsocket(handle), events: events, revents: 0)
        // Interrupted by a signal it gives -1, and is asked again.
        guard poll(&socket, 1, left ?? -1) != 0 else { throw lost }
    }

    /// The connection is of no use any more; whatever was under way on it is undone by the server.
    private var lost: PostgreSQLFailure {
        abandon()
        return PostgreSQLFailure(
            state: nil, message: nil, table: nil, column: nil, constraint: nil, isConnectionLost: true)
    }

    private static func isSuccess(_ result: OpaquePointer?) -> Bool {
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY: true
        default: false
        }
    }

    private func failure(_ result: OpaquePointer?) -> PostgreSQLFailure {
        // The letters are those of `PG_DIAG_SQLSTATE` and its like, which Swift does not see.
        func field(_ letter: Unicode.Scalar) -> String? {
            Self.trimmed(PQresultErrorField(result, Int32(letter.value)))
        }
        return PostgreSQLFailure(
            state: field("C"), message: field("M"), table: field("t"), column: field("c"), constraint: field("n"),
            isConnectionLost: !isUsable)
    }
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
        _ values: [Value], to body: (UnsafePointer<CString?>, UnsafePointer<Int32>, UnsafePointer<Int32>) throws -> T
    ) rethrows -> T {
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
        return try bytes.withUnsafeBytes { buffer in
            let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
            let pointers = offsets.map { offset in offset.flatMap { start?.advanced(by: $0) } }
            return try body(pointers, lengths, values.map { _ in 1 })
        }
    }
}

// MARK: - Answers from libpq

extension PostgreSQLConnection {
    private static func words(_ text: UnsafePointer<CChar>?) -> String { text.map { String(cString: $0) } ?? "" }

    private static func trimmed(_ text: UnsafePointer<CChar>?) -> String? {
        text.map { String(cString: $0).trimmingCharacters(in: .whitespacesAndNewlines) }
    }

    private static func answer(in result: OpaquePointer?) throws -> Answer {
        let command = words(PQcmdStatus(result))
        let changes = ["INSERT", "UPDATE", "DELETE"].contains { command.hasPrefix($0) }
        let affected = changes ? Int(words(PQcmdTuples(result))) ?? 0 : 0
        return Answer(rows: try rows(of: result), affected: affected, command: command)
    }

    private static func rows(of result: OpaquePointer?) throws -> [Row] {
        let places = 0..<PQnfields(result)
        let columns = Row.Columns(places.map { words(PQfname(result, $0)) })
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
