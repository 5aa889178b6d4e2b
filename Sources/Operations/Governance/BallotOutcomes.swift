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
            try selectionVoted(closed.outcome, on: application, in: agency, at: now, transaction)
        case .removal: []
        case .seat: []
        case .policy: []
        // The decision is the ballot itself, with its day.
        case .decision: []
        }
    }
}
