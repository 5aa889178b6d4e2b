/// What is known of the person on whom a check would be opened.
package enum CheckStanding: Sendable, Equatable {
    case unknown
    /// A check on them, or on somebody of their name, is in the list of whoever assigns.
    case listed
    /// They declined one that is in the list no more.
    case declined
}

/// Whom whoever assigns would have ask.
package struct CheckMember: Sendable, Equatable {
    package let account: String
    /// Whether they are active on the team.
    package let isOfTeam: Bool
    /// Whether whoever assigns chose themself.
    package let isAssigner: Bool
    /// Whether the check would be on them.
    package let isSubject: Bool

    package init(account: String, isOfTeam: Bool, isAssigner: Bool, isSubject: Bool) {
        self.account = account
        self.isOfTeam = isOfTeam
        self.isAssigner = isAssigner
        self.isSubject = isSubject
    }
}

extension WellBeingCheckRule {
    /// For how many days after its first a check stands at most. No policy has a number for it, so this is ours.
    package static let longestDays = 180

    /// A check that is opened, or why not.
    ///
    /// Where its person declined before, it is opened and nobody asks: whoever assigns would else hear of a refusal what was answered to another.
    ///
    /// - Parameter first: the day on which the member first asks.
    package func opening(
        _ id: String, on subject: CheckSubject, first: Day, by member: CheckMember, _ standing: CheckStanding,
        today: Day
    ) -> Result<WellBeingCheck, Refusal> {
        if !subject.name.contains(where: { $0.isLetter }) {
            return .failure(Refusal("Say of whom: an employee number or a name.", field: "name", basis: basis))
        }
        if let refusal = mayAsk(member) { return .failure(refusal) }
        if first < today || first > (today.adding(days: 366) ?? today) {
            return .failure(Refusal("First day: today or within a year.", field: "day", basis: basis))
        }
        func opened(_ status: WellBeingCheck.Status) -> Result<WellBeingCheck, Refusal> {
            .success(WellBeingCheck(id: id, member: member.account, firstOn: first, status: status))
        }
        switch standing {
        case .unknown: return opened(.asking(next: first, last: nil))
        case .declined: return opened(.over)
        case .listed:
            return .failure(
                Refusal(
                    "A check on this person, or on somebody of that name, is in the list already.", field: nil,
                    basis: basis))
        }
    }

    /// A check that another member is to do. What was answered to the one before is not theirs to read, so it is forgotten.
    package func giving(_ check: WellBeingCheck, to member: CheckMember) -> Result<WellBeingCheck, Refusal> {
        if member.account == check.member {
            return .failure(Refusal("Member: they ask already.", field: "account", basis: basis))
        }
        if let refusal = mayAsk(member) { return .failure(refusal) }
        let status: WellBeingCheck.Status =
            switch check.status {
            case .asking(let next, _): .asking(next: next, last: nil)
            case .over: .over
            }
        return .success(WellBeingCheck(id: check.id, member: member.account, firstOn: check.firstOn, status: status))
    }

    /// What comes of an answer: with `done` and `wanted` the member asks again after the pack's days, and `declined` ends it for good.
    /// Nothing where nobody asks any more.
    package func sequel(
        of outcome: WellBeingCheck.Outcome, to check: WellBeingCheck, on today: Day
    ) -> WellBeingCheck? {
        guard check.own(on: today) != nil else { return nil }
        func with(_ status: WellBeingCheck.Status) -> WellBeingCheck {
            WellBeingCheck(id: check.id, member: check.member, firstOn: check.firstOn, status: status)
        }
        switch outcome {
        case .declined: return with(.over)
        case .done, .wanted:
            return today.adding(days: nextAfterDays.number).map { with(.asking(next: $0, last: outcome)) }
        }
    }

    private func mayAsk(_ member: CheckMember) -> Refusal? {
        func refusal(_ message: String) -> Refusal { Refusal(message, field: "account", basis: basis) }
        if !member.isOfTeam { return refusal("Member: choose an active member.") }
        if member.isSubject { return refusal("Member: nobody is sent to themself. Choose another member.") }
        if member.isAssigner {
            return refusal(
                "Member: choose somebody else. What a colleague answers is known to the member who asks, alone.")
        }
        return nil
    }
}
