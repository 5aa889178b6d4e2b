// What each kind of step needs and gives.
extension StepAttempt {
    /// Whether the deed is one of this step's and the actor is one who does it.
    func isAllowed(_ deed: SelectionDeed) -> Bool {
        switch step.act {
        case .application(_, _, let through):
            deed.kind == .handIn ? actor.isApplicant : deed.kind == .forward && (through.map { holds($0) } ?? false)
        case .forwarding(let role):
            deed.kind == .forward
                ? circumstances.forwardersLeft(step, of: application).first.map { isPerson($0.person) } ?? holds(role)
                : deed.kind == .noteForwarding && holds(role)
        case .declarations: deed.kind == .declare && actor.isApplicant
        case .supervisorLetter: deed.kind == .attest ? isSupervisor : deed.kind == .noteLetter && holdsOne
        case .approvals: deed.kind == .noteApproval && holdsOne
        case .endorsement, .confirmation, .serviceRecord, .personnelFileReview: deed.kind == .answer && holdsOne
        case .inquiries: deed.kind == .inquire && holdsOne
        case .peerReview: deed.kind == .rate ? holdsOne : deed.kind == .endPeerReview && isSelector
        case .interview: deed.kind == .interview && holdsOne
        // The count of a ballot is the programme's own, and nobody's.
        case .ballot: deed.kind == .voted && actor.account == nil
        case .consultation: deed.kind == .hear && holdsOne
        case .review(_, let designeeAllowed), .approval(_, let designeeAllowed):
            deed.kind == .answer ? holdsOne || isDesignee : deed.kind == .nameDesignee && designeeAllowed && holdsOne
        }
    }

    func outcome(of deed: SelectionDeed) -> Result<SelectionChange, Refusal> {
        switch deed {
        case .handIn(let documents): handedIn(documents)
        case .forward: forwarded
        case .noteForwarding(let day): notedForwarding(day)
        case .declare(let items): declared(items)
        case .attest(let noneIsSo): noneIsSo ? done() : .success(.ends(.notSelected))
        case .noteLetter(let noneIsSo, let day): notedLetter(noneIsSo, day)
        case .noteApproval(let approver, let name, let day, let agrees): approved(approver, name, day, agrees)
        case .answer(let yes), .voted(let yes): yes ? done() : .success(.ends(.notSelected))
        case .inquire(let asked, let suitable): inquired(asked, suitable)
        case .rate: actor.hasRated ? .failure(refusal("Your answer is in already. Each gives one.")) : goesOn([])
        case .endPeerReview(let answers): endedPeerReview(answers)
        case .interview(let interview): interviewed(interview)
        case .hear: heard
        case .nameDesignee(let account):
            application.has(.designee(account), of: step)
                ? .failure(refusal("They are named already.", field: "login")) : goesOn([entry(.designee(account))])
        case .passOver: goesOn([entry(.passedOver)])
        }
    }

    // MARK: Documents

    private func handedIn(_ documents: Set<ApplicationDocument>) -> Result<SelectionChange, Refusal> {
        guard case .application(let wanted, _, let through) = step.act else { return goesOn([]) }
        guard !application.has(.handedIn, of: step) else { return .failure(refusal("It is handed in already.")) }
        let missing = wanted.filter { !documents.contains($0) }
        guard missing.isEmpty else {
            return .failure(
                Refusal(
                    missing.map {
                        Refusal.Problem(
                            field: $0.field, message: "The application needs each of its papers.", basis: step.basis)
                    }))
        }
        return goesOn([entry(.handedIn)] + (through == nil ? [entry(.whole)] : []))
    }

    private var forwarded: Result<SelectionChange, Refusal> {
        guard case .forwarding = step.act else {
            return application.has(.handedIn, of: step) ? done() : .failure(refusal("Nothing is handed in yet."))
        }
        guard let next = circumstances.forwardersLeft(step, of: application).first else { return done() }
        return goesOn([entry(.forwarded(next.person), name: next.name)])
    }

    private func notedForwarding(_ day: Day) -> Result<SelectionChange, Refusal> {
        guard let next = circumstances.forwardersLeft(step, of: application).first else {
            return .failure(refusal("Everybody of the chain of command passed it on."))
        }
        guard !next.hasAccount else {
            return .failure(refusal("\(next.name) passes it on by their own account. Nobody does it for them."))
        }
        if let refusal = whyNot(day) { return .failure(refusal) }
        return goesOn([entry(.forwarded(next.person), name: next.name, on: day)])
    }

    private func declared(_ items: Set<String>) -> Result<SelectionChange, Refusal> {
        guard case .declarations(let wanted) = step.act else { return goesOn([]) }
        let missing = wanted.filter { !items.contains($0.id) }
        guard missing.isEmpty else {
            return .failure(
                Refusal(
                    missing.map {
                        Refusal.Problem(
                            field: "declarations", message: "Each of these is needed: \($0.label)", basis: $0.basis)
                    }))
        }
        return done()
    }

