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
            while !Task.isCancelled {
                await look("Requests did not go on.", programmes.advanceRequests)
                await look("Notices were not announced.", programmes.escalateNotices)
                try? await Task.sleep(for: .seconds(2))
            }
        }
    }

    /// What fails is tried again at the next look, and holds up nothing else.
    private func look(_ failure: Logger.Message, _ step: () async throws -> Void) async {
        do {
            try await step()
        } catch {
            logger.error(failure, metadata: ["fault": "\(type(of: error))"])
        }
    }
}
