import Sealing
import Testing

@Suite("Printed recovery codes")
struct RecoveryCodeTests {
    private func read(_ typed: String) throws -> RecoveryCode {
        switch RecoveryCode.read(typed) {
        case .code(let code): return code
        case .refused(let refusal): throw refusal
        }
    }

    @Test("a code reads back however it is typed, and opens what was wrapped")
    func roundTrip() throws {
        for _ in 0..<200 {
            let code = RecoveryCode()
            for typed in waysOfTyping(code.text) {
                #expect(try read(typed).storedId == code.storedId)
            }
            let key = AccountKey()
            let wrapped = try key.wrapped(under: code.wrappingKey, account: "a")
            let again = try AccountKey(unwrapping: wrapped, under: try read(code.text).wrappingKey, account: "a")
            #expect(again.publicKey == key.publicKey)
        }
    }

    @Test("the stored id is neither the code nor another code's")
    func storedId() {
        let codes = (0..<100).map { _ in RecoveryCode() }
        #expect(Set(codes.map(\.storedId)).count == 100)
        #expect(codes.allSatisfy { $0.storedId.count == 32 })
    }
}
