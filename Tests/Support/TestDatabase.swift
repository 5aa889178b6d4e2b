import Foundation
import Store
import Synchronization

/// Databases for tests: real ones, each empty and of its own, on every engine the tests run on.
package enum TestDatabase {
    private static let made = Atomic<Int>(0)

    /// The engines to run each test on: both, or the one named in `PEERSUPPORT_TEST_ENGINES`.
    package static let engines: [Engine] = {
        let chosen = ProcessInfo.processInfo.environment["PEERSUPPORT_TEST_ENGINES"] ?? ""
        let engines = chosen.split(separator: ",").compactMap { Engine(rawValue: String($0)) }
        return engines.isEmpty ? Engine.allCases : engines
    }()

    /// Opens a new, empty database. It goes when the tests end; close it where a test opens many.
    package static func fresh(_ engine: Engine, connections: Int = 8) async throws -> any Database {
        try await freshAddress(engine).open(connections: connections)
    }

    /// The address of a new, empty database, for tests that open one several times.
    package static func freshAddress(_ engine: Engine) async throws -> DatabaseAddress {
        let name = "test\(made.add(1, ordering: .relaxed).newValue)"
        let ground = try await TestGround.shared
        switch engine {
        case .sqlite: return try DatabaseAddress("sqlite:\(ground.folder.path)/\(name).sqlite")
        case .postgresql:
            let server = try await TestServer.shared
            try await server.createDatabase(name)
            return try DatabaseAddress(server.uri(of: name))
        }
    }
}
