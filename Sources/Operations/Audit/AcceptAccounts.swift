import Program
import Sealing
import Store

extension Programmes {
    /// The operator looked at what differs from the chain and says that it is right as it is now. From then on the chain vouches for
    /// it as accepted, and says so for good.
    ///
    /// - Parameter chosen: a login, or the id of an account or a role; everything that differs where it is nil.
    /// - Returns: what was accepted.
    package func acceptAccounts(_ chosen: String?, in agency: Agency) async throws -> [VouchingDifference] {
        let accepted = try await act(byOperatorOf: agency) { transaction, now -> Deed<[VouchingDifference]> in
            let account = try chosen.flatMap { try transaction.account(agency: agency.id, login: $0)?.id }
            let differing = try vouchingDifferences(in: agency, transaction).filter {
                chosen == nil || $0.subject == chosen || ($0.account != nil && [account, chosen].contains($0.account))
            }
            let subjects = Set(differing.compactMap(\.subject))
            let isWhole = differing.contains { $0.what == .nothingVouchedFor }
            let facts = try transaction.vouchedFacts(of: nil, agency: agency.id)
            for fact in facts where isWhole || subjects.contains(fact.subject) {
                try transaction.vouch(
                    for: fact, .accepted, in: agency, by: .operator, with: keys.vouching, at: now)
            }
            for subject in subjects.subtracting(facts.map(\.subject)).sorted() {
                try transaction.vouch(
                    .roleAccepted, for: VouchedFact.goneFields, on: subject, in: agency, by: .operator,
                    with: keys.vouching, at: now)
            }
            guard !differing.isEmpty else { return .done([], .silent(.unchanged)) }
            return .done(differing, .entry(.accountsAccepted, details: subjects.sorted()))
        }
        return try accepted?.get() ?? []
    }
}
