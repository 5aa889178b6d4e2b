import Program
import Store

/// The workers that have to go their rounds for a page to reach someone.
package enum Worker: String, Sendable, CaseIterable {
    case pushes, texts, calls, emails
    /// Moves requests on to the next people and announces notices again (``DueClock``).
    case dueClock = "due-clock"

    init(sending kind: ContactMethod.Kind) {
        switch kind {
        case .push: self = .pushes
        case .text: self = .texts
        case .call: self = .calls
        case .email: self = .emails
        }
    }
}

/// How the installation is, as far as anyone may know it.
package struct Health: Sendable, Equatable {
    /// Something that can be wrong.
    package enum Part: String, Sendable, CaseIterable {
        /// It does not answer.
        case database
        /// One that sends, or the clock that moves requests on, has not gone its round for over a minute, on any server.
        case workers
        /// The clocks of the servers that share the database are more than a minute apart.
        case clock
    }

    package let unwell: Set<Part>

    package var isWell: Bool { unwell.isEmpty }
}

/// The heartbeat of one worker, kept often enough and no oftener.
struct Heartbeat {
    private static let every = Duration.seconds(10)

    private let worker: Worker
    private let programmes: Programmes
    private var last: ContinuousClock.Instant?

    init(of worker: Worker, _ programmes: Programmes) {
        self.worker = worker
        self.programmes = programmes
    }

    /// The worker has just gone its round.
    mutating func beat() async throws {
        if let last, .now - last < Self.every { return }
        try await programmes.keepHeartbeat(of: worker)
        last = .now
    }
}

extension Programmes {
    /// How old a worker's last round may be, in seconds, and how far clocks may differ.
    private static let longestSilence: Int64 = 60

    /// Whoever watches from outside hears in time that the database does not answer.
    private static let longestLook = Duration.seconds(2)

    /// Keeps that this worker has just gone its round.
    package func keepHeartbeat(of worker: Worker) async throws {
        let now = clock()
        try await database.write { transaction in try transaction.setHeartbeat(worker.rawValue, at: now) }
    }

    /// Whether a page would reach someone just now.
    package func health() async -> Health {
        let now = clock()
        do {
            let beats = try await database.read(within: Self.longestLook) { transaction in
                try Worker.allCases.map { try transaction.heartbeat($0.rawValue) }
            }
            let oldest = beats.map { $0 ?? Instant(milliseconds: .min) }.min() ?? now
            let newest = beats.compactMap(\.self).max() ?? now
            var unwell: Set<Health.Part> = []
            if oldest < now.adding(seconds: -Self.longestSilence) { unwell.insert(.workers) }
            if newest > now.adding(seconds: Self.longestSilence) { unwell.insert(.clock) }
            return Health(unwell: unwell)
        } catch {
            return Health(unwell: [.database])
        }
    }
}
