/// Five bits a character, in one of the alphabets in use here. Decoding is strict: one text for each value.
struct Base32: Sendable {
    /// RFC 4648: what authenticator apps read.
    static let standard = Base32(alphabet: "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
    /// The same in lowercase, for ids in URLs.
    static let lowercase = Base32(alphabet: "abcdefghijklmnopqrstuvwxyz234567")
    /// Crockford's: no I, L, O or U, for codes that people copy from paper.
    static let crockford = Base32(alphabet: "0123456789ABCDEFGHJKMNPQRSTVWXYZ")

    private let symbols: [Character]
    private let values: [Character: UInt8]

    private init(alphabet: String) {
        symbols = Array(alphabet)
        values = Dictionary(uniqueKeysWithValues: zip(symbols, UInt8(0)...))
    }

    func encode(_ bytes: [UInt8]) -> String {
        var text = ""
        var held = 0
        var heldBits = 0
        for byte in bytes {
            held = held << 8 | Int(byte)
            heldBits += 8
            while heldBits >= 5 {
                heldBits -= 5
                text.append(symbols[held >> heldBits & 31])
            }
            held &= (1 << heldBits) - 1
        }
        if heldBits > 0 { text.append(symbols[held << (5 - heldBits) & 31]) }
        return text
    }

    /// Nil for a symbol outside the alphabet, a length no bytes have, or left-over bits that are not zero.
    func decode(_ text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        var held = 0
        var heldBits = 0
        for symbol in text {
            guard let value = values[symbol] else { return nil }
            held = held << 5 | Int(value)
            heldBits += 5
            if heldBits >= 8 {
                heldBits -= 8
                bytes.append(UInt8(truncatingIfNeeded: held >> heldBits))
                held &= (1 << heldBits) - 1
            }
        }
        return heldBits < 5 && held == 0 ? bytes : nil
    }
}
