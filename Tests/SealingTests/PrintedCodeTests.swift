import Sealing
import Testing

/// A code as people may type it when they mean the right one.
func waysOfTyping(_ code: String) -> [String] {
    let confused = code.replacing("0", with: "o").replacing("1", with: "l")
    let dashed = code.replacing("-", with: "\u{2013}")
    return [
        code, code.lowercased(), confused, confused.replacing("l", with: "I"), dashed, code.replacing("-", with: ""),
        code.replacing("-", with: " "), "  \(code)\n", "\u{FEFF}" + code.replacing("-", with: "\u{A0}\u{200B}"),
    ]
}

/// The two codes that people copy, each with what its form promises.
enum CopiedCode: CaseIterable, Sendable {
    case recoveryCode
    case receipt

    var new: String {
        switch self {
        case .recoveryCode: RecoveryCode().text
        case .receipt: Receipt().text
        }
    }

    var groups: [Int] {
        switch self {
        case .recoveryCode: [4, 4, 4, 4, 4, 4, 3]
        case .receipt: [4, 4, 4, 4, 4, 2]
        }
    }

    var name: String {
        switch self {
        case .recoveryCode: "recovery code"
        case .receipt: "receipt"
        }
    }

    /// What reads, as it reads; or why not.
    func read(_ typed: String) -> Result<String, PrintedCodeRefusal> {
        switch self {
        case .recoveryCode:
            switch RecoveryCode.read(typed) {
            case .code(let code): .success(code.text)
            case .refused(let refusal): .failure(refusal)
            }
        case .receipt:
            switch Receipt.read(typed) {
            case .code(let receipt): .success(receipt.text)
            case .refused(let refusal): .failure(refusal)
            }
        }
    }

    func slip(in typed: String) -> PrintedCodeRefusal.Slip? {
        switch read(typed) {
        case .success: nil
        case .failure(let refusal): refusal.slip
        }
    }
}

@Suite("Codes that people copy")
struct PrintedCodeTests {
    private static let symbols = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

    @Test("a code is groups of letters and digits, and reads back however it is typed", arguments: CopiedCode.allCases)
    func roundTrip(kind: CopiedCode) throws {
        for _ in 0..<200 {
            let code = kind.new
            #expect(code.split(separator: "-").map(\.count) == kind.groups)
            #expect(code.allSatisfy { $0 == "-" || Self.symbols.contains($0) })
            for typed in waysOfTyping(code) {
                #expect(try kind.read(typed).get() == code)
            }
        }
    }

    @Test(
        "every single wrong symbol and every swap is found, the check symbol's with its neighbour",
        arguments: CopiedCode.allCases)
    func slips(kind: CopiedCode) {
        let symbols = Array(kind.new.filter { $0 != "-" })
        let last = symbols.count - 1
        for place in symbols.indices {
            for wrong in Self.symbols where wrong != symbols[place] {
                var typed = symbols
                typed[place] = wrong
                #expect(kind.slip(in: String(typed)) == .mistyped)
            }
            for other in symbols.indices
            where symbols[other] != symbols[place] && (max(place, other) < last || abs(place - other) == 1) {
                var typed = symbols
                typed.swapAt(place, other)
                #expect(kind.slip(in: String(typed)) == .mistyped)
            }
        }
    }

    @Test("a symbol left out or typed twice is counted", arguments: CopiedCode.allCases)
    func lengths(kind: CopiedCode) {
        let symbols = Array(kind.new.filter { $0 != "-" })
        #expect(kind.slip(in: "") == .wrongLength(count: 0))
        #expect(kind.slip(in: " - ") == .wrongLength(count: 0))
        for place in symbols.indices {
            var short = symbols
            short.remove(at: place)
            #expect(kind.slip(in: String(short)) == .wrongLength(count: symbols.count - 1))
            var long = symbols
            long.insert(symbols[place], at: place)
            #expect(kind.slip(in: String(long)) == .wrongLength(count: symbols.count + 1))
        }
    }

    @Test("a symbol that no code has is named, at every place", arguments: CopiedCode.allCases)
    func strangers(kind: CopiedCode) {
        let symbols = Array(kind.new.filter { $0 != "-" })
        for place in symbols.indices {
            for stranger in "!U*~$=É?_🙂" {
                var typed = symbols
                typed[place] = stranger
                #expect(kind.slip(in: String(typed)) == .unknownSymbol(stranger))
            }
        }
    }

    @Test("the refusal says which code, what is wrong, and nothing of the code", arguments: CopiedCode.allCases)
    func words(kind: CopiedCode) throws {
        let code = kind.new
        let count = kind.groups.reduce(0, +)
        let wrong: Character = code.first == "7" ? "8" : "7"
        let table: [(typed: String, says: String)] = [
            (
                String(code.dropLast()),
                "has \(count) letters and digits, hyphens not counted; this one has \(count - 1)."
            ),
            ("!" + code.dropFirst(), "has no \u{201C}!\u{201D}."),
            (String(wrong) + code.dropFirst(), "its last letter or digit does not fit the others."),
        ]
        for (typed, says) in table {
            guard case .failure(let refusal) = kind.read(typed) else {
                Issue.record("read")
                continue
            }
            #expect(refusal.description.contains(kind.name) && refusal.description.hasSuffix(says))
            #expect(!refusal.description.contains(code.dropFirst().prefix(8)))
        }
    }

    @Test("a thousand codes are a thousand, and every symbol comes up at every place", arguments: CopiedCode.allCases)
    func chance(kind: CopiedCode) {
        let codes = (0..<1000).map { _ in kind.new.filter { $0 != "-" } }
        #expect(Set(codes).count == 1000)
        // Before the check symbol is one that holds fewer than five bits: three of 128, four of 104.
        let full = kind.groups.reduce(0, +) - 2
        for place in 0..<full {
            #expect(Set(codes.map { Array($0)[place] }).count == 32)
        }
    }
}
