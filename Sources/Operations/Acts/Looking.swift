import Store

extension Programmes {
    /// The same programmes for somebody who only looks: whatever is read, by the gate and by the page, is of one unchanging state
    /// and shares one transaction.
    package func looking<T>(_ look: (Programmes) async throws -> T) async rethrows -> T {
        var looking = self
        let held: HeldReads
        if let inTime = database as? DatabaseInTime {
            // Each read has its limit, and not the state alone: one that hangs is not waited for.
            let (database, inner) = inTime.around { HeldReads(of: $0) }
            (looking.database, held) = (database, inner)
        } else {
            held = HeldReads(of: database)
            looking.database = held
        }
        defer { held.letGo() }
        return try await look(looking)
    }

    /// The same programmes for people and programs who wait for an answer: each transaction has given one when the limit is over,
    /// however the database is.
    package func answering(within limit: Duration) -> Programmes {
        var answering = self
        answering.database = DatabaseInTime(database, within: limit)
        return answering
    }
}
