import Logging
import ServiceLifecycle

/// Looks every two seconds what has fallen due: requests that go on to the next people, notices that are announced again. Any
/// number of nodes may do it; a thing is done once, whoever comes first.
package struct DueClock: Service {
    private let programmes: Programmes
    private let mark: CommittedMark?
    private let logger: Logger

    /// How often the mark is kept.
    private static let pauseOfMark = Duration.seconds(10)

    /// - Parameter mark: where it is kept that something was written, if anywhere.
    package init(programmes: Programmes, mark: CommittedMark? = nil, logger: Logger) {
        self.programmes = programmes
        self.mark = mark
        self.logger = logger
    }

    package func run() async throws {
        await cancelWhenGracefulShutdown {
            let rounds = Rounds(of: .dueClock, programmes, logger: logger)
            var round = 0
            var marked: ContinuousClock.Instant?
            while !Task.isCancelled {
                await rounds.compareKeys()
                await rounds.take(WorkerStep(.watchClock) { try await $0.watchClock() })
                if let mark, marked.map({ .now - $0 >= Self.pauseOfMark }) ?? true {
                    marked = .now
                    await rounds.take(.keepMark) { try await programmes.keep(mark) }
                }
                if !programmes.isHeldStill {
                    for step in Self.steps { await rounds.take(step) }
                    if round.isMultiple(of: Self.everyHalfMinute) { await rounds.take(Self.rare) }
                    round += 1
                }
                await rounds.end()
                try? await Task.sleep(for: .seconds(2))
            }
        }
    }

    private static let everyHalfMinute = 15

    /// What takes a look at everything that waits.
    private static let rare = WorkerStep(.endImpossibleWaits) { try await $0.endImpossibleWaits() }

    private static let steps = [
        // Before requests go on, so that one word speaks for all of them.
        WorkerStep(.sayWhatStillWaits) { try await $0.sayWhatStillWaits() },
        WorkerStep(.advanceRequests) { try await $0.advanceRequests() },
        WorkerStep(.advanceCallOuts) { try await $0.advanceCallOuts() },
        WorkerStep(.askFurtherToScenes) { try await $0.askFurtherToScenes() },
        WorkerStep(.announceNotices) { try await $0.escalateNotices() },
        WorkerStep(.tellReminders) { try await $0.tellReminders() },
        WorkerStep(.endConsultations) { try await $0.endConsultations() },
    ]
}
