import HTML
import Operations
import Program

extension Reader {
    /// Where it is, for whoever answers for the duty: what an operation does, what the server does by itself, the page's name.
    var words: String {
        switch kind {
        case .act: Self.summary(of: name)
        case .refusal: "a condition of: \(Self.summary(of: name))"
        case .record where name.hasPrefix("/"), .words: "shown: \(Self.page(name))"
        case .record: "kept, to be seen: \(Self.summary(of: name))"
        case .timer: "by itself: \(Self.step(name))"
        case .always: "so for every agency; a test shows it"
        }
    }

    /// What the interface's document says of the operation, as part of a sentence.
    private static func summary(of operation: String) -> String {
        let summary = summaries[operation] ?? operation
        return summary.hasSuffix(".") ? String(summary.dropLast()) : summary
    }

    private static let summaries = Dictionary(
        Routes.all.compactMap { route -> (String, String)? in
            switch route.face {
            case .page, .scim: nil
            case .api(let endpoint): (endpoint.id, endpoint.summary)
            }
        }, uniquingKeysWith: { first, _ in first })

    private static func page(_ address: String) -> String { pages[address] ?? address }

    private static func step(_ name: String) -> String { steps[name] ?? name }

    /// What people call a page.
    package static let pages = [
        "/agencies/{agency}/help": "the page with further help", "/referrals": "the team’s page with further help",
        "/agencies/{agency}": "the public page", "/agencies/{agency}/ask": "the form to ask for support",
        "/agencies/{agency}/receipt/new": "the page with the receipt",
        "/agencies/{agency}/orientation": "the page for everybody in the agency",
        "/agencies/{agency}/supervisors": "the page for supervisors",
        "/agencies/{agency}/pass-on": "the word to pass on", "/agencies/{agency}/handbook": "the handbook",
        "/handbook": "the handbook", "/agreement": "the agreement", "/protections": "the card of protections",
        "/offers/{request}": "the offer", "/requests/{request}": "the request’s page",
        "/requests/{request}/consultations": "the page for consulting", "/contacts/new": "the contact entry",
        "/critical-incidents/report": "the report of an incident",
        "/critical-incidents/{incident}": "the board of an incident",
        "/critical-incidents/{incident}/meetings/{meeting}": "the page of a meeting",
        "/critical-incidents/{incident}/meetings/{meeting}/invitation": "the invitation to a meeting",
        "/incident-decisions": "the page of those who decide on a meeting",
        "/incidents": "the form for incidents", "/materials/brochure": "the brochure",
        "/materials/poster": "the printed poster", "/id-cards": "the cards of the team",
        "/home": "the first page of whoever is signed in", "/library": "the library",
        "/materials/posters/{place}": "the printed poster of each place",
        "/materials/postings/{place}": "the printed posting", "/authorities": "the authorities’ names and numbers",
        "/disclosures/new": "the cases in which confidence ends",
        "/disclosures/new/{exception}": "the page of a disclosure",
        "/agencies/{agency}/joining": "the page on joining the team",
        "/training/members/{account}": "a member’s record of training",
    ]

    /// What the server does in a step.
    package static let steps = [
        "advanceRequests": "a request goes on to the next people when nobody answers",
        "announceNotices": "a notice is announced again until it is answered",
        "announceRosterGaps": "gaps in the call-out lists are told of before they come",
        "tellReminders": "supporters are reminded",
        "destroyOldFeedback": "feedback is destroyed when its time is over",
        "destroyDutyTime": "duty time is destroyed when its time is over",
        "remindAfterIncidents": "whoever runs the incident, or offers support after it, hears on the day",
        "remindOfChecks": "the one member is reminded on the day to ask again",
        "destroyRegionalMessages": "messages between the teams are destroyed when their days are over",
        "destroyServiceNames": "names in services and checks are destroyed when their time is over",
        "remindOfEquipment": "whoever keeps the register hears of what somebody has who left the team",
        "forgetIDCards": "cards that are not current any more are forgotten",
        "remindOfLibrary": "whoever keeps the library hears of what is to be looked at again",
        "remindOfAwareness": "a period soon over in which nothing made the programme known is reminded of",
        "remindOfCounsel": "counsel’s next review, and the sponsor’s letter to be renewed, are reminded of",
        "destroyEndedRequests": "requests are destroyed when their time is over",
        "askFurtherToScenes": "further supporters are asked to a scene where those asked do not come",
        "destroyIncidentNames": "names in an incident are destroyed when their time is over",
        "putPoliciesInForce": "a new text of the rules comes into force on its day",
        "remindOfPolicyReview": "whoever revises the rules is reminded to look at them again",
        "stopApplications": "applications that nobody goes on with are stopped",
        "destroyApplications": "papers of applications are destroyed when their time is over",
        "keepMemberships": "terms, signatures and yearly reviews are watched, and members are told in time",
        "freezeSpreads": "the team’s spread is counted anew each quarter",
        "keepResponses": "how soon people were answered is told once a quarter is over",
        "remindOfTraining": "members are told of training before it is due",
        "remindOfLicences": "licences are told of before they end",
        "keepSeats": "seats of committees end with their term",
        "destroyAuditSalts": "what ties audit entries to their subject is destroyed",
    ]
}
