import Crypto
import Foundation
import Sealing
import Testing

func seekerKey(of receipt: Receipt, with keys: ServerKeys) throws -> SeekerKey {
    try SeekerKey(of: receipt, with: keys)
}

func typedReceipt(_ typed: String) throws -> Receipt {
    switch Receipt.read(typed) {
    case .code(let receipt): return receipt
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
            let first = try seekerKey(of: receipt, with: keys)
            let sealed = try first.publicKey.seal([42], for: purpose)
            #expect(first.id.count == 32)
            for typed in waysOfTyping(receipt.text) {
                let later = try seekerKey(of: try typedReceipt(typed), with: try ServerKeys.load(from: folder))
                #expect(later.id == first.id && later.publicKey == first.publicKey)
                #expect(try later.key.open(sealed, for: purpose) == [42])
            }
        }
    }

    @Test("another receipt has another id and opens nothing")
    func otherReceipt() async throws {
        try await inServerFolder { folder in
            let keys = try ServerKeys.load(from: folder)
            let found = try (0..<100).map { _ in try seekerKey(of: Receipt(), with: keys) }
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
            let before = try seekerKey(of: receipt, with: try ServerKeys.load(from: folder))
            try FileManager.default.removeItem(at: folder.appending(path: file))
            let after = try seekerKey(of: receipt, with: try ServerKeys.load(from: folder))
            #expect((after.id != before.id) == changesId)
            #expect((after.publicKey != before.publicKey) == changesKey)
        }
    }

    @Test("one pepper in both places still gives an id that is not the private half")
    func separation() async throws {
        try await inServerFolder { folder in
            let keyFile = folder.appending(path: "receipt-key.key")
            try Data(contentsOf: folder.appending(path: "receipt-id.key")).write(to: keyFile)
            let key = try seekerKey(of: Receipt(), with: try ServerKeys.load(from: folder))
            let ofId = try Curve25519.KeyAgreement.PrivateKey(rawRepresentation: key.id)
            #expect(Array(ofId.publicKey.rawRepresentation) != key.publicKey.bytes)
        }
    }

    /// Computed apart from the product, by HKDF-SHA256 as Python's standard library has it.
    @Test("what a receipt opens stays the same from release to release")
    func vector() async throws {
        try await inServerFolder { folder in
            try PeppersOfTheVector.write(to: folder)
            let key = try seekerKey(
                of: try typedReceipt(PeppersOfTheVector.receipt), with: try ServerKeys.load(from: folder))
            #expect(key.id == PeppersOfTheVector.id)
            let expected = try Curve25519.KeyAgreement.PrivateKey(rawRepresentation: PeppersOfTheVector.privateHalf)
            #expect(key.publicKey.bytes == Array(expected.publicKey.rawRepresentation))
        }
    }
}

/// The receipts that were given out when they were derived slowly.
@Suite("What a receipt of old opens")
struct OldReceiptTests {
    private func oldKey(
        of receipt: Receipt, with keys: ServerKeys, by derivation: KeyDerivation = KeyDerivation()
    ) async throws -> SeekerKey {
        switch try await derivation.oldSeekerKey(of: receipt, with: keys) {
        case .derived(let key): return key
        case .busy: throw UnexpectedRefusal()
        }
    }

    /// Computed apart from the product, by scrypt and HKDF-SHA256 as Python's standard library has them.
    @Test("it opens what it always did, at the work it always took")
    func vector() async throws {
        try await inServerFolder { folder in
            try PeppersOfTheVector.write(to: folder)
            let key = try await oldKey(
                of: try typedReceipt(PeppersOfTheVector.receipt), with: try ServerKeys.load(from: folder))
            #expect(key.id == PeppersOfTheVector.oldID)
            let expected = try Curve25519.KeyAgreement.PrivateKey(rawRepresentation: PeppersOfTheVector.oldPrivateHalf)
            #expect(key.publicKey.bytes == Array(expected.publicKey.rawRepresentation))
        }
    }

    @Test("it is another id and another pair than the same receipt gives at once")
    func apart() async throws {
        try await inServerFolder { folder in
            let keys = try ServerKeys.load(from: folder)
            let (receipt, light) = (Receipt(), KeyDerivation(receiptWork: try #require(lightWork)))
            let (old, new) = (
                try await oldKey(of: receipt, with: keys, by: light), try seekerKey(of: receipt, with: keys)
            )
            #expect(old.id != new.id && old.publicKey != new.publicKey)
        }
    }

    @Test("when too many wait, the rest are told at once; afterwards there is room again")
    func busy() async throws {
        try await inServerFolder { folder in
            let keys = try ServerKeys.load(from: folder)
            let derivation = KeyDerivation(waitingIn: FairQueue(atOnce: 1, longestLine: 2, most: 2))
            let derived = try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<12 {
                    group.addTask {
                        switch try await derivation.oldSeekerKey(of: Receipt(), with: keys) {
                        case .derived: true
                        case .busy: false
                        }
                    }
                }
                return try await group.reduce(into: [Bool]()) { $0.append($1) }
            }
            #expect(derived.count { $0 } >= 3)
            #expect(derived.count { !$0 } >= 1)
            _ = try await oldKey(of: Receipt(), with: keys, by: derivation)
        }
    }
}
