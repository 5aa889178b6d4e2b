import Program
import Store

extension Programmes {
    /// Whether the staff member supervises others, as the personnel directory has it today. Whoever gives support and is a
    /// supervisor has further duties (SAC-VI.E, IACP-7.4, KSO-E.8).
    package func supervises(_ staff: Staff) async throws -> Bool {
        try await database.read { transaction in try transaction.isSupervisor(staff) }
    }

    /// Whether the lists of the team say of them that they supervise others.
    package func isMarkedAsSupervisor(_ staff: Staff) async throws -> Bool {
        guard staff.policy.availability.marksSupervisors else { return false }
        return try await supervises(staff)
    }
}
