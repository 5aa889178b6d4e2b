import Operations
import Program
import Sealing
import Store
import Web
import WebSupport

// Committees, seats and ballots at the addresses of whoever sits in a committee, and of whoever is asked to.
extension Grounds {
    /// The address with the pack's first committee, a seat offered to that caller, and a ballot that they opened and vote in.
    func committeePath(_ path: String, for client: Client) async throws -> String {
        guard let committee = agency.policy.governance.committees.first else { return path }
        var path = path.replacing("{committee}", with: committee.id.text)
        let caller = try await staff(client)?.account
        if path.contains("{seat}") { path = path.replacing("{seat}", with: try await seat(of: caller, in: committee)) }
        if path.contains("{ballot}") {
            path = path.replacing("{ballot}", with: try await ballot(of: caller, in: committee))
        }
        return path
    }

    /// A seat that the policy does not have, so that it is refused and nobody comes to a role by it.
    private func seat(of account: String?, in committee: CommitteeRule) async throws -> String {
        let id = RandomId().text
        guard let account else { return id }
        try await town.programmes.database.write { [agency, town] transaction in
            try transaction.insert(
                Seat(
                    id: id, committee: committee.id, seat: "none-of-the-policy", account: account, offeredBy: account,
                    offeredOn: try agency.agency.day(at: town.clock.now)), agency: agency.agency.id)
        }
        return id
    }

    private func ballot(of account: String?, in committee: CommitteeRule) async throws -> String {
        let id = RandomId().text
        guard let account else { return id }
        try await town.programmes.database.write { [agency, town] transaction in
            try transaction.insert(
                Ballot(
                    id: id, committee: committee.id, subject: .decision(question: id),
                    rule: BallotRule(majority: .simple, quorum: nil, votes: .open), openedBy: account,
                    openedOn: try agency.agency.day(at: town.clock.now), closesOn: nil),
                electors: [account], box: nil, agency: agency.agency.id)
        }
        return id
    }
}
