import CryptoExtras

/// How much work one derivation takes (scrypt, RFC 7914).
package struct ScryptParameters: Equatable, Sendable {
    /// Binary logarithm of N: 16 means N = 65,536.
    package let log2Rounds: Int
    /// r: the size of a block, in units of 128 bytes.
    package let blockSize: Int
    /// p: how many independent lanes, one after another.
    package let lanes: Int

    /// For passphrases, which people choose: N = 2^16, r = 8, p = 1, which is 64 MiB and about a fifth of a second. Stored
    /// with every hash, so that the work can grow with the years.
    package static let standard = ScryptParameters(log2Rounds: 16)

    /// For receipts that were given out when receipts were derived slowly: N = 2^15, r = 8, p = 1, which is 32 MiB and about a
    /// tenth of a second. It never changes, or they open nothing any more.
    package static let receipt = ScryptParameters(log2Rounds: 15)

    /// For a demonstration, whose passphrase everybody may read: no slowness protects it, and whoever tries it waits less.
    package static let demonstration = ScryptParameters(log2Rounds: 10)

    private init(log2Rounds: Int) {
        self.log2Rounds = log2Rounds
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
    private var memory: Int { 128 * blockSize * (1 << log2Rounds + lanes + 2) }

    /// 64 bytes from a secret. Slow on purpose: only `KeyDerivation` has it done, on its own threads.
    ///
    /// - Throws: When the machine has no memory for it.
    func stretch(_ secret: [UInt8], salt: [UInt8]) throws -> Secret {
        Secret(
            key: try KDF.Scrypt.deriveKey(
                from: secret, salt: salt, outputByteCount: 64, rounds: 1 << log2Rounds, blockSize: blockSize,
                parallelism: lanes, maxMemory: memory))
    }
}
