import HTML
import Program

extension ApplicationDocument {
    var title: String {
        switch self {
        case .letterOfInterest: "Letter of interest"
        case .specialAssignmentApplication: "Special assignment application"
        case .memorandum: "Memorandum"
        case .membershipRequest: "Membership request"
        }
    }
}

extension Rating {
    var words: String {
        switch self {
        case .hardly: "Hardly"
        case .somewhat: "Somewhat"
        case .well: "Well"
        case .veryWell: "Very well"
        }
    }
}

extension Approver {
    var title: String {
        switch self {
        case .supervisor: "Supervisor"
        case .directorOrManager: "Director or manager"
        }
    }
}

extension StandingBar {
    var standing: String {
        switch self {
        case .performanceImprovementPlan: "on a performance improvement plan"
        case .controlledLeave: "on controlled leave"
        }
    }
}

extension ServiceFact {
    var ofApplicant: String {
        switch self {
        case .yearsOnTheJob: "years on the job"
        case .disciplinaryHistory: "discipline history"
        case .recommendations: "recommendations"
        }
    }
}

extension ApplicationStatus {
    /// What an applicant is told.
    var words: String {
        switch self {
        case .underWay: "Under way"
        case .selected: "You are selected"
        case .notSelected: "You were not selected"
        case .withdrawn: "You withdrew it"
        case .stopped: "It went no further"
        }
    }
}

extension PolicyPack {
    /// For whom a step waits, in words that name an office and nobody.
    func whom(_ step: SelectionStep) -> String {
        switch step.act {
        case .declarations: return "you"
        case .supervisorLetter: return "your immediate supervisor"
        case .forwarding(let role): return "your chain of command, then the \(title(of: role))"
        case .peerReview: return "the \(terms.supporters), in confidence"
        case .ballot(let committee, _, _): return "the \(self.committee(committee)?.title ?? "committee")"
        case .application(_, let to, let through):
            let roles = through.map { [$0] } ?? self.roles(of: to)
            return "the " + roles.map(title(of:)).joined(separator: ", ")
        case .approvals(let from, let recorder):
            return
                "\(from.map { $0.title.lowercased() }.joined(separator: " and ")), recorded by the \(title(of: recorder))"
        case .endorsement, .confirmation, .inquiries, .serviceRecord, .personnelFileReview, .interview, .consultation,
            .review, .approval:
            return "the " + roles(in: step).map(title(of:)).joined(separator: ", ")
        }
    }

    /// What whoever does a step is asked.
    func question(_ step: SelectionStep) -> String {
        switch step.act {
        case .endorsement: "Do you endorse this application?"
        case .confirmation: "\(step.title): is that so?"
        case .serviceRecord(_, considering: let facts):
            "Weigh the \(facts.map(\.ofApplicant).joined(separator: ", ")). Does the record of service speak for the applicant?"
        case .personnelFileReview: "Is the personnel file clear?"
        case .review: "Are the requirements met?"
        case .approval: "Do you approve?"
        case .application, .forwarding, .declarations, .supervisorLetter, .approvals, .inquiries, .peerReview,
            .interview,
            .ballot, .consultation:
            step.title
        }
    }
}
