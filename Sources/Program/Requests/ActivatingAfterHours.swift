/// Whose yes is asked for before supporters are activated after hours, and what comes where nobody gives one (OCP-I.C.2.c). It is one
/// rule for whatever way leads to them: asking around for a request, and the desk that pages.
package enum ActivationStep: Sendable, Equatable {
    /// That role is asked for its yes, for so many seconds.
    case asks(RoleID, at: Stage, wait: Int64)
    /// Nobody's yes is needed, or nobody answered: a page always reaches somebody.
    case isFree
}

/// How a call-out stands to that rule.
package struct CallOutActivation: Sendable, Equatable {
    /// What the notices about it name.
    package let id: String
    /// Whose yes is asked for.
    package let stage: Stage
    /// Until when they are waited for; nothing once supporters may be paged.
    package let until: Instant?

    package init(id: String, stage: Stage, until: Instant?) {
        self.id = id
        self.stage = stage
        self.until = until
    }

    package var isFree: Bool { until == nil }
}

extension EscalationRules {
    /// The rule by which supporters are activated only with a yes at that hour; nothing where they are without. A seeker's own call
    /// to a supporter never asks it.
    package func activationRule(isBusinessHours: Bool) -> AfterHoursActivation? {
        isBusinessHours ? nil : afterHoursActivation
    }

    /// Whose yes is asked for next.
    ///
    /// - Parameters:
    ///   - stage: whose yes was waited for in vain; nothing at the beginning.
    ///   - holders: who holds each role today; a role that nobody holds is not waited for.
    package func activation(
        after stage: Stage?, holders: [RoleID: [String]], isBusinessHours: Bool
    ) -> ActivationStep {
        let asked: [Stage] = [.approval, .secondApproval]
        let later = asked.drop { stage == .secondApproval || $0 == stage }
        for next in later {
            if let role = approver(at: next, holders: holders, isBusinessHours: isBusinessHours) {
                return .asks(role, at: next, wait: wait(at: next))
            }
        }
        return .isFree
    }

    /// Whose yes is asked for at that stage; nothing where none is needed, or nobody could give it.
    func approver(at stage: Stage, holders: [RoleID: [String]], isBusinessHours: Bool) -> RoleID? {
        guard let rule = activationRule(isBusinessHours: isBusinessHours), let role = rule.approver(at: stage),
            holders[role]?.isEmpty == false
        else { return nil }
        return role
    }

    /// After which stage those are asked who were asked before, where whoever took the request was not in touch in time. That is
    /// activating them too.
    package func beforeReserves(isBusinessHours: Bool) -> Stage {
        activationRule(isBusinessHours: isBusinessHours) == nil ? .few : .preferred
    }

    /// The notice that asks for a yes.
    ///
    /// - Parameter subject: what asks for it: an offering, or the activation of a call-out.
    package func askingForYes(of role: RoleID, about subject: String) -> NewNotice? {
        afterHoursActivation.map {
            NewNotice(
                kind: .approvalAsked, to: .role(role), repeats: true, about: subject, under: $0.basis.clauses,
                isUrgent: true)
        }
    }
}

extension AfterHoursActivation {
    /// Who says yes, in order.
    package var approvers: [RoleID] { [approvedBy, then] }

    package func approver(at stage: Stage) -> RoleID? {
        switch stage {
        case .approval: approvedBy
        case .secondApproval: then
        case .preferred, .few, .everyone, .chain, .step: nil
        }
    }
}

extension PolicyPack {
    /// What comes before a desk may page somebody: a yes that is asked for after hours (OCP-I.C.2.c). Whoever says yes themselves
    /// asks nobody for it.
    ///
    /// - Parameters:
    ///   - present: how the call-out stands; nothing where no yes was asked for yet.
    ///   - desk: the roles that whoever sits at the desk holds today.
    package func activatingByDesk(
        _ present: CallOutActivation?, desk: Set<RoleID>, holders: [RoleID: [String]], isBusinessHours: Bool
    ) -> ActivationStep {
        if present?.isFree == true { return .isFree }
        guard let rule = escalation.activationRule(isBusinessHours: isBusinessHours),
            desk.isDisjoint(with: rule.approvers)
        else { return .isFree }
        if let present, let role = rule.approver(at: present.stage) {
            return .asks(role, at: present.stage, wait: 0)
        }
        return escalation.activation(after: nil, holders: holders, isBusinessHours: isBusinessHours)
    }

    /// Why nobody is paged yet.
    package func waitsForYes(of role: RoleID) -> Refusal {
        Refusal(
            "This waits for a yes of the \(title(of: role)). Nobody is paged before.",
            basis: escalation.afterHoursActivation?.basis)
    }
}
