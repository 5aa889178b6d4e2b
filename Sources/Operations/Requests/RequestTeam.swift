import Program
import Sealing
import Store

/// Whoever could be offered a request of an agency on a day.
struct RequestTeam: Sendable {
    let supporters: [SealableAccount]
    /// By the place of the pack's step: those who may take a request themselves when it comes to them.
    let lastResort: [Int: [SealableAccount]]
    /// Those who hold such a role and are not asked, since the audit chain does not vouch for their key or the role.
    let leftOut: Set<String>

    /// Whether nobody could open a request.
    var isEmpty: Bool { supporters.isEmpty && lastResort.values.allSatisfy(\.isEmpty) }

    /// Who is offered a request with that record, and with which stage.
    func waves(under policy: PolicyPack, wanted: [String] = [], record: RequestRecord) -> [String: Stage] {
        policy.requests.waves(
            team: supporters.map(\.candidate), lastResort: lastResort.mapValues { $0.map(\.candidate) },
            wanted: wanted, record: record)
    }

    /// Copies of the key for all of them.
    ///
    /// - Parameter tied: whom the incident that it has to do with keeps from it: their copies open nothing, and in everything else
    ///   they are as the others, so that nobody learns who they are. The register is asked each time, for it may have come to
    ///   know since.
    func copies(
        of key: RequestKey, request: RandomId, waves: [String: Stage], besides tied: Set<String>,
        with server: ServerKeys
    ) throws -> [RequestCopy] {
        let everybody = supporters + lastResort.values.flatMap { $0 }
        let keys = Dictionary(everybody.map { ($0.account, $0.publicKey) }, uniquingKeysWith: { first, _ in first })
        return try waves.sorted { $0.key < $1.key }.compactMap { account, wave -> RequestCopy? in
            guard let bytes = keys[account], let publicKey = AccountPublicKey(bytes: bytes) else { return nil }
            let sealed =
                try tied.contains(account)
                ? server.decoy(request: request, holder: account)
                : key.sealed(to: publicKey, request: request, holder: account)
            return RequestCopy(account: account, sealed: sealed, wave: wave)
        }
    }
}

extension Transaction {
    func requestTeam(
        of policy: PolicyPack, agency: String, on day: Day, vouchedWith key: VouchingKey
    ) throws -> RequestTeam {
        let (supporting, lastResort) = (policy.supporterRoles.map(\.id), policy.lastResortRoles)
        let team = try sealableTeam(
            holding: Array(Set(supporting).union(lastResort.values)).sorted { $0.text < $1.text }, agency: agency,
            on: day, vouchedWith: key)
        return RequestTeam(
            supporters: team.holding(supporting), lastResort: lastResort.mapValues { team.holding([$0]) },
            leftOut: team.leftOut)
    }
}

extension SealableAccount {
    var candidate: Candidate { candidate(chain: []) }

    /// - Parameter chain: the people above and below the seeker.
    func candidate(chain: Set<String>) -> Candidate {
        Candidate(
            account: account, unit: unit, rank: rank, investigates: investigates,
            isInChain: person.map(chain.contains) ?? false)
    }
}
