import HTML
import Operations
import Program

enum SupportingAddresses {
    static let requests = FixedAddress("requests")
    static let request = Address<PathID>("requests/{request}")
    static let advisement = Address<PathID>("requests/{request}/advisement")
    static let messages = Address<PathID>("requests/{request}/messages")
    static let firstContact = Address<PathID>("requests/{request}/in-touch")
    static let reminders = Address<PathID>("requests/{request}/reminders")
    static let reminderDone = Address<PathID, PathID>("requests/{request}/reminders/{reminder}/done")
    static let cannotLeavePost = Address<PathID>("requests/{request}/cannot-leave-post")
    static let conflict = Address<PathID>("requests/{request}/conflict")
    static let supervisorNote = Address<PathID>("requests/{request}/supervisor-note")
    static let handOff = Address<PathID>("requests/{request}/hand-off")
    static let consultations = Address<PathID>("requests/{request}/consultations")
    static let endOfConsultation = Address<PathID, PathID>("requests/{request}/consultations/{consultation}/end")
    static let closing = Address<PathID>("requests/{request}/closing")
    /// A request lent to whoever is consulted.
    static let lent = Address<PathID>("consultations/{consultation}")
}

extension Routes {
    static let supporting: [Route] = [
        .staff(.get, SupportingAddresses.requests, for: .holding(.takeRequests)) { visit in
            let change = visit.visit.query("after").flatMap { SupportingChange(rawValue: $0) }
            return .page(SupportingPages.list(try await OwnSupport(of: visit), visit, after: change))
        },
        .staff(.get, SupportingAddresses.request, for: .holding(.takeRequests)) { visit, id in
            let change = visit.visit.query("after").flatMap { SupportingChange(rawValue: $0) }
            return try await SupportingActs.show(id, visit, after: change)
        },
        .staff(.post, SupportingAddresses.advisement, for: .holding(.takeRequests), SupportingActs.advise),
        .staff(.post, SupportingAddresses.messages, for: .holding(.takeRequests), SupportingActs.write),
        .staff(.post, SupportingAddresses.firstContact, for: .holding(.takeRequests), SupportingActs.madeContact),
        .staff(.post, SupportingAddresses.reminders, for: .holding(.takeRequests), SupportingActs.remind),
        .staff(.post, SupportingAddresses.reminderDone, for: .holding(.takeRequests), SupportingActs.doneReminder),
        .staff(
            .post, SupportingAddresses.cannotLeavePost, for: .holding(.takeRequests), SupportingActs.cannotLeavePost),
        .staff(.post, SupportingAddresses.conflict, for: .holding(.takeRequests), SupportingActs.tellConflict)
            .only(where: \.tellsOfConflicts),
        .staff(.post, SupportingAddresses.supervisorNote, for: .holding(.takeRequests), SupervisorNoteActs.write)
            .only { $0.requests.timeOffPost != nil },
        .staff(.get, SupportingAddresses.handOff, for: .holding(.takeRequests)) { visit, id in
            try await HandOffActs.show(id, visit)
        },
        .staff(.post, SupportingAddresses.handOff, for: .holding(.takeRequests), HandOffActs.handOff),
        .staff(.get, SupportingAddresses.consultations, for: .holding(.takeRequests)) { visit, id in
            try await ConsultActs.show(id, visit)
        }.only(where: \.hasConsultations),
        .staff(.post, SupportingAddresses.consultations, for: .holding(.takeRequests), ConsultActs.consult)
            .only(where: \.hasConsultations),
        .staff(.post, SupportingAddresses.endOfConsultation, for: .holding(.takeRequests), ConsultActs.end)
            .only(where: \.hasConsultations),
        .staff(.get, SupportingAddresses.closing, for: .holding(.takeRequests)) { visit, id in
            try await ClosingActs.show(id, visit)
        },
        .staff(.post, SupportingAddresses.closing, for: .holding(.takeRequests), ClosingActs.close),
        .staff(.get, SupportingAddresses.lent, for: .signedIn) { visit, id in
            try await visit.programmes.consultation(id.text, for: visit.staff).map {
                .page(ConsultPages.lent($0, visit))
            }
        }.only(where: \.hasConsultations),
    ]
}

