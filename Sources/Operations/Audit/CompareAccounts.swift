import Program
import Sealing
import Store

/// The rows of an agency's accounts or roles are not what its chain vouches for. Who it is, `peersupport audit verify` says.
package struct AccountsNotVouchedFor: Error {}

extension Programmes {
    /// Compares every account and role with what the chains vouch for. Where something differs, whoever keeps the accounts is told,
    /// once a day for each account, and the step fails for the agency until it is mended.
    package func compareAccounts() async throws {
        let now = clock()
        // An agency that cannot be taken over cannot be compared either, and fails below.
        do { try await takeOverAccounts() } catch is FailedAgencies {}
        try await forEveryAgency { row in
            let found = try await database.read { transaction in
                try vouchingDifferences(in: try agency(row, in: transaction), transaction)
            }
            guard !found.isEmpty else { return }
            try await database.write(inTurnOf: row.id) { transaction in
                try tell(of: found, in: try agency(row, in: transaction), at: now, transaction)
            }
            throw AccountsNotVouchedFor()
        }
    }

    private func tell(
        of differences: [VouchingDifference], in agency: Agency, at now: Instant, _ transaction: any Transaction
    ) throws {
        let subjects = Set(differences.map { $0.account ?? $0.subject ?? agency.id }).sorted()
        for subject in subjects.prefix(mostTold) {
            let isTold = try transaction.notices(about: subject, agency: agency.id).contains {
                $0.kind == .notVouchedFor && ($0.acknowledgement.map { $0.at > now.adding(seconds: -86_400) } ?? true)
            }
            guard !isTold else { continue }
            for notice in agency.policy.noticesOfDifference(about: subject) {
                try transaction.raise(notice, in: agency, at: now)
            }
        }
    }

    func vouchingDifferences(in agency: Agency, _ transaction: any Transaction) throws -> [VouchingDifference] {
        try vouchingDifferences(in: agency.id, transaction) { agency.policy.title(of: $0) }
    }

    /// - Parameter title: what the pack calls a role.
    func vouchingDifferences(
        in agency: String, _ transaction: any Transaction, title: (RoleID) -> String
    ) throws -> [VouchingDifference] {
        let facts = try transaction.vouchedFacts(of: nil, agency: agency)
        let entries = try transaction.allVouchings(agency: agency).bySubject
        if entries.isEmpty {
            return facts.isEmpty
                ? [] : [VouchingDifference(.nothingVouchedFor, subject: nil, account: nil, entry: nil)]
        }
        let logins = Dictionary(
            facts.compactMap { fact -> (String, String)? in
                guard case .account(let account) = fact else { return nil }
                return (account.id, account.login)
            }, uniquingKeysWith: { first, _ in first })
        let differing = facts.filter { !keys.vouching.isRight(entries[$0.subject], for: $0, agency: agency) }
        let present = Set(facts.map(\.subject))
        let gone = entries.values.filter { !present.contains($0.subject) && !isAcceptedAsGone($0, agency: agency) }
        return differing.map { fact in
            VouchingDifference(
                fact.what(login: logins[fact.account] ?? fact.account, title: title), subject: fact.subject,
                account: fact.account, entry: entries[fact.subject]?.number)
        }.sorted { $0.words < $1.words }
            + gone.sorted { $0.number < $1.number }.map {
                VouchingDifference(.gone, subject: $0.subject, account: nil, entry: $0.number)
            }
    }

    private func isAcceptedAsGone(_ entry: VouchingRow, agency: String) -> Bool {
        let digest = keys.vouching.digest(
            of: VouchedFact.goneFields, subject: entry.subject, agency: agency, number: entry.number)
        return digest.bytes == entry.digest
    }
}

extension VouchedFact {
    fileprivate func what(login: String, title: (RoleID) -> String) -> VouchingDifference.What {
        switch self {
        case .account: .account(login: login)
        case .role(_, _, let holding): .role(login: login, title: title(holding.role), holding)
        }
    }
}

/// Of how many accounts somebody is told at once: enough to look, and no flood where everything differs.
private let mostTold = 20
