import Program
import Store

extension Programmes {
    /// Has what a ballot decided carried out, by the feature whose subject it was, within the transaction that closes it.
    ///
    /// - Returns: what the audit chain gets of that, besides that the ballot was closed.
    func carryOut(
        _ closed: ClosedBallot, of ballot: Ballot, in agency: Agency, by actor: AuditActor, at now: Instant,
        _ transaction: any Transaction
    ) throws -> [Trace.Entry] {
        switch ballot.subject {
        // The applicant's next step, or the end of the application.
        case .selection(let application):
            return try selectionVoted(closed.outcome, on: application, in: agency, at: now, transaction)
        case .removal(let member, _):
            return try carryOutRemoval(
                closed.outcome == .passed, of: member, in: agency, by: actor, at: now, transaction)
        case .seat(let committee, let seat, let account):
            return try take(
                SeatOffer(seat: seat, account: account, isAttested: false), in: committee, chosenBy: ballot,
                closed.outcome, agency, by: actor, at: now, transaction)
        case .policy(let draft):
            switch closed.outcome {
            case .passed: return try transaction.decide(policyDraft: draft, carried: true, in: agency, at: now)
            case .failed: return try transaction.decide(policyDraft: draft, carried: false, in: agency, at: now)
            // Nothing is decided; the draft waits for another ballot.
            case .noQuorum, .overtaken: return []
            }
        // The decision is the ballot itself, with its day.
        case .decision: return []
        }
    }

    /// Offers the seat to whom the committee chose, where it still may be: they may have ceased to be what it asks for meanwhile.
    private func take(
        _ offer: SeatOffer, in committee: CommitteeID, chosenBy ballot: Ballot, _ outcome: BallotOutcome,
        _ agency: Agency, by actor: AuditActor, at now: Instant, _ transaction: any Transaction
    ) throws -> [Trace.Entry] {
        let today = try agency.day(at: now)
        guard outcome == .passed, let rule = agency.policy.committee(committee) else { return [] }
        let situation = try transaction.situation(of: offer.account, in: rule, agency, isElected: true, on: today)
        guard agency.policy.mayStand(offer, in: rule, situation, on: today) == nil else { return [] }
        return try seat(
            offer, in: rule, by: ballot.openedBy, actor: actor, chosenBy: ballot.id, agency, at: now, transaction
        ).entries
    }
}
