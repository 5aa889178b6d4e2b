import Gateways
import Program
import Testing

/// Letters, as they arrive at a mail server and as its answers are taken.
@Suite struct MailGatewayTests {
    /// What answers the challenge of AUTH PLAIN (RFC 4616): user and password, as the sink takes a command.
    private static let secret = "AHBLZXJZAHNLY3JLDA=="

    private func gateway(at sink: Sink, user: String? = nil) throws -> MailGateway {
        try MailGateway(
            server: try ServerAddress("smtp://127.0.0.1:\(sink.port)", as: [.smtp, .smtps]),
            sender: try #require(EmailAddress("peers@agency.example.org")),
            name: try #require(DomainName("server.agency.example.org")), user: user,
            password: user.map { _ in "secret" })
    }

    private func carry(to sink: Sink, user: String? = nil) async throws -> GatewayAnswer {
        try await gateway(at: sink, user: user).carry(
            Letter(
                key: "thekey", address: try #require(EmailAddress("pat@example.org")), subject: "Peer support",
                words: "Peer support: you have a new message."))
    }

    @Test func theLetterArrives() async throws {
        let sink = try Sink.smtp()
        defer { sink.end() }
        #expect(try await carry(to: sink) == GatewayAnswer(MailReply(at: .letter, 250)))
        let heard = sink.heard
        #expect(heard.first == "EHLO server.agency.example.org")
        #expect(heard.contains("MAIL FROM:<peers@agency.example.org>"))
        #expect(heard.contains("RCPT TO:<pat@example.org>"))
        #expect(heard.contains("Subject: Peer support"))
        #expect(heard.contains("Message-ID: <thekey@agency.example.org>"))
        #expect(heard.contains("Auto-Submitted: auto-generated"))
        #expect(heard.contains { $0.hasPrefix("Date: ") && $0.hasSuffix(" +0000") })
        let words = try #require(heard.firstIndex(of: "Peer support: you have a new message."))
        #expect(heard[words - 1] == "" && heard[words + 1] == ".")
    }

    /// How servers in use refuse: what is heard of it is the stage and the codes, over however many lines, and nothing else.
    @Test(arguments: [
        // Postfix
        (
            "CONNECT", "554 5.7.1 Service unavailable; Client host [192.0.2.7] blocked using zen.example",
            "greeting 554 5.7.1"
        ),
        ("RCPT", "554 5.7.1 <pat@example.org>: Relay access denied", "RCPT TO 554 5.7.1"),
        ("RCPT", "554 5.7.1 Service unavailable; Client host [192.0.2.7] blocked", "RCPT TO 554 5.7.1"),
        ("RCPT", "550 5.1.1 <pat@example.org>: Recipient address rejected: User unknown", "RCPT TO 550 5.1.1"),
        ("RCPT", "450 4.2.0 <pat@example.org>: Recipient address rejected: Greylisted", "RCPT TO 450 4.2.0"),
        (
            "MAIL", "553 5.7.1 <peers@agency.example.org>: Sender address rejected: not owned by user",
            "MAIL FROM 553 5.7.1"
        ),
        ("EHLO", "504 5.5.2 <server>: Helo command rejected: need fully-qualified hostname", "EHLO 504 5.5.2"),
        (".", "552 5.3.4 Message file too big", "DATA 552 5.3.4"),
        // Exim
        ("CONNECT", "550 Administrative prohibition", "greeting 550"),
        ("RCPT", "550 Unrouteable address", "RCPT TO 550"),
        (
            "RCPT", "550-Verification failed for <pat@example.org>\r\n550 Previous (cached) callout failure",
            "RCPT TO 550"
        ),
        // Exchange and its service
        ("MAIL", "550 5.7.60 SMTP; Client does not have permissions to send as this sender", "MAIL FROM 550 5.7.60"),
        ("MAIL", "530 5.7.57 Client not authenticated to send mail", "MAIL FROM 530 5.7.57"),
        ("RCPT", "550 5.4.1 Recipient address rejected: Access denied", "RCPT TO 550 5.4.1"),
        ("RCPT", "550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain", "RCPT TO 550 5.7.54"),
        (".", "554 5.2.0 STOREDRV.Deliver.Exception", "DATA 554 5.2.0"),
        // Google
        (
            "RCPT", "550-5.1.1 The email account that you tried to reach does not exist.\r\n550 5.1.1 Try again",
            "RCPT TO 550 5.1.1"
        ),
        ("CONNECT", "421 4.7.0 Try again later, closing connection.", "greeting 421 4.7.0"),
        (".", "550-5.7.26 This mail is unauthenticated\r\n550 5.7.26 and was blocked", "DATA 550 5.7.26"),
        // Without numbers of their own, or with ones that are none
        ("MAIL", "451 later", "MAIL FROM 451"), ("DATA", "451 later", "DATA 451"), (".", "554 no", "DATA 554"),
        ("RCPT", "550 4.1.1 another class", "RCPT TO 550"), ("RCPT", "550 5.1.1.1 longer", "RCPT TO 550"),
        ("RCPT", "550 5.1234.1 too long", "RCPT TO 550"), ("RCPT", "553", "RCPT TO 553"),
    ])
    func anAnswerIsHeardAs(_ command: String, _ reply: String, _ words: String) async throws {
        // A server that knows EHLO alone: libcurl would try HELO after it.
        let sink = try Sink.smtp(
            command == "EHLO" ? [command: "\(reply)\r\n", "HELO": "\(reply)\r\n"] : [command: "\(reply)\r\n"])
        defer { sink.end() }
        #expect(try await carry(to: sink).reply == words)
    }

