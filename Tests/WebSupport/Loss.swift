import Store
import TestSupport

/// What somebody loses between the gate, which reads, and their act, which writes: the loss stands at the beginning of every write.
/// Where the act then refuses to be done, the loss is undone with it, and the next can be tried.
package enum Loss: Sendable {
    /// Every session has ended.
    case session
    /// Nobody holds a role any more.
    case roles

    /// The database in which it happens.
    package func `in`(_ database: any Database) -> any Database {
        InterposedDatabase(database) { transaction in
            switch self {
            case .session: try transaction.execute("UPDATE session SET ends_at = 0")
            case .roles: try transaction.execute("UPDATE holding SET starts_on = '2199-01-01', held_until = NULL")
            }
            return transaction
        }
    }
}
