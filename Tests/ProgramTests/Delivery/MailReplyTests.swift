import Program
import Testing

/// Whom a mail server's refusal is about. Each is a reply that servers in use give.
@Suite struct MailReplyTests {
    @Test(arguments: [
        // Us: before anybody is named.
        (MailReply(at: .greeting, 554, EnhancedStatus(7, 1)), Carriage.unwelcome),
        (MailReply(at: .greeting, 550), .unwelcome),
        (MailReply(at: .greeting, 521), .unwelcome), (MailReply(at: .hello, 501, EnhancedStatus(5, 4)), .unwelcome),
        (MailReply(at: .hello, 550, EnhancedStatus(7, 1)), .unwelcome), (MailReply(at: .encryption, 502), .unwelcome),
        (MailReply(at: .login, 535, EnhancedStatus(7, 8)), .unwelcome), (MailReply(at: .login, 534), .unwelcome),
        (MailReply(at: .sender, 530, EnhancedStatus(7, 0)), .unwelcome),
        (MailReply(at: .sender, 550, EnhancedStatus(7, 60)), .unwelcome), (MailReply(at: .sender, 553), .unwelcome),
        (MailReply(at: .sender, 550, EnhancedStatus(1, 8)), .unwelcome),
        (MailReply(at: .sender, 552, EnhancedStatus(2, 2)), .unwelcome),
        // Us: said only when a recipient is named, or the letter is there.
        (MailReply(at: .recipient, 554, EnhancedStatus(7, 1)), .unwelcome),
        (MailReply(at: .recipient, 550, EnhancedStatus(7, 1)), .unwelcome),
        (MailReply(at: .recipient, 550, EnhancedStatus(7, 23)), .unwelcome),
        (MailReply(at: .recipient, 550, EnhancedStatus(1, 7)), .unwelcome),
        (MailReply(at: .recipient, 553, EnhancedStatus(1, 8)), .unwelcome),
        (MailReply(at: .recipient, 530, EnhancedStatus(7, 0)), .unwelcome),
        (MailReply(at: .recipient, 554), .unwelcome),
        (MailReply(at: .recipient, 503, EnhancedStatus(5, 1)), .unwelcome),
        (MailReply(at: .recipient, 550, EnhancedStatus(3, 0)), .unwelcome),
        (MailReply(at: .letter, 554, EnhancedStatus(7, 1)), .unwelcome),
        (MailReply(at: .letter, 550, EnhancedStatus(6, 0)), .unwelcome), (MailReply(at: .letter, 554), .unwelcome),
        (MailReply(at: .letter, 550), .unwelcome), (MailReply(at: .letter, 503), .unwelcome),
        // The addressee.
        (MailReply(at: .recipient, 550), .refused), (MailReply(at: .recipient, 551), .refused),
        (MailReply(at: .recipient, 552), .refused), (MailReply(at: .recipient, 553), .refused),
        (MailReply(at: .recipient, 556, EnhancedStatus(1, 10)), .refused),
        (MailReply(at: .recipient, 550, EnhancedStatus(1, 1)), .refused),
        (MailReply(at: .recipient, 550, EnhancedStatus(1, 2)), .refused),
        (MailReply(at: .recipient, 553, EnhancedStatus(1, 3)), .refused),
        (MailReply(at: .recipient, 550, EnhancedStatus(2, 1)), .refused),
        (MailReply(at: .recipient, 552, EnhancedStatus(2, 2)), .refused),
        (MailReply(at: .recipient, 550, EnhancedStatus(4, 1)), .refused),
        (MailReply(at: .recipient, 550, EnhancedStatus(7, 17)), .refused),
        (MailReply(at: .letter, 550, EnhancedStatus(1, 1)), .refused),
        (MailReply(at: .letter, 552, EnhancedStatus(2, 2)), .refused), (MailReply(at: .letter, 552), .refused),
        // Later: this one, or nobody just now.
        (MailReply(at: .recipient, 450, EnhancedStatus(7, 1)), .failed), (MailReply(at: .recipient, 452), .failed),
        (MailReply(at: .letter, 451), .failed), (MailReply(at: .greeting, 421), .unavailable),
        (MailReply(at: .recipient, 421, EnhancedStatus(7, 0)), .unavailable),
        (MailReply(at: .sender, 451), .unavailable),
        (MailReply(at: .login, 454, EnhancedStatus(7, 0)), .unavailable),
        // Taken, and not known to be.
        (MailReply(at: .letter, 250, EnhancedStatus(0, 0)), .accepted), (MailReply(at: .letter, 354), .unknown),
        (MailReply(at: .recipient, 250), .unknown),
    ])
    func isAbout(_ reply: MailReply, _ carriage: Carriage) {
        #expect(GatewayAnswer(reply).carriage == carriage, "\(reply.words)")
    }

    @Test func theJournalSaysStageAndCode() {
        #expect(GatewayAnswer(MailReply(at: .sender, 550, EnhancedStatus(7, 60))).reply == "MAIL FROM 550 5.7.60")
        #expect(GatewayAnswer(MailReply(at: .greeting, 421)).reply == "greeting 421")
    }

    @Test(arguments: [
        (200, Carriage.accepted, Carriage.accepted), (204, .accepted, .accepted), (301, .unwelcome, .unwelcome),
        (400, .refused, .unwelcome), (401, .unwelcome, .unwelcome), (402, .unwelcome, .unwelcome),
        (403, .unwelcome, .unwelcome), (404, .unwelcome, .gone), (408, .failed, .failed), (409, .failed, .failed),
        (410, .unwelcome, .gone), (413, .unwelcome, .unwelcome), (422, .refused, .unwelcome),
        (429, .unavailable, .unavailable), (500, .unavailable, .unavailable), (503, .unavailable, .unavailable),
    ])
    func aStatusIs(_ status: Int, _ ofProvider: Carriage, _ ofPushService: Carriage) {
        #expect(GatewayAnswer(provider: status).carriage == ofProvider)
        #expect(GatewayAnswer(pushService: status).carriage == ofPushService)
        #expect(GatewayAnswer(provider: status).reply == "HTTP \(status)")
    }

    /// Nothing that is wrong with us is the addressee's, and nothing is given up for it at once.
    @Test(arguments: Obstacle.allCases) func anObstacleIsNotTheAddressees(_ obstacle: Obstacle) {
        let carriage = GatewayAnswer(obstacle).carriage
        #expect(carriage.conclusion(ofAttempt: 1) == .again(after: 5))
        #expect(carriage.trouble(after: nil) == nil)
    }
}
