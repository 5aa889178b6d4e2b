import Foundation
import Sealing
import Testing

@Suite("The key of a request")
struct RequestKeyTests {
    private let request = RandomId()

    /// A second copy of the key, by way of a holder.
    private func copy(_ key: RequestKey) throws -> RequestKey {
        let holder = AccountKey()
        let sealed = try key.sealed(to: holder.publicKey, request: request, holder: "account-1")
        return try RequestKey(opening: sealed, with: holder, request: request, holder: "account-1")
    }

    private static func content(count: Int) -> [UInt8] {
        (0..<count).map { _ in .random(in: .min ... .max) }
    }

    @Test("every holder's copy opens what was sealed", arguments: RequestPart.allCases)
    func roundTrip(part: RequestPart) throws {
        let key = RequestKey()
        let sealed = try key.seal([1, 2, 3], as: part, request: request)
        #expect(try key.open(sealed, as: part, request: request) == [1, 2, 3])
        #expect(try copy(key).open(sealed, as: part, request: request) == [1, 2, 3])
    }

    @Test("any content comes back, whatever its length up to the most and its end", arguments: RequestPart.allCases)
    func anyContent(part: RequestPart) throws {
        let key = RequestKey()
        let most = part.mostBytes
        let lengths = [0, 1, 2, most - 1, most] + (0..<40).map { _ in Int.random(in: 0...most) }
        let endings: [[UInt8]] = [[], [0], [0x80], [0x80, 0], [0, 0x80, 0, 0], [UInt8](repeating: 0, count: 64)]
        for count in lengths {
            for ending in endings where ending.count <= count {
                let content = Self.content(count: count - ending.count) + ending
                let sealed = try key.seal(content, as: part, request: request)
                #expect(try key.open(sealed, as: part, request: request) == content)
            }
        }
    }

    @Test(
        "a part has one size for any content",
        arguments: [
            (RequestPart.card, 1024), (.words, 16384), (.course, 32768), (.message, 16384), (.consent, 4096),
        ])
    func sizes(part: RequestPart, padded: Int) throws {
        let key = RequestKey()
        for count in [0, 1, 17, 500, part.mostBytes] + (0..<20).map({ _ in Int.random(in: 0...part.mostBytes) }) {
            let sealed = try key.seal(Self.content(count: count), as: part, request: request, id: RandomId())
            #expect(sealed.count == 1 + 12 + padded + 16)
        }
        #expect(part.mostBytes == padded - 1)
    }

    @Test("every part has its size in the table above")
    func allSizes() { #expect(RequestPart.allCases.count == 5) }

    @Test("content that does not fit is refused in words that name the part", arguments: RequestPart.allCases)
    func tooLong(part: RequestPart) throws {
        for count in [part.mostBytes + 1, part.mostBytes + 2, part.mostBytes * 2] {
            let refusal = try #require(throws: RequestPartTooLong.self) {
                try RequestKey().seal([UInt8](repeating: 65, count: count), as: part, request: request)
            }
            #expect(refusal.part == part)
            #expect(refusal.description == "The \(part.rawValue) of a request has room for \(part.mostBytes) bytes.")
        }
    }

    @Test(
        "2000 characters of any script fit as JSON",
        arguments: ["a", "\"", "\n", "\u{1}", "\u{E9}", "\u{96E8}", "\u{1F642}"])
    func scripts(character: String) throws {
        let words = try JSONEncoder().encode([String(repeating: character, count: 2000)])
        for part in [RequestPart.words, .message] {
            #expect(words.count + 1000 < part.mostBytes)
        }
    }

