/// What a transaction's body may do: run statements and read their answers, one after the other.
///
/// A session lives as long as its body and stays on one thread. When a statement fails, the transaction is lost on both
/// engines: every later statement throws the same fault, and the transaction is undone even when the body goes on as if
/// nothing had happened. So ask first, or use `ON CONFLICT`, where a broken constraint is to be expected.
package protocol Transaction {
    /// Runs a statement and gives its whole answer, in the order the statement asks for.
    func rows(_ sql: SQL) throws -> [Row]

    /// Runs a statement and gives how many rows it inserted, changed or deleted; 0 for any other statement.
    @discardableResult func execute(_ sql: SQL) throws -> Int
}

extension Transaction {
    /// The first row of the answer, nil when it is empty.
    package func row(_ sql: SQL) throws -> Row? { try rows(sql).first }
}
