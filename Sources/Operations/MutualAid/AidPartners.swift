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
    /// Whether its policy lets its own people choose a member of another agency's team.
    package let letsSeekersChoose: Bool
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
                agreement: partner.agreement, id: other.id, slug: other.slug, title: other.name, purposes: purposes,
                letsSeekersChoose: other.policy.team.mutualAid?.seekerMayChoosePartner ?? false)
        }.sorted { ($0.title, $0.agreement) < ($1.title, $1.agreement) }
    }

    /// The agencies with which there are agreements for that purpose today.
    package func aidPartners(of agency: Agency, for purpose: AidPurpose) async throws -> [AidPartnerAgency] {
        guard agency.policy.aidPurposes.contains(purpose) else { return [] }
        let today = try agency.day(at: clock())
        return try await database.read { transaction in
            try aidPartners(of: agency, for: purpose, on: today, transaction)
        }
    }
}

// Who may ask where. A seeker learns of the other team on their own agency's page and asks on that team's own page; what they ask belongs to
// that team's programme alone, and nothing there or here keeps which way they came.
extension Programmes {
    /// The agencies whose teams this agency's seekers may ask too, by title (IACP-3.9.2-1).
    package func agenciesToAsk(besides agency: Agency) async throws -> [AidPartnerAgency] {
        guard agency.policy.team.mutualAid?.seekerMayChoosePartner == true else { return [] }
        return try await aidPartners(of: agency, for: .lending).oncePerAgency
    }

    /// The agencies whose seekers may ask this agency's team, by title.
    package func agenciesAskingHere(_ agency: Agency) async throws -> [AidPartnerAgency] {
        try await aidPartners(of: agency, for: .lending).filter(\.letsSeekersChoose).oncePerAgency
    }
}

extension [AidPartnerAgency] {
    fileprivate var oncePerAgency: [AidPartnerAgency] {
        var seen: Set<String> = []
        return filter { seen.insert($0.id).inserted }
    }
}
