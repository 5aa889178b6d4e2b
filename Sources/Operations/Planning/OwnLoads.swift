import Program
import Store

extension Programmes {
    /// The staff member's own hours, from what they filed. Nobody else has a way to it, and looking at it writes nothing.
    package func ownLoad(of staff: Staff) async throws -> OwnLoad {
        try await database.read { transaction in
            OwnLoad(
                try transaction.filings(
                    account: staff.account, agency: staff.agency.id, from: staff.today.month.adding(-6)),
                under: staff.policy, on: staff.today)
        }
    }
}
