import DequeModule
import Dispatch
import Synchronization

/// A database that answers whoever asks within a limit, whatever it does meanwhile: it may hang, or stand behind a network that
/// drops every packet.
///
/// A body that was given up is not committed. One whose commit is under way at the end of the limit has two seconds more; then its
/// caller hears that the outcome is not known. What was given up ends by the database's own limits.
package struct DatabaseInTime: Database {
    private let base: any Database
    private let watchman: Watchman

    package init(_ base: any Database, within limit: Duration) { self.init(base, Watchman(limit: limit)) }

    private init(_ base: any Database, _ watchman: Watchman) {
        self.base = base
        self.watchman = watchman
    }

    /// The same limit around something that stands around its database, such as a look at one state of it.
    package func around<Other: Database>(_ surround: (any Database) -> Other) -> (
        database: DatabaseInTime, inner: Other
    ) {
        let inner = surround(base)
        return (DatabaseInTime(inner, watchman), inner)
    }

    package var engine: Engine { base.engine }

    package func read<T: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> T) async throws -> T {
        try await inTime { waiting in
            try await base.read { transaction in
                try waiting.begin()
                return try body(transaction)
            }
        }
    }

    package func write<T: Sendable>(
        inTurnOf agency: String?, _ body: @escaping @Sendable (any Transaction) throws -> T
    ) async throws -> T {
        try await inTime { waiting in
            try await base.write(inTurnOf: agency) { transaction in
                try waiting.begin()
                let value = try body(transaction)
                try waiting.commit()
                return value
            }
        }
    }

    package func alterSchema<T: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> T
    ) async throws -> T { try await base.alterSchema(body) }

    package var soundness: Soundness { base.soundness }

    package func lookForDamage() async throws { try await base.lookForDamage() }

    package func dropRemnants() async throws { try await base.dropRemnants() }

    package func close() async { await base.close() }

    private func inTime<T: Sendable>(
        _ run: @escaping @Sendable (Waiting<T>) async throws -> T
    ) async throws -> T {
        try await withCheckedThrowingContinuation { caller in
            let waiting = Waiting(caller)
            watchman.watch(waiting)
            // Not a part of the caller's task: what hangs may not hold up its answer.
            Task {
                do {
                    waiting.answer(.success(try await run(waiting)))
                } catch {
                    waiting.answer(.failure(error))
                }
            }
        }
    }
}

extension Database {
    /// Runs a body that only reads and gives its answer, or `StoreFault.timeout` when `limit` is over.
    package func read<T: Sendable>(
        within limit: Duration, _ body: @escaping @Sendable (any Transaction) throws -> T
    ) async throws -> T { try await DatabaseInTime(self, within: limit).read(body) }

    /// Runs a body that reads and writes, in nobody's turn; `StoreFault.timeout` when `limit` is over, and then nothing is kept.
    @discardableResult
    package func write<T: Sendable>(
        within limit: Duration, _ body: @escaping @Sendable (any Transaction) throws -> T
    ) async throws -> T { try await DatabaseInTime(self, within: limit).write(body) }
}

/// Something that is waited for as long as the limit, and not longer.
private protocol Limited: AnyObject, Sendable {
    /// The limit is over. False where it is still waited for, as a commit that is under way is.
    func limitIsOver() -> Bool
    /// Nobody waits for it any more.
    var isOver: Bool { get }
    /// It was waited for to the very end.
    func giveUp()
}

/// A caller who waits for what becomes of a body.
private final class Waiting<T: Sendable>: Limited {
    private enum State {
        /// The body has not come to its end, or has not begun.
        case open(CheckedContinuation<T, any Error>)
        case committing(CheckedContinuation<T, any Error>)
        case over
    }

    private let state: Mutex<State>

    init(_ caller: CheckedContinuation<T, any Error>) { state = Mutex(.open(caller)) }

    var isOver: Bool {
        state.withLock { state in
            switch state {
            case .open, .committing: false
            case .over: true
            }
        }
    }

    /// The body runs, perhaps anew after a collision. Throws where nobody waits any more.
    func begin() throws { try go { .open($0) } }

    /// The body has done its part. From now on it may be kept.
    func commit() throws { try go { .committing($0) } }

    private func go(to next: (CheckedContinuation<T, any Error>) -> State) throws {
        try state.withLock { state in
            switch state {
            case .open(let caller), .committing(let caller): state = next(caller)
            case .over: throw StoreFault.timeout("it did not answer in time")
            }
        }
    }

    func answer(_ result: Result<T, any Error>) {
        let caller = state.withLock { state -> CheckedContinuation<T, any Error>? in
            defer { state = .over }
            switch state {
            case .open(let caller), .committing(let caller): return caller
            case .over: return nil
            }
        }
        caller?.resume(with: result)
    }

    func limitIsOver() -> Bool {
        let caller = state.withLock { state -> CheckedContinuation<T, any Error>? in
            guard case .open(let caller) = state else { return nil }
            state = .over
            return caller
        }
        caller?.resume(throwing: StoreFault.timeout("it did not answer in time"))
        return caller != nil || isOver
    }

    func giveUp() { answer(.failure(StoreFault.outcomeUnknown)) }
}

/// Looks four times a second whom the limit is over for, as long as anybody waits.
private final class Watchman: Sendable {
    fileprivate struct Watched {
        let waiting: any Limited
        let end: ContinuousClock.Instant
    }

    private struct Rounds {
        /// In the order in which they end.
        var within: Deque<Watched> = []
        /// Commits that are under way although their limit is over.
        var beyond: Deque<Watched> = []
        var isUnderWay = false
    }

    private static let pause = DispatchTimeInterval.milliseconds(250)
    private static let grace = Duration.seconds(2)

    private let limit: Duration
    private let rounds = Mutex(Rounds())
    /// A thread of its own: whatever else hangs, it goes its rounds.
    private let queue = DispatchQueue(label: "peersupport.answers-in-time")

    init(limit: Duration) { self.limit = limit }

    func watch(_ waiting: any Limited) {
        let isFirst = rounds.withLock { rounds in
            defer { rounds.isUnderWay = true }
            rounds.within.append(Watched(waiting: waiting, end: .now + limit))
            return !rounds.isUnderWay
        }
        if isFirst { goOn() }
    }

    private func goOn() { queue.asyncAfter(deadline: .now() + Self.pause) { [self] in look() } }

    private func look() {
        let now = ContinuousClock.now
        let (late, lost) = rounds.withLock { rounds in
            (rounds.within.removeEnded(by: now), rounds.beyond.removeEnded(by: now))
        }
        let committing = late.filter { !$0.waiting.limitIsOver() }
        for watched in lost { watched.waiting.giveUp() }
        let isDone = rounds.withLock { rounds in
            rounds.beyond += committing.map { Watched(waiting: $0.waiting, end: now + Self.grace) }
            rounds.isUnderWay = !rounds.within.isEmpty || !rounds.beyond.isEmpty
            return !rounds.isUnderWay
        }
        if !isDone { goOn() }
    }
}

extension Deque where Element == Watchman.Watched {
    /// Takes out those whose time is over, and from the front those that were answered: they are kept no longer than whoever came
    /// before them.
    fileprivate mutating func removeEnded(by now: ContinuousClock.Instant) -> [Element] {
        var ended: [Element] = []
        while let first, first.waiting.isOver || first.end <= now {
            ended.append(removeFirst())
        }
        return ended
    }
}
