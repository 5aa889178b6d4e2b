/// Somebody's membership of the team, from the selection to its end. What a holder may do comes from the roles they hold; the
/// membership says whether they may hold them.
package struct Membership: Sendable, Equatable {
    package let id: String
    package let account: String
    package let origin: MembershipOrigin
    /// The day of the selection, or of being taken over.
    package let beganOn: Day
    /// The day from which its holder served first; nothing before.
    package var activatedOn: Day?
    /// The first day after the term; nothing where the policy sets none.
    package var termEndsOn: Day?
    /// The day on which its holder said yes to another term; nothing until they are asked again.
    package var renewalOn: Day?
    /// Who leads its holder, where the policy has leaders.
    package var leader: String?
    /// What keeps its holder from serving just now.
    package var pauses: [MembershipPause]
    package var ending: MembershipEnding?

    package init(
        id: String, account: String, origin: MembershipOrigin, beganOn: Day, activatedOn: Day? = nil,
        termEndsOn: Day? = nil, renewalOn: Day? = nil, leader: String? = nil, pauses: [MembershipPause] = [],
        ending: MembershipEnding? = nil
    ) {
        self.id = id
        self.account = account
        self.origin = origin
        self.beganOn = beganOn
        self.activatedOn = activatedOn
        self.termEndsOn = termEndsOn
        self.renewalOn = renewalOn
        self.leader = leader
        self.pauses = pauses
        self.ending = ending
    }

    package var status: MembershipStatus {
        if ending != nil { return .ended }
        guard activatedOn != nil else { return .selected }
        return pauses.isEmpty ? .active : .inactive
    }

    package func pause(_ cause: MembershipPause.Cause) -> MembershipPause? { pauses.first { $0.cause == cause } }
}

/// Where a membership is in its life.
package enum MembershipStatus: String, Sendable, CaseIterable {
    /// Chosen for the team; something is still to come before they serve.
    case selected
    case active
    /// On no list and offered nothing, for as long as anything keeps them from serving.
    case inactive
    case ended
}

/// How somebody came to be of the team.
package enum MembershipOrigin: String, Sendable, CaseIterable {
    /// By every step of the selection.
    case selected
    /// Of the team before memberships were kept: the selection counts as done, and the agreement is asked for from then on.
    case takenOver = "taken-over"
}

/// One of the things that keep a member from serving. Several may at one time; they serve again once none is left.
package struct MembershipPause: Sendable, Equatable {
    package let cause: Cause
    package let begunOn: Day
    /// The day on which it is to end; open where none is set.
    package let until: Day?
    /// The sealed paper with the reason, where the policy has one.
    package let paper: String?

    package init(_ cause: Cause, begunOn: Day, until: Day? = nil, paper: String? = nil) {
        self.cause = cause
        self.begunOn = begunOn
        self.until = until
        self.paper = paper
    }

    package enum Cause: String, Sendable, CaseIterable {
        /// The member asked for it or took it, and ends it by their own act.
        case own
        /// Others placed the member on it, and end it.
        case placed
        /// The term is over and was not renewed.
        case term
        /// The agreement's words are not signed.
        case agreement
        /// Off the team at once, until the last word is said.
        case suspension
    }
}

/// How a membership ended.
package struct MembershipEnding: Sendable, Equatable {
    package let on: Day
    package let how: How

    package init(_ how: How, on day: Day) {
        self.on = day
        self.how = how
    }

    package enum How: String, Sendable, CaseIterable {
        /// By the member's own notice.
        case withdrew
        /// By the procedure of the pack.
        case removed
        /// No longer with the agency.
        case left
        /// Of a role that was ended on the account, or whose standing the policy does not take any more.
        case roleEnded = "role-ended"
    }
}

extension PolicyPack {
    /// The role that activation gives: the first of those whose holders are the team.
    package var memberRole: RoleID? { supporterRoles.first?.id }

    /// The first day after a term that begins on that day; nothing where the policy sets no term.
    package func termEnd(from day: Day) -> Day? { membership.term.map { day.adding($0.months) } }

    /// The membership of somebody who holds a role of the team from before memberships were kept; nothing for anybody else. The term is
    /// counted from the day they are taken over, so that nobody is off the team by an upgrade.
    package func takenOver(_ account: String, holding holdings: [Holding], id: String, on today: Day) -> Membership? {
        let roles = supporterRoles.map(\.id)
        let held = holdings.filter { roles.contains($0.role) && $0.isHeld(on: today) }
        guard let first = held.map(\.startsOn).min() else { return nil }
        return Membership(
            id: id, account: account, origin: .takenOver, beganOn: today, activatedOn: first,
            termEndsOn: termEnd(from: today))
    }
}

extension Day {
    /// The same day so many months later; the month's last where it has no such day.
    package func adding(_ months: Months) -> Day {
        let later = month.adding(months.number)
        return Day(month: later, number: min(number, later.numberOfDays)) ?? self
    }
}
