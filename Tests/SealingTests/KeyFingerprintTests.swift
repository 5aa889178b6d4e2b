import Foundation
import Sealing
import Testing

@Suite("What a database knows of keys")
struct KeyFingerprintTests {
    private func inFolder(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "sealing-\(RandomId())")
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder)
    }

    private func held(_ file: ServerKeyFile, _ folder: URL) throws -> KeyFingerprint? {
        try #require(ServerKeys.fingerprints(in: folder)[file]).get()
    }

    @Test(
        "the keys loaded and the files looked at have the same fingerprints; no two files and no two servers share one")
    func distinct() throws {
        try inFolder { folder in
            let one = try ServerKeys.load(from: folder.appending(path: "one"))
            let two = try ServerKeys.load(from: folder.appending(path: "two"))
            for file in ServerKeyFile.allCases {
                #expect(try held(file, folder.appending(path: "one")) == one.fingerprints[file])
            }
            let all = Array(one.fingerprints.values) + Array(two.fingerprints.values)
            #expect(Set(all).count == 2 * ServerKeyFile.allCases.count)
        }
    }

    @Test("a key that got into the file of another has another fingerprint there")
    func swapped() throws {
        try inFolder { folder in
            let keys = try ServerKeys.load(from: folder)
            let files = FileManager.default
            let one = folder.appending(path: ServerKeyFile.receiptId.rawValue)
            try files.removeItem(at: one)
            try files.copyItem(at: folder.appending(path: ServerKeyFile.receiptKey.rawValue), to: one)
            #expect(try held(.receiptId, folder) != keys.fingerprints[.receiptId])
            #expect(try held(.receiptId, folder) != keys.fingerprints[.receiptKey])
        }
    }

    @Test("a fingerprint is not the key, nor a hash of it that could be looked up")
    func tellsNothing() throws {
        try inFolder { folder in
            let keys = try ServerKeys.load(from: folder)
            for file in ServerKeyFile.allCases {
                let key = Array(try Data(contentsOf: folder.appending(path: file.rawValue)))
                let bytes = try #require(keys.fingerprints[file]).bytes
                #expect(bytes.count == 32)
                #expect(bytes != key && bytes != ContentHash(of: key).bytes)
            }
        }
    }

    @Test("looking makes nothing, and a key that may not be made is missing", arguments: ServerKeyFile.allCases)
    func missing(_ file: ServerKeyFile) throws {
        try inFolder { folder in
            #expect(ServerKeys.fingerprints(in: folder).values.allSatisfy { $0 == .success(nil) })
            #expect(!FileManager.default.fileExists(atPath: folder.path))
            _ = try ServerKeys.load(from: folder)
            let path = folder.appending(path: file.rawValue)
            try FileManager.default.removeItem(at: path)
            #expect(try held(file, folder) == nil)
            #expect(throws: ServerKeysFault.missing(path: path.path)) { try ServerKeys.load(from: folder, making: []) }
            #expect(!FileManager.default.fileExists(atPath: path.path))
        }
    }

    @Test("a replaced key is another; the one before is kept beside it", arguments: ServerKeyFile.allCases)
    func replaced(_ file: ServerKeyFile) throws {
        try inFolder { folder in
            let before = try ServerKeys.load(from: folder)
            let key = try Data(contentsOf: folder.appending(path: file.rawValue))
            let (fingerprint, kept) = try ServerKeys.replace(file, in: folder)
            let after = try ServerKeys.load(from: folder, making: [])
            #expect(after.fingerprints[file] == fingerprint)
            for other in ServerKeyFile.allCases {
                #expect((after.fingerprints[other] == before.fingerprints[other]) == (other != file))
            }
            #expect(try Data(contentsOf: URL(filePath: try #require(kept))) == key)
        }
    }
}
