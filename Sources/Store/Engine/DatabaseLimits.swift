/// How long the database may take, before whoever waits is told so.
package struct DatabaseLimits: Sendable {
    /// How long a transaction is tried: it waits for a connection, for its turn and for others' locks, and is repeated after
    /// collisions.
    package var patience: Duration
    /// The longest that one statement may take, and that a transaction may lie idle; only changes of the schema have none.
    package var statement: Duration?
    /// The longest that connecting to one server of the address may take, in whole seconds, at least two (PostgreSQL).
    package var connecting: Duration

    package init(
        patience: Duration = .seconds(6), statement: Duration? = .seconds(15), connecting: Duration = .seconds(3)
    ) {
        self.patience = patience
        self.statement = statement
        self.connecting = connecting
    }
}
