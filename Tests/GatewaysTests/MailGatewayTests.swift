import Gateways
import Program
import Testing

/// Letters, as they arrive at a mail server and as its answers are taken.
@Suite struct MailGatewayTests {
    private func carry(to sink: Sink, user: String? = nil) async throws -> Carriage {
        let gateway = try MailGateway(
            server: try ServerAddress("smtp://127.0.0.1:\(sink.port)", as: [.smtp, .smtps]),
            sender: "peers@agency.example.org", user: user, password: user.map { _ in "secret" })
        return await gateway.carry(
            Letter(
                key: "thekey", address: try #require(EmailAddress("pat@example.org")), subject: "Peer support",
                words: "Peer support: you have a new message."))
    }

    @Test func theLetterArrives() async throws {
        let sink = try Sink.smtp()
        defer { sink.end() }
        #expect(try await carry(to: sink) == .accepted)
        let heard = sink.heard
        #expect(heard.contains("MAIL FROM:<peers@agency.example.org>"))
        #expect(heard.contains("RCPT TO:<pat@example.org>"))
        #expect(heard.contains("Subject: Peer support"))
        #expect(heard.contains("Message-ID: <thekey@agency.example.org>"))
        #expect(heard.contains("Auto-Submitted: auto-generated"))
        #expect(heard.contains { $0.hasPrefix("Date: ") && $0.hasSuffix(" +0000") })
        let words = try #require(heard.firstIndex(of: "Peer support: you have a new message."))
        #expect(heard[words - 1] == "" && heard[words + 1] == ".")
    }

    @Test(arguments: [
        ("CONNECT", "421 not now", Carriage.failed), ("MAIL", "451 later", .failed),
        ("MAIL", "530 who are you", .failed),
        ("RCPT", "450 busy mailbox", .failed), ("RCPT", "550 no such person", .refused),
        ("RCPT", "553 no such name", .refused), ("DATA", "451 later", .failed),
    ])
    func anAnswerIs(_ command: String, _ reply: String, _ carriage: Carriage) async throws {
        let sink = try Sink.smtp([command: "\(reply)\r\n"])
        defer { sink.end() }
        #expect(try await carry(to: sink) == carriage)
    }

    @Test(arguments: [("554 not such words", Carriage.refused), ("452 disk full", .failed)])
    func anAnswerToTheLetterIs(_ reply: String, _ carriage: Carriage) async throws {
        let sink = try Sink.smtp([".": "\(reply)\r\n"])
        defer { sink.end() }
        #expect(try await carry(to: sink) == carriage)
    }

    @Test func aPasswordThatIsNotKnownIsNotTheAddressee() async throws {
        let sink = try Sink.smtp([
            "EHLO": "250-here\r\n250 AUTH PLAIN\r\n", "AUTH": "535 no\r\n",
        ])
        defer { sink.end() }
        #expect(try await carry(to: sink, user: "peers") == .failed)
        #expect(!sink.heard.contains { $0.hasPrefix("RCPT") })
    }

    @Test func settingsThatCannotBeAreRefused() throws {
        let server = try ServerAddress("smtps://mail.example.org", as: [.smtp, .smtps])
        #expect(throws: GatewayFault.self) {
            try MailGateway(server: server, sender: "peers", user: nil, password: nil)
        }
        #expect(throws: GatewayFault.self) {
            try MailGateway(server: server, sender: "peers@example.org", user: "peers", password: nil)
        }
    }
}
