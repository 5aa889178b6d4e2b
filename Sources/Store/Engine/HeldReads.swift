import Dispatch
import Synchronization

/// A database as somebody looks at it who reads several times, such as the gate and its page: all their reads see one unchanging
/// state, and share one transaction. It begins with the first read. A write lets go of it first, so that what is read afterwards
/// shows what was written, and nobody who holds a connection waits for another.
package final class HeldReads: Database {
    private let base: any Database
    /// The state that is held just now; none before the first read and after a write.
    private let held = Mutex<HeldState?>(nil)

    package init(of base: any Database) { self.base = base }

    package var engine: Engine { base.engine }

    package func read<T: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> T) async throws -> T {
        let state = held.withLock { held in
            if let state = held, !state.hasEnded { return state }
            let state = HeldState()
            state.begin(on: base)
            held = state
            return state
        }
        return try await state.read(body)
    }

    package func write<T: Sendable>(
        inTurnOf agency: String?, _ body: @escaping @Sendable (any Transaction) throws -> T
    ) async throws -> T {
        letGo()
        return try await base.write(inTurnOf: agency, body)
    }

    package func alterSchema<T: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> T
    ) async throws -> T {
        letGo()
        return try await base.alterSchema(body)
    }

    package var soundness: Soundness { base.soundness }

    package func lookForDamage() async throws { try await base.lookForDamage() }

    package func dropRemnants() async throws { try await base.dropRemnants() }

    package func close() async { await base.close() }

    /// Ends the transaction and gives its connection back. What is read later begins another.
    package func letGo() {
        let state = held.withLock { held in
            defer { held = nil }
            return held
        }
        state?.end()
    }
}

/// One state of the database, held open by a body that waits for what is to be read from it.
private final class HeldState: Sendable {
    /// Reads from the state, and gives what tells its reader of the outcome.
    private typealias Job = @Sendable (Result<any Transaction, any Error>) -> (isLast: Bool, tell: @Sendable () -> Void)

    private struct Queue {
        var jobs: [Job] = []
        var hasEnded = false
    }

    /// A page that reads nothing for longer does not hold up others.
    private static let longestPause = DispatchTimeInterval.seconds(5)

    private let queue = Mutex(Queue())
    private let arrivals = DispatchSemaphore(value: 0)

    var hasEnded: Bool { queue.withLock(\.hasEnded) }

    func begin(on base: any Database) {
        Task {
            do {
                try await base.read { self.serve($0) }
                end()
            } catch {
                end(failing: error)
            }
        }
    }

    func read<T: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { caller in
            let job: Job = { transaction in
                let result = transaction.flatMap { transaction in Result { try body(transaction) } }
                let isLast =
                    switch result {
                    case .success: false
                    // A statement that failed may have cost the transaction.
                    case .failure: true
                    }
                return (isLast, { caller.resume(with: result) })
            }
            let isTaken = queue.withLock { queue in
                if !queue.hasEnded { queue.jobs.append(job) }
                return !queue.hasEnded
            }
            if isTaken { arrivals.signal() } else { job(.failure(Self.ended)).tell() }
        }
    }

    func end(failing error: any Error = HeldState.ended) {
        let left = queue.withLock { queue in
            defer { queue = Queue(jobs: [], hasEnded: true) }
            return queue.jobs
        }
        for job in left { job(.failure(error)).tell() }
        arrivals.signal()
    }

    /// Blocks the thread of its connection until nothing more is to be read. It has ended before anybody learns of the last read,
    /// so that whoever reads next begins anew.
    private func serve(_ transaction: any Transaction) {
        while let job = next() {
            let (isLast, tell) = job(.success(transaction))
            if isLast { end() }
            tell()
            if isLast { return }
        }
    }

    private func next() -> Job? {
        let isInTime = arrivals.wait(timeout: .now() + Self.longestPause) == .success
        return queue.withLock { queue in
            guard queue.jobs.isEmpty else { return queue.jobs.removeFirst() }
            if !isInTime { queue.hasEnded = true }
            return nil
        }
    }

    private static let ended = StoreFault.busy("the state that was looked at is let go of")
}
