import HTML
import Operations
import Program

/// One way from the page *Team* or *Rules*: shown to those whom its route admits, where their pack has it.
struct HubPlace: Sendable {
    let label: String
    let detail: String
    let place: FixedAddress
    let icon: Icon
    let audience: Audience
    let isOfUse: @Sendable (PolicyPack) -> Bool

    init(
        _ label: String, _ detail: String, _ place: FixedAddress, _ icon: Icon, _ audience: Audience,
        where isOfUse: @escaping @Sendable (PolicyPack) -> Bool = { _ in true }
    ) {
        self.label = label
        self.detail = detail
        self.place = place
        self.icon = icon
        self.audience = audience
        self.isOfUse = isOfUse
    }

    func isShown(to staff: Staff) -> Bool {
        audience.admits(staff.powers, owesSecondFactor: staff.owesSecondFactor) && isOfUse(staff.policy)
    }
}

/// Some places under one heading.
struct HubPart: Sendable {
    let title: String
    let places: [HubPlace]

    init(_ title: String, _ places: [HubPlace]) {
        self.title = title
        self.places = places
    }
}

/// What stands on the pages *Team* and *Rules*, so that the main navigation stays short. A feature adds one line to a part; such a
/// page says where it is by `Shells.staff(visit, at: …)` with the same address.
enum HubPlaces {
    static let team = [
        HubPart(
            "For me",
            [
                HubPlace(
                    "My card", "What I show to seekers", CardAddresses.card, .people, .holding(.takeRequests)),
                HubPlace(
                    "What I say of myself", "By choice; only you see it", AttributeAddresses.own, .people,
                    .holding(.takeRequests), where: \.hasAttributes),
                HubPlace(
                    DutyTimePages.title, "When you were at work for the programme", DutyTimeAddresses.own, .clock,
                    .holding(.keepDutyTime), where: \.keepsDutyTime),
                HubPlace(
                    "Looking after yourself", "Your own hours, and ways to make it lighter", LookingAfterAddresses.page,
                    .people, .holding(.keepStatSheet)),
                HubPlace(
                    ServicePages.title, "What members do beside support", ServiceAddresses.services, .people,
                    .staff(Routes.ofServices), where: \.hasServicesOrChecks),
            ]),
        HubPart(
            "Further help",
            [
                HubPlace(
                    HelpPage.title, "Whom else you can name, by kind", ReferralAddresses.team, .people, .signedIn),
                HubPlace(
                    ReferralKeepingPages.title, "Who is listed, and what is to be checked", ReferralAddresses.keeping,
                    .sheet, .holding(.keepReferrals)),
            ]),
        HubPart(
            "Word to and from the team",
            [
                HubPlace(
                    "Announcements", "What the programme tells its circles", AnnouncementAddresses.announcements,
                    .sheet,
                    .staff(AnnouncementActs.audience), where: \.hasAnnouncements),
                HubPlace(
                    "Who answers to you", "What they answer for, and how it stands", ReportingAddresses.reporting,
                    .people,
                    .holding(.hearReports), where: \.hasReporting),
                HubPlace(
                    "Feedback", "Training you would like, what goes badly, what is needed", FeedbackAddresses.feedback,
                    .sheet, .holding(.giveFeedback), where: \.hasFeedback),
                HubPlace(
                    "Feedback of the team", "To read and to answer", FeedbackAddresses.inbox, .sheet,
                    .holding(.readFeedback), where: \.hasFeedback),
            ]),
        HubPart(
            "Critical incidents",
            [
                HubPlace(
                    IncidentListPage.title, "Report one, and run what is done about it",
                    CriticalIncidentAddresses.incidents, .alert, .holding(.leadIncidents), where: \.runsIncidents),
                HubPlace(
                    IncidentDecisionPages.title, "For those who decide together",
                    CriticalIncidentAddresses.toDecide, .alert, .holding(.decideOnMeetings), where: \.decidesOnMeetings),
                HubPlace(
                    OwnIncidentPages.title, "Scenes and meetings that you are asked to", CriticalIncidentAddresses.own,
                    .clock, .holding(.takeRequests), where: \.runsIncidents),
            ]),
        HubPart(
            "Joining and serving",
            [
                HubPlace(
                    "My application", "How to apply, and where it stands", SelectionAddresses.own, .sheet, .signedIn),
                HubPlace(
                    "Applications", "What waits for a step of yours", SelectionAddresses.applications, .people,
                    .holding(.takePartInSelection)),
                HubPlace(
                    "Openings", "Calls for new supporters", SelectionAddresses.openings, .sheet,
                    .holding(.postOpenings), where: { $0.hasRecruitment }),
            ]),
        HubPart(
            "Training and meetings",
            [
                HubPlace(
                    "Training and meetings", "What is ahead, and what is asked of you", TrainingAddresses.own, .clock,
                    .signedIn),
                HubPlace(
                    RegionalPages.title, "Joint sessions, and messages between the teams", RegionalAddresses.team,
                    .people, .staff(.ofRegionalTeam), where: \.hasRegionalTeam),
                HubPlace(
                    "The team’s training", "Members and what is asked of them", TrainingAddresses.team, .people,
                    .staff(.looksAfterTraining)),
            ]),
        HubPart(
            "Committees and decisions",
            [
                HubPlace(
                    "Committees", "Seats, terms and ballots", CommitteeAddresses.committees, .people, .signedIn,
                    where: \.hasCommittees)
            ]),
        HubPart(
            "Looking after the programme",
            [
                HubPlace(
                    "Professionals beside the team", "Licences, role and scope, who is on call",
                    ConsultantAddresses.consultants, .people, .staff(ConsultantActs.audience), where: \.hasConsultants),
                HubPlace(
                    "The team's spread", "Of what members chose to say, in counts", AttributeAddresses.spread, .people,
                    .holding(.seeTeamSpread)),
                HubPlace(
                    "Planning the team", "Staffing, cover by hour, what is ahead, a suggested size",
                    PlanningAddresses.plan, .people, .holding(.planTeam)),
                HubPlace(
                    PastSheetPages.title, "Sheets of paper counted into their months, once",
                    PastSheetAddresses.importing, .sheet, .holding(.publishSummary)),
                HubPlace(
                    ReportPages.title, "Use, load, trend, training and size of the team", ReportAddresses.reports,
                    .chart,
                    .holding(.readReports)),
                HubPlace(
                    MutualAidPages.title, "Lending members, incidents together, a team of the region",
                    MutualAidAddresses.page, .people, .holding(.followAid), where: \.agreesWithAgencies),
                HubPlace(
                    EquipmentPages.title, "Who has what, and how much there is", EquipmentAddresses.equipment, .sheet,
                    .holding(.keepEquipment), where: \.keepsEquipment),
                HubPlace(
                    LibraryPages.title, LibraryPages.detail, LibraryAddresses.library, .sheet, .signedIn),
                HubPlace(
                    IDCardPages.title, "Who has one, and until when", IDCardAddresses.cards, .people,
                    .holding(.makeIDCards), where: \.makesIDCards),
                HubPlace(
                    AwarenessLogPages.title, "What was done, and with whom", AwarenessLogAddresses.log, .share,
                    .holding(.promoteAwareness), where: \.logsAwareness),
                HubPlace(
                    DutyApprovalPages.title, "What waits for your yes or no", DutyTimeAddresses.approvals, .clock,
                    .holding(.approveDutyTime), where: \.approvesDutyTime),
                HubPlace(
                    DutyApprovalPages.hoursTitle, "Sums by member and month", DutyTimeAddresses.hours, .clock,
                    .holding(.seeDutyHours), where: \.keepsDutyTime),
                HubPlace(
                    PayrollPages.title, "Each line once", DutyTimeAddresses.payroll, .sheet,
                    .holding(.exportDutyTime), where: \.hasPayroll),
                HubPlace(
                    BudgetPages.title, "Planned and spent by line", BudgetAddresses.budget, .sheet,
                    .holding(.seeBudget), where: \.hasBudget),
                HubPlace(
                    "To hand out", "Brochure, postings, cards", MaterialAddresses.materials, .sheet,
                    .holding(.keepRoster)),
            ]),
        HubPart(
            "People and accounts",
            [
                HubPlace(
                    "People", "The personnel list", PeopleAddresses.people, .people, .holding(.managePeople)),
                HubPlace(
                    "Accounts", "Who signs in, and in which roles", AccountKeepingAddresses.accounts, .people,
                    .staff(.appoints)),
            ]),
    ]

