// How far an application has come by the steps of the pack in force, in their order.
extension SelectionRules {
    package func step(_ id: String) -> SelectionStep? { steps.first { $0.id == id } }

    /// The step that is next; nothing where every one is done or passed over. A step that a later pack put in is still to be taken.
    package func next(of application: Application) -> SelectionStep? {
        steps.first { !isOver($0, application) }
    }

    /// Whether nothing of the step is left to do: done, or passed over.
    package func isOver(_ step: SelectionStep, _ application: Application) -> Bool {
        application.has(.whole, of: step) || application.has(.passedOver, of: step)
    }

    /// Where each step stands, in order.
    package func standing(of application: Application) -> [(step: SelectionStep, standing: StepStanding)] {
        let next = application.status == .underWay ? next(of: application)?.id : nil
        return steps.map { step in
            if application.has(.passedOver, of: step) { return (step, .passedOver) }
            if application.has(.whole, of: step) { return (step, .done) }
            return (step, step.id == next ? .next : .ahead)
        }
    }
}

/// Where a step of an application stands.
package enum StepStanding: String, Sendable, CaseIterable {
    case done
    case passedOver = "passed-over"
    case next
    case ahead
}

extension SelectionStep {
    /// The documents that it asks for.
    package var documents: [ApplicationDocument] {
        switch act {
        case .application(let documents, _, _): documents
        case .forwarding, .declarations, .supervisorLetter, .approvals, .endorsement, .confirmation, .inquiries,
            .serviceRecord, .personnelFileReview, .peerReview, .interview, .ballot, .consultation, .review, .approval:
            []
        }
    }

    /// What is rated in it: by colleagues, or in an interview.
    package var characteristics: [Item] {
        switch act {
        case .peerReview(let items, _), .interview(_, let items): items
        case .application, .forwarding, .declarations, .supervisorLetter, .approvals, .endorsement, .confirmation,
            .inquiries, .serviceRecord, .personnelFileReview, .ballot, .consultation, .review, .approval:
            []
        }
    }
}

extension PolicyPack {
    /// The roles that take part in a step. The applicant, whoever supervises them and the chain of command have no role for it.
    package func roles(in step: SelectionStep) -> [RoleID] {
        switch step.act {
        case .application(_, let to, let through): through.map { [$0] } ?? roles(of: to)
        case .forwarding(let role), .endorsement(let role), .confirmation(let role, _), .inquiries(let role, _),
            .serviceRecord(let role, _), .personnelFileReview(let role), .review(let role, _), .approval(let role, _),
            .approvals(_, recordedBy: let role):
            [role]
        case .declarations: []
        // Whoever takes the application in may note a letter that came on paper.
        case .supervisorLetter: receivers
        case .peerReview: supportersByPack
        case .interview(let panel, _): panel.flatMap(roles(of:))
        case .ballot(let committee, _, _): roles(of: .committee(committee))
        case .consultation(let roles): roles
        }
    }

    /// The roles in which somebody gives support. It is asked of the pack's own lists, since powers come with the rules asked here.
    private var supportersByPack: [RoleID] {
        let lastResorts = escalation.steps.compactMap { step -> RoleID? in
            switch step.to {
            case .availableSupporters: nil
            case .role(let role): role
            }
        }
        return roles.filter { $0.powers.contains(.takeRequests) && !lastResorts.contains($0.id) }.map(\.id)
    }

    /// Who takes applications in: the role they go through, or to whom they go.
    package var receivers: [RoleID] {
        for step in selection.steps {
            if case .application(_, let to, let through) = step.act { return through.map { [$0] } ?? roles(of: to) }
        }
        return []
    }

    /// Who has the last word: the roles of the last step.
    package var selectors: [RoleID] { selection.steps.last.map(roles(in:)) ?? [] }

    /// Who sees where each application stands: those who take it in, and those with the last word.
    package var overseersOfSelection: [RoleID] { receivers + selectors.filter { !receivers.contains($0) } }

    /// The offices that read an applicant's papers: those they go to and through, and those that decide on them. Not whoever only
    /// answers yes or no to a check, and not the team.
    package var readersOfApplications: [RoleID] {
        let team = supportersByPack
        let readers = selection.steps.flatMap { step -> [RoleID] in
            switch step.act {
            case .application(_, let to, let through): roles(of: to) + (through.map { [$0] } ?? [])
            case .forwarding(let role), .review(let role, _), .approval(let role, _): [role]
            case .ballot(let committee, _, _): roles(of: .committee(committee))
            case .interview(let panel, _): panel.flatMap(roles(of:))
            case .declarations, .supervisorLetter, .approvals, .endorsement, .confirmation, .inquiries, .serviceRecord,
                .personnelFileReview, .peerReview, .consultation:
                []
            }
        }
        return roles.map(\.id).filter { readers.contains($0) && !team.contains($0) }
    }
}
