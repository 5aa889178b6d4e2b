/// A transaction's body at work on PostgreSQL.
final class PostgreSQLTransaction: Transaction {
    private let connection: PostgreSQLConnection
    /// The first failure of a statement: from then on the server refuses every other, and the transaction is lost.
    private(set) var failure: (any Error)?

    init(_ connection: PostgreSQLConnection) { self.connection = connection }

    func rows(_ sql: SQL) throws -> [Row] { try answer(to: sql).rows }

    @discardableResult func execute(_ sql: SQL) throws -> Int { try answer(to: sql).affected }

    private func answer(to sql: SQL) throws -> PostgreSQLConnection.Answer {
        if let failure { throw Self.shown(failure) }
        do {
            return try connection.run(sql)
        } catch {
            failure = error
            throw Self.shown(error)
        }
    }

    private static func shown(_ error: any Error) -> any Error { (error as? PostgreSQLFailure)?.fault ?? error }
}
