import Program
import Sealing
import Store

extension Transaction {
    /// Tells those accounts that there is something to look at, in the transaction that brings it about: each by the
    /// methods and at the times its owner chose. Whoever was told about the same before is not told again. An account
    /// without a confirmed method is not reached; the roster shows that it has none.
    ///
    /// - Parameters:
    ///   - key: names what it is about, the same for every repetition. It is kept as a hash under a key of the server's.
    /// - Returns: those who were not told about it before.
    @discardableResult
    package func ping(
        _ accounts: [String], _ urgency: Ping.Urgency, key: String, in agency: Agency, at now: Instant
    ) throws -> [String] {
        let ping = agency.pingKey(key)
        let told = try Set(accounts).sorted().filter {
            try insertPing(ping, account: $0, agency: agency.id, at: now)
        }
        let methods = try confirmedMethods(of: told, agency: agency.id)
        for account in told {
            for step in (methods[account] ?? []).steps(for: urgency) {
                try insertOutbox(
                    id: RandomId().text, account: account, agency: agency.id, ping: ping, step: step, word: .message,
                    urgency: urgency, dueAt: now.adding(seconds: step.wait))
            }
        }
        return told
    }

    /// The account's owner has seen or answered it: nothing more is sent to them about it. Harmless to repeat.
    package func answered(ping key: String, by account: String, in agency: Agency) throws {
        try deleteOutbox(ping: agency.pingKey(key), account: account, agency: agency.id)
    }

    /// It needs nobody's attention any more: nothing more is sent to anybody about it. Harmless to repeat.
    package func settled(ping key: String, in agency: Agency) throws {
        try deleteOutbox(ping: agency.pingKey(key), agency: agency.id)
    }
}

extension Agency {
    /// What a ping is known by in the rows.
    func pingKey(_ words: String) -> PingKey { PingKey(mark: pings.mark(words)) }
}
