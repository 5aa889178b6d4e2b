import Synchronization

/// Lets one in at a time, in the order in which they came. Whoever does not want to wait any longer leaves the line.
final class Turns: Sendable {
    private struct State {
        var isTaken = false
        /// Who waits, the longest first.
        var line: [Waiting] = []
        var numbers = 0
        /// Who left before they stood in the line.
        var left: Set<Int> = []
    }

    private struct Waiting {
        let number: Int
        /// Told whether it is their turn.
        let caller: CheckedContinuation<Bool, Never>
    }

    private let state = Mutex(State())

    /// Does it once its turn has come.
    ///
    /// - Throws: `CancellationError` when the task is cancelled while it waits; then nothing was done.
    func run<Value: Sendable>(_ body: () async throws -> Value) async throws -> Value {
        guard await enter() else { throw CancellationError() }
        defer { leave() }
        return try await body()
    }

    private func enter() async -> Bool {
        let number = state.withLock { state in
            state.numbers += 1
            return state.numbers
        }
        let isLetIn = await withTaskCancellationHandler {
            await withCheckedContinuation { caller in join(Waiting(number: number, caller: caller)) }
        } onCancel: {
            giveUp(number)
        }
        _ = state.withLock { $0.left.remove(number) }
        return isLetIn
    }

    private func join(_ waiting: Waiting) {
        let isLetIn = state.withLock { state -> Bool? in
            if state.left.contains(waiting.number) { return false }
            if state.isTaken {
                state.line.append(waiting)
                return nil
            }
            state.isTaken = true
            return true
        }
        if let isLetIn { waiting.caller.resume(returning: isLetIn) }
    }

    private func giveUp(_ number: Int) {
        let waiting = state.withLock { state -> Waiting? in
            guard let place = state.line.firstIndex(where: { $0.number == number }) else {
                state.left.insert(number)
                return nil
            }
            return state.line.remove(at: place)
        }
        waiting?.caller.resume(returning: false)
    }

    /// Hands the place to whose turn it is, or leaves it free.
    private func leave() {
        let next = state.withLock { state -> Waiting? in
            guard !state.line.isEmpty else {
                state.isTaken = false
                return nil
            }
            return state.line.removeFirst()
        }
        next?.caller.resume(returning: true)
    }
}
