import Foundation
import Logging
import Operations
import PolicyPacks
import Program
import Sealing
import Store
import Synchronization
import TestSupport
import Web

/// An installation as it runs for people: the real application on a real database, with an agency for each pack, in which every
/// role of the pack has an account. It stops when the test lets go of it.
package final class DemoTown: Sendable {
    /// The agencies by the names of their packs, which are their names in addresses too.
    package let agencies: [DemoAgency]
    /// Every node tells the time by it.
    package let clock: MovableClock
    private let address: TestAddress
    private let keys: URL
    private let isSecure: Bool
    private let nodes: Mutex<[TownNode]>

    /// Tuesday the tenth of March 2026, ten in the morning in California.
    package static let beginning = Instant(milliseconds: 1_773_162_000_000)

    /// A town with one agency, on the pack of that name.
    package static func start(
        pack: String, engine: Store.Engine = TestDatabase.firstEngine, isSecure: Bool = false
    ) async throws -> DemoTown {
        try await start(packs: [pack], engine: engine, isSecure: isSecure)
    }

    /// A town with an agency for each of those packs.
    package static func start(
        packs: [String], engine: Store.Engine = TestDatabase.firstEngine, isSecure: Bool = false
    ) async throws -> DemoTown {
        try await start(on: try packs.map(BundledPacks.named), engine: engine, isSecure: isSecure)
    }

    /// A town with an agency for each of those packs, which need not be among the bundled ones.
    package static func start(
        on packs: [LoadedPack], engine: Store.Engine = TestDatabase.firstEngine, isSecure: Bool = false
    ) async throws -> DemoTown {
        let town = try await FoundedTown.copy(on: packs, engine: engine)
        let clock = MovableClock(beginning)
        let node = try await TownNode(on: town.address, keys: town.keys, clock: clock, isSecure: isSecure)
        return DemoTown(
            agencies: town.agencies, clock: clock, address: town.address, keys: town.keys, isSecure: isSecure,
            node: node)
    }

    private init(
        agencies: [DemoAgency], clock: MovableClock, address: TestAddress, keys: URL, isSecure: Bool, node: TownNode
    ) {
        self.agencies = agencies
        self.clock = clock
        self.address = address
        self.keys = keys
        self.isSecure = isSecure
        nodes = Mutex([node])
    }

    /// The first node.
    package var node: TownNode { nodes.withLock { $0[0] } }
    /// The first agency.
    package var agency: DemoAgency { agencies[0] }
    package var programmes: Programmes { node.programmes }

    /// The agency on the pack of that name.
    package func agency(_ pack: String) throws -> DemoAgency {
        guard let agency = agencies.first(where: { $0.slug == pack }) else { throw TownFault("no agency on \(pack)") }
        return agency
    }

    /// One more server on the same database.
    package func addNode(
        limits: DatabaseLimits = .patient, longestAnswer: Duration = .seconds(120), log: Logger? = nil,
        asking: FairQueue = Programmes.queueOfAsking,
        deriving: FairQueue = KeyDerivation.queue(),
        wrapping wrap: @Sendable (any Database) -> any Database = { $0 }
    ) async throws -> TownNode {
        let node = try await TownNode(
            on: address, keys: keys, clock: clock, isSecure: isSecure, limits: limits, longestAnswer: longestAnswer,
            log: log, asking: asking,
            deriving: deriving, wrapping: wrap)
        nodes.withLock { $0.append(node) }
        return node
    }

    /// The town's database, opened once more: what is done there is done beside every server.
    package func besides() async throws -> any Database { try await address.open(connections: 1) }

    /// Stops the first node and starts a new one in its place, on another port.
    package func restart() async throws {
        await node.stop()
        let new = try await TownNode(on: address, keys: keys, clock: clock, isSecure: isSecure)
        nodes.withLock { $0[0] = new }
    }

    /// Lets time go by.
    package func pass(seconds: Int64) { clock.set(clock.now.adding(seconds: seconds)) }

    /// Somebody without a session.
    package func visitor() -> Client { Client(of: node) }

    /// Whoever holds that role in the first agency, or the agency of that name, signed in by the sign-in pages.
    package func signedIn(_ role: String, at pack: String? = nil) async throws -> Client {
        let client = try await halfSignedIn(role, at: pack)
        let agency = try pack.map(agency) ?? agency
        guard agency.members[role]?.secondFactor != nil else { return client }
        // Digits work once.
        pass(seconds: 60)
        let reply = try await client.post("/second-factor", ["digits": digits(of: role, in: agency)])
        guard reply.status == 303 else { throw TownFault("\(role) did not get in: \(reply)") }
        return client
    }

    /// What the authenticator app of whoever holds that role shows now.
    package func digits(of role: String, in agency: DemoAgency) throws -> String {
        guard let secret = agency.members[role]?.secondFactor else { throw TownFault("\(role) has no second factor") }
        return secret.code(ofStep: clock.now.milliseconds / 30_000)
    }

    /// The same after the passphrase alone: the second factor is still owed, by those who have one.
    package func halfSignedIn(_ role: String, at pack: String? = nil) async throws -> Client {
        let agency = try pack.map(agency) ?? agency
        let client = visitor()
        let reply = try await client.post(
            "/agencies/\(agency.slug)/sign-in", ["login": role, "passphrase": DemoAgency.passphrase])
        guard reply.status == 303, client.session != nil else { throw TownFault("\(role) did not get in: \(reply)") }
        return client
    }
}
