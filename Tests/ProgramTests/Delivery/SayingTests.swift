import Program
import Testing

/// What is sent says nothing about anybody.
@Suite struct SayingTests {
    /// Every text that can ever leave, but for the digits of a code.
    private static let texts = [Saying.message, .test, .code("012345")].flatMap { [$0.written, $0.spoken] }

    @Test func theyAreExactlyThese() {
        #expect(
            Self.texts == [
                "Peer support: you have a new message.",
                """
                This is peer support. You have a new message. Please look at it. Once more. This is peer support. You have a \
                new message. Please look at it.
                """,
                "Peer support: this is a test, and it has arrived.",
                """
                This is peer support. This is a test, and it has arrived. Once more. This is peer support. This is a test, and \
                it has arrived.
                """,
                "Peer support: your code is 012345.",
                """
                This is peer support. Your code is 0, 1, 2, 3, 4, 5. Once more. This is peer support. Your code is 0, 1, 2, 3, \
                4, 5.
                """,
            ])
        #expect(Saying.heading == "Peer support")
    }

    /// They travel in mail of seven bits, and in the XML that telephone providers speak.
    @Test(arguments: texts) func theyNeedNoEncoding(_ text: String) {
        #expect(text.utf8.allSatisfy { (32...126).contains($0) && !"<>&\"'".utf8.contains($0) })
        #expect(text.utf8.count <= 160, "one text message")
    }
}
