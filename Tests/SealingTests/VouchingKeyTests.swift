import Foundation
import Sealing
import Testing

@Suite("What vouches for accounts in the chain")
struct VouchingKeyTests {
    private func key() throws -> VouchingKey {
        try inPassingFolder { folder in try ServerKeys.load(from: folder.appending(path: "keys")).vouching }
    }

    @Test("a digest is the same again for the same, and for nothing else")
    func holdsForOneThing() throws {
        let key = try key()
        let fields: [String?] = ["role", "a", nil, "2026-01-01"]
        let digest = key.digest(of: fields, subject: "s", agency: "one", number: 7)
        #expect(key.digest(of: fields, subject: "s", agency: "one", number: 7) == digest)
        let others = [
            key.digest(of: fields, subject: "t", agency: "one", number: 7),
            key.digest(of: fields, subject: "s", agency: "two", number: 7),
            key.digest(of: fields, subject: "s", agency: "one", number: 8),
            key.digest(of: ["role", "a", "", "2026-01-01"], subject: "s", agency: "one", number: 7),
            key.digest(of: ["rolea", nil, "2026-01-01"], subject: "s", agency: "one", number: 7),
            key.digest(of: fields + [nil], subject: "s", agency: "one", number: 7),
            try self.key().digest(of: fields, subject: "s", agency: "one", number: 7),
        ]
        #expect(!others.contains(digest))
        #expect(Set(others).count == others.count)
    }

    @Test("it prints nothing of itself")
    func redacted() throws { #expect("\(try key())" == "<redacted>") }

    @Test("a short mark of a key is made of it alone")
    func fingerprint() {
        let (one, other) = (AccountKey().publicKey.bytes, AccountKey().publicKey.bytes)
        #expect(AccountPublicKey.shortFingerprint(of: one) == AccountPublicKey.shortFingerprint(of: one))
        #expect(AccountPublicKey.shortFingerprint(of: one) != AccountPublicKey.shortFingerprint(of: other))
        #expect(AccountPublicKey.shortFingerprint(of: Array("abc".utf8)) == "ba78 16bf 8f01 cfea")
    }
}
