import HTML
import Program

/// How somebody comes to be on the team: whom an opening is for, and every step in its order.
enum HandbookSelection {
    static func selection(_ pack: PolicyPack) -> HTML? {
        let rules = pack.selection
        let who = rules.applicants.value.map(\.words).listed("or")
        let before = ruledLines([
            rules.applicants.value.isEmpty
                ? nil
                : ruledLine(
                    "You can apply to become a \(pack.terms.supporter) as \(who).", rules.applicants.basis),
            rules.recruitment.map { recruitment($0, pack) },
            rules.preference.map {
                ruledLine("It counts in your favour, and its absence bars nobody: \($0.label).", $0.basis)
            },
            rules.diversity.map { diversity($0, pack) },
        ])
        let steps = rules.steps.map { step -> HTML in
            """
            <li><strong>\(step.title)</strong>\(step.strength == .recommended ? " (recommended)" : nil)<br>\
            \(step.act.words(pack)) \(step.basis.everyNote)\(step.act.list)</li>
            """
        }
        guard !steps.isEmpty else { return before }
        return """
            \(before)
            \(prose("<p>The steps are taken in this order. One that is only recommended may be passed over, and that is seen.</p><ol>\(steps)</ol>"))
            """
    }

    private static func recruitment(_ rule: RecruitmentRule, _ pack: PolicyPack) -> HTML {
        let place = rule.publishedIn.map { " in \($0)" } ?? ""
        let help = rule.assistedBy.map { " \(pack.title($0).capitalisedFirst) helps to find people." } ?? ""
        return ruledLine("Openings are published\(place).\(help)", rule.basis)
    }

    private static func diversity(_ rule: DiversityRule, _ pack: PolicyPack) -> HTML {
        let attributes = rule.attributes.map(\.words).listed("or")
        let choosing = rule.seekerMayChooseBy ? " Whoever seeks support may look for it." : ""
        return ruledLine(
            """
            The team is to be of many kinds. Members may say of themselves what they wish of \(attributes), and need say nothing; \
            \(pack.title(rule.shownTo)) sees counts and never one person’s.\(choosing)
            """, rule.basis)
    }
}

extension SelectionRules.Applicant {
    fileprivate var words: String {
        switch self {
        case .employee: "an employee"
        case .volunteer: "a volunteer"
        }
    }
}

extension DiversityRule.Attribute {
    fileprivate var words: String {
        switch self {
        case .ethnicity: "ethnicity"
        case .culture: "culture"
        case .gender: "gender"
        case .lifeExperience: "life experience"
        case .sexualOrientation: "sexual orientation"
        case .veteran: "military service"
        }
    }
}

extension SelectionAct {
    /// What is done in the step, in a sentence.
    fileprivate func words(_ pack: PolicyPack) -> String {
        switch self {
        case .application(let documents, let to, let through):
            let way = through.map { " through the \(pack.title($0))" } ?? ""
            return "You hand in \(documents.map(\.words).listed()) to \(pack.title(to))\(way)."
        case .forwarding(let to): return "It goes up your chain of command to the \(pack.title(to))."
        case .declarations: return "You declare each of these:"
        case .supervisorLetter(let bars):
            return "Your immediate supervisor writes that you are not on \(bars.map(\.words).listed("or"))."
        case .approvals(let approvers, let recorder):
            return "It needs the yes of \(approvers.map(\.words).listed()), noted by the \(pack.title(recorder))."
        case .endorsement(let by): return "The \(pack.title(by)) endorses it."
        case .confirmation(let by, let what):
            return "The \(pack.title(by)) answers yes or no, with no detail: \(what.words)."
        case .inquiries(let by, let with):
            return
                "The \(pack.title(by)) asks \(with.map(\.words).listed()) about you; kept are how many, and whether you are suitable."
        case .serviceRecord(let by, let facts):
            return "The \(pack.title(by)) weighs \(facts.map(\.words).listed()); only the outcome is kept."
        case .personnelFileReview(let by):
            return
                "The \(pack.title(by)) looks into your personnel file and answers clear or not clear, and nothing more."
        case .peerReview(_, let fewest):
            return
                "\(pack.terms.supporters) say in confidence how they see you, shown together once \(fewest.number) or more have answered. They look at:"
        case .interview(let panel, _):
            return "You talk with \(panel.map(pack.title).listed())."
        case .ballot(let committee, let majority, let votes):
            return "\(pack.title(.committee(committee)).capitalisedFirst) votes: \(votes.words), \(majority.words)."
        case .consultation(let roles): return "Heard on it: \(pack.allOf(roles))."
        case .review(let by, let designee):
            return "\(pack.title(by, designeeAllowed: designee).capitalisedFirst) reviews whether everything is there."
        case .approval(let by, let designee):
            return "\(pack.title(by, designeeAllowed: designee).capitalisedFirst) gives the final approval."
        }
    }

    /// What the step has one by one.
    fileprivate var list: HTML? {
        switch self {
        case .declarations(let items): ruledList(items)
        case .peerReview(let items, _), .interview(_, let items):
            items.isEmpty ? nil : "<ul>\(items.map { "<li>\($0.label)</li>" as HTML })</ul>"
        case .application, .forwarding, .supervisorLetter, .approvals, .endorsement, .confirmation, .inquiries,
            .serviceRecord, .personnelFileReview, .ballot, .consultation, .review, .approval:
            nil
        }
    }
}

extension SelectionAct.Votes {
    fileprivate var words: String {
        switch self {
        case .secret: "in secret"
        case .open: "openly"
        }
    }
}

extension Majority {
    /// `more than half carry it, and a tie does not`.
    var words: String {
        switch self {
        case .simple: "more than half carry it, and a tie does not"
        }
    }
}

extension ApplicationDocument {
    fileprivate var words: String {
        switch self {
        case .letterOfInterest: "a letter of interest"
        case .specialAssignmentApplication: "an application for special assignment"
        case .memorandum: "a memorandum"
        case .membershipRequest: "a request for membership"
        }
    }
}

extension StandingBar {
    fileprivate var words: String {
        switch self {
        case .performanceImprovementPlan: "a performance improvement plan"
        case .controlledLeave: "controlled leave"
        }
    }
}

extension Approver {
    fileprivate var words: String {
        switch self {
        case .supervisor: "your supervisor"
        case .directorOrManager: "your director or manager"
        }
    }
}

extension Confirmation {
    fileprivate var words: String {
        switch self {
        case .noWorkRestrictionThroughStress: "whether your work is free of restrictions through stress"
        case .noSeriousInvestigation: "whether there is no serious investigation of you"
        case .noSeriousPersonalProblems: "whether you are free of serious personal difficulty"
        case .goodStanding: "whether you are in good standing"
        }
    }
}

extension Colleague {
    fileprivate var words: String {
        switch self {
        case .coworker: "coworkers"
        case .supervisor: "supervisors"
        }
    }
}

extension ServiceFact {
    fileprivate var words: String {
        switch self {
        case .yearsOnTheJob: "your years on the job"
        case .disciplinaryHistory: "your disciplinary history"
        case .recommendations: "recommendations"
        }
    }
}
