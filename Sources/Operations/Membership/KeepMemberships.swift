import Program
import Sealing
import Store

extension Transaction {
    /// The account's membership as it stands today: the one that is kept, or that of somebody who is of the team from before memberships
    /// were kept. Nothing for whoever is not of the team; ``lastEndedMembership(of:agency:)`` tells of one that is over.
    func membership(of account: String, agency: Agency, on today: Day) throws -> Membership? {
        if let kept = try livingMembership(of: account, agency: agency.id) { return kept }
        return agency.policy.takenOver(
            account, holding: try holdings(of: account, agency: agency.id).map(\.holding), id: RandomId().text,
            on: today)
    }

    /// The same for an act on it: whoever is taken over from before has a row from then on.
    func keptMembership(of account: String, agency: Agency, on today: Day) throws -> Membership? {
        if let kept = try livingMembership(of: account, agency: agency.id) { return kept }
        guard let found = try membership(of: account, agency: agency, on: today) else { return nil }
        try insert(found, agency: agency.id)
        try note(.takenOver, in: found, agency: agency, on: today, by: nil)
        return found
    }

    /// Adds a line to the history of the membership.
    func note(
        _ kind: MembershipEvent.Kind, in membership: Membership, agency: Agency, on day: Day, by account: String?
    ) throws {
        try insert(
            MembershipEvent(kind, on: day, by: account), id: RandomId().text, of: membership.id, agency: agency.id)
    }

    /// Writes down that a membership is over. No paper on why somebody did not serve is left, and a removal that was under way is over
    /// with it, undecided, as is the committee's ballot.
    ///
    /// - Parameter account: whose act it was; nothing where it came of a rule.
    @discardableResult
    func end(
        _ membership: Membership, _ how: MembershipEnding.How, in agency: Agency, by account: String?, at now: Instant
    ) throws -> Membership {
        let today = try agency.day(at: now)
        for pause in membership.pauses where pause.cause != .suspension {
            try endPause(pause, of: membership.id, agency: agency.id)
        }
        try forgetInterrupted(byPausesOf: membership.id)
        if let removal = try openRemoval(of: membership.id, agency: agency.id) {
            try decideRemoval(removal.id, isRemoved: false, on: today, agency: agency.id)
        }
        try endBallots(on: .removal, of: membership.account, in: agency, at: now)
        var ended = membership
        ended.pauses = []
        ended.ending = MembershipEnding(how, on: max(today, membership.beganOn))
        try update(ended, agency: agency.id)
        try note(how.event, in: ended, agency: agency, on: today, by: account)
        return ended
    }

    /// Somebody is selected: every step of the selection is done. They serve once whatever the pack asks for is there. Whoever is of the
    /// team already stays as they are.
    ///
    /// - Parameter account: who said the last word of the selection; nothing where a rule did.
    func select(_ member: String, in agency: Agency, by account: String? = nil, at now: Instant) throws {
        let today = try agency.day(at: now)
        guard try membership(of: member, agency: agency, on: today) == nil else { return }
        let membership = Membership(id: RandomId().text, account: member, origin: .selected, beganOn: today)
        try insert(membership, agency: agency.id)
        try note(.selected, in: membership, agency: agency, on: today, by: account)
    }
}

extension Programmes {
    /// Ends a membership for good: the roles in the team end, what was open is in other hands first, and no paper on it is left. What
    /// the caller writes to the chain says why; nothing where there is no membership to end.
    ///
    /// - Parameters:
    ///   - how: how it came.
    ///   - account: whose act it was; nothing where it came of a rule.
    @discardableResult
    func endMembership(
        of member: String, _ how: MembershipEnding.How, in agency: Agency, by actor: AuditActor,
        _ account: String? = nil, at now: Instant, _ transaction: any Transaction
    ) throws -> Membership? {
        let today = try agency.day(at: now)
        guard let membership = try transaction.keptMembership(of: member, agency: agency, on: today) else { return nil }
        let roles = agency.policy.supporterRoles.map(\.id)
        try takeOffServing(member, roles, waitingFor: nil, in: agency, by: actor, at: now, transaction)
        return try transaction.end(membership, how, in: agency, by: account, at: now)
    }
}
