import Synchronization

/// Lets a few in at the same time and has the others wait, in turns by whom they come from (``FairLines``): whoever sends two
/// hundred at once waits behind themselves, and the next caller behind one of them.
package final class FairQueue: Sendable {
    /// Told whether they are let in.
    private typealias Waiting = CheckedContinuation<Bool, Never>

    private struct State: Sendable {
        var free: Int
        var lines: FairLines<ClientMark, Waiting>
    }

    private let state: Mutex<State>

    /// - Parameters:
    ///   - atOnce: how many are let in at the same time; at least one.
    ///   - longestLine: how many more may wait of one origin. Whoever comes then is told at once that they cannot be served.
    ///   - most: how many may wait of all origins together.
    package init(atOnce: Int, longestLine: Int, most: Int) {
        state = Mutex(
            State(free: max(1, atOnce), lines: FairLines(longestLine: longestLine, most: most)))
    }

    /// How many wait just now.
    package var waiting: Int { state.withLock(\.lines.count) }

    /// Does it once its turn has come. Nothing where too many wait; then nothing was done.
    package func run<Value: Sendable>(
        for client: ClientMark, _ body: @Sendable () async throws -> Value
    ) async throws -> Value? {
        guard await enter(client) else { return nil }
        defer { leave() }
        return try await body()
    }

    private func enter(_ client: ClientMark) async -> Bool {
        await withCheckedContinuation { caller in
            let (told, isLetIn) = state.withLock { state -> (Waiting?, Bool) in
                guard state.free > 0 else { return (state.lines.join(caller, from: client), false) }
                state.free -= 1
                return (caller, true)
            }
            told?.resume(returning: isLetIn)
        }
    }

    /// Hands the place to whose turn it is, or leaves it free.
    private func leave() {
        let next = state.withLock { state -> Waiting? in
            let next = state.lines.next()
            if next == nil { state.free += 1 }
            return next
        }
        next?.resume(returning: true)
    }
}