    private func notedLetter(_ noneIsSo: Bool, _ day: Day) -> Result<SelectionChange, Refusal> {
        guard let supervisor = circumstances.chain.supervisor else {
            return .failure(refusal("The directory names no immediate supervisor for this applicant."))
        }
        guard !supervisor.hasAccount else {
            return .failure(refusal("\(supervisor.name) gives this by their own account. Nobody does it for them."))
        }
        if let refusal = whyNot(day) { return .failure(refusal) }
        return noneIsSo
            ? goesOn([entry(.whole, name: supervisor.name, on: day)]) : .success(.ends(.notSelected))
    }

    // MARK: Words of others

    private func approved(
        _ approver: Approver, _ name: String, _ day: Day, _ agrees: Bool
    ) -> Result<SelectionChange, Refusal> {
        guard case .approvals(let wanted, _) = step.act, wanted.contains(approver) else {
            return .failure(refusal("Choose one of those whose agreement is needed.", field: "from"))
        }
        guard !application.has(.approved(approver), of: step) else {
            return .failure(refusal("This agreement is recorded already.", field: "from"))
        }
        if let why = name.whyNoName { return .failure(refusal("Name: \(why)", field: "name")) }
        if let refusal = whyNot(day) { return .failure(refusal) }
        guard agrees else { return .success(.ends(.notSelected)) }
        let new = entry(.approved(approver), name: name, on: day)
        let isWhole = wanted.allSatisfy { $0 == approver || application.has(.approved($0), of: step) }
        return goesOn([new] + (isWhole ? [entry(.whole)] : []))
    }

    private func inquired(_ asked: Int, _ suitable: Bool) -> Result<SelectionChange, Refusal> {
        guard asked > 0 else { return .failure(refusal("At least one colleague is asked.", field: "asked")) }
        guard suitable else { return .success(.ends(.notSelected)) }
        return goesOn([
            StepEntry(step: step.id, part: .whole, by: actor.account, on: today, number: asked)
        ])
    }

    private func endedPeerReview(_ answers: Int) -> Result<SelectionChange, Refusal> {
        guard case .peerReview(_, minimumAnswers: let minimum) = step.act else { return goesOn([]) }
        guard answers >= minimum.number else {
            return .failure(refusal("The answers are shown together from \(minimum.number) on. More are needed."))
        }
        return goesOn([
            StepEntry(step: step.id, part: .whole, by: actor.account, on: today, number: answers)
        ])
    }

    private func interviewed(_ interview: SelectionDeed.Interview) -> Result<SelectionChange, Refusal> {
        guard case .interview(let panel, let considerations) = step.act else { return goesOn([]) }
        if let refusal = whyNot(interview.on) { return .failure(refusal) }
        guard let account = actor.account, interview.panel.contains(where: { $0.account == account }) else {
            return .failure(refusal("Whoever records the interview was of the panel.", field: "panel"))
        }
        for body in panel {
            let roles = Set(pack.roles(of: body))
            guard interview.panel.contains(where: { !roles.isDisjoint(with: $0.roles) }) else {
                let titles = pack.roles(of: body).map(pack.title).joined(separator: " or ")
                return .failure(refusal("Of the panel is also: \(titles).", field: "panel"))
            }
        }
        guard !interview.panel.contains(where: { $0.account == application.applicant }) else {
            return .failure(refusal("The applicant is none of the panel.", field: "panel"))
        }
        guard Set(considerations.map(\.id)) == Set(interview.ratings.keys) else {
            return .failure(refusal("Each consideration is rated once.", field: "ratings"))
        }
        guard interview.suitable else { return .success(.ends(.notSelected)) }
        let accounts = interview.panel.map(\.account)
        let entries = Set(accounts).sorted().map { entry(.panel($0), on: interview.on) }
        return .success(.goesOn(entries + [entry(.whole, on: interview.on)], ratings: interview.ratings))
    }

    private var heard: Result<SelectionChange, Refusal> {
        guard case .consultation(let roles) = step.act else { return goesOn([]) }
        let open = roles.filter { !application.has(.heard($0), of: step) }
        // One voice for one office: whoever holds two is heard for the first that is still open.
        guard let role = open.first(where: { holds($0) }) else {
            return .failure(refusal("Your office was heard already."))
        }
        guard !application.entries(of: step).contains(where: { $0.by == actor.account }) else {
            return .failure(refusal("You were heard already. The other offices are heard by somebody else."))
        }
        return goesOn([entry(.heard(role))] + (open.count == 1 ? [entry(.whole)] : []))
    }

    // MARK: Building blocks

    private func done() -> Result<SelectionChange, Refusal> { goesOn([entry(.whole)]) }

    private func goesOn(_ entries: [StepEntry]) -> Result<SelectionChange, Refusal> {
        .success(.goesOn(entries, ratings: [:]))
    }

    private func entry(_ part: StepPart, name: String? = nil, on day: Day? = nil) -> StepEntry {
        StepEntry(step: step.id, part: part, by: actor.account, name: name, on: day ?? today)
    }

    /// A day on which it cannot have been.
    private func whyNot(_ day: Day) -> Refusal? {
        day > today || day < application.begunOn
            ? refusal("A day from the application's, \(application.begunOn.text), to today.", field: "on") : nil
    }
}
