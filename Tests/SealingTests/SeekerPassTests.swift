import Foundation
import Sealing
import Testing

@Suite("What a seeker's browser keeps")
struct SeekerPassTests {
    private static let end: Int64 = 1_800_000_000_000
    private static let justBefore = end - 1

    private func pass(_ keys: ServerKeys, agency: String = "county", until: Int64 = end) throws -> SeekerPass {
        SeekerPass(try seekerKey(of: Receipt(), with: keys), agency: agency, until: until)
    }

    @Test("the cookie gives id, pair, agency and end back", arguments: ["county", "", "größe", "a-very-long-name"])
    func roundTrip(agency: String) async throws {
        try await inServerFolder { folder in
            let pass = try pass(try ServerKeys.load(from: folder), agency: agency)
            let token = try pass.token(sealedWith: try ServerKeys.load(from: folder))
            #expect(token.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") })
            let opened = try #require(
                SeekerPass.open(token, with: try ServerKeys.load(from: folder), now: Self.justBefore))
            #expect(opened.key.id == pass.key.id && opened.key.publicKey == pass.key.publicKey)
            #expect(opened.agency == agency && opened.until == Self.end)
            #expect(opened.formToken == pass.formToken)
            let sealed = try pass.key.publicKey.seal([42], for: Binding("test note"))
            #expect(try opened.key.key.open(sealed, for: Binding("test note")) == [42])
        }
    }

    @Test(
        "a pass is good until its end, and not at it or after",
        arguments: [
            (end, Int64.min, true), (end, 0, true), (end, justBefore, true), (end, end, false), (end, end + 1, false),
            (end, .max, false), (0, -1, true), (0, 0, false), (-5, -6, true), (-5, -5, false), (.max, .max - 1, true),
            (.max, .max, false), (.min, .min, false),
        ] as [(Int64, Int64, Bool)])
    func ends(until: Int64, now: Int64, isGood: Bool) async throws {
        try await inServerFolder { folder in
            let keys = try ServerKeys.load(from: folder)
            let token = try pass(keys, until: until).token(sealedWith: keys)
            #expect((SeekerPass.open(token, with: keys, now: now) != nil) == isGood)
        }
    }

    @Test("another server's cookie is refused, and so is this server's under a new key")
    func otherServer() async throws {
        try await inServerFolder { folder in
            let keys = try ServerKeys.load(from: folder)
            let token = try pass(keys).token(sealedWith: keys)
            try await inServerFolder { other in
                let otherKeys = try ServerKeys.load(from: other)
                #expect(SeekerPass.open(token, with: otherKeys, now: 0) == nil)
            }
            try FileManager.default.removeItem(at: folder.appending(path: "seeker-pass.key"))
            let renewed = try ServerKeys.load(from: folder)
            #expect(SeekerPass.open(token, with: renewed, now: 0) == nil)
        }
    }

    @Test("a cookie altered, cut, lengthened or made up is refused")
    func tampering() async throws {
        try await inServerFolder { folder in
            let keys = try ServerKeys.load(from: folder)
            let token = try pass(keys).token(sealedWith: keys)
            #expect(SeekerPass.open(token, with: keys, now: 0) != nil)
            for place in token.indices {
                var changed = token
                changed.replaceSubrange(place...place, with: token[place] == "A" ? "B" : "A")
                #expect(SeekerPass.open(changed, with: keys, now: 0) == nil)
                #expect(SeekerPass.open(String(token[..<place]), with: keys, now: 0) == nil)
            }
            for other in ["\(token)A", "\(token)=", " \(token)", "\(token)\n", SessionKey().token] {
                #expect(SeekerPass.open(other, with: keys, now: 0) == nil)
            }
        }
    }

    @Test("each sealing is another text; none shows id, agency or end")
    func fresh() async throws {
        try await inServerFolder { folder in
            let keys = try ServerKeys.load(from: folder)
            let pass = try pass(keys)
            let tokens = try (0..<100).map { _ in try pass.token(sealedWith: keys) }
            #expect(Set(tokens).count == 100)
            #expect(Set(tokens.map(\.count)).count == 1)
            for token in tokens {
                let standard = token.replacing("-", with: "+").replacing("_", with: "/")
                let bytes = try #require(
                    Data(base64Encoded: standard + String(repeating: "=", count: (4 - token.count % 4) % 4)))
                #expect(bytes.firstRange(of: Data(pass.key.id.prefix(6))) == nil)
                #expect(bytes.firstRange(of: Data("county".utf8)) == nil)
            }
        }
    }

    @Test("a form is accepted from its own seeker and agency only")
    func formToken() async throws {
        try await inServerFolder { folder in
            let keys = try ServerKeys.load(from: folder)
            let pass = try pass(keys)
            let own = pass.formToken
            #expect(own.count == 43)
            #expect(pass.accepts(formToken: own))
            #expect(SeekerPass(pass.key, agency: "county", until: 1).accepts(formToken: own))
            let elsewhere = SeekerPass(pass.key, agency: "town", until: Self.end).formToken
            let others = ["", "a", elsewhere, try self.pass(keys).formToken, "\(own)A", "\(own)="]
            for other in others {
                #expect(!pass.accepts(formToken: other))
            }
        }
    }
}
