import Sealing
import Testing

@Suite("Sessions")
struct SessionKeyTests {
    @Test("the cookie alone gives the session back")
    func roundTrip() throws {
        for _ in 0..<200 {
            let session = SessionKey()
            #expect(session.token.count == 43)
            #expect(session.token.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") })
            let again = try #require(SessionKey(token: session.token))
            #expect(again.id == session.id && again.id.count == 32)
            #expect(again.formToken == session.formToken)
            let key = AccountKey()
            let wrapped = try key.wrapped(under: session.wrappingKey, account: "a")
            let opened = try AccountKey(unwrapping: wrapped, under: again.wrappingKey, account: "a")
            #expect(opened.publicKey == key.publicKey)
        }
    }

    @Test("neither id nor form token is the cookie, nor part of it")
    func separation() {
        let session = SessionKey()
        #expect(session.formToken != session.token)
        #expect(SessionKey(token: session.formToken)?.id != session.id)
    }

    @Test("a form is accepted from its own session only")
    func formToken() {
        let session = SessionKey()
        #expect(session.accepts(formToken: session.formToken))
        let own = session.formToken
        for other in ["", "a", SessionKey().formToken, session.token, "\(own)A", "\(own)="] {
            #expect(!session.accepts(formToken: other))
        }
    }

    @Test("whatever is not a cookie's own text is refused")
    func refusal() {
        let token = SessionKey().token
        let zeros = String(repeating: "A", count: 43)
        #expect(SessionKey(token: zeros) != nil)
        let short = String(zeros.dropLast())
        let others: [String] = [
            "", "A", "\(token)A", "\(token)=", String(token.dropLast()), " \(token)", "\(token)\n", "\(short)B",
            "\(short)+",
            "\(short)/", "\(short)é",
        ]
        for other in others {
            #expect(SessionKey(token: other) == nil)
        }
    }
}
