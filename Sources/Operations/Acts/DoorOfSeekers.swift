import Program
import Sealing
import Store

/// A seeker's act within its transaction, and what it is done with.
struct Seeking {
    /// Their request as it is just now, opened with their receipt.
    var request: OpenedRequest
    let agency: Agency
    let transaction: any Transaction
    let now: Instant

    var routes: RequestRoutes { transaction.requestRoutes }
    /// The agency's day.
    var today: Day { get throws { try agency.day(at: now) } }
}

// The doors of seekers. Whatever they do is quiet: no entry of the chain may tell that somebody asked for help, so there is no way
// from here to one.
extension Programmes {
    /// The door for whoever shows the receipt of a request.
    ///
    /// - Returns: Nothing where the receipt opens no request any more.
    func act<Value: Sendable>(
        by pass: SeekerPass, in agency: Agency, _ body: @escaping @Sendable (Seeking) throws -> QuietDeed<Value>
    ) async throws -> Result<Value, Refusal>? {
        let now = clock()
        return try await database.write { transaction in
            guard let seeking = try seeking(pass, in: agency, at: now, transaction) else { return nil }
            return try body(seeking).answer
        }
    }

    /// What a seeker's look at their request leaves: messages are seen, and a request whose supporter is gone is offered again. It
    /// is no act, so it is not remembered as one.
    func look(
        by pass: SeekerPass, in agency: Agency, leaving body: @escaping @Sendable (Seeking) throws -> Void
    ) async throws {
        let now = clock()
        try await database.write { transaction in
            if let seeking = try seeking(pass, in: agency, at: now, transaction) { try body(seeking) }
        }
    }

    /// The door for whoever asks for support, of whom nothing is known and nothing is needed. The receipt they get is only good as
    /// long as the server's keys are, so those are asked for within the transaction. Whoever asks takes turns, since what is stored
    /// of one request stands beside that of another, and all are counted.
    func act<Value: Sendable>(
        ofAskingIn agency: Agency, _ body: @escaping @Sendable (any Transaction, Instant) throws -> QuietDeed<Value>
    ) async throws -> Result<Value, Refusal>? {
        let now = clock()
        return try await database.write(inTurnOf: agency.id) { transaction in
            try vouched.requireFit(transaction)
            return try body(transaction, now).answer
        }
    }

    private func seeking(
        _ pass: SeekerPass, in agency: Agency, at now: Instant, _ transaction: any Transaction
    ) throws -> Seeking? {
        try transaction.opened(by: pass, in: agency, at: now).map {
            Seeking(request: $0, agency: agency, transaction: transaction, now: now)
        }
    }
}
