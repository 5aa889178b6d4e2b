import Foundation
import Operations
import Program
import Store
import Synchronization
import TestSupport
import Testing

/// Whoever watches learns whether anything can be written, and whether the database is the one that was written to.
@Suite struct SoundHealthTests {
    private static func folder() async throws -> URL {
        let folder = try await TestFolder.fresh()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        return folder
    }

    @Test(arguments: engines) func whatCannotBeWrittenIsSeenAtOnce(_ engine: Engine) async throws {
        let full = Fullness()
        let ground = try await Ground(
            engine,
            wrapping: { database in
                InterposedDatabase(database) { transaction in
                    if full.isFull { throw StoreFault.unavailable("the disk is full") }
                    return transaction
                }
            })
        #expect(await !ground.programmes.health().unwell.contains(.writing))
        full.isFull = true
        try await eventually { await ground.programmes.health().unwell.contains(.writing) }
        #expect(await !ground.programmes.health().unwell.contains(.database))
        full.isFull = false
        try await eventually { await !ground.programmes.health().unwell.contains(.writing) }
    }

    @Test(arguments: engines) func aDatabaseOlderThanTheMarkIsRefused(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let folder = try await Self.folder()
        let (mark, checkpoints) = (CommittedMark(folder.appendingPathComponent("last-write")), CheckpointFolder(folder))
        try await ground.programmes.requireNothingLost(since: mark, checkpoints)
        try await ground.programmes.keep(mark)
        // However the clock goes, each write is later than the one before.
        ground.clock.move(seconds: -86_400)
        try await ground.programmes.keep(mark)
        try await ground.programmes.requireNothingLost(since: mark, checkpoints)
        try await ground.database.write { transaction in
            try transaction.execute("UPDATE heartbeat SET at = at - 1 WHERE worker = 'writing'")
        }
        await #expect {
            try await ground.programmes.requireNothingLost(since: mark, checkpoints)
        } throws: { fault in
            (fault as? OlderDatabase)?.files == [folder.appendingPathComponent("last-write").path]
        }
        try await ground.database.write { transaction in
            try transaction.execute("DELETE FROM heartbeat WHERE worker = 'writing'")
        }
        await #expect(throws: OlderDatabase.self) {
            try await ground.programmes.requireNothingLost(since: mark, checkpoints)
        }
    }

    /// What a power cut left of the mark's file is no reason to refuse.
    @Test(arguments: engines) func aMarkThatCannotBeReadIsNone(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let folder = try await Self.folder()
        let file = folder.appendingPathComponent("last-write")
        try Data().write(to: file)
        try await ground.programmes.requireNothingLost(since: CommittedMark(file), CheckpointFolder(folder))
    }

    @Test(arguments: engines) func aChainBehindItsCheckpointIsRefused(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let folder = try await Self.folder()
        let (mark, checkpoints) = (CommittedMark(folder.appendingPathComponent("last-write")), CheckpointFolder(folder))
        _ = try await ground.member("a.lopez", roles: "supporter")
        try await ground.programmes.writeCheckpoints(to: checkpoints)
        // Later acts do not matter, nor does a file that is none.
        _ = try await ground.member("b.jones", roles: "supporter")
        try Data("{}".utf8).write(to: folder.appendingPathComponent("zzz.json"))
        try await ground.programmes.requireNothingLost(since: mark, checkpoints)
        try await ground.database.write { transaction in
            try transaction.execute("DELETE FROM audit_salt WHERE number > 1")
            try transaction.execute("DELETE FROM audit_entry WHERE number > 1")
        }
        await #expect {
            try await ground.programmes.requireNothingLost(since: mark, checkpoints)
        } throws: { fault in
            (fault as? OlderDatabase)?.files.map { $0.contains("the-agency-2026-11-20.json") } == [true]
        }
    }
}

/// Whether the disk has room.
private final class Fullness: Sendable {
    private let state = Atomic(false)

    var isFull: Bool {
        get { state.load(ordering: .sequentiallyConsistent) }
        set { state.store(newValue, ordering: .sequentiallyConsistent) }
    }
}
