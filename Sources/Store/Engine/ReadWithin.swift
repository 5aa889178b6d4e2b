extension Database {
    /// Runs a body that only reads and gives its answer, or `StoreFault.busy` when `limit` is over, whatever the database
    /// does meanwhile. A read that was given up ends by the database's own limits.
    package func read<T: Sendable>(
        within limit: Duration, _ body: @escaping @Sendable (any Transaction) throws -> T
    ) async throws -> T {
        let (answers, first) = AsyncThrowingStream.makeStream(of: T.self)
        Task {
            do {
                first.yield(try await read(body))
            } catch {
                first.finish(throwing: error)
            }
        }
        let clock = Task {
            try await Task.sleep(for: limit)
            first.finish(throwing: StoreFault.busy("it did not answer in time"))
        }
        defer { clock.cancel() }
        for try await answer in answers { return answer }
        throw CancellationError()
    }
}
