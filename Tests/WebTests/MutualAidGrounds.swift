import Operations
import Program
import Sealing
import Store
import Web
import WebSupport

// An agreement with a neighbour, at the addresses of those who decide on it.
extension Grounds {
    func mutualAidPath(_ path: String) async throws -> String {
        guard path.contains("{agreement}") else { return path }
        let id = RandomId().text
        let owner = agency.agency
        let day = try owner.day(at: town.clock.now)
        let proposer = agency.policy.aidProposers.first.flatMap { agency.members[$0.text]?.account } ?? ""
        guard !agency.policy.aidPurposes.isEmpty else { return path.replacing("{agreement}", with: id) }
        try await town.programmes.database.write { transaction in
            let neighbour = AgencyRow(
                id: RandomId().text, slug: "n-\(id.prefix(8))", name: "Neighbour", timeZone: "America/Los_Angeles",
                pack: owner.packHash)
            try transaction.insert(neighbour)
            try transaction.insert(
                AidAgreement(
                    id: id, proposer: owner.id, partner: neighbour.id, purposes: owner.policy.aidPurposes, until: nil,
                    proposedBy: proposer, proposedOn: day))
        }
        return path.replacing("{agreement}", with: id)
    }
}
