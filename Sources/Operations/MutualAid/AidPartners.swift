import Program
import Store

/// An agency with which there is an agreement in force, as anybody may know it.
package struct AidPartnerAgency: Sendable, Equatable {
    /// The agreement's id.
    package let agreement: String
    /// The agency's id.
    package let id: String
    /// Its name in addresses.
    package let slug: String
    /// Its public title.
    package let title: String
    /// What the agreement is for, as far as both policies still have a rule of it.
    package let purposes: Set<AidPurpose>
}

extension Programmes {
    /// The agencies with which there are agreements for that purpose today, by title. A policy that lost its rule agrees to nothing.
    func aidPartners(
        of agency: Agency, for purpose: AidPurpose, on day: Day, _ transaction: any Transaction
    ) throws -> [AidPartnerAgency] {
        try aidPartners(of: agency, on: day, transaction).filter { $0.purposes.contains(purpose) }
    }

    /// Every agreement that is in force today, with the other agency's title.
    func aidPartners(of agency: Agency, on day: Day, _ transaction: any Transaction) throws -> [AidPartnerAgency] {
        let own = agency.policy.aidPurposes
        guard !own.isEmpty else { return [] }
        return try transaction.aidPartners(of: agency.id, on: day).compactMap { partner in
            guard let other = try transaction.agency(id: partner.agency).map({ try self.agency($0, in: transaction) })
            else { return nil }
            let purposes = partner.purposes.intersection(own).intersection(other.policy.aidPurposes)
            guard !purposes.isEmpty else { return nil }
            return AidPartnerAgency(
                agreement: partner.agreement, id: other.id, slug: other.slug, title: other.name, purposes: purposes)
        }.sorted { ($0.title, $0.agreement) < ($1.title, $1.agreement) }
    }

    /// The agencies with which there are agreements for that purpose today.
    package func aidPartners(of agency: Agency, for purpose: AidPurpose) async throws -> [AidPartnerAgency] {
        let today = try agency.day(at: clock())
        return try await database.read { transaction in
            try aidPartners(of: agency, for: purpose, on: today, transaction)
        }
    }
}
