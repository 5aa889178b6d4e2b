import Sealing
import Testing

/// Work small enough for tests; the standard work is tried once.
let lightWork = ScryptParameters(log2Rounds: 10, blockSize: 8, lanes: 1)

func accepted(_ typed: String) throws -> AcceptedPassphrase {
    guard case .accepted(let passphrase) = Passphrase(typed: typed).asNew(agency: "Example Agency", login: "jdoe")
    else { throw UnexpectedRefusal() }
    return passphrase
}

struct UnexpectedRefusal: Error {}

@Suite("Passphrases")
struct PassphraseTests {
    @Test(
        "new passphrases that are refused, and why",
        arguments: [
            ("", PassphraseRefusal.tooShort(count: 0)),
            ("elevenchars", .tooShort(count: 11)),
            ("ﬁﬁﬁﬁﬁ", .tooShort(count: 10)),
            (String(repeating: "never the same ", count: 18), .tooLong(count: 270)),
            ("Password1234!", .wellKnown),
            ("123456789012", .wellKnown),
            ("abcdefghijkl", .wellKnown),
            ("aaaaaaaaaaaaaaaa", .wellKnown),
            ("abababababab", .wellKnown),
            ("correct horse battery staple", .wellKnown),
            ("I like Example Agency", .containsAgency),
            ("i-like-EXAMPLE.agency", .containsAgency),
            ("j.smith is tired today", .containsLogin),
            ("so JSmith sat down", .containsLogin),
        ])
    func refused(typed: String, why: PassphraseRefusal) {
        let choice = Passphrase(typed: typed).asNew(agency: "Example Agency", login: "jsmith@example.gov")
        guard case .refused(let refusal) = choice else {
            Issue.record("accepted")
            return
        }
        #expect(refusal == why)
        #expect(refusal.description.hasSuffix("."))
        #expect(typed.isEmpty || !refusal.description.contains(typed))
    }

    @Test(
        "new passphrases that are accepted",
        arguments: [
            "twelve chars", "lamp orbit kettle", "naïve café zebra", "雨が降っています今日も明日もね", "Al is a short login",
            String(repeating: "never the same ", count: 17), "8264 9173 5520",
        ])
    func accepted(typed: String) {
        let choice = Passphrase(typed: typed).asNew(agency: "Example Agency", login: "al")
        guard case .accepted = choice else {
            Issue.record("refused: \(choice)")
            return
        }
    }

    @Test("one passphrase in two Unicode forms is one passphrase; another is another")
    func normalisation() async throws {
        let derivation = KeyDerivation(parameters: try #require(lightWork))
        let chosen = try SealingTests.accepted("caf\u{E9} ﬁne weather")
        guard case .made(let hash, _) = try await derivation.hash(chosen) else {
            Issue.record("busy")
            return
        }
        for same in ["cafe\u{301} fine weather", "caf\u{E9} fine weather"] {
            guard case .right = try await derivation.check(Passphrase(typed: same), against: hash) else {
                Issue.record("refused")
                return
            }
        }
        for other in ["cafe fine weather", "Caf\u{E9} fine weather", "caf\u{E9} fine weather ", ""] {
            guard case .wrong = try await derivation.check(Passphrase(typed: other), against: hash) else {
                Issue.record("accepted")
                return
            }
        }
    }
}

@Suite("Stored hashes of passphrases")
struct PassphraseHashTests {
    @Test("a stored hash reads back, with its own parameters")
    func roundTrip() async throws {
        let work = try #require(ScryptParameters(log2Rounds: 11, blockSize: 4, lanes: 2))
        let passphrase = try accepted("lamp orbit kettle")
        guard case .made(let hash, let wrapping) = try await KeyDerivation(parameters: work).hash(passphrase) else {
            Issue.record("busy")
            return
        }
        #expect(hash.text.hasPrefix("scrypt$11$4$2$"))
        let read = try #require(PassphraseHash(text: hash.text))
        #expect(read == hash && read.parameters == work)

        let key = AccountKey()
        let wrapped = try key.wrapped(under: wrapping, account: "a")
        let grown = KeyDerivation(parameters: try #require(lightWork))
        guard
            case .right(let again, let outgrown) = try await grown.check(
                Passphrase(typed: "lamp orbit kettle"), against: read)
        else {
            Issue.record("refused")
            return
        }
        #expect(outgrown)
        #expect(try AccountKey(unwrapping: wrapped, under: again, account: "a").publicKey == key.publicKey)
    }

    @Test("the verifier does not open the account's key")
    func verifierIsNotTheKey() async throws {
        let passphrase = try accepted("lamp orbit kettle")
        let derivation = KeyDerivation(parameters: try #require(lightWork))
        guard case .made(let first, let firstKey) = try await derivation.hash(passphrase),
            case .made(let second, let secondKey) = try await derivation.hash(passphrase)
        else {
            Issue.record("busy")
            return
        }
        #expect(first.text != second.text)
        let wrapped = try AccountKey().wrapped(under: firstKey, account: "a")
        #expect(throws: OpeningFault.refused) { try AccountKey(unwrapping: wrapped, under: secondKey, account: "a") }
    }

    private static let salt = String(repeating: "A", count: 22)
    private static let verifier = String(repeating: "A", count: 43)
    private static let values = "\(salt)$\(verifier)"

    @Test("the form that is read")
    func form() {
        #expect(PassphraseHash(text: "scrypt$16$8$1$\(Self.values)") != nil)
    }

    @Test(
        "whatever is not a stored hash's own text is refused",
        arguments: [
            "", "scrypt", "scrypt$16$8$1", "scrypt$16$8$1$\(salt)", "argon2$16$8$1$\(values)",
            "SCRYPT$16$8$1$\(values)", "$scrypt$16$8$1$\(salt)$", "scrypt$16$8$1$\(values)$",
            "scrypt$9$8$1$\(values)", "scrypt$21$8$1$\(values)", "scrypt$20$32$1$\(values)",
            "scrypt$16$0$1$\(values)", "scrypt$16$8$0$\(values)", "scrypt$16$8$17$\(values)",
            "scrypt$016$8$1$\(values)", "scrypt$+16$8$1$\(values)", "scrypt$-16$8$1$\(values)",
            "scrypt$99999999999999999999$8$1$\(values)", "scrypt$16$8$1$\(salt)A$\(verifier)",
            "scrypt$16$8$1$\(values)A", "scrypt$16$8$1$\(values)=", "scrypt$16$8$1$\(values)\n",
            "scrypt$16$8$1$\(values.dropLast())B", "scrypt$16$8$1$\(salt.dropLast())+$\(verifier)",
        ])
    func refused(text: String) {
        #expect(PassphraseHash(text: text) == nil)
    }
}
