// What may be done in which step, by whom. The pack has the steps and their order; what each needs and gives stands here and in
// `SelectionByAct.swift`.
extension PolicyPack {
    /// What comes of a deed in that step, or why not. Nothing where the pack has no such step.
    ///
    /// A step is refused with the clause of the one that comes before it, and with its own: neither may be skipped.
    package func decide(
        _ deed: SelectionDeed, in id: String, of application: Application, by actor: SelectionActor,
        _ circumstances: SelectionCircumstances
    ) -> Result<SelectionChange, Refusal>? {
        guard let step = selection.step(id) else { return nil }
        let attempt = StepAttempt(
            pack: self, step: step, application: application, actor: actor, circumstances: circumstances)
        if let refusal = attempt.whyNotNow ?? attempt.whyNotTheirs(deed) { return .failure(refusal) }
        return attempt.outcome(of: deed)
    }

    /// Why somebody may not put an applicant to the vote now; nothing where they may.
    package func mayOpenBallot(
        in step: SelectionStep, of application: Application, by actor: SelectionActor,
        _ circumstances: SelectionCircumstances
    ) -> Refusal? {
        let attempt = StepAttempt(
            pack: self, step: step, application: application, actor: actor, circumstances: circumstances)
        if let refusal = attempt.whyNotNow { return refusal }
        guard step.act.kind == .ballot else { return attempt.refusal("\(step.title): nobody votes on this.") }
        return attempt.isTheirs ? nil : attempt.notTheirs
    }

    /// Whether the deed could be done by that actor now, so that a page offers it. What is answered is not looked at.
    package func isWaiting(
        for actor: SelectionActor, in step: SelectionStep, of application: Application,
        _ circumstances: SelectionCircumstances
    ) -> Bool {
        let attempt = StepAttempt(
            pack: self, step: step, application: application, actor: actor, circumstances: circumstances)
        return attempt.whyNotNow == nil && attempt.isTheirs
    }
}

/// Somebody at a step of an application.
struct StepAttempt {
    let pack: PolicyPack
    let step: SelectionStep
    let application: Application
    let actor: SelectionActor
    let circumstances: SelectionCircumstances

    var today: Day { circumstances.today }

    /// The step is over, or another comes first.
    var whyNotNow: Refusal? {
        guard application.status == .underWay else {
            return Refusal("This application is over.", basis: step.basis)
        }
        guard let next = pack.selection.next(of: application) else { return refusal("Every step is done.") }
        if next.id == step.id { return nil }
        if pack.selection.isOver(step, application) { return refusal("\(step.title): this is done already.") }
        return Refusal([
            Refusal.Problem(field: nil, message: "First comes: \(next.title).", basis: next.basis),
            Refusal.Problem(field: nil, message: "\(step.title) comes later. No step is skipped.", basis: step.basis),
        ])
    }

    func refusal(_ message: String, field: String? = nil) -> Refusal {
        Refusal(message, field: field, basis: step.basis)
    }

    /// A refusal where the deed is not for whoever tries it, or not how this step is done.
    func whyNotTheirs(_ deed: SelectionDeed) -> Refusal? {
        switch deed {
        case .passOver:
            guard step.strength == .recommended else {
                return refusal("\(step.title): the policy demands this step. It cannot be passed over.")
            }
            let roles = pack.roles(in: step) + pack.overseersOfSelection
            return actor.isApplicant || !actor.holdsOne(of: roles, on: today) ? notTheirs : nil
        case .handIn, .forward, .noteForwarding, .declare, .attest, .noteLetter, .noteApproval, .answer, .inquire,
            .rate, .endPeerReview, .interview, .hear, .voted, .nameDesignee:
            return isAllowed(deed) ? nil : notTheirs
        }
    }

    var notTheirs: Refusal { refusal("\(step.title): this is for \(who).") }

    /// Who does it, in words.
    private var who: String {
        switch step.act {
        case .declarations: "the applicant"
        case .application(_, _, let through):
            application.has(.handedIn, of: step) ? through.map(pack.title) ?? "the applicant" : "the applicant"
        case .supervisorLetter: "the applicant's immediate supervisor"
        case .forwarding(let role): "the chain of command and then the \(pack.title(of: role))"
        case .peerReview: "the \(pack.terms.supporters), each once"
        case .ballot(let committee, _, _): "the \(pack.committee(committee)?.title ?? "committee"), by ballot"
        case .approvals, .endorsement, .confirmation, .inquiries, .serviceRecord, .personnelFileReview, .interview,
            .consultation, .review, .approval:
            "the " + pack.roles(in: step).map(pack.title).joined(separator: ", ")
        }
    }

    /// Whether something of the step waits for the actor.
    var isTheirs: Bool {
        switch step.act {
        case .application(_, _, let through):
            if !application.has(.handedIn, of: step) { return actor.isApplicant }
            return !actor.isApplicant && (through.map { actor.holds($0, on: today) } ?? false)
        case .declarations: return actor.isApplicant
        case .supervisorLetter: return isSupervisor || mayNoteLetter
        case .forwarding(let role):
            guard let next = circumstances.forwardersLeft(step, of: application).first else { return holds(role) }
            return isPerson(next.person) || (holds(role) && !next.hasAccount)
        case .consultation(let roles):
            return roles.contains { holds($0) && !application.has(.heard($0), of: step) }
        case .peerReview:
            return (holdsOne && !actor.hasRated) || isSelector
        // To be put to the vote; the votes themselves are the committee's.
        case .ballot: return holdsOne || pack.receivers.contains { holds($0) }
        case .approvals, .endorsement, .confirmation, .inquiries, .serviceRecord, .personnelFileReview, .interview,
            .review, .approval:
            return holdsOne || isDesignee
        }
    }

    // MARK: The actor

    /// Nobody does anything in an application of their own but what is the applicant's.
    func holds(_ role: RoleID) -> Bool { !actor.isApplicant && actor.holds(role, on: today) }

    /// A role that has areas is that of the applicant's own division.
    var holdsOne: Bool {
        pack.roles(in: step).contains { id in
            guard holds(id) else { return false }
            guard pack.role(id)?.hasArea == true, case .endorsement = step.act else { return true }
            return actor.holdings.contains {
                $0.role == id && $0.isHeld(on: today) && $0.area == circumstances.chain.division
            }
        }
    }

    var isSelector: Bool { pack.selectors.contains { holds($0) } }

    var isDesignee: Bool {
        !actor.isApplicant && actor.account.map { application.has(.designee($0), of: step) } ?? false
    }

    func isPerson(_ person: String) -> Bool { !actor.isApplicant && actor.person == person }

    /// By the directory of today: only the applicant's own immediate supervisor.
    var isSupervisor: Bool { circumstances.chain.supervisor.map { isPerson($0.person) } ?? false }

    /// A letter on paper is noted only of a supervisor who could not write it here.
    var mayNoteLetter: Bool { circumstances.chain.supervisor?.hasAccount == false && holdsOne }
}
