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
        let secret = try parameters.stretch(passphrase.bytes, salt: salt)
        verifier = secret.derived(for: Binding("passphrase verifier"))
        wrappingKey = WrappingKey(door: .passphrase, secret: secret.derived(for: Binding("passphrase wrapping key")))
    }
}
