import Crypto
import Sealing
import Testing

@Suite("Secrets stay out of print")
struct SecretTests {
    /// Everything that holds a secret, filled so that any leak shows a run of 171 or its text forms.
    private static func holders() async throws -> [any Redacted] {
        let code = RecoveryCode()
        let session = SessionKey()
        let totp = try #require(TOTPSecret(bytes: [UInt8](repeating: 171, count: 20)))
        let salt = try #require(AuditSalt(bytes: [UInt8](repeating: 171, count: 32)))
        let signing = try #require(AuditSigningKey(bytes: [UInt8](repeating: 171, count: 32)))
        let account = AccountKey()
        let (keys, seeker) = try await inServerFolder { folder in
            let keys = try ServerKeys.load(from: folder)
            return (keys, try seekerKey(of: Receipt(), with: keys))
        }
        let browser = P256.KeyAgreement.PrivateKey().publicKey
        let push = try WebPushSubscription(
            endpoint: "https://push.example/171", p256dh: Array(browser.x963Representation),
            auth: [UInt8](repeating: 171, count: 16))
        return [
            Secret(bytes: [UInt8](repeating: 171, count: 32)), Passphrase(typed: "171 171 171 171"), code,
            code.wrappingKey, session, session.wrappingKey, totp, salt, signing, account, account.sheetKey,
            keys, Receipt(), seeker, seeker.key, SeekerPass(seeker, agency: "171", until: 171), RequestKey(),
            keys.vapid, push,
        ]
    }

    @Test("describing, debugging, dumping and interpolating show nothing")
    func redaction() async throws {
        for holder in try await Self.holders() {
            var dumped = ""
            dump(holder, to: &dumped)
            for shown in [String(describing: holder), String(reflecting: holder), "\(holder)", dumped] {
                #expect(shown.contains("<redacted>"))
                #expect(!shown.contains("171") && !shown.lowercased().contains("abab"))
            }
            #expect(Mirror(reflecting: holder).children.isEmpty)
        }
    }

    @Test("a struct around a secret shows nothing of it either")
    func redactionInside() {
        struct Row { let secret = Secret(bytes: [171, 171, 171]) }
        var dumped = ""
        dump(Row(), to: &dumped)
        #expect(!dumped.contains("171"))
        #expect(!"\(Row())".contains("171"))
    }

    @Test("equality is of bytes and length")
    func equality() {
        let secret = Secret.random()
        #expect(secret == Secret(bytes: secret.exposedBytes))
        for place in 0..<32 {
            var other = secret.exposedBytes
            other[place] ^= 1
            #expect(secret != Secret(bytes: other))
        }
        #expect(secret != Secret(bytes: Array(secret.exposedBytes.dropLast())))
    }

    @Test("derived secrets differ by purpose, by id and by how ids are parted")
    func derivation() {
        let secret = Secret(bytes: Array(0..<32))
        let bindings = [
            Binding("one"), Binding("two"), Binding("one", ""), Binding("one", "ab", "c"), Binding("one", "a", "bc"),
            Binding("one", "abc"),
        ]
        let derived = bindings.map { secret.derived(for: $0).exposedBytes }
        #expect(Set(derived).count == bindings.count)
        #expect(secret.derived(for: Binding("one")) == Secret(bytes: derived[0]))
        #expect(secret.derived(for: Binding("one"), count: 16).exposedBytes.count == 16)
    }

    @Test("random secrets do not repeat")
    func randomness() {
        #expect(Set((0..<1000).map { _ in Secret.random(count: 16).exposedBytes }).count == 1000)
    }
}