    @Test(arguments: [
        ("MAIL", "550 5.7.60 not as this sender", Carriage.unwelcome),
        ("RCPT", "554 5.7.1 client host blocked", .unwelcome),
        ("CONNECT", "554 no service here", .unwelcome), ("RCPT", "550 no such person", .refused),
        ("RCPT", "450 busy mailbox", .failed), ("CONNECT", "421 not now", .unavailable),
    ])
    func aRefusalIs(_ command: String, _ reply: String, _ carriage: Carriage) async throws {
        let sink = try Sink.smtp([command: "\(reply)\r\n"])
        defer { sink.end() }
        #expect(try await carry(to: sink).carriage == carriage)
    }

    /// It may have been taken, so it is not known; and a promise to take it is not taking it.
    @Test func aLineThatBreaksBehindTheLetterIsUnknown() async throws {
        let sink = try Sink { caller in
            caller.say("220 ready\r\n")
            while let line = caller.line(), line != "." {
                caller.say(line == "DATA" ? "354 go on\r\n" : "250 fine\r\n")
                if line == "DATA" {
                    while let line = caller.line(), line != "." {}
                    return
                }
            }
        }
        defer { sink.end() }
        #expect(try await carry(to: sink) == GatewayAnswer(.silence))
    }

    @Test(arguments: [
        ("PLAIN", "AUTH", "535 5.7.8 no", "AUTH 535 5.7.8"),
        ("PLAIN LOGIN", "AUTH", "454 4.7.0 later", "AUTH 454 4.7.0"),
        ("GSSAPI-OF-NOBODY", "AUTH", "", "no way to sign in"),
        ("PLAIN", "MAIL", "530 5.7.0 sign in", "MAIL FROM 530 5.7.0"),
    ])
    func aPasswordThatIsNotKnownIsNotTheAddressee(
        _ mechanisms: String, _ command: String, _ reply: String, _ words: String
    ) async throws {
        var replies = [
            "EHLO": "250-here\r\n250 AUTH \(mechanisms)\r\n", "AUTH": "334 \r\n", Self.secret: "235 known\r\n",
        ]
        replies[command] = "\(reply)\r\n"
        let sink = try Sink.smtp(replies)
        defer { sink.end() }
        let answer = try await carry(to: sink, user: "peers")
        #expect(answer.reply == words)
        #expect([.unwelcome, .unavailable].contains(answer.carriage))
        #expect(!sink.heard.contains { $0.hasPrefix("RCPT") })
    }

    /// The operator's look at a mail server: it is greeted and signed in to, and no letter is begun.
    @Test(arguments: [("235 known", nil), ("535 5.7.8 no", "AUTH 535 5.7.8")] as [(String, String?)])
    func aProbeSendsNothing(_ reply: String, _ obstacle: String?) async throws {
        let sink = try Sink.smtp([
            "EHLO": "250-here\r\n250 AUTH PLAIN\r\n", "AUTH": "334 \r\n", Self.secret: "\(reply)\r\n",
        ])
        defer { sink.end() }
        #expect(try await gateway(at: sink, user: "peers").probe.obstacle() == obstacle)
        #expect(sink.heard.contains { $0.hasPrefix("EHLO") })
        #expect(!sink.heard.contains { $0.hasPrefix("MAIL") || $0.hasPrefix("RCPT") })
    }

    @Test func settingsThatCannotBeAreRefused() throws {
        let server = try ServerAddress("smtps://mail.example.org", as: [.smtp, .smtps])
        let (sender, name) = (
            try #require(EmailAddress("peers@example.org")), try #require(DomainName("a.example.org"))
        )
        #expect(throws: GatewayFault.self) {
            try MailGateway(server: server, sender: sender, name: name, user: "peers", password: nil)
        }
        #expect(throws: GatewayFault.self) {
            try MailGateway(server: server, sender: sender, name: name, user: nil, password: "secret")
        }
    }
}
