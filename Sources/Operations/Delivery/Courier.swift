import Logging
import Program
import ServiceLifecycle
import Store
import Synchronization

/// Sends what is in the outbox while the server runs. Any number of nodes may do it at once: each takes what it sends by
/// lease. A gateway that does not answer holds up its own kind alone.
package struct Courier: Service {
    /// How many of one kind are being sent at once.
    private static let mostAtOnce = 8
    /// Between two looks when nothing is due.
    private static let pause = Duration.milliseconds(500)
    private static let pauseAfterFault = Duration.seconds(5)

    private let programmes: Programmes
    private let carriers: Carriers
    private let holdDeadManSwitch: (@Sendable () async -> Bool)?
    private let logger: Logger

    /// - Parameter holdDeadManSwitch: tells another place that all is well here, once a minute; false where nobody heard it.
    package init(
        programmes: Programmes, carriers: Carriers, holdDeadManSwitch: (@Sendable () async -> Bool)? = nil,
        logger: Logger
    ) {
        self.programmes = programmes
        self.carriers = carriers
        self.holdDeadManSwitch = holdDeadManSwitch
        self.logger = logger
    }

    package func run() async throws {
        await cancelWhenGracefulShutdown {
            await withDiscardingTaskGroup { workers in
                for kind in ContactMethod.Kind.allCases { workers.addTask { await send(kind) } }
                if let holdDeadManSwitch { workers.addTask { await hold(holdDeadManSwitch) } }
            }
        }
    }

    /// One kind's worker. What it began is finished before it ends.
    private func send(_ kind: ContactMethod.Kind) async {
        let free = FreeHands(Self.mostAtOnce)
        let standing = Standing()
        await withDiscardingTaskGroup { hands in
            let rounds = Rounds(of: Worker(sending: kind), programmes, logger: logger)
            while !Task.isCancelled {
                let isTaken = await rounds.take(.takeWords) {
                    let taken = try await programmes.takeConsignments(kind, atMost: free.count) { agency, fault in
                        rounds.note(fault, at: .sendWords, agency: agency)
                    }
                    for consignment in taken {
                        free.take()
                        hands.addTask {
                            await deliver(consignment, standing, rounds)
                            free.giveBack()
                        }
                    }
                }
                await rounds.end()
                try? await Task.sleep(for: isTaken ? Self.pause : Self.pauseAfterFault)
            }
        }
    }

    private func deliver(_ consignment: Consignment, _ standing: Standing, _ rounds: Rounds) async {
        do {
            let answer = try await programmes.deliver(consignment, by: carriers)
            standing.note(answer, at: programmes.clock()) { rounds.hold($0, at: .handWordsOver) }
            log(answer, to: consignment)
        } catch {
            rounds.note(error, at: .sendWords, agency: consignment.row.agency)
        }
    }

    /// Says what did not come through, with the gateway's code: never for whom, and none of its words.
    private func log(_ answer: GatewayAnswer, to consignment: Consignment) {
        let metadata: Logger.Metadata = ["kind": "\(consignment.method.kind)", "answer": "\(answer.reply)"]
        switch answer.carriage.outcome(ofAttempt: consignment.row.attempt) {
        case .begun, .accepted: break
        case .failed where answer.carriage == .unwelcome:
            logger.error("A gateway takes nothing from us; the word is tried again.", metadata: metadata)
        case .failed, .unknown:
            logger.warning("A gateway did not take a word; it is tried again.", metadata: metadata)
        case .refused, .givenUp:
            logger.error("A word was given up; the next way is used at once.", metadata: metadata)
        }
    }

    /// Says every minute that all is well, as long as it is.
    private func hold(_ holdDeadManSwitch: @Sendable () async -> Bool) async {
        // The workers have to have gone their first round.
        try? await Task.sleep(for: .seconds(1))
        while !Task.isCancelled {
            let isHeard = await programmes.health().isWell ? await holdDeadManSwitch() : false
            if !isHeard { logger.error("The dead man's switch was not held.") }
            try? await Task.sleep(for: .seconds(60))
        }
    }
}

/// How a gateway has been with this server of late.
private final class Standing: Sendable {
    private let standing = Mutex(GatewayStanding())

    /// Takes in what it answered, and tells what is wrong with it: nil where all is well. In this order for all who send at once.
    func note(_ answer: GatewayAnswer, at now: Instant, tell: (String?) -> Void) {
        standing.withLock { standing in
            standing.note(answer, at: now)
            tell(standing.trouble)
        }
    }
}

/// How many more may be sent at once.
private final class FreeHands: Sendable {
    private let free: Mutex<Int>

    init(_ count: Int) { free = Mutex(count) }

    var count: Int { free.withLock(\.self) }
    func take() { free.withLock { $0 -= 1 } }
    func giveBack() { free.withLock { $0 += 1 } }
}
