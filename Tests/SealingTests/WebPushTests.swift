import Crypto
import Foundation
import Sealing
import Testing

private func bytes(_ base64URL: String) throws -> [UInt8] {
    let standard = base64URL.replacing("-", with: "+").replacing("_", with: "/")
    let padding = String(repeating: "=", count: (4 - standard.count % 4) % 4)
    return Array(try #require(Data(base64Encoded: standard + padding)))
}

private func base64URL(_ bytes: some Sequence<UInt8>) -> String {
    Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
}

/// A browser that has subscribed, and reads what it gets as RFC 8291 and RFC 8188 tell it to.
private struct Browser {
    let key = P256.KeyAgreement.PrivateKey()
    let auth = (0..<16).map { _ in UInt8.random(in: .min ... .max) }

    func subscription(at endpoint: String = "https://push.example/send/1") throws -> WebPushSubscription {
        try WebPushSubscription(
            endpoint: endpoint, p256dh: base64URL(key.publicKey.x963Representation), auth: base64URL(auth))
    }

    func read(_ body: [UInt8]) throws -> [UInt8] {
        let salt = Array(body[..<16])
        let sender = Array(body[21..<86])
        let record = Array(body[86...])
        let agreed = try key.sharedSecretFromKeyAgreement(with: .init(x963Representation: sender))
        let info = Array("WebPush: info\0".utf8) + key.publicKey.x963Representation + sender
        let secret = agreed.hkdfDerivedSymmetricKey(
            using: SHA256.self, salt: auth, sharedInfo: info, outputByteCount: 32)
        func derived(_ name: String, _ count: Int) -> SymmetricKey {
            HKDF<SHA256>.deriveKey(
                inputKeyMaterial: secret, salt: salt, info: Array("Content-Encoding: \(name)\0".utf8),
                outputByteCount: count)
        }
        let nonce = try AES.GCM.Nonce(data: derived("nonce", 12).withUnsafeBytes { Array($0) })
        let box = try AES.GCM.SealedBox(nonce: nonce, ciphertext: record.dropLast(16), tag: record.suffix(16))
        let padded = Array(try AES.GCM.open(box, using: derived("aes128gcm", 16)))
        let end = try #require(padded.lastIndex { $0 != 0 })
        #expect(padded[end] == 2)
        return Array(padded[..<end])
    }
}

@Suite("Notifications to the installed page")
struct WebPushTests {
    @Test("the worked example of RFC 8291, appendix A, to the byte")
    func workedExample() throws {
        let subscription = try WebPushSubscription(
            endpoint: "https://push.example.net/push/JzLQ3raZJfFBR0aqvOMsLrt54w4rJUsV",
            p256dh: "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
            auth: "BTBZMqHH6r4Tts7J_aSIgg")
        guard
            let sender = WebPushSender(
                senderKey: try bytes("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"),
                salt: try bytes("DGv6ra1nlYgDCS1FRnbzlw"))
        else {
            Issue.record("the example's own key and salt were refused")
            return
        }
        let content = Array("When I grow up, I want to be a watermelon".utf8)
        let body = try subscription.encrypt(content, by: sender, paddedCount: content.count + 1)
        #expect(
            base64URL(body)
                == "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8w"
                + "EqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN")
    }

    @Test("a browser reads any content back, and every body has one size")
    func anyContent() throws {
        let browser = Browser()
        let subscription = try browser.subscription()
        let most = WebPushSubscription.paddedCount - 1
        for count in [0, 1, most - 1, most] + (0..<40).map({ _ in Int.random(in: 0...most) }) {
            for ending in [[], [0], [2], [2, 0, 0]] as [[UInt8]] where ending.count <= count {
                let content = (0..<count - ending.count).map { _ in UInt8.random(in: .min ... .max) } + ending
                let body = try subscription.encrypt(content)
                #expect(body.count == 86 + WebPushSubscription.paddedCount + 16)
                #expect(try browser.read(body) == content)
            }
        }
    }

    @Test("another browser does not read it, nor the same one with another secret")
    func otherBrowser() throws {
        let browser = Browser()
        let body = try browser.subscription().encrypt(Array("words".utf8))
        #expect(throws: (any Error).self) { try Browser().read(body) }
        let forged = try WebPushSubscription(
            endpoint: "https://push.example/1", p256dh: Array(browser.key.publicKey.x963Representation),
            auth: [UInt8](repeating: 1, count: 16))
        let wrong = try forged.encrypt(Array("words".utf8))
        #expect(throws: (any Error).self) { try browser.read(wrong) }
    }

    @Test("no two bodies share a sender, a salt or a byte of content")
    func fresh() throws {
        let subscription = try Browser().subscription()
        let content = Array("the same words".utf8)
        let bodies = try (0..<50).map { _ in try subscription.encrypt(content) }
        #expect(Set(bodies.map { Array($0[..<16]) }).count == 50)
        #expect(Set(bodies.map { Array($0[21..<86]) }).count == 50)
        #expect(bodies.allSatisfy { !$0.contains(content) })
    }

    @Test("content that does not fit is refused", arguments: [1024, 1025, 5000])
    func tooLong(count: Int) throws {
        let subscription = try Browser().subscription()
        #expect(throws: WebPushTooLong.self) { try subscription.encrypt([UInt8](repeating: 65, count: count)) }
    }

    @Test("a body is never larger than every push service takes")
    func largest() throws {
        let subscription = try Browser().subscription()
        #expect(try subscription.encrypt([1], paddedCount: 3994).count == 4096)
        #expect(throws: WebPushTooLong.self) { try subscription.encrypt([1], paddedCount: 3995) }
        #expect(throws: WebPushTooLong.self) { try subscription.encrypt([], paddedCount: 0) }
    }

    @Test(
        "a sender of another size is none",
        arguments: [(31, 16), (33, 16), (0, 16), (32, 15), (32, 17), (32, 0)])
    func noSender(key: Int, salt: Int) {
        let isNone =
            switch WebPushSender(
                senderKey: [UInt8](repeating: 1, count: key), salt: [UInt8](repeating: 1, count: salt))
            {
            case .none: true
            case .some: false
            }
        #expect(isNone)
    }

    @Test(
        "a subscription belongs to its push service",
        arguments: [
            ("https://push.example/1?a=b", "https://push.example"),
            ("https://PUSH.example:443/1", "https://push.example"),
            ("https://push.example:8443/1", "https://push.example:8443"), ("https://[::2]:9/", "https://[::2]:9"),
            ("http://127.0.0.1:8080/1", "http://127.0.0.1:8080"), ("http://localhost/1", "http://localhost"),
            ("http://[::1]:80/1", "http://[::1]"),
        ])
    func origin(endpoint: String, origin: String) throws {
        let subscription = try Browser().subscription(at: endpoint)
        #expect(subscription.origin == origin)
        let again = try WebPushSubscription(
            endpoint: subscription.endpoint, p256dh: subscription.p256dh, auth: subscription.auth)
        #expect(again.endpoint == endpoint && again.origin == origin)
    }

    @Test(
        "what is no push service's address is refused",
        arguments: [
            "", "push.example", "http://push.example/1", "http://127.0.0.1.push.example/1", "http://10.0.0.1/",
            "ftp://push.example/1", "https:///1", "https://", "https://me@push.example/1",
            "https://me:pw@push.example/",
            "https://push.example/a b", "https://push.example\\@other.example/", "https://push.example/\n",
            "file:///etc/passwd", "javascript:1", "https://push.example/" + String(repeating: "a", count: 2000),
        ])
    func noEndpoint(endpoint: String) throws {
        let browser = Browser()
        #expect(throws: WebPushRefusal.endpoint) { try browser.subscription(at: endpoint) }
    }

    @Test("a key or secret that is none is refused in words that name its field")
    func noKeys() throws {
        let browser = Browser()
        let key = Array(browser.key.publicKey.x963Representation)
        let compressed = Array(browser.key.publicKey.compressedRepresentation)
        let offCurve = [4] + [UInt8](repeating: 1, count: 64)
        for wrong in [[], Array(key.dropLast()), key + [0], compressed, offCurve] {
            #expect(throws: WebPushRefusal.p256dh) {
                try WebPushSubscription(endpoint: "https://push.example/", p256dh: wrong, auth: browser.auth)
            }
        }
        for count in [0, 15, 17] {
            #expect(throws: WebPushRefusal.auth) {
                try WebPushSubscription(
                    endpoint: "https://push.example/", p256dh: key, auth: [UInt8](repeating: 1, count: count))
            }
        }
        #expect(throws: WebPushRefusal.p256dh) {
            try WebPushSubscription(endpoint: "https://push.example/", p256dh: "!", auth: base64URL(browser.auth))
        }
        #expect(throws: WebPushRefusal.auth) {
            try WebPushSubscription(endpoint: "https://push.example/", p256dh: base64URL(key), auth: "!")
        }
        let refusals = [WebPushRefusal.endpoint, .p256dh, .auth].map(\.description)
        #expect(refusals.map { $0.prefix { $0 != ":" } } == ["endpoint", "p256dh", "auth"])
    }
}

