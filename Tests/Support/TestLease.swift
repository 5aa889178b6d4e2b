import Foundation
import Store

/// Holds a test's database: it goes when nobody has it any more, so that hundreds of tests need room for a dozen.
final class TestLease: Sendable {
    private let engine: Engine
    private let name: String

    init(of name: String, on engine: Engine) {
        self.name = name
        self.engine = engine
    }

    deinit { Task { [engine, name] in await TestLeavings.shared.remove(name, of: engine) } }
}

/// Databases that no test has any more, on their way out.
private actor TestLeavings {
    static let shared = TestLeavings()

    private var names: [String] = []
    private var isAtWork = false

    func remove(_ name: String, of engine: Engine) async {
        switch engine {
        case .sqlite:
            guard let folder = try? await TestGround.shared.folder else { return }
            for kind in ["", "-wal", "-shm"] {
                try? FileManager.default.removeItem(at: folder.appendingPathComponent("\(name).sqlite\(kind)"))
            }
        case .postgresql:
            names.append(name)
            await dropAll()
        }
    }

    /// Many at once, since each program that is begun costs more than what it does. What cannot be dropped goes with the server.
    private func dropAll() async {
        guard !isAtWork else { return }
        isAtWork = true
        while !names.isEmpty {
            let batch = names
            names = []
            try? await TestServer.shared.dropDatabases(batch)
        }
        isAtWork = false
    }
}

/// Where a test's database is, for tests that open one several times. It is there as long as somebody has this or an opened one.
package struct TestAddress: Sendable {
    package let address: DatabaseAddress
    let name: String
    private let lease: TestLease

    init(_ address: DatabaseAddress, _ name: String, on engine: Engine) {
        self.address = address
        self.name = name
        lease = TestLease(of: name, on: engine)
    }

    /// - Parameter connections: how many transactions may run at once.
    package func open(connections: Int = 8, limits: DatabaseLimits = .patient) async throws -> any Database {
        InterposedDatabase(try await address.open(connections: connections, limits: limits)) { [lease] transaction in
            withExtendedLifetime(lease) { transaction }
        }
    }
}
