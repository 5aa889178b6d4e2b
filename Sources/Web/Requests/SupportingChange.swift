import HTML
import Program

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

    /// The request's page says it.
    @Sendable
    func onRequest(_: Done<Void>, _ id: PathID) -> Link { SupportingAddresses.request.link(id, after: self) }

    /// The list says it, since the request is no longer theirs.
    @Sendable
    func onList(_: Done<Void>, _: PathID) -> Link { SupportingAddresses.requests.link(after: self) }

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
