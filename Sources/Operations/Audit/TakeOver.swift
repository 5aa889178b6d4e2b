import Program
import Sealing
import Store

extension Programmes {
    /// Has the chain vouch once for what an installation had before its chains vouched for anything: each account and role as it is
    /// then, as taken over. After that nothing is taken over any more, whatever the rows say. Harmless to repeat, and on several nodes.
    package func takeOverAccounts() async throws {
        let due = try await database.read { transaction in
            let ids = try transaction.agenciesToTakeOver()
            return try transaction.agencies().filter { ids.contains($0.id) }
        }
        let now = clock()
        try await forEach(of: due) { row in
            // Whoever took out the entries that vouch for somebody left a gap, and gets nothing taken over.
            guard try await finding(of: row, [], []).broken == nil else { throw DamagedAuditChain(agency: row.id) }
            try await database.write(inTurnOf: row.id) { transaction in
                try takeOver(try agency(row, in: transaction), at: now, transaction)
            }
        }
    }

    private func takeOver(_ agency: Agency, at now: Instant, _ transaction: any Transaction) throws {
        guard try transaction.agenciesToTakeOver().contains(agency.id) else { return }
        // An agency whose chain vouches for something was taken over before, whoever wrote that it is due.
        if try !transaction.hasVouchings(agency: agency.id) {
            for fact in try transaction.vouchedFacts(of: nil, agency: agency.id) {
                try transaction.vouch(
                    for: fact, .takenOver, in: agency, by: .server, with: keys.vouching, at: now)
            }
        }
        try transaction.deleteTakeOver(of: agency.id)
    }
}
