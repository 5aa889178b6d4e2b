import Foundation
import HTML
import Hummingbird
import Logging
import Operations
import PolicyPacks
import Program
import Sealing
import ServiceLifecycle
import Store
import TestSupport
import Web

/// One running server process's worth of the application: it has a port and a connection to the database of its own. It stops
/// when nobody holds it any more.
package final class TownNode: Sendable {
    package let port: Int
    package let programmes: Programmes
    private let group: ServiceGroup
    private let running: Task<Void, Never>

    /// - Parameter isSecure: as behind a proxy that speaks HTTPS.
    /// - Parameter longestAnswer: how long it waits for its database at most.
    /// - Parameter log: hears what the server logs, where a test listens.
    /// - Parameter asking: where whoever asks waits.
    /// - Parameter deriving: where whoever signs in waits.
    /// - Parameter wrap: what stands between the server and its database.
    package init(
        on address: TestAddress, keys: URL, clock: MovableClock, isSecure: Bool = false,
        limits: DatabaseLimits = .patient, longestAnswer: Duration = .seconds(120), log: Logger? = nil,
        asking: FairQueue = Programmes.queueOfAsking,
        deriving: FairQueue = KeyDerivation.queue(),
        wrapping wrap: @Sendable (any Database) -> any Database = { $0 }
    ) async throws {
        let programmes = try await Self.programmes(
            on: address, keys: keys, clock: clock, limits: limits, asking: asking, deriving: deriving, wrapping: wrap)
        let (ports, told) = AsyncThrowingStream.makeStream(of: Int.self)
        var silent = Logger(label: "town")
        silent.logLevel = .critical
        let logger = log ?? silent
        let application = buildApplication(
            programmes: programmes, site: Site(assets: try Assets(), isSecure: isSecure), host: "127.0.0.1", port: 0,
            longestAnswer: longestAnswer, logger: logger, onServerRunning: { told.yield($0) })
        let group = ServiceGroup(configuration: ServiceGroupConfiguration(services: [application], logger: logger))
        running = Task {
            do {
                try await group.run()
                told.finish()
            } catch {
                told.finish(throwing: error)
            }
            await programmes.close()
        }
        self.group = group
        self.programmes = programmes
        var first = ports.makeAsyncIterator()
        guard let port = try await first.next() else { throw TownFault("The server ended before it listened.") }
        self.port = port
    }

    /// The town's programmes. Passphrases and receipts take the least work there is.
    static func programmes(
        on address: TestAddress, keys: URL, clock: MovableClock, limits: DatabaseLimits = .patient,
        asking: FairQueue = Programmes.queueOfAsking, deriving: FairQueue = KeyDerivation.queue(),
        wrapping wrap: @Sendable (any Database) -> any Database = { $0 }
    ) async throws -> Programmes {
        guard let quick = ScryptParameters(log2Rounds: 10, blockSize: 8, lanes: 1) else { throw TownFault("no work") }
        return Programmes(
            database: wrap(try await address.open(connections: 4, limits: limits)),
            keys: try ServerKeys.load(from: keys),
            derivation: KeyDerivation(parameters: quick, waitingIn: deriving),
            oldReceipts: KeyDerivation(receiptWork: quick), asking: asking, longestLook: .seconds(60),
            clock: { clock.now }
        ).proving(with: GlpsolSolver())
    }

    deinit {
        let group = group
        Task { await group.triggerGracefulShutdown() }
    }

    /// Stops as a server does, finishing what was begun, and waits for it.
    package func stop() async {
        await group.triggerGracefulShutdown()
        await running.value
    }
}

/// What should not happen in a town.
package struct TownFault: Error, CustomStringConvertible {
    package let description: String

    init(_ description: String) { self.description = description }
}
