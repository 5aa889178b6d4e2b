/// How someone comes to be a supporter.
package struct SelectionRules: PolicyValue {
    package let applicants: Rule<[Applicant]>
    package let recruitment: RecruitmentRule?
    /// The steps in their order; none may be skipped.
    package let steps: [SelectionStep]
    /// What gives preference among applicants and never bars one.
    package let preference: PreferenceRule?
    package let diversity: DiversityRule?
    /// Colleagues may name somebody, who says yes or no before anything else is kept; nothing where the policy has no such way.
    package let nomination: NominationRule?
    /// Days after a no in which nobody applies again; nothing where they may at once.
    package let coolingDays: Rule<Days>?

    package enum Applicant: String, PolicyWord {
        case employee, volunteer
    }
}

/// Openings for new supporters, each with its dates.
package struct RecruitmentRule: PolicyValue {
    package let assistedBy: Body?
    /// Where the posting is published, such as `Project Opportunity on ProbNet`.
    package let publishedIn: String?
    package let basis: Basis
}

/// A colleague names somebody as a supporter. Kept is that somebody was named, until they have said yes or no, and not by whom.
package struct NominationRule: PolicyValue {
    /// Days after which an unanswered naming is forgotten.
    package let answerDays: Days
    package let basis: Basis
}

/// Something that counts in an applicant's favour.
package struct PreferenceRule: PolicyValue {
    package let label: String
    package let basis: Basis
}

/// The spread of backgrounds on the team, by what its people chose to say of themselves.
package struct DiversityRule: PolicyValue {
    /// What people may say of themselves, each by choice.
    package let attributes: [Attribute]
    /// Who sees the team's spread, in suppressed counts and never one person's.
    package let shownTo: Body
    /// Whether a seeker may look for supporters by what those chose to show.
    package let seekerMayChooseBy: Bool
    package let basis: Basis

    package init(attributes: [Attribute], shownTo: Body, seekerMayChooseBy: Bool, basis: Basis) {
        self.attributes = attributes
        self.shownTo = shownTo
        self.seekerMayChooseBy = seekerMayChooseBy
        self.basis = basis
    }

    package enum Attribute: String, PolicyWord {
        case ethnicity, culture, gender, lifeExperience, sexualOrientation, veteran
    }
}

/// One step of the selection.
package struct SelectionStep: PolicyValue {
    package let id: String
    package let title: String
    package let strength: Strength
    package let act: SelectionAct
    package let basis: Basis
}

/// What is done in a step of the selection.
package enum SelectionAct: PolicyValue {
    /// The applicant hands in documents, through a role where the policy names one.
    case application(documents: [ApplicationDocument], to: Body, through: RoleID?)
    /// The documents go up the chain of command, each forwarder named and dated.
    case forwarding(to: RoleID)
    /// What the applicant declares; each is required.
    case declarations([RuledItem])
    /// The immediate supervisor attests that none of these is so; a letter saying otherwise ends the application.
    case supervisorLetter(that: [StandingBar])
    /// The named people agree, as recorded by a role.
    case approvals(from: [Approver], recordedBy: RoleID)
    case endorsement(by: RoleID)
    /// A role answers yes or no, and no detail is kept.
    case confirmation(by: RoleID, of: Confirmation)
    /// A role asks around; kept are how many were asked and whether the answer is suitable.
    case inquiries(by: RoleID, with: [Colleague])
    /// A role weighs the applicant's record of service; only the outcome is kept.
    case serviceRecord(by: RoleID, considering: [ServiceFact])
    /// Answered clear or not clear, with nothing of the file's content.
    case personnelFileReview(by: RoleID)
    /// Supporters rate the applicant in confidence; shown together once enough have answered.
    case peerReview(characteristics: [Item], minimumAnswers: Times)
    case interview(panel: [Body], considerations: [Item])
    /// The committee votes.
    case ballot(committee: CommitteeID, majority: Majority, votes: Votes)
    /// Every one of these roles is heard, and that is recorded.
    case consultation(with: [RoleID])
    /// A role checks the requirements of active status, or the requests for membership.
    case review(by: RoleID, designeeAllowed: Bool)
    case approval(by: RoleID, designeeAllowed: Bool)

    package enum Votes: String, PolicyWord {
        case secret, open
    }
}

/// A paper that an application consists of.
package enum ApplicationDocument: String, PolicyWord {
    case letterOfInterest, specialAssignmentApplication, memorandum, membershipRequest
}

/// A standing that bars an applicant.
package enum StandingBar: String, PolicyWord {
    case performanceImprovementPlan, controlledLeave
}

/// Someone whose agreement a selection needs.
package enum Approver: String, PolicyWord {
    case supervisor, directorOrManager
}

/// What a confirmation says, in one word of answer.
package enum Confirmation: String, PolicyWord {
    case noWorkRestrictionThroughStress
    case noSeriousInvestigation
    case noSeriousPersonalProblems
    case goodStanding
}

/// Someone who works with the applicant.
package enum Colleague: String, PolicyWord {
    case coworker, supervisor
}

/// What of an applicant's service is weighed.
package enum ServiceFact: String, PolicyWord {
    case yearsOnTheJob, disciplinaryHistory, recommendations
}
