import Logging
import ServiceLifecycle
import Store

/// What the server does by itself while it runs: writes the daily checkpoints, forgets what has ended. Any number of
/// nodes may do it; each step is harmless to repeat.
package struct Housekeeping: Service {
    private let programmes: Programmes
    private let checkpoints: CheckpointFolder
    private let logger: Logger

    package init(programmes: Programmes, checkpoints: CheckpointFolder, logger: Logger) {
        self.programmes = programmes
        self.checkpoints = checkpoints
        self.logger = logger
    }

    package func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await round()
                try? await Task.sleep(for: .seconds(600))
            }
        }
    }

    private func round() async {
        do {
            try await programmes.forgetEndedSessions()
            try await programmes.destroyClosedDrafts()
            try await programmes.destroyEndedRequests()
            try await programmes.destroyEndedCallOuts()
            try await programmes.destroyOldNotices()
            try await programmes.forgetOldDeliveries()
            try await programmes.announceRosterGaps()
            try await programmes.forgetPastRoster()
            try await programmes.destroyAuditSalts()
            try await programmes.database.dropRemnants()
            try await programmes.writeCheckpoints(to: checkpoints)
        } catch {
            logger.error("Housekeeping failed and is tried again later.", metadata: ["fault": "\(type(of: error))"])
        }
    }
}
