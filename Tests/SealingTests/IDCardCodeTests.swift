import Sealing
import Testing

/// The code of a member's card: found by the server's keys alone, in its own agency alone.
@Suite struct IDCardCodeTests {
    @Test func itsMarkIsOfItsAgencyAndOfTheKeys() async throws {
        try await inServerFolder { folder in
            let keys = try ServerKeys.load(from: folder)
            let code = IDCardCode()
            let mark = code.mark(in: "a", with: keys)
            #expect(mark.count == 32 && code.text.count { $0 != "-" } == 22)
            for typed in waysOfTyping(code.text) {
                guard case .code(let read) = IDCardCode.read(typed) else {
                    Issue.record("\(typed) was not read")
                    continue
                }
                #expect(read.mark(in: "a", with: keys) == mark)
            }
            #expect(code.mark(in: "b", with: keys) != mark && IDCardCode().mark(in: "a", with: keys) != mark)
            try await inServerFolder { foreign in
                let theirs = try ServerKeys.load(from: foreign)
                #expect(code.mark(in: "a", with: theirs) != mark)
            }
        }
    }
}
