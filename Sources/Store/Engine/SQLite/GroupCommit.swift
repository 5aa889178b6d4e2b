import GRDB

/// Writes that arrive while a commit is under way wait, and then share the next one: the disk is waited for once, not
/// once for each. Every body has its own savepoint, so one failure is one failure. Nobody is told of success before the
/// commit; a commit that fails is a failure of all that shared it, which is why the schema defers no constraint.
actor GroupCommit {
    /// What tells a waiting caller that its write is kept.
    private typealias Answer = @Sendable () -> Void

    /// A body with the caller that waits for it.
    private struct QueuedWrite: Sendable {
        let run: @Sendable (GRDB.Database) throws -> Answer
        let fail: @Sendable (any Error) -> Void

        init<T: Sendable>(
            _ body: @escaping @Sendable (any Transaction) throws -> T, caller: CheckedContinuation<T, any Error>
        ) {
            run = { database in
                let result = try SQLiteTransaction.run(body, on: database)
                return { caller.resume(returning: result) }
            }
            fail = { caller.resume(throwing: $0) }
        }
    }

    /// The most writes in one commit: more would make the first of them wait without saving much.
    private static let largestBatch = 128

    private let pool: DatabasePool
    private let files: SQLiteFiles
    private let soundness: Soundness
    private var queue: [QueuedWrite] = []
    private var worker: Task<Void, Never>?
    private var isClosed = false

    init(pool: DatabasePool, files: SQLiteFiles, soundness: Soundness) {
        self.pool = pool
        self.files = files
        self.soundness = soundness
    }

    /// Runs `body` in the next commit. Returns its result once it is durable.
    func perform<T: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> T) async throws -> T {
        try checkOpen()
        return try await withCheckedThrowingContinuation { caller in
            queue.append(QueuedWrite(body, caller: caller))
            if worker == nil { worker = Task { await commitQueue() } }
        }
    }

    /// Runs `body` in a commit of its own, with foreign keys checked at its end only.
    func performAlone<T: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> T) async throws -> T {
        try checkOpen()
        // A task of its own: the caller's cancellation may not keep foreign keys from being switched on again.
        let alone = Task { [pool] in
            do {
                return try await pool.writeWithoutTransaction { try Self.alter($0, body) }
            } catch {
                throw StoreFault.reading(error)
            }
        }
        return try await alone.value
    }

    /// Empties the write-ahead log, as far as no reader needs it just now.
    func truncateLog() async throws {
        try checkOpen()
        _ = try await Self.truncateLog(of: pool)
    }

    /// Refuses further writes, waits for those that were queued and leaves the write-ahead log empty. Harmless to repeat.
    func close() async {
        guard !isClosed else { return }
        isClosed = true
        await worker?.value
        // The log may hold what has been deleted. Where a reader still needs it, the next opening empties it.
        _ = try? await Self.truncateLog(of: pool)
    }

    /// The statement and not GRDB's call of the same name, which does not look whether the connection is still open.
    ///
    /// - Returns: whether all that stood in the log is in the database.
    private static func truncateLog(of pool: DatabasePool) async throws -> Bool {
        do {
            return try await pool.writeWithoutTransaction { database in
                try Int.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)") == 0
            }
        } catch {
            throw StoreFault.reading(error)
        }
    }

    private func checkOpen() throws {
        if isClosed { throw StoreFault.unavailable("it has been closed") }
        try soundness.requireWritable()
    }

    private func commitQueue() async {
        while !queue.isEmpty {
            let batch = Array(queue.prefix(Self.largestBatch))
            queue.removeFirst(batch.count)
            await commit(batch)
        }
        worker = nil
    }

    private func commit(_ batch: [QueuedWrite]) async {
        do {
            let outcomes = try await pool.writeWithoutTransaction { try Self.transaction(batch, on: $0) }
            let isKept = await isWhereTheNextStartFindsIt()
            for (write, outcome) in zip(batch, outcomes) {
                switch outcome {
                case .success(let answer) where isKept: answer()
                case .success: write.fail(StoreFault.outcomeUnknown)
                case .failure(let error): write.fail(soundness.noting(StoreFault.reading(error)))
                }
            }
        } catch {
            for write in batch { write.fail(soundness.noting(StoreFault.reading(error))) }
        }
    }

    /// Nobody is told of success where the files lie in their place no more. Of a log that was taken away this connection still has
    /// what stood in it, and saves it into the database; from then on nothing is written.
    private func isWhereTheNextStartFindsIt() async -> Bool {
        guard let missing = files.missing else { return true }
        soundness.found(missing)
        switch missing {
        case .lostLog: return (try? await Self.truncateLog(of: pool)) ?? false
        case .replacedFile, .damagedPage: return false
        }
    }

    private static func transaction(
        _ batch: [QueuedWrite], on database: GRDB.Database
    ) throws -> [Result<Answer, any Error>] {
        var outcomes: [Result<Answer, any Error>] = []
        try database.inTransaction(.immediate) {
            for write in batch {
                outcomes.append(Result { try inSavepoint(write, on: database) })
                // A full disk and its like end the whole transaction, and with it the writes before this one.
                guard database.isInsideTransaction else {
                    throw StoreFault.unavailable("the transaction was ended by the engine")
                }
            }
            return .commit
        }
        return outcomes
    }

    private static func inSavepoint(_ write: QueuedWrite, on database: GRDB.Database) throws -> Answer {
        var answer: Answer?
        try database.inSavepoint {
            answer = try write.run(database)
            return .commit
        }
        guard let answer else { throw StoreFault.other("the savepoint was not run") }
        return answer
    }

    private static func alter<T>(_ database: GRDB.Database, _ body: (any Transaction) throws -> T) throws -> T {
        try database.execute(sql: "PRAGMA foreign_keys = OFF")
        let result = Result {
            var value: T?
            try database.inTransaction(.exclusive) {
                value = try SQLiteTransaction.run(body, on: database)
                try database.checkForeignKeys()
                return .commit
            }
            return value
        }
        try database.execute(sql: "PRAGMA foreign_keys = ON")
        guard let value = try result.get() else { throw StoreFault.other("the transaction was not run") }
        return value
    }
}
