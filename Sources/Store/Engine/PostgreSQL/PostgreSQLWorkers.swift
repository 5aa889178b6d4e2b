import DequeModule
import Dispatch
import Foundation
import Synchronization

/// A fixed number of threads, each with one connection of its own, that take jobs in the order they came.
///
/// libpq waits for the server by blocking its thread; on threads of their own those waits hold up nothing else.
final class PostgreSQLWorkers: Sendable {
    /// What a thread does: it is lent the thread's connection.
    typealias Job = @Sendable (Worker) -> Void

    /// A thread's connection, made when it is first needed and again after it was lost. Never leaves its thread.
    final class Worker {
        private let uri: String
        private let limits: DatabaseLimits
        private var connection: PostgreSQLConnection?

        fileprivate init(uri: String, _ limits: DatabaseLimits) {
            self.uri = uri
            self.limits = limits
        }

        /// Throws `PostgreSQLFailure` when the server cannot be reached.
        func usableConnection() throws -> PostgreSQLConnection {
            if let connection, connection.isUsable { return connection }
            connection = nil
            let fresh = try PostgreSQLConnection(uri: uri, limits)
            connection = fresh
            return fresh
        }
    }

    private struct Queue: Sendable {
        var jobs: Deque<Job> = []
        var isClosed = false
    }

    private let queue = Mutex(Queue())
    /// Counts what wakes a thread: one for each job, and one for each thread when closing.
    private let wake = DispatchSemaphore(value: 0)
    private let running = DispatchGroup()
    private let count: Int

    init(uri: String, limits: DatabaseLimits, count: Int) {
        self.count = count
        for number in 1...count {
            running.enter()
            let thread = Thread { [self] in
                let worker = Worker(uri: uri, limits)
                while let job = next() { job(worker) }
                running.leave()
            }
            thread.name = "postgresql-\(number)"
            thread.start()
        }
    }

    /// Queues a job. False, and the job is never run, once this was closed.
    func add(_ job: @escaping Job) -> Bool {
        let isOpen = queue.withLock { queue in
            if !queue.isClosed { queue.jobs.append(job) }
            return !queue.isClosed
        }
        if isOpen { wake.signal() }
        return isOpen
    }

    /// Refuses further jobs; the threads end when those queued are done.
    func close() {
        let wasOpen = queue.withLock { queue in
            defer { queue.isClosed = true }
            return !queue.isClosed
        }
        if wasOpen { for _ in 1...count { wake.signal() } }
    }

    /// Returns when every thread has ended and its connection is closed.
    func finished() async {
        await withCheckedContinuation { caller in running.notify(queue: .global()) { caller.resume() } }
    }

    private func next() -> Job? {
        wake.wait()
        return queue.withLock { $0.jobs.popFirst() }
    }
}
