import Crypto
import Foundation
import Sealing
import Testing

/// Derivation with work small enough for tests; the standard work is tried once.
func lightDerivation() throws -> KeyDerivation {
    let work = try #require(lightWork)
    return KeyDerivation(parameters: work, receiptWork: work, longestQueue: 1000)
}

func seekerKey(
    of receipt: Receipt, with keys: ServerKeys, by derivation: KeyDerivation? = nil
) async throws -> SeekerKey {
    switch try await (try derivation ?? lightDerivation()).seekerKey(of: receipt, with: keys) {
    case .derived(let key): return key
    case .busy: throw UnexpectedRefusal()
    }
}

func typedReceipt(_ typed: String) throws -> Receipt {
    switch Receipt.read(typed) {
    case .receipt(let receipt): return receipt
    case .refused(let refusal): throw refusal
    }
}

@Suite("What a receipt opens")
struct SeekerKeyTests {
    private let purpose = Binding("test note")

    @Test("the receipt gives the same id and the same pair again, however it is typed")
    func again() async throws {
        try await inServerFolder { folder in
            let keys = try ServerKeys.load(from: folder)
            let receipt = Receipt()
            let first = try await seekerKey(of: receipt, with: keys)
            let sealed = try first.publicKey.seal([42], for: purpose)
            #expect(first.id.count == 32)
            for typed in waysOfTyping(receipt.text) {
                let later = try await seekerKey(of: try typedReceipt(typed), with: try ServerKeys.load(from: folder))
                #expect(later.id == first.id && later.publicKey == first.publicKey)
                #expect(try later.key.open(sealed, for: purpose) == [42])
            }
        }
    }

    @Test("another receipt has another id and opens nothing")
    func otherReceipt() async throws {
        try await inServerFolder { folder in
            let keys = try ServerKeys.load(from: folder)
            let derivation = try lightDerivation()
            var found: [SeekerKey] = []
            for _ in 0..<100 { found.append(try await seekerKey(of: Receipt(), with: keys, by: derivation)) }
            #expect(Set(found.map(\.id)).count == 100)
            #expect(Set(found.map(\.publicKey.bytes)).count == 100)
            let sealed = try found[0].publicKey.seal([42], for: purpose)
            for other in found.dropFirst() {
                #expect(throws: OpeningFault.refused) { try other.key.open(sealed, for: purpose) }
            }
        }
    }

    @Test(
        "each pepper goes into its own half alone",
        arguments: [
            ("receipt-id.key", true, false), ("receipt-key.key", false, true), ("seeker-pass.key", false, false),
            ("audit-signing.key", false, false), ("login-throttle.key", false, false),
        ])
    func peppers(file: String, changesId: Bool, changesKey: Bool) async throws {
        try await inServerFolder { folder in
            let receipt = Receipt()
            let before = try await seekerKey(of: receipt, with: try ServerKeys.load(from: folder))
            try FileManager.default.removeItem(at: folder.appending(path: file))
            let after = try await seekerKey(of: receipt, with: try ServerKeys.load(from: folder))
            #expect((after.id != before.id) == changesId)
            #expect((after.publicKey != before.publicKey) == changesKey)
        }
    }

    @Test("one pepper in both places still gives an id that is not the private half")
    func separation() async throws {
        try await inServerFolder { folder in
            let keyFile = folder.appending(path: "receipt-key.key")
            try Data(contentsOf: folder.appending(path: "receipt-id.key")).write(to: keyFile)
            let key = try await seekerKey(of: Receipt(), with: try ServerKeys.load(from: folder))
            let ofId = try Curve25519.KeyAgreement.PrivateKey(rawRepresentation: key.id)
            #expect(Array(ofId.publicKey.rawRepresentation) != key.publicKey.bytes)
        }
    }

    @Test("other work gives another id: it must stay the same for all receipts")
    func work() async throws {
        try await inServerFolder { folder in
            let keys = try ServerKeys.load(from: folder)
            let receipt = Receipt()
            let light = try await seekerKey(of: receipt, with: keys)
            let standard = try await seekerKey(of: receipt, with: keys, by: KeyDerivation())
            #expect(light.id != standard.id)
            #expect(ScryptParameters.receipt == ScryptParameters(log2Rounds: 15, blockSize: 8, lanes: 1))
        }
    }

    @Test("a passphrase's work does not change what a receipt opens")
    func passphraseWork() async throws {
        try await inServerFolder { folder in
            let keys = try ServerKeys.load(from: folder)
            let receipt = Receipt()
            let light = KeyDerivation(parameters: try #require(lightWork))
            let one = try await seekerKey(of: receipt, with: keys, by: light)
            let two = try await seekerKey(of: receipt, with: keys, by: KeyDerivation())
            #expect(one.id == two.id && one.publicKey == two.publicKey)
        }
    }

    @Test("when too many wait, the rest are told at once; afterwards there is room again")
    func busy() async throws {
        try await inServerFolder { folder in
            let keys = try ServerKeys.load(from: folder)
            let derivation = KeyDerivation(atOnce: 1, longestQueue: 2)
            let derived = try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<12 {
                    group.addTask {
                        switch try await derivation.seekerKey(of: Receipt(), with: keys) {
                        case .derived: true
                        case .busy: false
                        }
                    }
                }
                return try await group.reduce(into: [Bool]()) { $0.append($1) }
            }
            #expect(derived.count { $0 } >= 3)
            #expect(derived.count { !$0 } >= 1)
            _ = try await seekerKey(of: Receipt(), with: keys, by: derivation)
        }
    }
}
