import Crypto

/// Bytes that open something: a key, a token, a verifier.
///
/// Printing it shows nothing, comparing takes the same time wherever two values differ. Its own storage is cleared when
/// released, but copies made on the way (`exposedBytes`, text typed by a person, swapped pages) are not: do not rely on
/// secrets being gone from the memory of a running process.
package struct Secret: Redacted, Equatable, Sendable {
    let key: SymmetricKey

    /// Takes over bytes made elsewhere: read from a file, a row or a browser.
    package init(bytes: [UInt8]) {
        key = SymmetricKey(data: bytes)
    }

    init(key: SymmetricKey) {
        self.key = key
    }

    /// New bytes from the system's generator.
    package static func random(count: Int = 32) -> Secret {
        Secret(bytes: randomBytes(count: count))
    }

    /// The bytes themselves, for the one place that must write or compare them. Named so that every use is easy to find.
    package var exposedBytes: [UInt8] {
        key.withUnsafeBytes { Array($0) }
    }

    /// Another secret for one purpose (HKDF-SHA256, RFC 5869); knowing it tells nothing about this one or its siblings.
    package func derived(for purpose: Binding, count: Int = 32) -> Secret {
        Secret(key: HKDF<SHA256>.deriveKey(inputKeyMaterial: key, info: purpose.bytes, outputByteCount: count))
    }

    /// The same with a pepper, a secret kept elsewhere: without both there is nothing to derive (HKDF-SHA256 with the pepper
    /// as its salt).
    func derived(for purpose: Binding, pepper: Secret, count: Int = 32) -> Secret {
        Secret(
            key: HKDF<SHA256>.deriveKey(
                inputKeyMaterial: key, salt: pepper.exposedBytes, info: purpose.bytes, outputByteCount: count))
    }
}

/// Bytes from the system's generator.
func randomBytes(count: Int) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
}