/// What was just done, for the next page to say it. Nothing of it tells one request from another.
enum SupportingChange: String, Sendable {
    case accepted
    case acceptedForOneContact = "accepted-for-one-contact"
    case acceptedAcrossCommand = "accepted-across-command"
    case passed
    case conflictTold = "conflict-told"
    case advised
    case written
    case inTouch = "in-touch"
    case reminderSet = "reminder-set"
    case reminderDone = "reminder-done"
    case leftToOthers = "left-to-others"
    case handedOff = "handed-off"
    case consulting
    case consultationEnded = "consultation-ended"
    case closed

    init(_ acceptance: Acceptance) {
        if acceptance.isForOneContact {
            self = .acceptedForOneContact
        } else {
            self = acceptance.consults == nil ? .accepted : .acceptedAcrossCommand
        }
    }

    func announcement(_ pack: PolicyPack) -> HTML {
        switch self {
        case .accepted: said("The request is yours", "Thank you. Read the words below before you get in touch.")
        case .acceptedForOneContact:
            callout(
                "The request is yours for one contact", tone: .warning, announced: true,
                """
                <p>One of you stands above the other. Be in touch once to see what is needed, then hand it off. \
                \(pack.requests.chainOfCommand?.basis.clauses.first.map { clauseNote($0.text) })</p>
                """)
        case .acceptedAcrossCommand:
            callout(
                "The request is yours", tone: .warning, announced: true,
                """
                <p>One of you stands above the other. Consult the \(consulted(pack)) before you go on. \
                \(pack.requests.chainOfCommand?.basis.clauses.first.map { clauseNote($0.text) })</p>
                """)
        case .passed: said("Passed on", "Somebody else is asked. Nothing of it is kept.")
        case .conflictTold: said("Passed on", "Somebody else is asked. The notice names nobody.")
        case .advised: said("Now you can read who it is", nil)
        case .written: said("Sent", "They see it when they come back with their receipt.")
        case .inTouch: said("Noted that you were in touch", nil)
        case .reminderSet: said("Reminder set", "Only you see it.")
        case .reminderDone: said("Reminder done", nil)
        case .leftToOthers:
            said("Somebody else is asked", "The notice says that you cannot leave your post, nothing more.")
        case .handedOff: said("Handed off", "You can no longer open it.")
        case .consulting: said("You are consulting", "The person sees it on their own page and can end it.")
        case .consultationEnded: said("The consultation has ended", "They can no longer open the request.")
        case .closed: said("Closed", "It can be opened again until its time is over, then it is destroyed.")
        }
    }

    private func said(_ title: String, _ words: String?) -> HTML {
        callout(title, tone: .good, announced: true, words.map { "<p>\($0)</p>" })
    }

    private func consulted(_ pack: PolicyPack) -> String {
        pack.requests.chainOfCommand?.consults.flatMap { pack.role($0)?.title } ?? pack.terms.coordinator
    }
}

/// Everything of support that is with one person just now.
struct OwnSupport: Sendable {
    let pages: [OwnPage]
    let offers: [Offer]
    let requests: [OpenRequest]
    let consultations: [ConsultationView]

    init(of visit: StaffVisit) async throws {
        let staff = visit.staff
        let programmes = visit.programmes
        let takes = staff.powers.contains(.takeRequests)
        pages = takes ? try await programmes.ownPages(of: staff) : []
        offers = takes ? try await programmes.offers(for: staff) : []
        requests = takes ? try await programmes.requests(of: staff) : []
        consultations = try await programmes.consultations(for: staff)
    }

    var isEmpty: Bool { pages.isEmpty && offers.isEmpty && requests.isEmpty && consultations.isEmpty }
}
