import Logging
import Program
import Sealing
import Store
import Synchronization

/// The rounds of one worker on this server. What fails at a step stops nothing else: it is logged when it begins and when it is
/// over, and kept for whoever watches as long as it lasts, beside the heartbeat.
///
/// The log has the step, the kind of fault and the agency's name in addresses; never a person or a request.
final class Rounds: Sendable {
    /// How often what is unchanged is kept anew.
    private static let every = Duration.seconds(10)

    private struct Failure {
        let fault: String
        let slug: String?
        /// When it was seen; nil where it stands until it is known to be over.
        let since: ContinuousClock.Instant?
    }

    private struct State {
        var failing: [FailingStep: Failure] = [:]
        /// What the database was told by this server; nothing before its first round.
        var kept: Set<FailingStep>?
        var lastKept: ContinuousClock.Instant?
        /// The keys of this server that did not fit when it was said last.
        var unfit: [ServerKeyFile] = []
    }

    private let worker: Worker
    private let programmes: Programmes
    private let logger: Logger
    private let state = Mutex(State())

    init(of worker: Worker, _ programmes: Programmes, logger: Logger) {
        self.worker = worker
        self.programmes = programmes
        self.logger = logger
    }

    /// Takes a step; false where it failed. What fails is tried again at the next round.
    @discardableResult
    func take(_ step: WorkerStep) async -> Bool {
        await take(step.name) { try await step.act(programmes) }
    }

    /// Looks whether this server still has the keys that the database knows, and logs where that has changed. While it has others
    /// it goes no rounds.
    func compareKeys() async {
        guard let unfit = await programmes.compareKeys() else { return }
        let isNew = state.withLock { state in
            defer { state.unfit = unfit }
            return state.unfit != unfit
        }
        guard isNew else { return }
        let names = unfit.map(\.rawValue).joined(separator: " ")
        if unfit.isEmpty {
            logger.notice("The keys of this server are those that the database knows again.")
        } else {
            logger.error(
                "The keys of this server are not those that the database knows. It does nothing until they are.",
                metadata: ["keys": "\(names)"])
        }
    }

    /// False where it failed, for whomever.
    @discardableResult
    func take(_ step: Step, _ act: () async throws -> Void) async -> Bool {
        guard programmes.vouched.unfit.isEmpty else { return false }
        do {
            try await act()
            settle(step, [:])
            return true
        } catch let failed as FailedAgencies where !Task.isCancelled {
            let faults = failed.faults.filter { !isSaidAlready($0.fault, of: $0.agency) }
            settle(
                step,
                Dictionary(
                    faults.map { (key(step, $0.agency.id), failure($0.fault, slug: $0.agency.slug)) },
                    uniquingKeysWith: { first, _ in first }))
            return false
        } catch {
            // What a server that stops no longer does is no fault.
            if !Task.isCancelled { settle(step, [key(step, nil): failure(error, slug: nil)]) }
            return false
        }
    }

    /// One thing of a step failed while others go on. It counts until nothing has failed at that step for as long as a worker may
    /// be silent.
    func note(_ fault: any Error, at step: Step, agency: String) {
        guard !Task.isCancelled else { return }
        let failure = failure(fault, slug: nil)
        let before = state.withLock { $0.failing.updateValue(failure, forKey: key(step, agency)) }
        if before?.fault != failure.fault { log(failure, of: step) }
    }

    /// Something is wrong with what a step needs, in words that name nobody, until it is over: nil where all is well.
    func hold(_ trouble: String?, at step: Step) {
        settle(step, trouble.map { [key(step, nil): Failure(fault: $0, slug: nil, since: nil)] } ?? [:])
    }

    /// The round, or a good part of it, is over: keeps that it was gone, and what fails.
    func end() async {
        guard programmes.vouched.unfit.isEmpty else { return }
        let (failing, gone, isFirst, isDue) = state.withLock { state in
            let oldest = ContinuousClock.now - .seconds(worker.longestSilence)
            state.failing = state.failing.filter { $0.value.since.map { $0 > oldest } ?? true }
            let failing = state.failing.mapValues(\.fault)
            let gone = (state.kept ?? []).subtracting(failing.keys)
            let isRecent = state.lastKept.map { .now - $0 < Self.every } ?? false
            return (failing, gone, state.kept == nil, !isRecent || state.kept != Set(failing.keys))
        }
        guard isDue else { return }
        do {
            try await programmes.keepRound(of: worker, failing: failing, noLonger: gone, forgettingOthers: isFirst)
            state.withLock { state in
                state.kept = Set(failing.keys)
                state.lastKept = .now
            }
        } catch {
            logger.error(
                "A round was not kept.", metadata: ["worker": "\(worker.rawValue)", "fault": "\(type(of: error))"])
        }
    }

    /// Replaces what is known of a step, and logs what is new in it.
    private func settle(_ step: Step, _ failures: [FailingStep: Failure]) {
        let (begun, over) = state.withLock { state in
            let before = state.failing.filter { $0.key.step == step.rawValue }
            for key in before.keys { state.failing[key] = nil }
            state.failing.merge(failures) { _, new in new }
            return (
                failures.filter { before[$0.key]?.fault != $0.value.fault },
                before.filter { failures[$0.key] == nil }
            )
        }
        for failure in begun.values { log(failure, of: step) }
        for failure in over.values {
            logger.notice("A step is taken again.", metadata: metadata(step, failure.slug, fault: nil))
        }
    }

    private func log(_ failure: Failure, of step: Step) {
        logger.error(
            "A step failed. It is tried again at every round, and holds up nothing else.",
            metadata: metadata(step, failure.slug, fault: failure.fault))
    }

    /// An agency that cannot be read fails at every step; it is said once, where it is read.
    private func isSaidAlready(_ fault: any Error, of agency: AgencyRow) -> Bool {
        lacksPolicy(fault) && state.withLock { $0.failing[key(.readPolicies, agency.id)] != nil }
    }

    private func key(_ step: Step, _ agency: String?) -> FailingStep {
        FailingStep(worker: worker.rawValue, step: step.rawValue, agency: agency)
    }

    private func failure(_ fault: any Error, slug: String?) -> Failure {
        Failure(fault: "\(type(of: fault))", slug: slug, since: .now)
    }

    private func metadata(_ step: Step, _ slug: String?, fault: String?) -> Logger.Metadata {
        var metadata: Logger.Metadata = ["worker": "\(worker.rawValue)", "step": "\(step.rawValue)"]
        if let slug { metadata["agency"] = "\(slug)" }
        if let fault { metadata["fault"] = "\(fault)" }
        return metadata
    }
}
