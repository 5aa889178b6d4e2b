import Foundation
import Operations
import PolicyPacks
import Program
import Store
import TestSupport

/// A town as it is when its tests begin. It is founded once for each choice of packs; each town is a copy.
struct FoundedTown: Sendable {
    let address: TestAddress
    /// The folder of the servers' keys: the same for every copy, since what is sealed in it opens with these alone.
    let keys: URL
    let agencies: [DemoAgency]

    private static let templates = TestTemplates<[DemoAgency]>()
    private static let serverKeys = Task { try await TestFolder.fresh() }

    static func copy(on packs: [LoadedPack], engine: Store.Engine) async throws -> FoundedTown {
        let keys = try await serverKeys.value
        let name = packs.map(\.hash).joined(separator: " ")
        let copy = try await templates.copy(of: name, on: engine) { address in
            try await found(on: packs, at: address, keys: keys)
        }
        return FoundedTown(address: copy.address, keys: keys, agencies: copy.content)
    }

    private static func found(
        on packs: [LoadedPack], at address: TestAddress, keys: URL
    ) async throws -> [DemoAgency] {
        let database = try await address.open(connections: 1)
        try await Migrator(Schema.migrations).migrate(database, now: 0)
        await database.close()
        let clock = MovableClock(DemoTown.beginning)
        let programmes = try await TownNode.programmes(on: address, keys: keys, clock: clock)
        var agencies: [DemoAgency] = []
        for pack in packs { agencies.append(try await DemoAgency.found(on: pack, with: programmes, clock: clock)) }
        await programmes.close()
        return agencies
    }
}
