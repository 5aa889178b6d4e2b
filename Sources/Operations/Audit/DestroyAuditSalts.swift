import Program
import Store

extension Programmes {
    /// Destroys the salts of audit entries that are older than each agency's pack keeps them. Harmless to repeat.
    package func destroyAuditSalts() async throws {
        let now = clock()
        try await database.write { transaction in
            for row in try transaction.agencies() {
                let days = try agency(row, in: transaction).policy.retention.auditSaltDays.value.number
                try transaction.deleteAuditSalts(agency: row.id, before: now.adding(seconds: -Int64(days) * 86_400))
            }
        }
    }
}
