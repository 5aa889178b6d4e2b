/// Brings a database's schema up to the steps the program knows, once, however many servers start together.
///
/// Each step taken is recorded in the table `schema_migration` with the checksum of its text. All steps that are due are
/// taken in one transaction: either the schema is up to date afterwards, or it is what it was.
package struct Migrator: Sendable {
    private let migrations: [Migration]

    /// Throws `MigrationFault.notConsecutive` unless the steps are numbered 1, 2, 3, … in order.
    package init(_ migrations: [Migration]) throws {
        for (place, migration) in migrations.enumerated() where migration.number != place + 1 {
            throw MigrationFault.notConsecutive(expected: place + 1, found: migration.number)
        }
        self.migrations = migrations
    }

    /// Takes every step that is due, up to the step `last` where one is given, and gives those it took.
    ///
    /// - Parameter now: UTC milliseconds, recorded as the time the steps were taken.
    /// - Throws: `MigrationFault`, changing nothing, where the record does not agree with the steps known here.
    @discardableResult
    package func migrate(_ database: any Database, upTo last: Int? = nil, now: Int64) async throws -> [Migration] {
        if let last, !(0...migrations.count).contains(last) { throw MigrationFault.noSuchStep(last) }
        let engine = database.engine
        return try await database.alterSchema { transaction in
            try transaction.execute(SQL(RenderedStatement(MigrationRecord.table, for: engine)))
            let due = try due(after: MigrationRecord.all(transaction)).prefix { $0.number <= last ?? .max }
            for migration in due {
                for statement in migration.statements {
                    try transaction.execute(SQL(RenderedStatement(statement, for: engine)))
                }
                try MigrationRecord(migration).save(in: transaction, now: now)
            }
            return Array(due)
        }
    }

    /// The steps that are due, taking none: a server that finds some does not start. Throws as `migrate` does.
    package func pending(in database: any Database) async throws -> [Migration] {
        let isRecorded = try await database.columns().contains { $0.table == "schema_migration" }
        return Array(try due(after: isRecorded ? await database.read(MigrationRecord.all) : []))
    }

    /// The steps not yet recorded, provided that those recorded are the first ones known here, unaltered.
    private func due(after records: [MigrationRecord]) throws -> ArraySlice<Migration> {
        for (place, record) in records.enumerated() {
            guard record.number == place + 1 else { throw MigrationFault.missingRecord(number: place + 1) }
            guard place < migrations.count else {
                throw MigrationFault.newer(number: record.number, name: record.name)
            }
            guard record.checksum == migrations[place].checksum else {
                throw MigrationFault.altered(number: record.number, name: record.name)
            }
        }
        return migrations.dropFirst(records.count)
    }
}

/// Why a schema is left as it is.
package enum MigrationFault: Error, Sendable, Equatable {
    /// The steps given to the migrator have a gap or are out of order.
    case notConsecutive(expected: Int, found: Int)
    /// There is no step with that number.
    case noSuchStep(Int)
    /// A step was taken in another form than the one known here.
    case altered(number: Int, name: String)
    /// A later version of the program has taken a step unknown here.
    case newer(number: Int, name: String)
    /// Later steps are recorded, this one is not.
    case missingRecord(number: Int)
}

extension MigrationFault: CustomStringConvertible {
    /// What is wrong, for the operator.
    package var description: String {
        switch self {
        case .notConsecutive(let expected, let found): "schema step \(expected) was expected, step \(found) found"
        case .noSuchStep(let number): "there is no schema step \(number)"
        case .altered(let number, let name):
            "schema step \(number) (\(name)) was taken in another form than this version of the program knows"
        case .newer(let number, let name):
            "the database has schema step \(number) (\(name)) of a later version of the program: start that one"
        case .missingRecord(let number): "the database has no record of schema step \(number), but of later ones"
        }
    }
}
