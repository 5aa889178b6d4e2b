/// The printed code that opens an account's key when the passphrase is lost. Shown once, when it is made.
///
/// 128 random bits as Crockford's base32 with his check symbol: seven groups such as `4T0K-…-9F*`. So much chance needs no slow
/// derivation. The database keeps `storedId` and the account's key wrapped under `wrappingKey`; neither gives the code back.
package struct RecoveryCode: Redacted, Sendable {
    private static let byteCount = 16
    private static let symbolCount = 26
    private static let groupCount = 4
    private static let checkSymbols = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U")

    private let secret: Secret

    /// A new code.
    package init() {
        secret = .random(count: Self.byteCount)
    }

    private init(bytes: [UInt8]) {
        secret = Secret(bytes: bytes)
    }

    /// Reads a code as people type it: small letters, O for 0, I or L for 1, spaces and hyphens anywhere.
    package static func read(_ typed: String) -> RecoveryCodeReading {
        let symbols = typed.uppercased().filter { $0 != "-" && !$0.isWhitespace }.map(meant)
        guard symbols.count == symbolCount + 1 else { return .refused(.wrongLength(count: symbols.count)) }
        if let stranger = symbols.first(where: { !checkSymbols.contains($0) }) {
            return .refused(.unknownSymbol(stranger))
        }
        guard let bytes = Base32.crockford.decode(String(symbols.dropLast())),
            symbols.last == checkSymbol(of: bytes)
        else { return .refused(.mistyped) }
        return .code(RecoveryCode(bytes: bytes))
    }

    /// The code for paper.
    package var text: String {
        let bytes = secret.exposedBytes
        let symbols = Array(Base32.crockford.encode(bytes)) + [Self.checkSymbol(of: bytes)]
        let groups = stride(from: 0, to: symbols.count, by: Self.groupCount).map { start in
            String(symbols[start..<min(start + Self.groupCount, symbols.count)])
        }
        return groups.joined(separator: "-")
    }

    /// 32 bytes to store and to find the code's row by.
    package var storedId: [UInt8] {
        secret.derived(for: Binding("recovery code id")).exposedBytes
    }

    /// The key that the account's key is wrapped under for this code.
    package var wrappingKey: WrappingKey {
        WrappingKey(door: .recoveryCode, secret: secret.derived(for: Binding("recovery wrapping key")))
    }

    private static func meant(_ symbol: Character) -> Character {
        switch symbol {
        case "O": "0"
        case "I", "L": "1"
        default: symbol
        }
    }

    /// The bytes as one number, modulo 37: finds any one wrong symbol, and any two swapped among those before it.
    private static func checkSymbol(of bytes: [UInt8]) -> Character {
        checkSymbols[bytes.reduce(0) { ($0 << 8 | Int($1)) % 37 }]
    }
}

/// What became of a typed recovery code.
package enum RecoveryCodeReading: Sendable {
    /// Well formed; whether any account has it, the database knows.
    case code(RecoveryCode)
    case refused(RecoveryCodeRefusal)
}

/// Why a typed recovery code cannot be one. The words help to find the slip.
package enum RecoveryCodeRefusal: Equatable, Sendable, CustomStringConvertible {
    case wrongLength(count: Int)
    case unknownSymbol(Character)
    case mistyped

    package var description: String {
        switch self {
        case .wrongLength(let count):
            "A recovery code has 27 letters, digits and signs, hyphens not counted; this one has \(count)."
        case .unknownSymbol(let symbol): "A recovery code has no \u{201C}\(symbol)\u{201D}."
        case .mistyped: "There is a slip in the recovery code: its last sign does not fit the others."
        }
    }
}
