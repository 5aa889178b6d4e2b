import Foundation
import Sealing
import Store

/// Looks whether a restored database is what was copied: its engine finds no damage, each table has its rows, the keys are those it
/// knows, and every audit chain is whole.
struct BackupCheck: Sendable {
    /// Checking waits for no one and may take as long as it takes.
    static let limits = DatabaseLimits(patience: .seconds(3600), statement: .seconds(3600))

    let manifest: BackupManifest
    /// The folder with the keys that were copied.
    let keys: URL

    /// What is not right; nothing where all is.
    ///
    /// - Parameter isPassing: the database goes afterwards, so it may be brought to this version to read its chains. Of one that stays
    ///   they are read only where it has this version already.
    func problems(of address: DatabaseAddress, isPassing: Bool) async throws -> [String] {
        let database = try await address.open(connections: 2, limits: Self.limits)
        do {
            let problems = try await problems(of: database, isPassing: isPassing)
            await database.close()
            return problems
        } catch {
            await database.close()
            throw error
        }
    }

    private func problems(of database: any Database, isPassing: Bool) async throws -> [String] {
        var problems = try await database.damage()
        let rows = try await database.rowCounts()
        for table in Set(rows.keys).union(manifest.rows.keys).sorted() where rows[table] != manifest.rows[table] {
            let (had, has) = (manifest.rows[table] ?? 0, rows[table] ?? 0)
            problems.append("table \(table) had \(had) rows and has \(has)")
        }
        let migrator = try Migrator(Schema.migrations)
        if isPassing { try await migrator.migrate(database, now: 0) }
        let unfit = try await ServerKeys.compared(in: keys, with: database).unfit
        problems += unfit.map { "\($0.file.rawValue): \($0.state.words)" }
        guard unfit.isEmpty, try await migrator.pending(in: database).isEmpty else { return problems }
        let programmes = Programmes(database: database, keys: try ServerKeys.load(from: keys, making: []))
        return problems
            + (try await programmes.verifyAudit(against: [])).compactMap { finding in
                finding.broken.map { "the audit chain of \(finding.slug): \($0)" }
            }
    }
}
