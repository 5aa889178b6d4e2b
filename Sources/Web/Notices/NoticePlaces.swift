import Operations
import Program

extension NoticeKind {
    /// The page that a notice of the kind is about, where there is one.
    var place: (label: String, address: FixedAddress)? {
        switch self {
        case .jointSession: (RegionalPages.title, RegionalAddresses.team)
        case .sessionCalledOff, .sessionChanged, .trainingAssigned, .trainingDue: ("My training", TrainingAddresses.own)
        case .dutyTimeWaits: (DutyApprovalPages.title, DutyTimeAddresses.approvals)
        case .dutyTimeDecided: (DutyTimePages.title, DutyTimeAddresses.own)
        case .feedbackWaits: ("Feedback of the team", FeedbackAddresses.inbox)
        case .feedbackAnswered: ("Feedback", FeedbackAddresses.feedback)
        case .periodWithoutSession: ("Training calendar", TrainingAddresses.own)
        case .teamGrew, .notVouchedFor: ("Who can be offered a request", GivenCopiesAddresses.list)
        case .seatOffered, .ownSeatEnds, .seatEnds, .seatVacant, .ballotOpened:
            ("Committees", CommitteeAddresses.committees)
        case .referralsToCheck: (ReferralKeepingPages.title, ReferralAddresses.keeping)
        case .aidWaits, .aidChanged, .aidEnds: (MutualAidPages.title, MutualAidAddresses.page)
        case .counselDue: (CounselRecordPages.title, CounselAddresses.counsel)
        case .sponsorLetterDue: (CounselRecordPages.sponsorTitle, CounselAddresses.sponsor)
        case .equipmentDueBack: ("Equipment and materials", EquipmentAddresses.equipment)
        case .libraryReviewDue: (LibraryPages.title, LibraryAddresses.library)
        case .service, .checkDue: (ServicePages.title, ServiceAddresses.services)
        case .awarenessDue: ("Making the programme known", AwarenessLogAddresses.log)
        case .licenceEnds: ("Professionals beside the team", ConsultantAddresses.consultants)
        case .nobodyAnswers: ("My records", DisclosureAddresses.disclosures)
        case .followUpDue: (IncidentListPage.title, CriticalIncidentAddresses.incidents)
        case .sceneAsked, .meetingTeam, .teamDebriefing, .outreachDue:
            (OwnIncidentPages.title, CriticalIncidentAddresses.own)
        case .meetingDecision: (IncidentDecisionPages.title, CriticalIncidentAddresses.toDecide)
        case .sharingAsked, .sharingChanged: (IncidentListPage.title, CriticalIncidentAddresses.incidents)
        case .policyDraft, .policyReview: ("New texts of the rules", PolicyDraftAddresses.drafts)
        case .termEnds, .agreementToSign, .pauseOver, .ownMembership: ("My membership", MembershipAddresses.own)
        case .membershipChanged, .reviewDue, .removalWaits: ("Memberships", MembershipAddresses.memberships)
        case .requestWaits, .firstContactMissed, .conflict, .cannotLeavePost, .findAnother, .replacementNeeded,
            .disclosure, .standsIn, .followOn, .approvalAsked, .tellAdministrator, .afterHoursResponse, .calledOut,
            .getInTouch, .callBack, .rosterGap, .swapAsked, .suspension, .officeAsked,
            .releaseAsked:
            nil
        }
    }
}
