import Logging
import ServiceLifecycle

/// Looks every two seconds what has fallen due: requests that go on to the next people, notices that are announced again. Any
/// number of nodes may do it; a thing is done once, whoever comes first.
package struct DueClock: Service {
    private let programmes: Programmes
    private let logger: Logger

    package init(programmes: Programmes, logger: Logger) {
        self.programmes = programmes
        self.logger = logger
    }

    package func run() async throws {
        await cancelWhenGracefulShutdown {
            var heartbeat = Heartbeat(of: .dueClock, programmes)
            while !Task.isCancelled {
                let wentOn = await look("Requests did not go on.", programmes.advanceRequests)
                let announced = await look("Notices were not announced.", programmes.escalateNotices)
                // Whoever watches from outside is to see a clock that goes round and moves nothing.
                if wentOn, announced { await look("The clock's round was not kept.") { try await heartbeat.beat() } }
                try? await Task.sleep(for: .seconds(2))
            }
        }
    }

    /// What fails is tried again at the next look, and holds up nothing else. False where it failed.
    @discardableResult
    private func look(_ failure: Logger.Message, _ step: () async throws -> Void) async -> Bool {
        do {
            try await step()
            return true
        } catch {
            logger.error(failure, metadata: ["fault": "\(type(of: error))"])
            return false
        }
    }
}
