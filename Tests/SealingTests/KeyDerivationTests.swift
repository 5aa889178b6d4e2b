import Sealing
import Testing

@Suite("Derivation of keys, a few at a time")
struct KeyDerivationTests {
    private static func name(_ check: PassphraseCheck) -> String {
        switch check {
        case .right: "right"
        case .wrong: "wrong"
        case .busy: "busy"
        }
    }

    @Test("a queue that is full refuses at once, the others are served, and afterwards there is room again")
    func bounded() async throws {
        let work = try #require(ScryptParameters(log2Rounds: 15, blockSize: 8, lanes: 1))
        let derivation = KeyDerivation(parameters: work, waitingIn: FairQueue(atOnce: 2, longestLine: 3, most: 3))
        let answers = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<20 {
                group.addTask { Self.name(try await derivation.check(Passphrase(typed: "anything"), against: nil)) }
            }
            return try await group.reduce(into: [String]()) { $0.append($1) }
        }
        #expect(answers.count { $0 == "wrong" } >= 5)
        #expect(answers.count { $0 == "busy" } >= 1)
        #expect(answers.count { $0 == "right" } == 0)
        #expect(Self.name(try await derivation.check(Passphrase(typed: "anything"), against: nil)) == "wrong")
    }

    @Test("everyone in a queue that is long enough is served")
    func served() async throws {
        let derivation = KeyDerivation(
            parameters: try #require(lightWork), waitingIn: FairQueue(atOnce: 2, longestLine: 200, most: 200))
        let answers = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<100 {
                group.addTask { Self.name(try await derivation.check(Passphrase(typed: "anything"), against: nil)) }
            }
            return try await group.reduce(into: [String]()) { $0.append($1) }
        }
        #expect(answers == Array(repeating: "wrong", count: 100))
    }

    /// That an unknown account takes the same work as a known one shows above: whoever asks for one waits for a place.
    @Test("a passphrase is hashed at the standard work")
    func standardWork() async throws {
        guard case .made(let hash, _) = try await KeyDerivation().hash(try accepted("lamp orbit kettle"))
        else {
            Issue.record("busy")
            return
        }
        #expect(hash.text.hasPrefix("scrypt$16$8$1$"))
    }

    @Test(
        "parameters outside their bounds are refused",
        arguments: [(9, 8, 1), (21, 8, 1), (16, 0, 1), (16, 33, 1), (16, 8, 0), (16, 8, 17), (20, 32, 1), (-1, 8, 1)])
    func bounds(log2Rounds: Int, blockSize: Int, lanes: Int) {
        #expect(ScryptParameters(log2Rounds: log2Rounds, blockSize: blockSize, lanes: lanes) == nil)
    }

    @Test(
        "unusual parameters within their bounds work, and an empty passphrase is only wrong",
        arguments: [(10, 32, 16), (10, 1, 1), (12, 16, 4)])
    func unusual(log2Rounds: Int, blockSize: Int, lanes: Int) async throws {
        let work = try #require(ScryptParameters(log2Rounds: log2Rounds, blockSize: blockSize, lanes: lanes))
        let derivation = KeyDerivation(parameters: work)
        #expect(Self.name(try await derivation.check(Passphrase(typed: ""), against: nil)) == "wrong")
    }
}
