import Sealing
import Testing

@Suite("Second factor")
struct TOTPTests {
    /// RFC 6238's test secret for SHA-1.
    private let secret = TOTPSecret(bytes: Array("12345678901234567890".utf8))

    @Test(
        "the test values of RFC 6238, appendix B, in their last six digits",
        arguments: [
            (Int64(59), "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"), (1_234_567_890, "005924"),
            (2_000_000_000, "279037"), (20_000_000_000, "353130"),
        ])
    func vectors(seconds: Int64, digits: String) throws {
        let secret = try #require(secret)
        #expect(secret.check(digits, at: seconds, lastUsedStep: nil) == .right(step: seconds / 30))
        let spaced = String(digits.prefix(3) + " " + digits.suffix(3))
        #expect(secret.check(spaced, at: seconds, lastUsedStep: nil) == .right(step: seconds / 30))
    }

    @Test(
        "a code counts one step early and one step late, no further",
        arguments: [(-31, false), (-30, true), (-1, true), (0, true), (29, true), (30, true), (59, true), (60, false)])
    func window(offset: Int64, counts: Bool) throws {
        // 1,111,111,110 begins step 37,037,037, whose digits are 050471.
        let answer = try #require(secret).check("050471", at: 1_111_111_110 + offset, lastUsedStep: nil)
        #expect(answer == (counts ? .right(step: 37_037_037) : .wrong))
    }

    @Test("a code counts once, and no earlier one after it")
    func replay() throws {
        let secret = try #require(secret)
        #expect(secret.check("050471", at: 1_111_111_111, lastUsedStep: 37_037_036) == .right(step: 37_037_037))
        #expect(secret.check("050471", at: 1_111_111_111, lastUsedStep: 37_037_037) == .alreadyUsed)
        #expect(secret.check("081804", at: 1_111_111_111, lastUsedStep: 37_037_037) == .alreadyUsed)
        #expect(secret.check("050471", at: 1_111_111_111, lastUsedStep: 37_037_038) == .alreadyUsed)
    }

    @Test("anything else is wrong", arguments: ["", "05047", "0504710", "050472", "O50471", "٠٥٠٤٧١", "-50471"])
    func wrong(typed: String) throws {
        #expect(try #require(secret).check(typed, at: 1_111_111_111, lastUsedStep: nil) == .wrong)
    }

    @Test("a secret is read back from its own letters")
    func readingLetters() throws {
        #expect(try #require(TOTPSecret(base32: "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")).base32 == secret?.base32)
        let new = TOTPSecret()
        #expect(try #require(TOTPSecret(base32: new.base32)).base32 == new.base32)
    }

    @Test(
        "nothing else is a secret: too short, small letters, blanks, a strange sign, left-over bits",
        arguments: [
            "", "GEZDGNBVGY3TQOJQGEZDGNBV", "gezdgnbvgy3tqojqgezdgnbvgy3tqojq", "GEZD GNBVGY3TQOJQGEZDGNBVGY3TQOJ",
            "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJ0", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ=", "GEZDGNBVGY3TQOJQGEZDGNBVGY3",
        ])
    func noLetters(text: String) {
        #expect(TOTPSecret(base32: text)?.base32 == nil)
    }

    @Test("the address for the app, every special character escaped")
    func uri() throws {
        #expect(
            try #require(secret).uri(issuer: "Peer Support: A&B", login: "j.doe@example.gov")
                == "otpauth://totp/Peer%20Support%3A%20A%26B:j.doe%40example.gov"
                + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Peer%20Support%3A%20A%26B"
                + "&algorithm=SHA1&digits=6&period=30")
    }

    @Test("the stored secret opens only with the account's own key, for that account, unaltered")
    func sealing() throws {
        let key = AccountKey()
        let secret = try #require(secret)
        let sealed = try secret.sealed(to: key.publicKey, account: "a")
        #expect(try TOTPSecret(opening: sealed, with: key, account: "a").base32 == secret.base32)
        #expect(throws: OpeningFault.refused) { try TOTPSecret(opening: sealed, with: AccountKey(), account: "a") }
        #expect(throws: OpeningFault.refused) { try TOTPSecret(opening: sealed, with: key, account: "b") }
        for changed in tampered(sealed) {
            #expect(throws: OpeningFault.self) { try TOTPSecret(opening: changed, with: key, account: "a") }
        }
    }

    @Test("a secret has at least sixteen bytes, a new one twenty")
    func length() {
        #expect(TOTPSecret(bytes: [UInt8](repeating: 1, count: 15)) == nil)
        #expect(TOTPSecret().base32.count == 32)
        #expect(TOTPSecret().base32 != TOTPSecret().base32)
    }
}
