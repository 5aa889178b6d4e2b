/// What the pack says of agreements for one purpose.
package struct AidRule: Sendable, Equatable {
    package let purpose: AidPurpose
    /// The office that approves it; nothing where the policy names none, so that nobody can agree to it.
    package let approvedBy: RoleID?
    package let basis: Basis
}

extension PolicyPack {
    /// The pack's rule of that purpose, if it has one.
    package func aidRule(_ purpose: AidPurpose) -> AidRule? {
        let approver = team.mutualAid?.approvedBy
        return switch purpose {
        case .lending:
            team.mutualAid.map { AidRule(purpose: .lending, approvedBy: $0.approvedBy, basis: $0.basis) }
        case .incidents:
            incidents.multiAgency.map {
                AidRule(purpose: .incidents, approvedBy: $0.approvedBy?.value ?? approver, basis: $0.basis)
            }
        case .regional:
            team.regionalTeam.map {
                AidRule(purpose: .regional, approvedBy: $0.approvedBy?.value ?? approver, basis: $0.basis)
            }
        }
    }

    /// Everything the policy says of agreements between agencies.
    package var aidRules: [AidRule] { AidPurpose.allCases.compactMap(aidRule) }

    /// What this agency can agree to: what its policy has a rule of, and an office that approves.
    package var aidPurposes: Set<AidPurpose> { Set(aidRules.filter { $0.approvedBy != nil }.map(\.purpose)) }

    /// The offices that approve an agreement for those purposes. More than one where the policy names different ones.
    package func aidApprovers(of purposes: Set<AidPurpose>) -> Set<RoleID> {
        Set(purposes.compactMap { aidRule($0)?.approvedBy })
    }

    /// Who proposes agreements: whoever plans the team, or else whoever keeps the programme's accounts.
    package var aidProposers: [RoleID] { team.planning?.by ?? [administration.by] }

    /// The clauses of the rules of those purposes.
    package func aidClauses(_ purposes: Set<AidPurpose>) -> [ClauseID] {
        purposes.sorted().compactMap { aidRule($0)?.basis }.flatMap(\.clauses).withoutRepetition
    }

    /// Who proposes agreements, who approves them, and that both see them and may end them.
    var conferredByMutualAid: [ConferredPower] {
        guard !aidPurposes.isEmpty else { return [] }
        let approvers = aidApprovers(of: aidPurposes).sorted()
        return [
            ConferredPower(.proposeAid, on: aidProposers), ConferredPower(.approveAid, on: approvers),
            ConferredPower(.followAid, on: aidProposers + approvers),
        ]
    }
}
