import Logging
import ServiceLifecycle

/// Looks every two seconds whether a notice is to be announced again. Any number of nodes may do it.
package struct NoticeClock: Service {
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
                    try await programmes.escalateNotices()
                } catch {
                    logger.error("Notices were not announced.", metadata: ["fault": "\(type(of: error))"])
                }
                try? await Task.sleep(for: .seconds(2))
            }
        }
    }
}
