import Foundation
import Store
import Synchronization

/// Databases for tests: real ones, each of its own, on every engine the tests run on.
package enum TestDatabase {
    private static let made = Atomic<Int>(0)

    /// The engines to run each test on: both, or the one named in `PEERSUPPORT_TEST_ENGINES`.
    package static let engines: [Engine] = {
        let chosen = ProcessInfo.processInfo.environment["PEERSUPPORT_TEST_ENGINES"] ?? ""
        let engines = chosen.split(separator: ",").compactMap { Engine(rawValue: String($0)) }
        return engines.isEmpty ? Engine.allCases : engines
    }()

    /// The engine of a test that runs on one only.
    package static var firstEngine: Engine { engines[0] }

    /// Opens a new, empty database.
    package static func fresh(_ engine: Engine, connections: Int = 8) async throws -> any Database {
        try await freshAddress(engine).open(connections: connections)
    }

    /// The address of a new, empty database, for tests that open one several times.
    package static func freshAddress(_ engine: Engine) async throws -> TestAddress {
        try await newDatabase(engine, likeThatOf: nil)
    }

    /// Opens a new database that has today's schema and nothing in it.
    package static func migrated(_ engine: Engine, connections: Int = 8) async throws -> any Database {
        try await migratedAddress(engine).open(connections: connections)
    }

    /// The address of a new database that has today's schema and nothing in it.
    package static func migratedAddress(_ engine: Engine) async throws -> TestAddress {
        let copy = try await migratedOnce.copy(of: "schema", on: engine) { address in
            let database = try await address.open(connections: 1)
            try await Migrator(Schema.migrations).migrate(database, now: 0)
            await database.close()
        }
        return copy.address
    }

    private static let migratedOnce = TestTemplates<Void>()

    /// A new database by a name that no other has: empty, or a copy of the one of that name, which nobody has open.
    static func newDatabase(
        _ engine: Engine, likeThatOf template: String?
    ) async throws -> TestAddress {
        let name = "test\(made.add(1, ordering: .relaxed).newValue)"
        switch engine {
        case .sqlite:
            let folder = try await TestGround.shared.folder
            let file = folder.appendingPathComponent("\(name).sqlite")
            if let template {
                try FileManager.default.copyItem(at: folder.appendingPathComponent("\(template).sqlite"), to: file)
            }
            return TestAddress(try DatabaseAddress("sqlite:\(file.path)"), name, on: engine)
        case .postgresql:
            let server = try await TestServer.shared
            try await server.createDatabase(name, likeThatOf: template)
            return TestAddress(try DatabaseAddress(server.uri(of: name)), name, on: engine)
        }
    }
}
