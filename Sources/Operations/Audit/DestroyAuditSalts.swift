import Program
import Store

extension Programmes {
    /// Destroys the salts of audit entries that are older than each agency's pack keeps them. Harmless to repeat.
    package func destroyAuditSalts() async throws {
        let now = clock()
        try await forEveryAgency { agency, transaction in
            try transaction.deleteAuditSalts(
                agency: agency.id, before: agency.policy.retention.earliestSaltKept(at: now))
        }
    }
}