@Suite("How push services know this server")
struct VAPIDTests {
    private struct Token {
        let header: [String: String]
        let claims: Claims
        let signed: [UInt8]
        let signature: P256.Signing.ECDSASignature
        let publicKey: P256.Signing.PublicKey

        struct Claims: Decodable {
            let aud: String
            let exp: Int64
            let sub: String
        }

        /// Reads `vapid t=…, k=…` as RFC 8292, section 3, has it.
        init(authorization: String) throws {
            let match = try #require(
                authorization.wholeMatch(of: /vapid t=([\w-]+)\.([\w-]+)\.([\w-]+), k=([\w-]+)/))
            header = try JSONDecoder().decode([String: String].self, from: Data(try bytes(String(match.1))))
            claims = try JSONDecoder().decode(Claims.self, from: Data(try bytes(String(match.2))))
            signed = Array("\(match.1).\(match.2)".utf8)
            signature = try P256.Signing.ECDSASignature(rawRepresentation: try bytes(String(match.3)))
            publicKey = try P256.Signing.PublicKey(x963Representation: try bytes(String(match.4)))
        }
    }

    @Test("the token is for this push service and these twelve hours, and signed by the key beside it")
    func token() async throws {
        try await inServerFolder { folder in
            let keys = try ServerKeys.load(from: folder)
            let subscription = try Browser().subscription(at: "https://push.example:8443/send/secret-path")
            let authorization = try keys.vapid.authorization(
                for: subscription, contact: "mailto:it@county.example", now: 1_800_000_000_999)
            let token = try Token(authorization: authorization)
            #expect(token.header == ["alg": "ES256", "typ": "JWT"])
            #expect(token.claims.aud == "https://push.example:8443")
            #expect(token.claims.exp == 1_800_000_000 + 12 * 3600)
            #expect(token.claims.sub == "mailto:it@county.example")
            #expect(token.publicKey.isValidSignature(token.signature, for: token.signed))
            #expect(authorization.hasSuffix(", k=\(keys.vapid.publicText)"))
            #expect(!authorization.contains("secret-path"))
            let other = P256.Signing.PrivateKey().publicKey
            #expect(!other.isValidSignature(token.signature, for: token.signed))
            #expect(!token.publicKey.isValidSignature(token.signature, for: token.signed + [0]))
        }
    }

    @Test("the key stays the same after a restart; the file holds the private half as other programs know it")
    func stored() async throws {
        try await inServerFolder { folder in
            let keys = try ServerKeys.load(from: folder)
            let raw = try Data(contentsOf: folder.appending(path: "vapid.key"))
            let key = try P256.Signing.PrivateKey(rawRepresentation: raw)
            #expect(keys.vapid.publicText == base64URL(key.publicKey.x963Representation))
            #expect(try ServerKeys.load(from: folder).vapid.publicText == keys.vapid.publicText)
        }
    }

    @Test("a file that holds no such key stops the start, and is left as it is", arguments: [UInt8(0), 255])
    func noKey(byte: UInt8) async throws {
        try await inServerFolder { folder in
            let file = folder.appending(path: "vapid.key")
            let wrong = Data(repeating: byte, count: 32)
            try wrong.write(to: file)
            let fault = try #require(throws: ServerKeysFault.self) { try ServerKeys.load(from: folder) }
            #expect(fault == .notOfItsKind(path: file.path))
            #expect(fault.description.hasPrefix(file.path))
            #expect(try Data(contentsOf: file) == wrong)
        }
    }
}
