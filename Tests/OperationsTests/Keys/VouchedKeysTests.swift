import Foundation
import Operations
import Program
import Sealing
import Store
import TestSupport
import Testing

/// A server works with the keys that its database knows, or not at all.
@Suite struct VouchedKeysTests {
    private func folder() async throws -> URL { try await TestFolder.fresh().appending(path: "keys") }

    private func started(_ folder: URL, _ ground: Ground) async throws -> ServerKeys {
        try await ServerKeys.vouchedFor(in: folder, by: ground.database, making: true)
    }

    /// Expects that nothing starts with those keys, for the reasons given, and that nothing was made or changed by trying.
    private func expectRefused(
        _ folder: URL, _ ground: Ground, _ states: [ServerKeyFile: KeyFinding.State],
        location: SourceLocation = #_sourceLocation
    ) async throws {
        let (files, known) = (names(folder), try await ground.database.everything())
        for isMaking in [true, false] {
            let fault = await #expect(throws: KeysDoNotFit.self, sourceLocation: location) {
                try await ServerKeys.vouchedFor(in: folder, by: ground.database, making: isMaking)
            }
            let found = fault?.unfit.map { ($0.file, $0.state) } ?? []
            #expect(Dictionary(uniqueKeysWithValues: found) == states, sourceLocation: location)
            for file in states.keys {
                #expect(fault?.description.contains(file.rawValue) == true, sourceLocation: location)
                #expect(fault?.description.contains(file.loss) == true, sourceLocation: location)
            }
        }
        #expect(names(folder) == files, sourceLocation: location)
        #expect(try await ground.database.everything() == known, sourceLocation: location)
    }

    private func names(_ folder: URL) -> [String]? {
        try? FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }

    /// An empty database, without an agency.
    private func empty(_ engine: Engine) async throws -> any Database {
        try await TestDatabase.migrated(engine, connections: 2)
    }

    @Test(arguments: engines) func theFirstStartMakesThemKnown(_ engine: Engine) async throws {
        let seat = await Seat.taken()
        defer { withExtendedLifetime(seat) {} }
        let (database, folder) = (try await empty(engine), try await folder())
        #expect(
            try await ServerKeys.compared(in: folder, with: database).allSatisfy { $0.state == .notMadeYet && $0.isFit }
        )
        let keys = try await ServerKeys.vouchedFor(in: folder, by: database, making: true)
        #expect(try await ServerKeys.compared(in: folder, with: database).allSatisfy { $0.state == .fits })
        let again = try await ServerKeys.vouchedFor(in: folder, by: database, making: false)
        #expect(again.fingerprints == keys.fingerprints)
    }

    /// Who only looks makes nothing, of the keys or in the database.
    @Test(arguments: engines) func lookingMakesNothing(_ engine: Engine) async throws {
        let seat = await Seat.taken()
        defer { withExtendedLifetime(seat) {} }
        let (database, folder) = (try await empty(engine), try await folder())
        await #expect(throws: ServerKeysFault.self) {
            try await ServerKeys.vouchedFor(in: folder, by: database, making: false)
        }
        #expect(names(folder) == nil)
        #expect(try await database.read { transaction in try transaction.serverKeys() }.isEmpty)
    }

    /// An installation of an earlier version has keys and agencies, and the database knows no key.
    @Test(arguments: engines) func anEarlierInstallationIsTakenOver(_ engine: Engine) async throws {
        let (ground, folder) = (try await Ground(engine), try await folder())
        let keys = try ServerKeys.load(from: folder)
        #expect(try await ServerKeys.compared(in: folder, with: ground.database).allSatisfy { $0.state == .unknown })
        #expect(try await started(folder, ground).fingerprints == keys.fingerprints)
        #expect(try await ServerKeys.compared(in: folder, with: ground.database).allSatisfy { $0.state == .fits })
    }

    /// Of such an installation no key is made anew either.
    @Test(arguments: engines) func anEarlierInstallationWithoutAKeyIsRefused(_ engine: Engine) async throws {
        let (ground, folder) = (try await Ground(engine), try await folder())
        let older = ServerKeyFile.allCases.filter(\.isOlderThanFingerprints)
        try await expectRefused(
            folder, ground, Dictionary(uniqueKeysWithValues: older.map { ($0, .missing) }))
        _ = try ServerKeys.load(from: folder)
        try FileManager.default.removeItem(at: folder.appending(path: "receipt-id.key"))
        try await expectRefused(folder, ground, [.receiptId: .missing])
    }

    @Test(arguments: engines) func aMissingKeyEndsTheStart(_ engine: Engine) async throws {
        let (ground, folder) = (try await Ground(engine), try await folder())
        _ = try ServerKeys.load(from: folder)
        _ = try await started(folder, ground)
        let files = FileManager.default
        for file in ServerKeyFile.allCases {
            let (path, away) = (folder.appending(path: file.rawValue), folder.appending(path: "away"))
            try files.moveItem(at: path, to: away)
            try await expectRefused(folder, ground, [file: .missing])
            try files.moveItem(at: away, to: path)
        }
        let elsewhere = folder.deletingLastPathComponent().appending(path: "elsewhere")
        try files.moveItem(at: folder, to: elsewhere)
        try await expectRefused(
            folder, ground, Dictionary(uniqueKeysWithValues: ServerKeyFile.allCases.map { ($0, .missing) }))
        try files.moveItem(at: elsewhere, to: folder)
        _ = try await started(folder, ground)
    }

    /// The keys of another server, and one of them among its own.
    @Test(arguments: engines) func anotherKeyEndsTheStart(_ engine: Engine) async throws {
        let (ground, folder, other) = (try await Ground(engine), try await folder(), try await folder())
        _ = try ServerKeys.load(from: folder)
        _ = try await started(folder, ground)
        _ = try ServerKeys.load(from: other)
        try await expectRefused(
            other, ground, Dictionary(uniqueKeysWithValues: ServerKeyFile.allCases.map { ($0, .other) }))
        for file in ServerKeyFile.allCases {
            let path = folder.appending(path: file.rawValue)
            let key = try Data(contentsOf: path)
            try Data(contentsOf: other.appending(path: file.rawValue)).write(to: path)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path.path)
            try await expectRefused(folder, ground, [file: .other])
            try key.write(to: path)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path.path)
        }
        _ = try await started(folder, ground)
    }

    /// Many first starts at once, each on a folder of its own: one is the first, and every other is refused.
    @Test(arguments: engines) func ofManyFirstStartsOneIsFirst(_ engine: Engine) async throws {
        let seat = await Seat.taken()
        defer { withExtendedLifetime(seat) {} }
        let database = try await empty(engine)
        var folders: [URL] = []
        for _ in 0..<6 { folders.append(try await folder()) }
        let outcomes = await withTaskGroup(of: Bool.self) { group in
            for folder in folders {
                group.addTask {
                    (try? await ServerKeys.vouchedFor(in: folder, by: database, making: true)) != nil
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.count { $0 } == 1)
        var fits = 0
        for folder in folders where try await ServerKeys.compared(in: folder, with: database).unfit.isEmpty {
            fits += 1
        }
        #expect(fits == 1)
    }

    /// On one folder all of them start, with the same keys.
    @Test(arguments: engines) func firstStartsOnOneFolderShareIt(_ engine: Engine) async throws {
        let seat = await Seat.taken()
        defer { withExtendedLifetime(seat) {} }
        let (database, folder) = (try await empty(engine), try await folder())
        let signers = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<6 {
                group.addTask {
                    try await ServerKeys.vouchedFor(in: folder, by: database, making: true).auditSigning.publicKey.hex
                }
            }
            return try await group.reduce(into: Set<String>()) { $0.insert($1) }
        }
        #expect(signers.count == 1)
        #expect(try await ServerKeys.compared(in: folder, with: database).allSatisfy { $0.state == .fits })
    }

    /// A lost key is replaced when somebody says so, and only that one.
    @Test(arguments: engines) func aReplacedKeyIsTheOneKnown(_ engine: Engine) async throws {
        let (ground, folder) = (try await Ground(engine), try await folder())
        _ = try ServerKeys.load(from: folder)
        let before = try await started(folder, ground)
        try FileManager.default.removeItem(at: folder.appending(path: "receipt-id.key"))
        let replaced = try await ServerKeys.replace([.receiptId], in: folder, knownTo: ground.database)
        #expect(replaced.map(\.kept) == [nil])
        let after = try await started(folder, ground)
        for file in ServerKeyFile.allCases {
            #expect((after.fingerprints[file] == before.fingerprints[file]) == (file != .receiptId))
        }
    }

    /// What nobody opens any more goes with its key, and with no other: what is filed then is counted in new boxes.
    @Test(arguments: engines) func boxesOfCountsGoWithTheirKey(_ engine: Engine) async throws {
        let (figures, folder) = (try await FiguresGround(engine), try await folder())
        _ = try ServerKeys.load(from: folder)
        try await figures.submitEach(3, of: figures.october)
        let database = figures.ground.database
        let boxes = ["tally", "hours_box", "filed_sheet", "sheet"]
        func kept() async throws -> [String] {
            let rows = try await database.rowsByTable()
            return boxes.filter { !(rows[$0] ?? []).isEmpty }
        }
        for (file, left) in [(ServerKeyFile.receiptId, boxes), (.seekerPass, [])] {
            _ = try await ServerKeys.replace([file], in: folder, knownTo: database)
            #expect(try await kept() == left, "\(file)")
        }
        // Nothing stands in the way of the round that locks drafts anew, nor of new ones.
        let server = figures.ground.programmes
        try await server.lockSheetsAnew()
        try await figures.submitEach(3, of: figures.september)
    }
}
