import Store

extension Programmes {
    /// The same programmes for somebody who only looks: whatever is read, by the gate and by the page, is of one unchanging state
    /// and shares one transaction.
    package func looking<T>(_ look: (Programmes) async throws -> T) async rethrows -> T {
        let held = HeldReads(of: database)
        defer { held.letGo() }
        var looking = self
        looking.database = held
        return try await look(looking)
    }
}
