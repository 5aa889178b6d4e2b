import Program
import Store

/// The workers that have to go their rounds for a page to reach someone, and for promises to be kept.
package enum Worker: String, Sendable, CaseIterable {
    case pushes, texts, calls, emails
    /// Moves requests on to the next people and announces notices again (``DueClock``).
    case dueClock = "due-clock"
    /// Destroys what has ended and writes checkpoints (``Housekeeping``).
    case housekeeping

    init(sending kind: ContactMethod.Kind) {
        switch kind {
        case .push: self = .pushes
        case .text: self = .texts
        case .call: self = .calls
        case .email: self = .emails
        }
    }

    /// How old its last round may be, in seconds.
    var longestSilence: Int64 {
        switch self {
        case .pushes, .texts, .calls, .emails, .dueClock: 60
        // It rests for ten minutes between two rounds.
        case .housekeeping: 1800
        }
    }

    /// What it is seen as from outside when steps of it fail.
    ///
    /// - Parameter step: which, by its name.
    fileprivate func part(failingAt step: String) -> Health.Part {
        if step == Step.handWordsOver.rawValue { return .gateways }
        return switch self {
        case .pushes, .texts, .calls, .emails: .sending
        case .dueClock: .dueClock
        case .housekeeping: .housekeeping
        }
    }
}

/// How the installation is, as far as anyone may know it: no agency is named.
package struct Health: Sendable, Equatable {
    /// Something that can be wrong.
    package enum Part: String, Sendable, CaseIterable {
        /// It does not answer.
        case database
        /// It answers, but nothing can be written: the disk is full, or it takes no writes.
        case writing
        /// Its files are damaged, or were taken away while the server had them open.
        case integrity
        /// Those of this server are not the ones that the database knows: it does nothing.
        case keys
        /// One that sends, or the clock that moves requests on, has not gone its round for over a minute, on any server.
        case workers
        /// The machine's clock jumped or shows what cannot be, or the clocks of the servers that share the database are more than
        /// a minute apart.
        case clock
        /// A word cannot be taken from the outbox, or not be sent.
        case sending
        /// A gateway takes nothing from us, or has not been reached for over a minute.
        case gateways
        /// Something that fell due was not gone on with.
        case dueClock
        /// Something that has ended was not destroyed, a checkpoint was not written, an agency cannot be read; or no round was
        /// gone for half an hour.
        case housekeeping
    }

    package let unwell: Set<Part>
    /// Which steps fail of which part, by their names (``Step``).
    package let failing: [Part: Set<String>]

    /// Whether the database is still looked through for damage the first time since the server began.
    package let isLookingForDamage: Bool

    /// How many agencies take no request because nobody could open one; nothing before this server has looked. It makes nothing
    /// unwell: the server does what it should, and those agencies have somebody to appoint.
    package let closedAgencies: Int?

    /// Whether figures can be proven and so be published here. Where they cannot, nothing is unwell: everything else goes on.
    package let provesFigures: Bool

    package var isWell: Bool { unwell.isEmpty }

    init(
        unwell: Set<Part>, failing: [Part: Set<String>] = [:], isLookingForDamage: Bool = false, closedAgencies: Int?,
        provesFigures: Bool
    ) {
        self.unwell = unwell
        self.closedAgencies = closedAgencies
        self.provesFigures = provesFigures
        self.failing = failing
        self.isLookingForDamage = isLookingForDamage
    }
}

extension Programmes {
    /// Keeps that this worker has just gone its round, and what failed in it.
    ///
    /// - Parameter forgettingOthers: whatever an earlier run of the server kept of it goes.
    func keepRound(
        of worker: Worker, failing: [FailingStep: String], noLonger gone: Set<FailingStep>, forgettingOthers: Bool
    ) async throws {
        let now = clock()
        try await database.write { transaction in
            try transaction.setHeartbeat(worker.rawValue, at: now)
            if forgettingOthers { try transaction.deleteFailingSteps(of: worker.rawValue) }
            for step in gone { try transaction.deleteFailing(step) }
            for (step, fault) in failing { try transaction.setFailing(step, fault: fault, at: now) }
        }
    }

    /// Whether a page would reach someone just now, and whether everything is done that is promised.
    package func health() async -> Health {
        let now = clock()
        let database = vouched
        let limit = longestLook
        async let fault = writing.fault { try await database.write(within: limit) { _ = try $0.noteWrite(at: now) } }
        do {
            let (known, beats, rows) = try await vouched.base.read(within: longestLook) { transaction in
                (
                    try transaction.serverKeys(),
                    try Worker.allCases.map { (worker: $0, beat: try transaction.heartbeat($0.rawValue)) },
                    try transaction.failingSteps()
                )
            }
            var unwell: Set<Health.Part> = vouched.notice(known).isEmpty ? [] : [.keys]
            for (worker, beat) in beats where beat.map({ $0 < now.silence(of: worker) }) ?? true {
                unwell.insert(worker == .housekeeping ? .housekeeping : .workers)
            }
            if let newest = beats.compactMap(\.beat).max(), newest > now.adding(seconds: SteadyTime.mostApart) {
                unwell.insert(.clock)
            }
            if steady?.isSteady == false { unwell.insert(.clock) }
            // With other keys nothing is meant to be written.
            if await fault != nil, !unwell.contains(.keys) { unwell.insert(.writing) }
            var failing: [Health.Part: Set<String>] = [:]
            let soundness = database.soundness
            if !soundness.damages.isEmpty { failing[.integrity] = Set(soundness.damages.map(\.rawValue)) }
            for row in rows {
                guard let worker = Worker(rawValue: row.step.worker) else { continue }
                if row.step.step == Step.watchClock.rawValue {
                    // Whoever asks may go by the very clock that is wrong, so the row is compared with its own server's rounds.
                    let last = beats.first { $0.worker == worker }?.beat ?? now
                    if row.at >= last.silence(of: worker) { failing[.clock, default: []].insert(row.step.step) }
                } else if row.isStanding(at: now) {
                    failing[worker.part(failingAt: row.step.step), default: []].insert(row.step.step)
                }
            }
            return Health(
                unwell: unwell.union(failing.keys), failing: failing, isLookingForDamage: !soundness.isLookedThrough,
                closedAgencies: closedAgencies.count, provesFigures: solver.isInstalled)
        } catch {
            return Health(
                unwell: [.database], closedAgencies: closedAgencies.count, provesFigures: solver.isInstalled)
        }
    }

    /// What fails just now and for which agency, for whoever runs the server.
    package func failingSteps() async throws -> [FailingStepRow] {
        let now = clock()
        return try await database.read { transaction in try transaction.failingSteps() }
            .filter { $0.isStanding(at: now) }
    }
}

extension Instant {
    /// The moment before which that worker's last round is too old.
    fileprivate func silence(of worker: Worker) -> Instant { adding(seconds: -worker.longestSilence) }
}

extension FailingStepRow {
    /// Whether a worker still goes its rounds that sees it. Of one that has stopped its silence tells.
    fileprivate func isStanding(at now: Instant) -> Bool {
        Worker(rawValue: step.worker).map { at >= now.silence(of: $0) } ?? false
    }
}
