/// What kind of thing is done in a step, apart from by whom and with what.
package enum SelectionStepKind: String, Sendable, CaseIterable {
    case application, forwarding, declarations, supervisorLetter, approvals, endorsement, confirmation, inquiries
    case serviceRecord, personnelFileReview, peerReview, interview, ballot, consultation, review, approval

    /// Whether it is one yes or no of an office.
    package var isAnswered: Bool {
        switch self {
        case .endorsement, .confirmation, .serviceRecord, .personnelFileReview, .review, .approval: true
        case .application, .forwarding, .declarations, .supervisorLetter, .approvals, .inquiries, .peerReview,
            .interview,
            .ballot, .consultation:
            false
        }
    }
}

extension SelectionAct {
    package var kind: SelectionStepKind {
        switch self {
        case .application: .application
        case .forwarding: .forwarding
        case .declarations: .declarations
        case .supervisorLetter: .supervisorLetter
        case .approvals: .approvals
        case .endorsement: .endorsement
        case .confirmation: .confirmation
        case .inquiries: .inquiries
        case .serviceRecord: .serviceRecord
        case .personnelFileReview: .personnelFileReview
        case .peerReview: .peerReview
        case .interview: .interview
        case .ballot: .ballot
        case .consultation: .consultation
        case .review: .review
        case .approval: .approval
        }
    }
}

extension SelectionRules {
    /// Whether a step is of one of those kinds.
    package func has(_ kinds: SelectionStepKind...) -> Bool { steps.contains { kinds.contains($0.act.kind) } }

    /// Whether an office may let somebody else answer in its place.
    package var hasDesignees: Bool {
        steps.contains { step in
            switch step.act {
            case .review(_, let designeeAllowed), .approval(_, let designeeAllowed): designeeAllowed
            case .application, .forwarding, .declarations, .supervisorLetter, .approvals, .endorsement, .confirmation,
                .inquiries, .serviceRecord, .personnelFileReview, .peerReview, .interview, .ballot, .consultation:
                false
            }
        }
    }
}

extension ApplicationDocument {
    /// What a form calls it.
    package var field: String {
        switch self {
        case .letterOfInterest: "letter"
        case .specialAssignmentApplication: "specialAssignment"
        case .memorandum: "memorandum"
        case .membershipRequest: "request"
        }
    }
}

extension PolicyPack {
    /// Whether an application goes through an office before those it is for.
    package var hasApplicationsThrough: Bool {
        selection.steps.contains { step in
            if case .application(_, _, .some) = step.act { true } else { false }
        }
    }
}
