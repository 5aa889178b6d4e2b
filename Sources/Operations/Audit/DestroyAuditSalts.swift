import Program
import Store

extension Programmes {
    /// Destroys the salts of audit entries that are older than each agency's pack keeps them. Harmless to repeat.
    package func destroyAuditSalts() async throws {
        let now = clock()
        try await forEveryAgency { agency, transaction in
            let days = agency.policy.retention.auditSaltDays.value.number
            try transaction.deleteAuditSalts(agency: agency.id, before: now.adding(seconds: -Int64(days) * 86_400))
        }
    }
}
