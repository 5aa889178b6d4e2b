import Program

extension DemonstrationMaking {
    /// Committees with their seats held, as far as there is somebody for each, and a ballot under way in which one has voted.
    func committees(of agency: Agency, _ team: DemonstrationTeam, on today: Day) async throws {
        for rule in agency.policy.governance.committees {
            guard let convener = team.byRole[agency.policy.convener(of: rule)] else { continue }
            var seated: [DemonstrationTeam.Member] = []
            for seat in rule.seats {
                var missing = seat.count.lowerBound.number
                for member in candidates(for: seat, in: rule, of: agency, team) where missing > 0 {
                    guard !seated.contains(where: { $0.account == member.account }),
                        try await isSeated(member, on: seat, in: rule, of: agency, by: convener)
                    else { continue }
                    seated.append(member)
                    missing -= 1
                }
            }
            if agency.policy.role(rule.memberRole)?.needsSecondFactor == true {
                let ofTheTeam = team.supporters.dropFirst(DemonstrationTeam.enrolled).prefix(
                    DemonstrationTeam.ofCommittees)
                for member in ofTheTeam where seated.contains(where: { $0.account == member.account }) {
                    try await setSecondFactor(try await staff(member, of: agency))
                }
            }
            guard let first = seated.last, let closing = today.adding(days: 12) else { continue }
            let question = CommitteeQuestion(
                words: "Shall the committee meet in the first week of each quarter?", votes: .open, closesOn: closing)
            guard
                case .success(let ballot)? = try await programmes.ask(
                    question, of: rule.id, by: try await staff(convener, of: agency))
            else { continue }
            _ = try await programmes.vote(.yes, in: ballot, by: try await staff(first, of: agency))
        }
    }

    /// Offers a seat, and has it taken. Nobody's where the policy does not have them in it.
    private func isSeated(
        _ member: DemonstrationTeam.Member, on seat: SeatRule, in rule: CommitteeRule, of agency: Agency,
        by convener: DemonstrationTeam.Member
    ) async throws -> Bool {
        let offer = SeatOffer(
            seat: seat.id, account: member.account, isAttested: seat.qualification.needsAttestation)
        guard
            case .success(let id)? = try await programmes.offer(
                offer, in: rule.id, by: try await staff(convener, of: agency))
        else { return false }
        guard rule.asksForAcceptance else { return true }
        if case .success? = try await programmes.acceptSeat(id, by: try await staff(member, of: agency)) { return true }
        return false
    }

    /// Who is asked first: whoever signs in by the name of the committee's role, then members of the team who have no login.
    private func candidates(
        for seat: SeatRule, in rule: CommitteeRule, of agency: Agency, _ team: DemonstrationTeam
    ) -> [DemonstrationTeam.Member] {
        let professionals = agency.policy.governance.consultants.map(\.role)
        let chaplains = agency.policy.roles.map(\.id).filter { $0.text.hasPrefix("chapl") }
        let ordinary =
            [team.byRole[rule.memberRole]].compactMap(\.self) + team.supporters.dropFirst(DemonstrationTeam.enrolled)
        return switch seat.qualification {
        case .lawEnforcementChaplain: chaplains.compactMap { team.byRole[$0] }
        case .lawEnforcementCounsellor, .licensedMentalHealthProfessional:
            professionals.filter { !chaplains.contains($0) }.compactMap { team.byRole[$0] }
        case .nonSupervisoryEmployee, .activeSupporter, .administrator, .swornEmployee, .civilianEmployee,
            .associationRepresentative, .employeeOrganisation, .unspecified:
            ordinary
        }
    }
}
