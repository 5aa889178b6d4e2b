import Operations
import Program
import Sealing
import Store
import TestSupport
import Testing

/// A key is replaced on another server while this one runs: it does nothing more, and says so.
@Suite struct RunningKeysTests {
    private func know(_ keys: ServerKeys, _ ground: Ground) async throws {
        try await ground.database.write { transaction in
            for (file, fingerprint) in keys.fingerprints {
                try transaction.setServerKey(ServerKeyRow(file: file.rawValue, fingerprint: fingerprint.bytes))
            }
        }
    }

    private func ground(_ engine: Engine) async throws -> (Ground, keys: ServerKeys) {
        let keys = try await Ground.keys()
        let ground = try await Ground(engine, pack: "sacramento-probation", keys: keys)
        try await know(keys, ground)
        return (ground, keys)
    }

    /// Whether it takes anything: a read, an act of the operator's, and the words of somebody who asks.
    private func isClosed(_ ground: Ground, to act: () async throws -> Void) async throws -> Bool {
        do {
            try await act()
            return false
        } catch StoreFault.unavailable {
            return true
        }
    }

    @Test(arguments: engines) func aServerWithAnotherKeyDoesNothing(_ engine: Engine) async throws {
        let (ground, keys) = try await ground(engine)
        let programmes = ground.programmes
        #expect(await !programmes.health().unwell.contains(.keys))
        let others = try await Ground.keys()
        for file in ServerKeyFile.allCases {
            let other = try #require(others.fingerprints[file])
            try await ground.database.write { transaction in
                try transaction.setServerKey(ServerKeyRow(file: file.rawValue, fingerprint: other.bytes))
            }
            #expect(await programmes.health().unwell.contains(.keys))
            let before = try await ground.database.everything()
            #expect(try await isClosed(ground) { _ = try await programmes.agency(slug: ground.agency.slug) })
            #expect(
                try await isClosed(ground) {
                    _ = try await programmes.createAccount(
                        NewAccount(login: "somebody", name: "Somebody", employeeNumber: nil), in: ground.agency)
                })
            #expect(try await ground.database.everything() == before)
            try await know(keys, ground)
            #expect(await !programmes.health().unwell.contains(.keys))
            #expect(try await programmes.agency(slug: ground.agency.slug) != nil)
        }
    }

    /// Whoever asks gets no receipt that is good for nothing: that is looked at within the transaction that keeps the request.
    @Test(arguments: engines) func nobodyAsksUnderAnOldKey(_ engine: Engine) async throws {
        let (ground, keys) = try await ground(engine)
        _ = try await ground.member("pat", roles: "supporter")
        let others = try await Ground.keys()
        try await know(others, ground)
        let ask = RequestGround.ask()
        #expect(try await isClosed(ground) { _ = try await ground.programmes.ask(ask, in: ground.agency) })
        #expect(try await ground.database.sizes()["request"] == 0)
        try await know(keys, ground)
        #expect(await !ground.programmes.health().unwell.contains(.keys))
        _ = try await ground.programmes.ask(ask, in: ground.agency)
        #expect(try await ground.database.sizes()["request"] == 1)
    }
}
