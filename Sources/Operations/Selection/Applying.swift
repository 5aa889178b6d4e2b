import Program
import Sealing
import Store

/// What an applicant writes: the words of each paper that the policy asks for.
package struct WrittenApplication: Sendable {
    package let papers: [ApplicationDocument: String]
    package let isPreferred: Bool

    package init(papers: [ApplicationDocument: String], isPreferred: Bool) {
        self.papers = papers
        self.isPreferred = isPreferred
    }

    /// The most bytes of one paper.
    package static let mostBytes = 12_000
}

extension Programmes {
    /// Applies to become a supporter. Each paper is sealed to the offices that read it and to the applicant.
    package func apply(_ written: WrittenApplication, by staff: Staff) async throws -> Result<String, Refusal> {
        try await act(by: staff, .signedIn) { [keys] doing in
            let (transaction, policy, agency) = (doing.transaction, doing.policy, doing.agency)
            let today = doing.staff.today
            if let refusal = try transaction.whyNotApplying(doing.staff) { return .refused(refusal) }
            guard let step = policy.selection.steps.first else { return .nothing }
            let given = Set(written.papers.filter { !$0.value.allSatisfy(\.isWhitespace) }.keys)
            let application = Application(
                id: RandomId().text, applicant: doing.staff.account, begunOn: today,
                isPreferred: written.isPreferred && policy.selection.preference != nil)
            let at = try transaction.at(application, by: doing.staff, with: keys)
            let change: SelectionChange
            switch policy.decide(
                .handIn(given), in: step.id, of: application, by: at.actor, at.circumstances)
            {
            case .failure(let refusal): return .refused(refusal)
            case .success(let decided): change = decided
            case nil: return .nothing
            }
            try transaction.insert(application, agency: agency.id)
            for document in step.documents {
                let sealed = try doing.seal(
                    Array((written.papers[document] ?? "").utf8), as: .application, to: policy.readersOfApplications,
                    and: [doing.staff.account], field: document.field, under: step.basis.clauses, with: keys.vouching)
                switch sealed {
                case .failure(let refusal): return .refused(refusal)
                case .success(let paper):
                    try transaction.insert(paper: paper.text, as: document, of: application.id)
                }
            }
            try carryOut(change, on: application, in: agency, by: doing.staff.account, at: doing.now, transaction)
            return .done(
                application.id, .entry(.applicationBegun, on: application.id, under: step.basis.clauses))
        }.whileAllowed()
    }

    /// Withdraws the own application, at any time. Everything of its steps and its papers is gone at once.
    package func withdrawApplication(by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .signedIn) { doing in
            let (transaction, agency) = (doing.transaction, doing.agency)
            let own = try transaction.applications(of: doing.staff.account, agency: agency.id)
            guard let application = own.first(where: { $0.status == .underWay }) else { return .nothing }
            try end(application, as: .withdrawn, in: agency, at: doing.now, transaction)
            return .done(.entry(.applicationWithdrawn, on: application.id))
        }
    }
}

extension Transaction {
    /// Why somebody may not apply today; nothing where they may.
    func whyNotApplying(_ staff: Staff) throws -> Refusal? {
        let (policy, agency, today) = (staff.policy, staff.agency, staff.today)
        return policy.mayApply(
            try standing(of: staff.account, agency: agency.id),
            isOpen: try openings(agency: agency.id, closingFrom: today).contains { $0.isOpen(on: today) },
            before: try applications(of: staff.account, agency: agency.id),
            isOfTeam: try membership(of: staff.account, agency: agency, on: today) != nil,
            isBarred: try isBarredForGood(staff.account, in: agency), on: today)
    }
}
