import Sealing
import Testing

@Suite("Printed recovery codes")
struct RecoveryCodeTests {
    private func read(_ typed: String) throws -> RecoveryCode {
        switch RecoveryCode.read(typed) {
        case .code(let code): return code
        case .refused(let refusal):
            Issue.record("\(refusal)")
            throw UnexpectedRefusal()
        }
    }

    private func refusal(of typed: String) -> RecoveryCodeRefusal? {
        switch RecoveryCode.read(typed) {
        case .code: nil
        case .refused(let refusal): refusal
        }
    }

    @Test("a code reads back however it is typed, and opens what was wrapped")
    func roundTrip() throws {
        for _ in 0..<200 {
            let code = RecoveryCode()
            #expect(code.text.split(separator: "-").map(\.count) == [4, 4, 4, 4, 4, 4, 3])
            let confused = code.text.replacing("0", with: "o").replacing("1", with: "l")
            for typed in [code.text, code.text.lowercased(), confused, code.text.replacing("-", with: " ")] {
                #expect(try read(typed).storedId == code.storedId)
            }
            let key = AccountKey()
            let wrapped = try key.wrapped(under: code.wrappingKey, account: "a")
            let again = try AccountKey(unwrapping: wrapped, under: try read(code.text).wrappingKey, account: "a")
            #expect(again.publicKey == key.publicKey)
        }
    }

    @Test("every single wrong symbol and every swap is found, the check symbol's with its neighbour")
    func slips() {
        let symbols = Array(RecoveryCode().text.filter { $0 != "-" })
        for place in symbols.indices {
            for wrong in "0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U" where wrong != symbols[place] {
                var typed = symbols
                typed[place] = wrong
                #expect(refusal(of: String(typed)) == .mistyped)
            }
            for other in symbols.indices
            where symbols[other] != symbols[place] && (max(place, other) < 26 || abs(place - other) == 1) {
                var typed = symbols
                typed.swapAt(place, other)
                #expect(refusal(of: String(typed)) == .mistyped)
            }
        }
    }

    @Test("length and foreign symbols are named")
    func refusals() {
        let text = RecoveryCode().text
        #expect(refusal(of: "") == .wrongLength(count: 0))
        #expect(refusal(of: text + "0") == .wrongLength(count: 28))
        #expect(refusal(of: String(text.dropLast())) == .wrongLength(count: 26))
        #expect(refusal(of: "!" + text.dropFirst()) == .unknownSymbol("!"))
        #expect(RecoveryCodeRefusal.unknownSymbol("!").description.contains("!"))
    }

    @Test("the stored id is neither the code nor another code's")
    func storedId() {
        let codes = (0..<100).map { _ in RecoveryCode() }
        #expect(Set(codes.map(\.storedId)).count == 100)
        #expect(codes.allSatisfy { $0.storedId.count == 32 })
    }
}
