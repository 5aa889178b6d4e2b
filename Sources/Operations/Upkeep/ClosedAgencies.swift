import Program
import Store
import Synchronization

/// How many agencies take no request just now, as housekeeping saw it last. A number and no names: whoever watches from outside may
/// be anybody.
final class ClosedAgencies: Sendable {
    private let newest = Mutex<Int?>(nil)

    /// Nothing before the first look since the server began.
    var count: Int? { newest.withLock { $0 } }

    fileprivate func keep(_ count: Int) { newest.withLock { $0 = count } }
}

extension Programmes {
    /// Counts the agencies in which nobody could open a request that is asked just now. One whose rules cannot be read is not among
    /// them: that is told as such.
    package func countClosedAgencies() async throws {
        var closed = 0
        do {
            try await forEveryAgency { row in
                let found = try await database.read { transaction in try agency(row, in: transaction) }
                if try await !isOpenForAsking(found) { closed += 1 }
            }
        } catch let failed as FailedAgencies {
            closedAgencies.keep(closed)
            throw failed
        }
        closedAgencies.keep(closed)
    }
}
