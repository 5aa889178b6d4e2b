import Program
import Sealing
import Store

/// The directory of further help on one day.
package struct ReferralDirectory: Sendable {
    package let entries: [ReferralEntry]
    package let today: Day
    /// The pages that were not there when the server looked, each by its entry; for whoever keeps the directory.
    package let failing: Set<String>
    /// Those for whom the reader may name a provider; for whoever keeps the directory.
    package let speaksFor: [Body]

    /// Those of a category, by name.
    package func entries(of category: String) -> [ReferralEntry] {
        entries.filter { $0.provider.category == category }.sorted { $0.provider.name < $1.provider.name }
    }

    package func entry(_ id: String) -> ReferralEntry? { entries.first { $0.id == id } }

    /// How many of them whoever keeps the directory is to look at: their check is due, or their page is not there.
    package var toLookAt: Int { entries.count { $0.isDue(on: today) || failing.contains($0.id) } }
}

// Where people find further help, kept by those whom the policy has identify it (SAC-VIII, OCP-I.B.3, PD-A.4, IACP-2.1). Reading it leaves
// nothing behind.
extension Programmes {
    /// The directory as everybody reads it.
    package func referrals(of agency: Agency) async throws -> ReferralDirectory {
        let today = try agency.day(at: clock())
        return try await database.read { transaction in
            ReferralDirectory(
                entries: try transaction.referrals(agency: agency.id), today: today, failing: [], speaksFor: [])
        }
    }

    /// The same for whoever keeps it.
    package func keptReferrals(for staff: Staff) async throws -> ReferralDirectory {
        try await database.read { transaction in
            ReferralDirectory(
                entries: try transaction.referrals(agency: staff.agency.id), today: staff.today,
                failing: Set(
                    try transaction.referralLinks(agency: staff.agency.id).filter(\.isFailing).map(\.entry)),
                speaksFor: staff.policy.bodies(speaking: Set(staff.roles)))
        }
    }

    /// Takes a provider into the directory; gives its id.
    package func addReferral(
        _ provider: ReferralProvider, verifiedOn: Day?, checkBy: Day?, by staff: Staff
    ) async throws -> Result<String, Refusal>? {
        try await act(by: staff, .holding(.keepReferrals)) { doing in
            let verifiedOn = verifiedOn ?? doing.staff.today
            let entry = ReferralEntry(
                id: RandomId().text, provider: provider, verifiedOn: verifiedOn,
                checkBy: checkBy ?? verifiedOn.nextReferralCheck)
            if let refusal = try doing.mayKeep(entry) { return .refused(refusal) }
            try doing.transaction.insert(entry, agency: doing.agency.id)
            return .done(entry.id, .entry(.referralAdded, on: entry.id, under: doing.clauses, details: entry.details))
        }
    }

    /// Says something else of a provider.
    package func changeReferral(
        _ id: String, _ provider: ReferralProvider, verifiedOn: Day?, checkBy: Day?, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.keepReferrals)) { doing in
            guard try doing.entry(id) != nil else { return .nothing }
            let verifiedOn = verifiedOn ?? doing.staff.today
            let entry = ReferralEntry(
                id: id, provider: provider, verifiedOn: verifiedOn, checkBy: checkBy ?? verifiedOn.nextReferralCheck)
            if let refusal = try doing.mayKeep(entry) { return .refused(refusal) }
            try doing.transaction.update(entry, agency: doing.agency.id)
            return .done(.entry(.referralChanged, on: id, under: doing.clauses, details: entry.details))
        }
    }

    /// Says that all of an entry was looked at today and is right.
    ///
    /// - Parameter checkBy: when it is looked at next; after the usual time where nobody says.
    package func checkReferral(_ id: String, next checkBy: Day?, by staff: Staff) async throws -> Result<Void, Refusal>?
    {
        try await act(by: staff, .holding(.keepReferrals)) { doing in
            guard let entry = try doing.entry(id) else { return .nothing }
            switch doing.policy.checked(entry, next: checkBy, on: doing.staff.today) {
            case .failure(let refusal): return .refused(refusal)
            case .success(let checked):
                try doing.transaction.update(checked, agency: doing.agency.id)
                return .done(
                    .entry(.referralChecked, on: id, under: doing.clauses, details: [checked.checkBy.text]))
            }
        }
    }

    /// Takes a provider out of the directory. What stood there is known to the audit chain alone, as a salted hash.
    package func removeReferral(_ id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.keepReferrals)) { doing in
            guard let entry = try doing.entry(id) else { return .nothing }
            try doing.transaction.deleteReferral(id, agency: doing.agency.id)
            return .done(.entry(.referralRemoved, on: id, under: doing.clauses, details: entry.details))
        }
    }
}

extension Doing {
    fileprivate var clauses: [ClauseID] { policy.referrals.identifiedBy.basis.clauses }

    fileprivate func entry(_ id: String) throws -> ReferralEntry? {
        try transaction.referrals(agency: agency.id).first { $0.id == id }
    }

    fileprivate func mayKeep(_ entry: ReferralEntry) throws -> Refusal? {
        policy.mayKeep(
            entry, beside: try transaction.referrals(agency: agency.id), by: Set(staff.roles), on: staff.today)
    }
}

extension ReferralEntry {
    /// What the audit chain's hash is made of.
    fileprivate var details: [String] { ReferralColumn.allCases.map { text(in: $0) } }
}
