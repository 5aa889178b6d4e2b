import Crypto
import CryptoExtras
import Foundation

/// How much work one derivation takes (scrypt, RFC 7914). Stored with every hash, so that the work can grow with the years.
package struct ScryptParameters: Equatable, Sendable {
    /// Binary logarithm of N: 16 means N = 65,536.
    package let log2Rounds: Int
    /// r: the size of a block, in units of 128 bytes.
    package let blockSize: Int
    /// p: how many independent lanes, one after another.
    package let lanes: Int

    /// N = 2^16, r = 8, p = 1: 64 MiB and about a fifth of a second.
    package static let standard = ScryptParameters(standardLog2Rounds: 16)

    private init(standardLog2Rounds: Int) {
        log2Rounds = standardLog2Rounds
        blockSize = 8
        lanes = 1
    }

    /// Refuses (nil) N outside 2^10...2^20, r outside 1...32, p outside 1...16, and work of more than 1 GiB: a row must not be
    /// able to exhaust the server.
    package init?(log2Rounds: Int, blockSize: Int, lanes: Int) {
        guard (10...20).contains(log2Rounds), (1...32).contains(blockSize), (1...16).contains(lanes) else { return nil }
        self.log2Rounds = log2Rounds
        self.blockSize = blockSize
        self.lanes = lanes
        guard memory <= 1 << 30 else { return nil }
    }

    /// Bytes that a derivation holds while it runs.
    var memory: Int { 128 * blockSize * (1 << log2Rounds + lanes + 2) }
}

/// What is stored of a passphrase: the parameters, a salt and a verifier; never what opens the account's key.
package struct PassphraseHash: Equatable, Sendable {
    package let parameters: ScryptParameters
    let salt: [UInt8]
    let verifier: Secret

    /// `scrypt$16$8$1$<salt>$<verifier>`, salt and verifier in unpadded base64url.
    package var text: String {
        let numbers = [parameters.log2Rounds, parameters.blockSize, parameters.lanes].map(String.init)
        let values = [salt, verifier.exposedBytes].map(Base64URL.encode)
        return (["scrypt"] + numbers + values).joined(separator: "$")
    }

    /// Reads a stored hash. Refuses (nil) whatever `text` would not have written, to the character.
    package init?(text: String) {
        let fields = text.split(separator: "$", omittingEmptySubsequences: false).map(String.init)
        guard fields.count == 6, fields[0] == "scrypt" else { return nil }
        guard let log2Rounds = Int(fields[1]), let blockSize = Int(fields[2]), let lanes = Int(fields[3]),
            let parameters = ScryptParameters(log2Rounds: log2Rounds, blockSize: blockSize, lanes: lanes),
            let salt = Base64URL.decode(fields[4]), salt.count == Self.saltCount,
            let verifier = Base64URL.decode(fields[5]), verifier.count == Self.verifierCount
        else { return nil }
        self.init(parameters: parameters, salt: salt, verifier: Secret(bytes: verifier))
        guard self.text == text else { return nil }
    }

    init(parameters: ScryptParameters, salt: [UInt8], verifier: Secret) {
        self.parameters = parameters
        self.salt = salt
        self.verifier = verifier
    }

    static let saltCount = 16
    private static let verifierCount = 32
}

/// What one run of scrypt gives: 64 bytes, parted by HKDF into a verifier to store and a key to keep.
struct PassphraseKeys: Sendable {
    let verifier: Secret
    let wrappingKey: WrappingKey

    /// Slow on purpose; only `KeyDerivation` calls it, on its own threads.
    init(of passphrase: Passphrase, salt: [UInt8], parameters: ScryptParameters) throws {
        let derived = try KDF.Scrypt.deriveKey(
            from: passphrase.bytes, salt: salt, outputByteCount: 64, rounds: 1 << parameters.log2Rounds,
            blockSize: parameters.blockSize, parallelism: parameters.lanes, maxMemory: parameters.memory)
        let secret = Secret(key: derived)
        verifier = secret.derived(for: Binding("passphrase verifier"))
        wrappingKey = WrappingKey(door: .passphrase, secret: secret.derived(for: Binding("passphrase wrapping key")))
    }
}
