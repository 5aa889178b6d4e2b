import Program
import Sealing
import Store

/// What somebody records of an interview, as a form sends it.
package struct InterviewRecord: Sendable {
    package let on: Day
    /// The accounts of those who were there.
    package let panel: [String]
    package let ratings: [String: Rating]
    package let suitable: Bool

    package init(on day: Day, panel: [String], ratings: [String: Rating], suitable: Bool) {
        self.on = day
        self.panel = panel
        self.ratings = ratings
        self.suitable = suitable
    }
}

extension Programmes {
    /// Does something in a step of an application. Nothing where there is no such application or step for them; refused, with the
    /// clauses, where the step is not next, not theirs, or not done so.
    package func take(
        _ deed: SelectionDeed, in step: String, of id: String, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await take(in: step, of: id, by: staff) { _ in deed }
    }

    /// Records what came of an interview: whoever was there is known by account.
    package func recordInterview(
        _ record: InterviewRecord, in step: String, of id: String, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await take(in: step, of: id, by: staff) { doing in
            let panel = try record.panel.map { account in
                SelectionDeed.Panelist(
                    account: account,
                    roles: try doing.transaction.holdings(of: account, agency: doing.agency.id).map(\.holding)
                        .filter { $0.isHeld(on: doing.staff.today) }.map(\.role))
            }
            return .interview(
                SelectionDeed.Interview(
                    on: record.on, panel: panel, ratings: record.ratings, suitable: record.suitable))
        }
    }

    /// Lets somebody answer in one's place this once, by the name they sign in with.
    package func nameDesignee(
        _ login: String, in step: String, of id: String, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await take(in: step, of: id, by: staff) { doing in
            let found = try Login(typed: login).flatMap {
                try doing.transaction.account(agency: doing.agency.id, login: $0.text)
            }
            guard let found, found.passphrase != nil else { return nil }
            return .nameDesignee(found.id)
        }
    }

    private func take(
        in step: String, of id: String, by staff: Staff,
        _ deed: @escaping @Sendable (Doing) throws -> SelectionDeed?
    ) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .signedIn) { [keys] doing in
            let (transaction, policy) = (doing.transaction, doing.policy)
            guard let application = try transaction.application(id, agency: doing.agency.id),
                let chosen = policy.selection.step(step)
            else { return .nothing }
            let at = try transaction.at(application, by: doing.staff, with: keys)
            guard at.mayCome(under: policy) else { return .nothing }
            guard let deed = try deed(doing) else {
                return .refused(
                    Refusal("Somebody else of this programme, by the name they sign in with.", field: "login"))
            }
            if let refusal = try transaction.whyStopped(application, in: doing.agency, on: doing.staff.today) {
                return .refused(refusal)
            }
            switch policy.decide(deed, in: step, of: application, by: at.actor, at.circumstances) {
            case nil: return .nothing
            case .failure(let refusal): return .refused(refusal)
            case .success(let change):
                try carryOut(
                    change, on: application, in: doing.agency, by: doing.staff.account, at: doing.now, transaction)
                return .done(.entry(.applicationStepTaken, on: application.id, under: chosen.basis.clauses))
            }
        }
    }

    /// Keeps what a deed came to. With the last step done the applicant is selected; a no ends it, and takes what was done with it.
    func carryOut(
        _ change: SelectionChange, on application: Application, in agency: Agency, by account: String?,
        at now: Instant, _ transaction: any Transaction
    ) throws {
        switch change {
        case .ends(let status): try end(application, as: status, in: agency, at: now, transaction)
        case .goesOn(let entries, let ratings):
            try transaction.insert(entries, ratings: ratings, of: application.id)
            let later = application.with(entries)
            if let next = agency.policy.selection.next(of: later) {
                if next.id != agency.policy.selection.next(of: application)?.id {
                    try tellOf(next, of: later, in: agency, at: now, transaction)
                }
                return
            }
            let today = try agency.day(at: now)
            guard try transaction.end(application: application.id, as: .selected, agency: agency.id, on: today) else {
                return
            }
            try transaction.select(application.applicant, in: agency, by: account, at: now)
            try tellApplicant(of: application, in: agency, at: now, transaction)
        }
    }

    /// Ends an application. What was done of its steps is destroyed: of a no it cannot be seen whose it was.
    func end(
        _ application: Application, as status: ApplicationStatus, in agency: Agency, at now: Instant,
        _ transaction: any Transaction
    ) throws {
        guard
            try transaction.end(
                application: application.id, as: status, agency: agency.id, on: try agency.day(at: now))
        else { return }
        try transaction.deleteSteps(ofApplication: application.id)
        try transaction.endBallots(on: .selection, of: application.id, in: agency, at: now)
        if status == .withdrawn { try transaction.deletePapers(ofApplication: application.id, agency: agency.id) }
        if status != .withdrawn { try tellApplicant(of: application, in: agency, at: now, transaction) }
    }

    /// Tells those who hold the offices of the next step that something waits for them; nothing of what.
    private func tellOf(
        _ step: SelectionStep, of application: Application, in agency: Agency, at now: Instant,
        _ transaction: any Transaction
    ) throws {
        let today = try agency.day(at: now)
        var accounts: [String]
        switch step.act {
        case .declarations: accounts = [application.applicant]
        case .supervisorLetter, .forwarding:
            let chain = try transaction.circumstances(of: application, in: agency, on: today).0.chain
            accounts =
                try chain.supervisor.map { try transaction.accounts(ofPerson: $0.person, agency: agency.id) } ?? []
        case .application, .approvals, .endorsement, .confirmation, .inquiries, .serviceRecord, .personnelFileReview,
            .peerReview, .interview, .ballot, .consultation, .review, .approval:
            accounts = try transaction.holdings(of: agency.policy.roles(in: step), agency: agency.id, heldAfter: today)
                .filter { $0.holding.isHeld(on: today) && $0.account != application.applicant }.map(\.account)
        }
        accounts = Set(accounts).sorted()
        try transaction.ping(
            accounts, .routine, key: "application \(application.id) \(step.id)", in: agency, at: now)
    }

    private func tellApplicant(
        of application: Application, in agency: Agency, at now: Instant, _ transaction: any Transaction
    ) throws {
        try transaction.ping(
            [application.applicant], .routine, key: "application \(application.id) decided", in: agency, at: now)
    }
}

extension AtApplication {
    /// Whether it is there for whoever comes: the applicant, those who oversee it, those whom a step of it names, and the chain of
    /// command. To everybody else it is unknown.
    func mayCome(under policy: PolicyPack) -> Bool {
        if actor.isApplicant || isOverseen(under: policy) || waits(under: policy) { return true }
        if circumstances.chain.links.contains(where: { $0.person == actor.person }) { return true }
        let roles = Set(policy.selection.steps.flatMap(policy.roles(in:)))
        return actor.holdings.contains { roles.contains($0.role) && $0.isHeld(on: circumstances.today) }
    }
}

extension Transaction {
    /// Why an application that is under way goes no further: the applicant is none any more whom the policy takes.
    func whyStopped(_ application: Application, in agency: Agency, on today: Day) throws -> Refusal? {
        guard application.status == .underWay else { return nil }
        return agency.policy.whyNoApplicant(
            try standing(of: application.applicant, agency: agency.id), on: today)
    }
}
