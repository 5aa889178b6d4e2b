import Operations
import Program

/// What a notice says: its kind, in the agency's own words. It never says whom it is about.
struct NoticeWords {
    let title: String
    let words: String

    init(_ received: ReceivedNotice, _ pack: PolicyPack) {
        let terms = pack.terms
        let raiser = received.from ?? "A \(terms.supporter)"
        switch received.notice.kind {
        case .requestWaits:
            title = "A request waits"
            words = "Nobody has taken it yet. Please call someone out."
        case .firstContactMissed:
            title = "A first contact is overdue"
            words = "A request was accepted and nobody has been in touch. It is offered to others now."
        case .conflict:
            title = "A conflict of interest"
            words = "\(raiser) passed a request on because of a conflict of interest. It is offered to others."
        case .cannotLeavePost:
            title = "Someone cannot leave their post"
            words = "\(raiser) is needed and cannot leave. Please find a way, or somebody else."
        case .replacementNeeded:
            title = "Please find another \(terms.supporter)"
            words = "\(raiser) has to step back from someone they support. Please speak with them."
        case .disclosure:
            title = "Speak with \(raiser) now"
            words = "They carry out an exception to confidence and have something to tell you, by voice."
        case .followOn:
            title = "Tell the \(NoticeWords.title(of: received.notice.tells, pack))"
            words = "You know of a disclosure. Now it is for you to tell the next one, by voice or with a notice."
        case .approvalAsked:
            title = "A yes is asked of you"
            words = "Somebody is to be activated after hours. Without an answer it goes on to the next in line."
        case .tellAdministrator:
            title = "Tell the \(NoticeWords.title(of: received.notice.tells, pack))"
            words = "There was a request after hours. Tell them, and write down here when and how."
        case .afterHoursResponse:
            title = "\(raiser) responds in person"
            words = received.vehicle.map { "After hours or off duty. Vehicle: \($0)." } ?? "After hours or off duty."
        case .calledOut:
            title = "You are called out"
            words = "Somebody would like to talk. Please get in touch with whoever called you."
        case .getInTouch:
            title = "\(raiser) would like to hear from you"
            words = "Please get in touch. What it is about is not written here."
        case .rosterGap:
            title = "A gap in the call-out list"
            words = "Nobody is on the list for a time ahead. Please look at the list."
        case .swapAsked:
            title = "Someone asks to swap a turn"
            words = "Please look at the call-out list."
        case .suspension:
            title = "A suspension waits for your last word"
            words = "\(raiser) took somebody off the team at once. Say whether it stays so."
        }
    }

    static func title(of role: RoleID?, _ pack: PolicyPack) -> String {
        role.map { pack.role($0)?.title ?? $0.text } ?? "next one"
    }
}

extension NoticeKind {
    /// A few words for a list of those who watch over notices.
    var shortName: String {
        switch self {
        case .requestWaits: "A request waits"
        case .firstContactMissed: "First contact overdue"
        case .conflict: "Conflict of interest"
        case .cannotLeavePost: "Cannot leave a post"
        case .replacementNeeded: "Replacement needed"
        case .disclosure: "Disclosure"
        case .followOn: "Duty to tell"
        case .approvalAsked: "Approval asked"
        case .tellAdministrator: "Duty to tell of a request after hours"
        case .afterHoursResponse: "Response in person"
        case .calledOut: "Call-out"
        case .getInTouch: "Please get in touch"
        case .rosterGap: "Gap in the call-out list"
        case .swapAsked: "Swap of a turn"
        case .suspension: "Suspension"
        }
    }
}

extension Means {
    /// As one answers with it.
    func label(telling: Bool) -> String {
        switch (self, telling) {
        case (.page, false): "I read it here"
        case (.telephone, false): "I was told by telephone"
        case (.inPerson, false): "I was told in person"
        case (.page, true): "With a notice from here"
        case (.telephone, true): "I told them by telephone"
        case (.inPerson, true): "I told them in person"
        }
    }

    /// As forms and the programming interface say it.
    var word: String {
        switch self {
        case .page: "page"
        case .telephone: "telephone"
        case .inPerson: "in-person"
        }
    }

    init?(word: String) {
        guard let means = Means.allCases.first(where: { $0.word == word }) else { return nil }
        self = means
    }
}
