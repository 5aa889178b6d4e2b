import Program
import Testing

/// When somebody has to look after a gateway.
@Suite struct GatewayStandingTests {
    private static let refused = GatewayAnswer(MailReply(at: .sender, 550, EnhancedStatus(7, 60)))
    private static let taken = GatewayAnswer(provider: 200)

    /// What stands after answers at those seconds.
    private func trouble(_ answers: (Int64, GatewayAnswer)...) -> String? {
        var standing = GatewayStanding()
        for (second, answer) in answers { standing.note(answer, at: Instant(milliseconds: second * 1000)) }
        return standing.trouble
    }

    @Test func aRefusalOfUsCountsAtOnceAndUntilSomethingIsTaken() {
        #expect(trouble((0, Self.refused)) == "MAIL FROM 550 5.7.60")
        #expect(trouble((0, Self.refused), (3600, GatewayAnswer(.noConnection))) == "no connection")
        #expect(trouble((0, Self.refused), (1, Self.taken)) == nil)
        #expect(trouble((0, Self.refused), (1, GatewayAnswer(provider: 422))) == nil, "it listens to us")
    }

    @Test func anOutageCountsAfterAMinute() {
        let lost = GatewayAnswer(.noConnection)
        #expect(trouble((0, lost), (5, lost), (59, lost)) == nil)
        #expect(trouble((0, lost), (60, lost)) == "no connection")
        #expect(trouble((0, lost), (59, Self.taken), (100, lost)) == nil)
        #expect(trouble((0, GatewayAnswer(.silence)), (75, GatewayAnswer(provider: 503))) == "HTTP 503")
    }

    @Test func whatIsAboutSomebodyOrNobodyTellsNothing() {
        let greylisted = GatewayAnswer(MailReply(at: .recipient, 450))
        #expect(trouble((0, greylisted), (3600, greylisted)) == nil)
        #expect(trouble((0, .uncarried)) == nil)
        #expect(trouble((0, Self.refused), (1, greylisted), (2, .uncarried)) == "MAIL FROM 550 5.7.60")
    }
}
