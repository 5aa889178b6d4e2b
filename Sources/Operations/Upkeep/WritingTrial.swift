import Synchronization

/// Tries whether something can be written, at most every two seconds, however many ask: whoever watches may be anybody.
final class WritingTrial: Sendable {
    private struct Trial {
        let began: ContinuousClock.Instant
        let fault: Task<(any Error)?, Never>
    }

    private static let rest = Duration.seconds(2)

    private let newest = Mutex<Trial?>(nil)

    /// What keeps things from being written; nothing where they can be.
    ///
    /// - Parameter write: writes something small, and ends within a limit of time.
    func fault(of write: @escaping @Sendable () async throws -> Void) async -> (any Error)? {
        let trial = newest.withLock { newest in
            if let newest, .now - newest.began < Self.rest { return newest }
            let trial = Trial(
                began: .now,
                fault: Task {
                    do {
                        try await write()
                        return nil
                    } catch {
                        return error
                    }
                })
            newest = trial
            return trial
        }
        return await trial.fault.value
    }
}
