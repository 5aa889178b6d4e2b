import Sealing
import Testing

@Suite("Signed checkpoints")
struct CheckpointTests {
    private func example() throws -> SignedCheckpoint {
        let head = try #require(try exampleChain(of: "agency-1", count: 3).last).head
        return try signingKey(1).sign(Checkpoint(head: head, day: "2026-03-31", at: 1_780_000_000_000))
    }

    @Test("the file form reads back and verifies with the published key")
    func roundTrip() throws {
        let signed = try example()
        let read = try #require(SignedCheckpoint(fileForm: try signed.fileForm()))
        #expect(read == signed)
        let published = try #require(AuditPublicKey(hex: try signingKey(1).publicKey.hex))
        #expect(read.isSigned(by: published))
        #expect(!read.isSigned(by: try signingKey(2).publicKey))
    }

    @Test("every changed character of the file is refused or no longer signed")
    func tampering() throws {
        let text = try example().fileForm()
        let key = try signingKey(1).publicKey
        for place in text.indices {
            for other in ["0", "1", "a", "\"", " ", "}"] where String(text[place]) != other {
                let changed = text.replacingCharacter(at: place, with: other)
                #expect(SignedCheckpoint(fileForm: changed)?.isSigned(by: key) != true)
            }
        }
        #expect(SignedCheckpoint(fileForm: "") == nil)
        #expect(SignedCheckpoint(fileForm: String(text.dropLast())) == nil)
        #expect(SignedCheckpoint(fileForm: text + "\n") == nil)
        #expect(SignedCheckpoint(fileForm: text.replacing("{", with: "{\"note\":1,")) == nil)
    }

    @Test("a wrong signature is the verdict, whatever the chain is like")
    func wrongSignature() throws {
        let signed = try example()
        let verdict = AuditChain.verify([], of: "agency-1", against: signed, signedBy: try signingKey(2).publicKey)
        #expect(verdict == .broken(.checkpointNotSigned))
    }

    @Test("a public key is 64 lowercase hexadecimal digits")
    func publicKey() throws {
        let hex = try signingKey(1).publicKey.hex
        for other in [
            "", String(hex.dropLast()), String(hex.dropLast(2)), hex + "00", hex.uppercased(), "g" + hex.dropFirst(),
        ] {
            #expect(AuditPublicKey(hex: other) == nil)
        }
    }
}

extension String {
    fileprivate func replacingCharacter(at place: Index, with other: String) -> String {
        String(self[..<place]) + other + String(self[index(after: place)...])
    }
}
