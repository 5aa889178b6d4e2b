import Gateways
import Program
import Testing

/// Notifications, as they arrive at a push service and as its answers are taken.
@Suite struct PushGatewayTests {
    private func carry(to sink: Sink, urgency: Ping.Urgency = .urgent) async throws -> Carriage {
        await PushGateway(services: ["127.0.0.1"]).carry(
            SealedPush(
                key: "thekey", endpoint: "http://127.0.0.1:\(sink.port)/subscriptions/7", body: Array("sealed".utf8),
                authorization: "vapid t=a.b.c, k=d", urgency: urgency)
        ).carriage
    }

    @Test(arguments: [(Ping.Urgency.urgent, "high"), (.routine, "normal")])
    func theNotificationArrives(_ urgency: Ping.Urgency, _ header: String) async throws {
        let sink = try Sink.http("201 Created")
        defer { sink.end() }
        #expect(try await carry(to: sink, urgency: urgency) == .accepted)
        let heard = sink.heard
        #expect(heard.first == "POST /subscriptions/7 HTTP/1.1")
        #expect(heard.contains("Content-Encoding: aes128gcm"))
        #expect(heard.contains("TTL: 3600"))
        #expect(heard.contains("Urgency: \(header)"))
        #expect(heard.contains("Authorization: vapid t=a.b.c, k=d"))
        #expect(heard.last == "sealed")
    }

    @Test(arguments: [
        ("404 Not Found", Carriage.gone), ("410 Gone", .gone), ("400 Bad Request", .unwelcome),
        ("413 Content Too Large", .unwelcome), ("401 Unauthorized", .unwelcome), ("403 Forbidden", .unwelcome),
        ("429 Too Many Requests", .unavailable), ("502 Bad Gateway", .unavailable),
    ])
    func anAnswerIs(_ status: String, _ carriage: Carriage) async throws {
        let sink = try Sink.http(status)
        defer { sink.end() }
        #expect(try await carry(to: sink) == carriage)
    }

    @Test func anotherServerIsNotCalled() async throws {
        let sink = try Sink.http("201 Created")
        defer { sink.end() }
        let push = SealedPush(
            key: "thekey", endpoint: "http://127.0.0.1:\(sink.port)/", body: [], authorization: "", urgency: .urgent)
        #expect(await PushGateway().carry(push).carriage == .uncarried)
        #expect(sink.heard == [])
    }

    @Test func theDeadMansSwitchIsHeld() async throws {
        let (well, unwell) = (try Sink.http("200 OK"), try Sink.http("500 Internal Server Error"))
        defer {
            well.end()
            unwell.end()
        }
        for (sink, isHeld) in [(well, true), (unwell, false)] {
            let address = try ServerAddress("http://127.0.0.1:\(sink.port)/beat/secret", as: [.https, .http])
            #expect(await DeadManSwitch(server: address).hold() == isHeld)
            #expect(sink.heard.first == "GET /beat/secret HTTP/1.1")
        }
    }
}
