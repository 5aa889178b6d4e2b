/// How long the database may take, before whoever waits is told so.
package struct DatabaseLimits: Sendable {
    /// How long a write is tried: it waits for its turn and for others' locks, and is repeated after collisions.
    package var patience: Duration

    package init(patience: Duration = .seconds(6)) { self.patience = patience }
}
