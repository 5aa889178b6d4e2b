/// A secret that people copy from paper or read out: random bytes as Crockford's base32 in groups of four, such as
/// `4T0K-…-9F`, the last symbol being his check symbol.
struct PrintedCode: Redacted, Sendable {
    private static let symbolsInGroup = 4
    private static let symbols = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

    let secret: Secret

    /// A new code. His check symbol could also be one of `*~$=U`, which are hard to say and to find on a telephone's
    /// keyboard: a code is drawn anew until it has an ordinary one. That costs a fifth of a bit.
    init(_ kind: PrintedCodeKind) {
        var bytes: [UInt8]
        repeat { bytes = randomBytes(count: kind.byteCount) } while Self.checkSymbol(of: bytes) == nil
        secret = Secret(bytes: bytes)
    }

    /// The code that a secret gives for one purpose, the same each time; known to nobody without the secret.
    init(_ kind: PrintedCodeKind, from secret: Secret, for purpose: Binding) {
        var bytes: [UInt8]
        var drawn = secret
        repeat {
            drawn = drawn.derived(for: purpose)
            bytes = Array(drawn.derived(for: purpose, count: kind.byteCount).exposedBytes)
        } while Self.checkSymbol(of: bytes) == nil
        self.secret = Secret(bytes: bytes)
    }

    /// Reads a code as people type it: small letters, O for 0, I or L for 1, spaces and hyphens of any kind anywhere.
    init(_ kind: PrintedCodeKind, typed: String) throws(PrintedCodeRefusal) {
        let typedSymbols = typed.unicodeScalars.filter { !Self.isSeparator($0) }
        let symbols = String(String.UnicodeScalarView(typedSymbols)).uppercased().map(Self.meant)
        guard symbols.count == kind.symbolCount else {
            throw PrintedCodeRefusal(kind: kind, slip: .wrongLength(count: symbols.count))
        }
        if let stranger = symbols.first(where: { !Self.symbols.contains($0) }) {
            throw PrintedCodeRefusal(kind: kind, slip: .unknownSymbol(stranger))
        }
        guard let bytes = Base32.crockford.decode(String(symbols.dropLast())),
            symbols.last == Self.checkSymbol(of: bytes)
        else { throw PrintedCodeRefusal(kind: kind, slip: .mistyped) }
        secret = Secret(bytes: bytes)
    }

    /// What a code of the kind is, as somebody typed it.
    static func read<Code>(
        _ kind: PrintedCodeKind, _ typed: String, as code: (PrintedCode) -> Code
    ) -> CodeReading<Code> {
        do {
            return .code(code(try PrintedCode(kind, typed: typed)))
        } catch {
            return .refused(error)
        }
    }

    /// The code for paper.
    var text: String {
        let bytes = secret.exposedBytes
        let check = Self.checkSymbol(of: bytes).map { [$0] } ?? []
        let symbols = Array(Base32.crockford.encode(bytes)) + check
        let groups = stride(from: 0, to: symbols.count, by: Self.symbolsInGroup).map { start in
            String(symbols[start..<min(start + Self.symbolsInGroup, symbols.count)])
        }
        return groups.joined(separator: "-")
    }

    /// Spaces, hyphens and dashes, and the invisible marks that copying from a page can bring along.
    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        let category = scalar.properties.generalCategory
        return scalar.properties.isWhitespace || category == .dashPunctuation || category == .format
    }

    private static func meant(_ symbol: Character) -> Character {
        switch symbol {
        case "O": "0"
        case "I", "L": "1"
        default: symbol
        }
    }

    /// The bytes as one number, modulo 37: finds any one wrong symbol, and any two swapped among those before it. Nil where
    /// Crockford has one of his five signs.
    private static func checkSymbol(of bytes: [UInt8]) -> Character? {
        let check = bytes.reduce(0) { ($0 << 8 | Int($1)) % 37 }
        return check < symbols.count ? symbols[check] : nil
    }
}

/// The codes there are.
package enum PrintedCodeKind: Equatable, Sendable {
    case recoveryCode
    case receipt
    case supervisorCode
    case feedbackCode
    case idCardCode

    var byteCount: Int {
        switch self {
        case .recoveryCode: 16
        case .receipt, .supervisorCode, .feedbackCode, .idCardCode: 13
        }
    }

    /// Five bits each, and the check symbol.
    fileprivate var symbolCount: Int { (byteCount * 8 + 4) / 5 + 1 }

    fileprivate var name: String {
        switch self {
        case .recoveryCode: "recovery code"
        case .receipt: "receipt"
        case .supervisorCode: "code of a member"
        case .feedbackCode: "code of feedback"
        case .idCardCode: "check code"
        }
    }
}

/// What became of a typed code.
package enum CodeReading<Code: Sendable>: Sendable {
    /// Well formed; whether anything has it, only the database can tell.
    case code(Code)
    case refused(PrintedCodeRefusal)
}

/// Why a typed code cannot be one. The words help to find the slip.
package struct PrintedCodeRefusal: Error, Equatable, Sendable, CustomStringConvertible {
    /// What is wrong with it.
    package enum Slip: Equatable, Sendable {
        case wrongLength(count: Int)
        case unknownSymbol(Character)
        case mistyped
    }

    let kind: PrintedCodeKind
    package let slip: Slip

    package var description: String {
        switch slip {
        case .wrongLength(let count):
            "A \(kind.name) has \(kind.symbolCount) letters and digits, hyphens not counted; this one has \(count)."
        case .unknownSymbol(let symbol): "A \(kind.name) has no \u{201C}\(symbol)\u{201D}."
        case .mistyped: "There is a slip in the \(kind.name): its last letter or digit does not fit the others."
        }
    }
}
