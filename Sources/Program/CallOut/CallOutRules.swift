extension PolicyPack {
    /// The clauses under which supporters are called out.
    package var callOutClauses: [ClauseID] {
        let rules = [availability.callOut?.basis, availability.dispatch?.basis].compactMap { $0?.clauses }
        let named = rules.flatMap { $0 }
        return named.isEmpty ? roles(with: .callOut).flatMap(\.basis.clauses) : named
    }

    /// The role that a call-out ends at where no supporter can be reached: the last step of the escalation, where that
    /// step's role takes requests itself (PD-B.1.b.1, IACP-5.1).
    package var callOutEndsAt: RoleID? {
        guard case .role(let last)? = escalation.steps.last?.to, role(last)?.powers.contains(.takeRequests) == true
        else { return nil }
        return last
    }

    /// The telephone numbers under which that role is reached, each with its hours.
    package func telephones(of role: RoleID) -> [EscalationStep] {
        escalation.steps.filter { $0.to == .role(role) && $0.telephone != nil }
    }

    /// The most days that a finished call-out is kept with pages and answers.
    package var callOutDays: Int { retention.closedRequestDays.value.number }

    /// The first day whose call-outs are kept.
    package func firstCallOutDayKept(on today: Day) -> Day? { today.adding(days: -callOutDays) }

    /// The first day whose call-outs may still run: what nobody finished by the end of the day after is finished.
    package static func firstCallOutDayRunning(on today: Day) -> Day? { today.adding(days: -1) }

    /// Whether supporters respond at any hour, or only in hours that they opened themselves (KSO-J.1).
    package var respondsAtAnyHour: Bool {
        switch availability.list.offDuty {
        case .respond: true
        case .ownOptIn: false
        }
    }

    /// Whether a finished call-out keeps those too who did not come. Where being reached off duty is each supporter's own
    /// choice, nothing is kept that could be held against anybody (KSO-J.1).
    package var keepsUnansweredPages: Bool { respondsAtAnyHour }
}

extension PolicyPack {
    /// Who is paged next.
    ///
    /// - Parameter candidates: everybody who can be reached and was not paged yet, in order.
    package func nextToPage(of candidates: [CallOutCandidate]) -> Result<CallOutCandidate, Refusal> {
        candidates.first.map { .success($0) }
            ?? .failure(Refusal("Everybody who can be reached was paged.", clauses: callOutClauses))
    }

    /// What keeps a call-out's desk from paging, if anything.
    package func mayPage(finishedOn: Day?) -> Refusal? {
        finishedOn == nil ? nil : Refusal("This call-out is finished. Begin a new one.")
    }
}