    static let rules = [
        HubPart(
            "To read",
            [
                HubPlace(
                    "Handbook", "How this programme runs", HandbookAddresses.handbook, .sheet, .signedIn),
                HubPlace(
                    "Agreement", "What members of the team agree to", HandbookAddresses.agreement, .sheet, .signedIn),
            ]),
        HubPart(
            "To answer for",
            [
                HubPlace(
                    "Policy in force", "Every duty, and what becomes of it", PolicyAddresses.policy, .done,
                    .holding(.readConformance)),
                HubPlace(
                    PolicyDraftPages.title, "Drafted, approved, reviewed, in force from a day",
                    PolicyDraftAddresses.drafts, .sheet, .holding(.followPolicyDrafts)),
                HubPlace(
                    CounselRecordPages.title, "What counsel has looked at, and answered", CounselAddresses.counsel,
                    .sheet, .holding(.keepCounsel), where: \.asksCounsel),
                HubPlace(
                    CounselRecordPages.sponsorTitle, "By which you stand behind the programme",
                    CounselAddresses.sponsor, .sheet, .holding(.giveSponsorLetter), where: \.hasSponsor),
                HubPlace(
                    ChosenPages.title, "Where the written policy is silent", PolicyAddresses.choices, .sheet,
                    .holding(.readConformance)),
            ]),
    ]
}
