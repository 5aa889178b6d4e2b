import Foundation
import Sealing
import Testing

@Suite("The server's own keys")
struct ServerKeysTests {
    private let files = FileManager.default
    private let names = [
        "audit-signing.key", "login-throttle.key", "receipt-id.key", "receipt-key.key", "seeker-pass.key", "vapid.key",
        "vouching.key",
    ]

    private func mode(_ url: URL) throws -> Int? {
        try (files.attributesOfItem(atPath: url.path)[.posixPermissions] as? NSNumber)?.intValue
    }

    private func setMode(_ mode: Int, _ url: URL) throws {
        try files.setAttributes([.posixPermissions: mode], ofItemAtPath: url.path)
    }

    @Test("absent keys are made for the server alone, and are the same the next time")
    func made() throws {
        try inPassingFolder { parent in
            let folder = parent.appending(path: "new/keys")
            let first = try ServerKeys.load(from: folder)
            #expect(try mode(folder) == 0o700)
            #expect(try files.contentsOfDirectory(atPath: folder.path).sorted() == names)
            for name in names {
                #expect(try mode(folder.appending(path: name)) == 0o600)
                #expect(try Data(contentsOf: folder.appending(path: name)).count == 32)
            }
            let second = try ServerKeys.load(from: folder)
            #expect(first.auditSigning.publicKey.hex == second.auditSigning.publicKey.hex)
            #expect(first.throttleId(agency: "a", login: "l") == second.throttleId(agency: "a", login: "l"))
            #expect("\(first)" == "<redacted>")
        }
    }

    @Test("two servers do not share keys, and throttle ids differ by agency and login")
    func distinct() throws {
        try inPassingFolder { parent in
            let one = try ServerKeys.load(from: parent.appending(path: "one"))
            let two = try ServerKeys.load(from: parent.appending(path: "two"))
            #expect(one.auditSigning.publicKey.hex != two.auditSigning.publicKey.hex)
            let ids = [
                one.throttleId(agency: "a", login: "bc"), one.throttleId(agency: "ab", login: "c"),
                one.throttleId(agency: "a", login: "b"), two.throttleId(agency: "a", login: "bc"),
            ]
            #expect(Set(ids).count == 4)
        }
    }

    @Test("a key that others can reach is refused, and left as it is", arguments: [0o640, 0o604, 0o644, 0o660, 0o610])
    func openKey(mode: Int) throws {
        try inPassingFolder { parent in
            let folder = parent.appending(path: "keys")
            _ = try ServerKeys.load(from: folder)
            for name in names {
                let file = folder.appending(path: name)
                let before = try Data(contentsOf: file)
                try setMode(mode, file)
                #expect(
                    throws: ServerKeysFault.openToOthers(path: file.path, mode: String(mode, radix: 8), wanted: "600")
                ) { try ServerKeys.load(from: folder) }
                #expect(try Data(contentsOf: file) == before)
                #expect(try self.mode(file) == mode)
                try setMode(0o600, file)
            }
            _ = try ServerKeys.load(from: folder)
        }
    }

    @Test("a folder that others can enter is refused", arguments: [0o755, 0o750, 0o701])
    func openFolder(mode: Int) throws {
        try inPassingFolder { folder in
            try setMode(mode, folder)
            #expect(throws: ServerKeysFault.self) { try ServerKeys.load(from: folder) }
            #expect(try files.contentsOfDirectory(atPath: folder.path).isEmpty)
        }
    }

    @Test("a key of another length is refused and not replaced", arguments: [0, 31, 33, 64])
    func wrongLength(count: Int) throws {
        try inPassingFolder { parent in
            let folder = parent.appending(path: "keys")
            _ = try ServerKeys.load(from: folder)
            for name in names {
                let file = folder.appending(path: name)
                let before = try Data(contentsOf: file)
                let wrong = Data(repeating: 7, count: count)
                try wrong.write(to: file)
                try setMode(0o600, file)
                #expect(throws: ServerKeysFault.wrongLength(path: file.path)) { try ServerKeys.load(from: folder) }
                #expect(try Data(contentsOf: file) == wrong)
                try before.write(to: file)
                try setMode(0o600, file)
            }
        }
    }

    @Test("links and folders are not keys, and a file is not a folder")
    func kinds() throws {
        try inPassingFolder { parent in
            let folder = parent.appending(path: "keys")
            _ = try ServerKeys.load(from: folder)
            let file = folder.appending(path: names[0])
            let elsewhere = parent.appending(path: "elsewhere")
            try files.moveItem(at: file, to: elsewhere)
            try files.createSymbolicLink(at: file, withDestinationURL: elsewhere)
            #expect(throws: ServerKeysFault.notAPlainFile(path: file.path)) { try ServerKeys.load(from: folder) }
            try files.removeItem(at: elsewhere)
            #expect(throws: ServerKeysFault.self) { try ServerKeys.load(from: folder) }
            try files.removeItem(at: file)
            try files.createDirectory(at: file, withIntermediateDirectories: false)
            #expect(throws: ServerKeysFault.notAPlainFile(path: file.path)) { try ServerKeys.load(from: folder) }
            let plain = parent.appending(path: "plain")
            try Data([1]).write(to: plain)
            #expect(throws: ServerKeysFault.notAFolder(path: plain.path)) { try ServerKeys.load(from: plain) }
        }
    }

    @Test("many nodes starting at once on one folder end with the same keys and leave no drafts")
    func together() async throws {
        let parent = files.temporaryDirectory.appending(path: "sealing-\(RandomId())")
        defer { try? files.removeItem(at: parent) }
        try files.createDirectory(
            at: parent, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let keys = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<16 {
                group.addTask { try ServerKeys.load(from: parent).auditSigning.publicKey.hex }
            }
            return try await group.reduce(into: Set<String>()) { $0.insert($1) }
        }
        #expect(keys.count == 1)
        #expect(try files.contentsOfDirectory(atPath: parent.path).sorted() == names)
    }
}
