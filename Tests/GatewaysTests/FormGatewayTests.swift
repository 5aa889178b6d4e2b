import Foundation
import Gateways
import Program
import Testing

/// Providers of texts and calls, as their form arrives and as their answers are taken.
@Suite struct FormGatewayTests {
    private static let number = "+19165550123"

    private func gateway(
        at sink: Sink, format: String = "{words}", key: String? = nil, patience: Patience = .usual
    ) throws -> FormGateway {
        try FormGateway(
            server: try ServerAddress("http://127.0.0.1:\(sink.port)/messages?v=1", as: [.https, .http]),
            fields: try FormGateway.Fields(
                number: "To", words: "Body", format: format, key: key, others: [("From", "+1 (555) 0100 & sons")]),
            authorization: "Basic c2VjcmV0", patience: patience)
    }

    private func words(_ words: String = "Peer support: you have a new message.") throws -> PhoneWords {
        PhoneWords(key: "thekey", number: try #require(PhoneNumber(Self.number)), words: words)
    }

    @Test func theFormArrives() async throws {
        let sink = try Sink.http("201 Created")
        defer { sink.end() }
        #expect(try await gateway(at: sink, key: "Reference").carry(words()).carriage == .accepted)
        let heard = sink.heard
        #expect(heard.first == "POST /messages?v=1 HTTP/1.1")
        #expect(heard.contains("Authorization: Basic c2VjcmV0"))
        #expect(heard.contains("Idempotency-Key: thekey"))
        #expect(heard.contains("Content-Type: application/x-www-form-urlencoded"))
        let body = "From=%2B1+%28555%29+0100+%26+sons&To=%2B19165550123"
        #expect(heard.last == "\(body)&Body=Peer+support%3A+you+have+a+new+message.&Reference=thekey")
    }

    @Test func wordsMayStandInAFormat() async throws {
        let sink = try Sink.http("200 OK")
        defer { sink.end() }
        let gateway = try gateway(at: sink, format: "<Response><Say>{words}</Say></Response>")
        #expect(try await gateway.carry(words("Hello.")).carriage == .accepted)
        #expect(sink.heard.last?.hasSuffix("&Body=%3CResponse%3E%3CSay%3EHello.%3C%2FSay%3E%3C%2FResponse%3E") == true)
    }

    @Test(arguments: [
        ("200 OK", Carriage.accepted), ("202 Accepted", .accepted), ("204 No Content", .accepted),
        ("400 Bad Request", .refused), ("422 Unprocessable Content", .refused),
        ("301 Moved Permanently", .unwelcome), ("401 Unauthorized", .unwelcome), ("403 Forbidden", .unwelcome),
        ("404 Not Found", .unwelcome), ("429 Too Many Requests", .unavailable),
        ("500 Internal Server Error", .unavailable),
        ("503 Service Unavailable", .unavailable),
    ])
    func anAnswerIs(_ status: String, _ carriage: Carriage) async throws {
        let sink = try Sink.http(status)
        defer { sink.end() }
        #expect(try await gateway(at: sink).carry(words()).carriage == carriage)
    }

    @Test func aRedirectIsNotFollowed() async throws {
        let elsewhere = try Sink.http("200 OK")
        defer { elsewhere.end() }
        let port = elsewhere.port
        let sink = try Sink { caller in
            caller.request()
            caller.say("HTTP/1.1 307 There\r\nLocation: http://127.0.0.1:\(port)/\r\nContent-Length: 0\r\n\r\n")
        }
        defer { sink.end() }
        #expect(try await gateway(at: sink).carry(words()).carriage == .unwelcome)
        #expect(elsewhere.heard == [])
    }

    @Test func nobodyThereIsAFailure() async throws {
        let sink = try Sink.http("200 OK")
        sink.end()
        #expect(try await gateway(at: sink).carry(words()) == GatewayAnswer(.noConnection))
    }

    @Test func aLineThatBreaksIsUnknown() async throws {
        let sink = try Sink { caller in caller.request() }
        defer { sink.end() }
        #expect(try await gateway(at: sink).carry(words()).carriage == .unknown)
        #expect(sink.heard.last?.contains("To=") == true, "it may have been taken")
    }

    /// It does not end by itself: the sink answers nothing as long as the test runs.
    @Test(.timeLimit(.minutes(1))) func aGatewayThatNeverAnswersIsUnknown() async throws {
        let (sink, answering) = try Sink.silent()
        defer {
            answering.signal()
            sink.end()
        }
        let gateway = try gateway(at: sink, patience: Patience(connecting: 5000, whole: 300))
        #expect(try await gateway.carry(words()).carriage == .unknown)
    }

    /// What a worker took is another's after thirty seconds, so it must know before whether it was sent.
    @Test func nobodyIsWaitedForUntilTheLeaseIsOver() {
        #expect(Patience.usual.connecting < Patience.usual.whole)
        #expect(Patience.usual.whole < 30_000)
    }

    @Test(.timeLimit(.minutes(1))) func whoeverHangsHoldsNobodyElseUp() async throws {
        let silent = try (1...32).map { _ in try Sink.silent() }
        let well = try Sink.http("200 OK")
        defer { well.end() }
        let words = try words()
        try await withThrowingTaskGroup(of: GatewayAnswer.self) { hangs in
            for (sink, _) in silent {
                let gateway = try gateway(at: sink)
                hangs.addTask { await gateway.carry(words) }
            }
            while silent.contains(where: { $0.sink.heard.isEmpty }) { try await Task.sleep(for: .milliseconds(10)) }
            #expect(try await gateway(at: well).carry(words).carriage == .accepted, "all the others hang")
            for (sink, answering) in silent {
                answering.signal()
                sink.end()
            }
            for try await answer in hangs { #expect(answer == GatewayAnswer(.silence)) }
        }
    }

    /// Nothing is sent in the open where a server does not encrypt.
    @Test func aServerThatDoesNotEncryptGetsNothing() async throws {
        let sink = try Sink { caller in
            caller.say("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            caller.request()
        }
        defer { sink.end() }
        let gateway = try FormGateway(
            server: try ServerAddress("https://127.0.0.1:\(sink.port)/", as: [.https, .http]),
            fields: try FormGateway.Fields(number: "To", words: "Body", format: "{words}", key: nil, others: []),
            authorization: nil)
        #expect(try await gateway.carry(words()) == GatewayAnswer(.noHandshake))
        #expect(!sink.heard.contains { $0.contains("To=") })
    }

    @Test func settingsThatCannotBeAreRefused() throws {
        #expect(throws: GatewayFault.self) {
            try FormGateway.Fields(number: "To", words: "Body", format: "no place for words", key: nil, others: [])
        }
        let server = try ServerAddress("https://sms.example.org/", as: [.https])
        let fields = try FormGateway.Fields(number: "To", words: "Body", format: "{words}", key: nil, others: [])
        #expect(throws: GatewayFault.self) {
            try FormGateway(server: server, fields: fields, authorization: "Bearer x\r\nX-Other: y")
        }
    }
}
