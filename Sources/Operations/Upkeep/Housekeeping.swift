import Logging
import ServiceLifecycle
import Store
import Synchronization

/// What the server does by itself while it runs: writes the daily checkpoints, forgets what has ended. Any number of
/// nodes may do it; each step is harmless to repeat, and one that fails keeps no other from being taken.
package struct Housekeeping: Service {
    private let programmes: Programmes
    private let checkpoints: CheckpointFolder
    private let walks = ChainWalks()
    private let isThere: (@Sendable (String) async -> Bool?)?
    private let logger: Logger
    private let damage = DamageLooks()

    /// - Parameter isThere: whether somebody answers at the address of a page; nothing where pages are not asked.
    package init(
        programmes: Programmes, checkpoints: CheckpointFolder,
        asking isThere: (@Sendable (String) async -> Bool?)? = nil, logger: Logger
    ) {
        self.isThere = isThere
        self.programmes = programmes
        self.checkpoints = checkpoints
        self.logger = logger
    }

    package func run() async throws {
        await cancelWhenGracefulShutdown {
            let rounds = Rounds(of: .housekeeping, programmes, logger: logger)
            var failures = 0
            while !Task.isCancelled {
                // What it does cannot be undone, so it waits until the time is certain.
                try? await programmes.watchClock()
                if programmes.isHeldStill {
                    try? await Task.sleep(for: .seconds(2))
                    continue
                }
                var isWhole = true
                for step in steps {
                    if await !rounds.take(step) { isWhole = false }
                    await rounds.end()
                }
                failures = isWhole ? 0 : failures + 1
                try? await Task.sleep(for: Self.pause(after: failures))
            }
        }
    }

    /// Until the next round. A database that was away for a moment is to be well again in `/health` soon after; what stays broken
    /// is not tried again and again.
    ///
    /// - Parameter failures: how many rounds in a row had a step that failed.
    package static func pause(after failures: Int) -> Duration {
        guard failures > 0 else { return .seconds(600) }
        return .seconds(min(600, 5 << min(failures - 1, 7)))
    }

    /// In order: what every other step needs comes first, and what they leave behind last.
    private var steps: [WorkerStep] {
        [
            WorkerStep(.readPolicies) { try await $0.readPolicies() },
            WorkerStep(.putPoliciesInForce) { try await $0.putPoliciesInForce() },
            WorkerStep(.remindOfPolicyReview) { try await $0.remindOfPolicyReview() },
            WorkerStep(.forgetEndedSessions) { try await $0.forgetEndedSessions() },
            WorkerStep(.forgetDoneActs) { try await $0.forgetDoneActs() },
            WorkerStep(.forgetImportEndings) { try await $0.forgetImportEndings() },
            WorkerStep(.destroyPersonnelFiles) { try await $0.destroyPersonnelFiles() },
            WorkerStep(.sealSheetsOfBefore) { try await $0.sealSheetsOfBefore() },
            WorkerStep(.lockSheetsAnew) { try await $0.lockSheetsAnew() },
            WorkerStep(.destroyClosedDrafts) { try await $0.destroyClosedDrafts() },
            WorkerStep(.destroyEndedRequests) { try await $0.destroyEndedRequests() },
            WorkerStep(.forgetSupervisorCodes) { try await $0.forgetSupervisorCodes() },
            WorkerStep(.destroyEndedCallOuts) { try await $0.destroyEndedCallOuts() },
            WorkerStep(.destroyIncidentNames) { try await $0.destroyIncidentNames() },
            WorkerStep(.destroyServiceNames) { try await $0.destroyServiceNames() },
            WorkerStep(.destroyRegionalMessages) { try await $0.destroyRegionalMessages() },
            WorkerStep(.destroyOldNotices) { try await $0.destroyOldNotices() },
            WorkerStep(.endDevicesOfLostKey) { try await $0.endDevicesOfLostKey() },
            WorkerStep(.forgetOldDeliveries) { try await $0.forgetOldDeliveries() },
            WorkerStep(.announceRosterGaps) { try await $0.announceRosterGaps() },
            WorkerStep(.forgetPastRoster) { try await $0.forgetPastRoster() },
            WorkerStep(.remindOfTraining) { try await $0.remindOfTraining() },
            WorkerStep(.freezeSpreads) { try await $0.freezeSpreads() },
            WorkerStep(.remindOfLicences) { try await $0.remindOfLicences() },
            WorkerStep(.remindOfAidEnds) { try await $0.remindOfAidEnds() },
            WorkerStep(.remindOfChecks) { try await $0.remindOfChecks() },
            WorkerStep(.remindAfterIncidents) { try await $0.remindAfterIncidents() },
            WorkerStep(.remindOfEquipment) { try await $0.remindOfEquipment() },
            WorkerStep(.forgetIDCards) { try await $0.forgetIDCards() },
            WorkerStep(.remindOfLibrary) { try await $0.remindOfLibrary() },
            WorkerStep(.remindOfAwareness) { try await $0.remindOfAwareness() },
            WorkerStep(.remindOfReferrals) { try await $0.remindOfReferrals() },
            WorkerStep(.remindOfCounsel) { try await $0.remindOfCounsel() },
            WorkerStep(.keepMemberships) { try await $0.keepMemberships() },
            WorkerStep(.forgetReminders) { try await $0.forgetReminders() },
            WorkerStep(.keepSeats) { try await $0.keepSeats() },
            WorkerStep(.closeBallots) { try await $0.closeBallots() },
            WorkerStep(.forgetCountedPapers) { try await $0.forgetCountedPapers() },
            WorkerStep(.stopApplications) { try await $0.stopApplications() },
            WorkerStep(.destroyApplications) { try await $0.destroyApplications() },
            WorkerStep(.destroyOldAnnouncements) { try await $0.destroyOldAnnouncements() },
            WorkerStep(.keepFeedbackBoxes) { try await $0.keepFeedbackBoxes() },
            WorkerStep(.destroyOldFeedback) { try await $0.destroyOldFeedback() },
            WorkerStep(.keepResponses) { try await $0.keepResponses() },
            WorkerStep(.destroyDutyTime) { try await $0.destroyDutyTime() },
            WorkerStep(.destroyTallies) { try await $0.destroyTallies() },
            WorkerStep(.destroyAuditSalts) { try await $0.destroyAuditSalts() },
            WorkerStep(.compareAccounts) { try await $0.compareAccounts() },
            WorkerStep(.countClosedAgencies) { try await $0.countClosedAgencies() },
            WorkerStep(.readChains) { [walks, checkpoints] in try await walks.take($0, checkpoints) },
            WorkerStep(.tellTeam) { try await $0.tellTeam() },
            WorkerStep(.writeCheckpoints) { [checkpoints] in try await $0.writeCheckpoints(to: checkpoints) },
            WorkerStep(.lookForDamage) { [damage] in try await damage.look(at: $0.database) },
            WorkerStep(.dropRemnants) { try await $0.database.dropRemnants() },
        ] + asking
    }
}

extension Housekeeping {
    /// The last of all, since it waits for others.
    private var asking: [WorkerStep] {
        isThere.map { isThere in [WorkerStep(.askReferralPages) { try await $0.askReferralPages(isThere) }] } ?? []
    }
}

/// Looks through the database when the server begins and then once a day. What it found stands until it looks again.
private final class DamageLooks: Sendable {
    private static let pause = Duration.seconds(24 * 3600)

    private let newest = Mutex<ContinuousClock.Instant?>(nil)

    func look(at database: any Database) async throws {
        let isDue = newest.withLock { newest in newest.map { .now - $0 >= Self.pause } ?? true }
        if isDue {
            newest.withLock { $0 = .now }
            try await database.lookForDamage()
        }
        if let damage = database.soundness.damages.first { throw StoreFault.damaged(damage.rawValue) }
    }
}
