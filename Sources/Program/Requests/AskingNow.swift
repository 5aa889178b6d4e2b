/// Who may be asked for a request at one moment: by the pack it was asked under, and by who can be called.
package struct AskingNow: Sendable {
    package let policy: PolicyPack
    package let availability: Availability
    package let isBusinessHours: Bool

    package init(policy: PolicyPack, availability: Availability, isBusinessHours: Bool) {
        self.policy = policy
        self.availability = availability
        self.isBusinessHours = isBusinessHours
    }

    /// Whether the pack lets the account be offered requests just now: on leave nobody is, and off duty only whoever opened
    /// those hours themselves, where the pack leaves it to them (KSO-J.1).
    package func mayBeAsked(_ account: String) -> Bool {
        switch policy.availability.list.offDuty {
        case .ownOptIn: availability.isAvailable(account)
        case .respond: !availability.isOnLeave(account)
        }
    }

    /// Whether somebody with that wave is asked once the request has come to the stage. Whoever the pack turns to last is
    /// not asked about hours.
    package func isAsked(_ account: String, wave: Stage?, at stage: Stage) -> Bool {
        guard let wave, policy.escalation.isAsked(wave, at: stage) else { return false }
        if case .step = wave { return true }
        return mayBeAsked(account)
    }

    /// Whether a request that stands there is offered to the account just now.
    ///
    /// - Parameter wave: as its copy of the key has it; nothing for whoever has the request.
    package func isOffered(_ standing: RequestStanding, to account: String, wave: Stage?) -> Bool {
        guard case .offered(let stage, _, _) = standing else { return false }
        return isAsked(account, wave: wave, at: stage)
    }

    /// To whom a request may be handed, of a team: whoever it may be offered to besides its supporter. Whoever would not be asked
    /// at this hour is chosen by nobody (KSO-J.1).
    ///
    /// - Parameter waves: with which stage each would be offered it.
    package func colleagues(of supporter: String, in team: [String], waves: [String: Stage]) -> [String] {
        team.filter { waves[$0] == .everyone && $0 != supporter && mayBeAsked($0) }
    }

    /// The roles that asking around may come to.
    package var rolesAsked: [RoleID] {
        let steps = policy.escalation.steps.compactMap { step -> RoleID? in
            switch step.to {
            case .availableSupporters: nil
            case .role(let role): role
            }
        }
        return steps + (policy.escalation.afterHoursActivation?.approvers ?? [])
    }

    /// Who can be reached for a request.
    ///
    /// - Parameters:
    ///   - waves: those whose copies it has, each with their stage.
    ///   - openRequests: how many requests each supporter has.
    ///   - holders: who holds each of ``rolesAsked`` today.
    ///   - canBeTold: whom a word from here reaches.
    package func reach(
        of request: String, waves: [String: Stage], openRequests: [String: Int], holders: [RoleID: [String]],
        canBeTold: Set<String> = []
    ) -> Reach {
        let asked = waves.filter { mayBeAsked($0.key) }
        func accounts(_ stages: Stage...) -> [String] {
            asked.filter { stages.contains($0.value) }.map(\.key).sorted()
        }
        func takes(_ role: RoleID) -> Bool { policy.role(role)?.powers.contains(.takeRequests) == true }
        let others = accounts(.everyone)
        let onCall = availability.onCall(.supporters).filter(others.contains)
        return Reach(
            preferred: accounts(.preferred),
            inOrder: fairOrder(
                onCall: onCall, others: others.filter { !onCall.contains($0) && availability.isAvailable($0) },
                openRequests: openRequests, request: request),
            everyone: accounts(.preferred, .few, .everyone), chain: accounts(.chain),
            lastResort: holders.filter { takes($0.key) }.mapValues { $0.filter { waves[$0] != nil } },
            holders: holders.filter { !takes($0.key) }, canBeTold: canBeTold, isBusinessHours: isBusinessHours)
    }
}

extension EscalationRules {
    /// Whom a move tells, and whom it asks for a yes.
    package func notices(of move: EscalationMove, about offering: String) -> [NewNotice] {
        var notices: [NewNotice] = []
        if let role = move.tells, case .step(let place) = move.stage, steps.indices.contains(place) {
            notices.append(
                NewNotice(
                    kind: .requestWaits, to: .role(role), repeats: true, about: offering,
                    under: steps[place].basis.of(.to).clauses, isUrgent: true))
        }
        if let notice = move.approver.flatMap({ askingForYes(of: $0, about: offering) }) { notices.append(notice) }
        return notices
    }

    /// The duty to tell of a new request, or a call-out, after hours, by whatever way it came (OCP-I.C.2.b); nothing where the pack
    /// has none.
    package func noticesOfRequest(isBusinessHours: Bool) -> [NewNotice] {
        if isBusinessHours { return [] }
        return notifications.filter { $0.event == .afterHoursRequest }.map {
            NewNotice(
                kind: .tellAdministrator, to: .role($0.from), repeats: true, under: $0.basis.clauses, tells: $0.to)
        }
    }

    /// The rule by which somebody with those roles is asked for a yes to activating supporters after hours (OCP-I.C.2.c); nothing
    /// where they are not.
    package func activation(approvedBy roles: Set<RoleID>) -> AfterHoursActivation? {
        afterHoursActivation.flatMap { roles.isDisjoint(with: $0.approvers) ? nil : $0 }
    }

    /// What keeps a yes to activating supporters from being given, if anything: they are asked already.
    ///
    /// - Parameter stage: how far asking around has come.
    package func mayApprove(at stage: Stage, under rule: AfterHoursActivation) -> Refusal? {
        switch stage {
        case .approval, .secondApproval: nil
        case .preferred, .few, .everyone, .chain, .step:
            .supportersAreAsked(under: rule)
        }
    }
}

extension Refusal {
    /// A yes came when nobody waited for one any more.
    package static func supportersAreAsked(under rule: AfterHoursActivation) -> Refusal {
        Refusal("Supporters are being asked already.", basis: rule.basis)
    }
}
