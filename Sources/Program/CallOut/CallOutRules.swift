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

    /// Who is called by people who would like a supporter: the desk that puts them through, which also helps to find the others; where
    /// the policy has no such desk, each role that has a number.
    package var rolesToCall: [RoleID] {
        if let desk = availability.dispatch?.by { return [desk] }
        return escalation.steps.reduce(into: []) { roles, step in
            guard case .role(let role) = step.to, step.telephone != nil, !roles.contains(role) else { return }
            roles.append(role)
        }
    }

    /// The numbers of ``rolesToCall``, as far as they are set.
    package var numbersToCall: [NumberToCall] {
        rolesToCall.flatMap { role in
            telephones(of: role).compactMap { step in
                step.telephone.map { NumberToCall(title: title(of: role), number: $0, when: step.when) }
            }
        }
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

/// Who keeps the number of whoever called the desk.
package enum CallOutRules {
    /// How a copy is kept.
    package enum NumberKeeping: Sendable, Equatable {
        /// Nobody opens it before its owner is paged.
        case locked
        /// Its owner may open it.
        case sealed
    }

    /// Those a number is sealed to that is left now. It reaches only who answers: once somebody calls in there is one copy, for the
    /// first who does; until then each of the team has one, and those who were not paged, or cannot, have it under lock.
    ///
    /// - Parameter paged: in the order of paging, with what they said.
    package static func numberKeepers(
        of team: [String], paged: [(account: String, answer: CallOutAnswer?)]
    ) -> [String: NumberKeeping] {
        if let coming = paged.first(where: { $0.answer == .accepted }) { return [coming.account: .sealed] }
        return team.reduce(into: [:]) { keepers, account in
            let isAsked = paged.contains { $0.account == account && $0.answer == nil }
            keepers[account] = isAsked ? .sealed : .locked
        }
    }

    /// What becomes of the copies with an answer.
    package enum NumberAfterAnswer: Sendable, Equatable {
        /// They are the first to call in: theirs is the only copy from now on.
        case isTheirsAlone
        /// Somebody else was first, or they had it and cannot after all: theirs is destroyed.
        case isNotTheirs
        /// They cannot. They may change their mind while nobody else has it.
        case isLocked
    }

    /// - Parameter paged: everybody who was, with what they had said before.
    package static func number(
        after answer: CallOutAnswer, by account: String, paged: [(account: String, answer: CallOutAnswer?)]
    ) -> NumberAfterAnswer {
        let isSomebodyElses = paged.contains { $0.account != account && $0.answer == .accepted }
        let hadIt = paged.contains { $0.account == account && $0.answer == .accepted }
        switch answer {
        case .accepted: return isSomebodyElses ? .isNotTheirs : .isTheirsAlone
        case .cannot: return isSomebodyElses || hadIt ? .isNotTheirs : .isLocked
        }
    }
}

extension Refusal {
    /// What was typed as a caller's number is none.
    package static let noCallersNumber = Refusal(
        "A number such as 916 555 0123, or +44 20 7946 0018 for one abroad.", field: "number")
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

/// A number that people are told to call.
package struct NumberToCall: Sendable, Equatable {
    /// Of the role that answers.
    package let title: String
    package let number: String
    package let when: EscalationStep.When
}