    @Test("another request, part, id or key opens nothing")
    func wrongPlace() throws {
        let key = RequestKey()
        let id = RandomId()
        let message = try key.seal([7], as: .message, request: request, id: id)
        let single = try key.seal([7], as: .words, request: request)
        #expect(try key.open(message, as: .message, request: request, id: id) == [7])
        #expect(throws: OpeningFault.refused) { try RequestKey().open(message, as: .message, request: request, id: id) }
        #expect(throws: OpeningFault.refused) { try key.open(message, as: .message, request: RandomId(), id: id) }
        #expect(throws: OpeningFault.refused) { try key.open(message, as: .message, request: id, id: request) }
        #expect(throws: OpeningFault.refused) { try key.open(message, as: .message, request: request, id: RandomId()) }
        #expect(throws: OpeningFault.refused) { try key.open(message, as: .message, request: request) }
        // Words and messages have one size, so only the binding keeps them apart.
        #expect(throws: OpeningFault.refused) { try key.open(message, as: .words, request: request, id: id) }
        #expect(throws: OpeningFault.refused) { try key.open(single, as: .message, request: request) }
        #expect(throws: OpeningFault.refused) { try key.open(single, as: .words, request: request, id: id) }
        for part in RequestPart.allCases where part != .words && part != .message {
            #expect(throws: OpeningFault.notInLayout) { try key.open(single, as: part, request: request) }
        }
    }

    @Test("every altered, cut or lengthened part is refused")
    func tampering() throws {
        let key = RequestKey()
        let sealed = try key.seal(Array("words".utf8), as: .card, request: request)
        for changed in tampered(sealed) {
            #expect(throws: OpeningFault.self) { try key.open(changed, as: .card, request: request) }
        }
        #expect(throws: OpeningFault.unknownVersion(2)) {
            try key.open([2] + sealed.dropFirst(), as: .card, request: request)
        }
        #expect(throws: OpeningFault.notInLayout) { try key.open([], as: .card, request: request) }
    }

    @Test("sealing the same twice gives different bytes, and never the content")
    func fresh() throws {
        let key = RequestKey()
        let content = Array("the same words".utf8)
        let sealed = try (0..<100).map { _ in try key.seal(content, as: .card, request: request) }
        #expect(Set(sealed).count == 100)
        #expect(sealed.allSatisfy { !$0.contains(content) })
    }

    @Test("a holder's copy opens for that holder, of that request, with that key, and unaltered")
    func copies() throws {
        let holder = AccountKey()
        let sealed = try RequestKey().sealed(to: holder.publicKey, request: request, holder: "account-1")
        #expect(sealed.count == 81)
        _ = try RequestKey(opening: sealed, with: holder, request: request, holder: "account-1")
        #expect(throws: OpeningFault.refused) {
            try RequestKey(opening: sealed, with: AccountKey(), request: request, holder: "account-1")
        }
        #expect(throws: OpeningFault.refused) {
            try RequestKey(opening: sealed, with: holder, request: RandomId(), holder: "account-1")
        }
        for other in ["account-2", "seeker", "", "account-11"] {
            #expect(throws: OpeningFault.refused) {
                try RequestKey(opening: sealed, with: holder, request: request, holder: other)
            }
        }
        for changed in tampered(sealed) {
            #expect(throws: OpeningFault.self) {
                try RequestKey(opening: changed, with: holder, request: request, holder: "account-1")
            }
        }
    }

    @Test("the seeker opens the request by the receipt, and nobody by another one")
    func seeker() async throws {
        try await inServerFolder { folder in
            let keys = try ServerKeys.load(from: folder)
            let receipt = Receipt()
            let asked = try seekerKey(of: receipt, with: keys)
            let key = RequestKey()
            let copy = try key.sealed(to: asked.publicKey, request: request, holder: "seeker")
            let words = try key.seal(Array("words".utf8), as: .words, request: request)

            let returned = try seekerKey(of: try typedReceipt(receipt.text), with: keys)
            let opened = try RequestKey(opening: copy, with: returned.key, request: request, holder: "seeker")
            #expect(try opened.open(words, as: .words, request: request) == Array("words".utf8))

            let stranger = try seekerKey(of: Receipt(), with: keys)
            #expect(throws: OpeningFault.refused) {
                try RequestKey(opening: copy, with: stranger.key, request: request, holder: "seeker")
            }
        }
    }
}
