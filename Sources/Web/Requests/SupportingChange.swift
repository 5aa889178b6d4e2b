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
        case .accepted:
            justDone("The request is yours", "<p>Thank you. Read the words below before you get in touch.</p>")
        case .acceptedForOneContact:
            callout(
                "The request is yours for one contact", tone: .warning, announced: true,
                """
                <p>One of you stands above the other. Be in touch once to see what is needed, then hand it off. \
                \(pack.requests.chainOfCommand?.basis.note)</p>
                """)
        case .acceptedAcrossCommand:
            callout(
                "The request is yours", tone: .warning, announced: true,
                """
                <p>One of you stands above the other. Consult the \(consulted(pack)) before you go on. \
                \(pack.requests.chainOfCommand?.basis.note)</p>
                """)
        case .passed: justDone("Passed on", "<p>Somebody else is asked. Nothing of it is kept.</p>")
        case .conflictTold: justDone("Passed on", "<p>Somebody else is asked. The notice names nobody.</p>")
        case .advised: justDone("Now you can read who it is")
        case .written: justDone("Sent", "<p>They see it when they come back with their receipt.</p>")
        case .inTouch: justDone("Noted that you were in touch")
        case .reminderSet: justDone("Reminder set", "<p>Only you see it.</p>")
        case .reminderDone: justDone("Reminder done")
        case .leftToOthers:
            justDone("Somebody else is asked", "<p>The notice says that you cannot leave your post, nothing more.</p>")
        case .handedOff: justDone("Handed off", "<p>You can no longer open it.</p>")
        case .consulting: justDone("You are consulting", "<p>The person sees it on their own page and can end it.</p>")
        case .consultationEnded: justDone("The consultation has ended", "<p>They can no longer open the request.</p>")
        case .closed: justDone("Closed", "<p>It can be opened again until its time is over, then it is destroyed.</p>")
        }
    }

    private func consulted(_ pack: PolicyPack) -> String {
        pack.requests.chainOfCommand?.consults.flatMap { pack.role($0)?.title } ?? pack.terms.coordinator
    }
}
