import Logging
import Operations
import Program
import Store
import Synchronization
import TestSupport
import Testing

/// Where everything arrives that a test has sent, with the answers its gateways give.
final class DeliverySink: Sendable {
    /// One thing that arrived.
    struct Arrival: Sendable, Equatable {
        let kind: ContactMethod.Kind
        let key: String
        /// The number or address; for a push its endpoint.
        let address: String
        /// What it says; nothing for a push, which is sealed.
        let words: String
    }

    private struct State {
        var arrivals: [Arrival] = []
        var answers: [ContactMethod.Kind: Carriage] = [:]
        var isSilent = false
    }

    private let state = Mutex(State())

    var arrivals: [Arrival] { state.withLock(\.arrivals) }

    /// What that kind's gateway answers from now on; at first it takes everything.
    func answer(_ carriage: Carriage, to kind: ContactMethod.Kind) { state.withLock { $0.answers[kind] = carriage } }

    /// Takes what comes and does not answer, until it is told to speak.
    func fallSilent() { state.withLock { $0.isSilent = true } }
    func speak() { state.withLock { $0.isSilent = false } }

    var carriers: Carriers {
        Carriers(
            email: { await self.take(.email, $0.key, $0.address.text, "\($0.subject)|\($0.words)") },
            text: { await self.take(.text, $0.key, $0.number.text, $0.words) },
            call: { await self.take(.call, $0.key, $0.number.text, $0.words) },
            push: (try? PushContact("mailto:it@agency.example.org")).map { contact in
                Carriers.PushCarrier(
                    contact: contact, knows: { $0.hasPrefix("https://push.example.org/") },
                    carry: { await self.take(.push, $0.key, $0.endpoint, "") })
            })
    }

    private func take(_ kind: ContactMethod.Kind, _ key: String, _ address: String, _ words: String) async
        -> GatewayAnswer
    {
        let answer = state.withLock { state in
            state.arrivals.append(Arrival(kind: kind, key: key, address: address, words: words))
            return state.answers[kind] ?? .accepted
        }
        // As with a gateway, whoever waits for the answer cannot be called off.
        let waiting = Task.detached {
            while self.state.withLock(\.isSilent) { try await Task.sleep(for: .milliseconds(20)) }
        }
        _ = await waiting.result
        return GatewayAnswer(example: answer)
    }

    /// Waits until so many things have arrived, and gives them.
    @discardableResult
    func arrivals(atLeast count: Int) async throws -> [Arrival] {
        try await eventually { arrivals.count >= count }
        return arrivals
    }
}

extension GatewayAnswer {
    /// An answer of which that is made.
    init(example carriage: Carriage) {
        self =
            switch carriage {
            case .accepted: GatewayAnswer(provider: 200)
            case .refused: GatewayAnswer(provider: 422)
            case .gone: GatewayAnswer(pushService: 410)
            case .failed: GatewayAnswer(MailReply(at: .recipient, 450))
            case .unavailable: GatewayAnswer(provider: 503)
            case .unwelcome: GatewayAnswer(provider: 401)
            case .unknown: GatewayAnswer(.silence)
            case .uncarried: .uncarried
            }
    }
}

extension Ground {
    /// Runs the courier while the body runs.
    func withCourier<Result: Sendable>(
        to sink: DeliverySink, carriers: Carriers? = nil, _ body: () async throws -> Result
    ) async throws -> Result {
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let courier = Courier(programmes: programmes, carriers: carriers ?? sink.carriers, logger: logger)
        let running = Task { try await courier.run() }
        let result = await Swift.Result { try await body() }
        running.cancel()
        try await running.value
        return try result.get()
    }

    /// A way to reach that account, proved by the code that arrives at the sink.
    @discardableResult
    func confirmed(
        _ kind: ContactMethod.Kind, _ address: String, after delay: Int = 0, for staff: Staff, at sink: DeliverySink
    ) async throws -> String {
        let new = NewContactMethod(kind: kind, address: address, delay: delay)
        let method = try await programmes.addContactMethod(new, for: staff, carried: sink.carriers.kinds).get()
        try await prove(method.id, for: staff)
        return method.id
    }

    /// Types the digits that were sent, and takes them out of the outbox.
    func prove(_ id: String, for staff: Staff) async throws {
        let row = try await database.read { transaction in
            try transaction.contactMethod(id, of: staff.account, agency: staff.agency.id)
        }
        let digits = try #require(row?.code)
        _ = try #require(try await programmes.confirm(id, with: digits, for: staff)).get()
        try await database.write { transaction in try transaction.execute("DELETE FROM outbox WHERE word = 'code'") }
    }

    func ping(_ accounts: String..., key: String = "something", urgency: Ping.Urgency = .urgent) async throws {
        let (agency, now) = (agency, clock.now)
        try await database.write { transaction in
            try transaction.ping(accounts, urgency, key: key, in: agency, at: now)
        }
    }

    /// How much waits to be sent.
    func waiting() async throws -> Int { try await database.integer("SELECT count(*) FROM outbox") }

    /// Waits until that attempt has come to nothing and the next one is set.
    func isTriedAgain(after attempt: Int) async throws {
        let set: SQL = "SELECT count(*) FROM outbox WHERE attempts = \(attempt) AND lease_until = 0"
        try await eventually { try await database.integer(set) > 0 }
    }

    /// Waits until nothing waits to be sent.
    func allIsSent() async throws {
        try await eventually { try await waiting() == 0 }
    }
}

extension Result where Failure == any Error {
    init(_ body: () async throws -> Success) async {
        do {
            self = .success(try await body())
        } catch {
            self = .failure(error)
        }
    }
}
