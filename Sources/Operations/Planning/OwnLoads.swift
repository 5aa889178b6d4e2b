import Program
import Store

extension Programmes {
    /// The staff member's own hours, from what they filed. Nobody else has a way to it, and looking at it writes nothing.
    package func ownLoad(of staff: Staff) async throws -> OwnLoad {
        OwnLoad(try await ownMonths(of: staff), under: staff.policy, on: staff.today)
    }
}
