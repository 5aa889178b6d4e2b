import Program
import Sealing
import Store

extension Programmes {
    /// Puts an applicant to the vote of the committee that the step names: by whoever takes applications in, or one of the committee.
    /// The applicant has no vote.
    ///
    /// - Parameter closesOn: the first day on which nobody votes any more; nothing leaves it open until all have voted.
    package func openSelectionBallot(
        closesOn: Day?, in step: String, of id: String, by staff: Staff
    ) async throws -> Result<String, Refusal>? {
        try await act(by: staff, .holding(.takePartInSelection)) { [keys] doing in
            let (transaction, policy) = (doing.transaction, doing.policy)
            guard let application = try transaction.application(id, agency: doing.agency.id),
                let chosen = policy.selection.step(step)
            else { return .nothing }
            let at = try transaction.at(application, by: doing.staff, with: keys)
            guard at.mayCome(under: policy) else { return .nothing }
            if let refusal = try transaction.whyStopped(application, in: doing.agency, on: doing.staff.today) {
                return .refused(refusal)
            }
            if let refusal = policy.mayOpenBallot(in: chosen, of: application, by: at.actor, at.circumstances) {
                return .refused(refusal)
            }
            switch try openBallot(
                on: .selection(application: id), besides: [application.applicant], closesOn: closesOn, doing)
            {
            case .failure(let refusal): return .refused(refusal)
            case .success(let ballot):
                return .done(ballot.id, .entries([ballot.opening(under: chosen.basis.clauses)]))
            }
        }
    }

    /// What the committee's ballot came to. It is nobody's act: the count moves the application on, or ends it. With too few votes
    /// nothing is decided, and it can be put to the vote again.
    func selectionVoted(
        _ outcome: BallotOutcome, on id: String, in agency: Agency, at now: Instant, _ transaction: any Transaction
    ) throws -> [Trace.Entry] {
        let isCarried: Bool
        switch outcome {
        case .passed: isCarried = true
        case .failed: isCarried = false
        case .noQuorum, .overtaken: return []
        }
        let today = try agency.day(at: now)
        guard let application = try transaction.application(id, agency: agency.id),
            let step = agency.policy.selection.next(of: application)
        else { return [] }
        let circumstances = try transaction.circumstances(of: application, in: agency, on: today).0
        let nobody = SelectionActor(account: nil, holdings: [], person: nil, isApplicant: false)
        guard
            case .success(let change) = agency.policy.decide(
                .voted(isCarried), in: step.id, of: application, by: nobody, circumstances)
        else { return [] }
        try carryOut(change, on: application, in: agency, by: nil, at: now, transaction)
        return [
            Trace.Entry(kind: .applicationStepTaken, subject: application.id, clauses: step.basis.clauses)
        ]
    }
}
