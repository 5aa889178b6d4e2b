import Logging
import ServiceLifecycle

/// Looks every two seconds whether a request is to go on. Any number of nodes may do it.
package struct RequestClock: Service {
    private let programmes: Programmes
    private let logger: Logger

    package init(programmes: Programmes, logger: Logger) {
        self.programmes = programmes
        self.logger = logger
    }

    package func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    try await programmes.advanceRequests()
                } catch {
                    logger.error("Requests did not go on.", metadata: ["fault": "\(type(of: error))"])
                }
                try? await Task.sleep(for: .seconds(2))
            }
        }
    }
}
