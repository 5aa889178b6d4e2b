import Sealing
import Testing

@Suite("Account keys")
struct AccountKeyTests {
    private let purpose = Binding("test note", "account-1")

    @Test("what is sealed to an account opens with its key, at every length")
    func roundTrip() throws {
        let key = AccountKey()
        for count in [0, 1, 15, 16, 17, 31, 32, 33, 255, 1024, 70_000] {
            let content = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 7) }
            let sealed = try key.publicKey.seal(content, for: purpose)
            #expect(sealed.count == 1 + 32 + count + 16)
            #expect(try key.open(sealed, for: purpose) == content)
        }
    }

    @Test("sealing twice gives different bytes")
    func fresh() throws {
        let key = AccountKey().publicKey
        #expect(try key.seal([1], for: purpose) != key.seal([1], for: purpose))
    }

    @Test("another account's key and another purpose open nothing")
    func wrongKey() throws {
        let key = AccountKey()
        let sealed = try key.publicKey.seal(Array("words".utf8), for: purpose)
        #expect(throws: OpeningFault.refused) { try AccountKey().open(sealed, for: purpose) }
        for other in [Binding("test note", "account-2"), Binding("test", "account-1"), Binding("test note")] {
            #expect(throws: OpeningFault.refused) { try key.open(sealed, for: other) }
        }
    }

    @Test("every altered, cut or lengthened envelope is refused")
    func tampering() throws {
        let key = AccountKey()
        let sealed = try key.publicKey.seal(Array("words".utf8), for: purpose)
        for changed in tampered(sealed) {
            #expect(throws: OpeningFault.self) { try key.open(changed, for: purpose) }
        }
        #expect(throws: OpeningFault.unknownVersion(2)) { try key.open([2] + sealed.dropFirst(), for: purpose) }
        #expect(throws: OpeningFault.notInLayout) { try key.open([1] + sealed[1..<48], for: purpose) }
        #expect(throws: OpeningFault.notInLayout) { try key.open([], for: purpose) }
    }

    /// 0, 1, a point of order eight, and -1, 0 and 1 again as numbers not reduced by the field's prime.
    private static let weakPoints: [[UInt8]] = [
        [UInt8](repeating: 0, count: 32),
        [1] + [UInt8](repeating: 0, count: 31),
        [
            0xe0, 0xeb, 0x7a, 0x7c, 0x3b, 0x41, 0xb8, 0xae, 0x16, 0x56, 0xe3, 0xfa, 0xf1, 0x9f, 0xc4, 0x6a, 0xda, 0x09,
            0x8d, 0xeb, 0x9c, 0x32, 0xb1, 0xfd, 0x86, 0x62, 0x05, 0x16, 0x5f, 0x49, 0xb8, 0x00,
        ],
        [0xec] + [UInt8](repeating: 0xff, count: 30) + [0x7f],
        [0xed] + [UInt8](repeating: 0xff, count: 30) + [0x7f],
        [0xee] + [UInt8](repeating: 0xff, count: 30) + [0x7f],
    ]

    @Test("the weak points of the curve are no public keys", arguments: weakPoints)
    func weakPoint(bytes: [UInt8]) {
        #expect(AccountPublicKey(bytes: bytes) == nil)
    }

    @Test("a stored public key reads back; another length is none")
    func publicKey() throws {
        let key = AccountKey()
        let read = try #require(AccountPublicKey(bytes: key.publicKey.bytes))
        #expect(read == key.publicKey)
        #expect(try key.open(try read.seal([7], for: purpose), for: purpose) == [7])
        for count in [0, 31, 33] {
            #expect(AccountPublicKey(bytes: [UInt8](repeating: 9, count: count)) == nil)
        }
    }

    @Test("the private half comes back at each door it was wrapped for")
    func doors() throws {
        let key = AccountKey()
        let sealed = try key.publicKey.seal([42], for: purpose)
        for door in [RecoveryCode().wrappingKey, SessionKey().wrappingKey] {
            let wrapped = try key.wrapped(under: door, account: "account-1")
            #expect(wrapped.count == 61)
            let unwrapped = try AccountKey(unwrapping: wrapped, under: door, account: "account-1")
            #expect(unwrapped.publicKey == key.publicKey)
            #expect(try unwrapped.open(sealed, for: purpose) == [42])
        }
    }

    @Test("a wrapped key opens for no other account, at no other door and never altered")
    func wrongDoor() throws {
        let session = SessionKey()
        let wrapped = try AccountKey().wrapped(under: session.wrappingKey, account: "account-1")
        for other in [SessionKey().wrappingKey, RecoveryCode().wrappingKey] {
            #expect(throws: OpeningFault.refused) {
                try AccountKey(unwrapping: wrapped, under: other, account: "account-1")
            }
        }
        #expect(throws: OpeningFault.refused) {
            try AccountKey(unwrapping: wrapped, under: session.wrappingKey, account: "account-2")
        }
        for changed in tampered(wrapped) {
            #expect(throws: OpeningFault.self) {
                try AccountKey(unwrapping: changed, under: session.wrappingKey, account: "account-1")
            }
        }
    }
}

@Suite("Draft sheets' ids")
struct SheetKeyTests {
    @Test("the same key, agency and month give the same id; any difference gives another")
    func stability() throws {
        let owner = AccountKey()
        let door = SessionKey().wrappingKey
        let wrapped = try owner.wrapped(under: door, account: "a")
        let later = try AccountKey(unwrapping: wrapped, under: door, account: "a")
        let id = owner.sheetKey.sheetId(agency: "agency-1", month: "2026-03")
        #expect(id.count == 16)
        #expect(later.sheetKey.sheetId(agency: "agency-1", month: "2026-03") == id)
        let others = [
            owner.sheetKey.sheetId(agency: "agency-1", month: "2026-04"),
            owner.sheetKey.sheetId(agency: "agency-2", month: "2026-03"),
            owner.sheetKey.sheetId(agency: "agency-12", month: "026-03"),
            AccountKey().sheetKey.sheetId(agency: "agency-1", month: "2026-03"),
        ]
        #expect(Set(others + [id]).count == 5)
    }

    @Test("ids of many months do not repeat and use every bit about half the time")
    func spread() {
        let key = AccountKey().sheetKey
        let ids = (0..<1200).map { key.sheetId(agency: "agency", month: "\(2000 + $0 / 12)-\($0 % 12 + 1)") }
        #expect(Set(ids).count == ids.count)
        for bit in 0..<128 {
            let set = ids.count { $0[bit / 8] >> (bit % 8) & 1 == 1 }
            #expect((450...750).contains(set))
        }
    }
}
