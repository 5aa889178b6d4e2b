import HTML
import Operations
import Program

/// Notices and designees as programs read them.
extension Routes {
    static let noticeInterface: [Route] = [
        .read(
            "listNotices", "What you are told, and what was answered in the last thirty days.",
            at: NoticeAddresses.notices, for: .signedIn, "The notices.", NoticeShapes.inbox
        ) { visit in
            let inbox = try await visit.programmes.notices(for: visit.staff)
            let now = visit.programmes.clock()
            func lines(_ notices: [ReceivedNotice]) -> [NoticeLine] {
                notices.map { NoticeLine($0, visit.pack, at: now) }
            }
            return (open: lines(inbox.open), answered: lines(inbox.answered))
        },
        .read(
            "overseeNotices", "What waits for an answer in the programme, for those who watch over it.",
            at: NoticeAddresses.overseen, for: .holding(.readConformance),
            "Unanswered notices, and those answered in the last thirty days.",
            .list("notices", of: NoticeShapes.overseen)
        ) { visit in try await visit.programmes.noticeOverview(for: visit.staff) },
        .read(
            "listDesignees", "Those whom you have named to stand in for you.", at: NoticeAddresses.designees,
            for: .signedIn, "The designees.",
            .list("designees", of: NoticeShapes.designee)
        ) { visit in try await visit.programmes.designees(of: visit.staff) },
    ]
}

/// A notice as its reader is told of it, in the words of the pack.
private struct NoticeLine: Sendable {
    let received: ReceivedNotice
    let words: NoticeWords
    let isOverdue: Bool
    let urgency: NoticeUrgency

    init(_ received: ReceivedNotice, _ pack: PolicyPack, at now: Instant) {
        self.received = received
        words = NoticeWords(received, pack)
        isOverdue = received.notice.isOverdue(at: now)
        urgency = received.notice.urgency(at: now)
    }
}

private enum NoticeShapes {
    static let inbox = Shape<(open: [NoticeLine], answered: [NoticeLine])>(
        .list("open", of: line) { $0.open }, .list("answered", of: line) { $0.answered })

    static let overseen = Shape<OverseenNotice>(
        .choice("kind", \.notice.kind), .words("for", \.addressee), .day("raisedOn", \.notice.raisedOn),
        .moment(maybe: "due", \.notice.due), .flag("isOverdue", \.isOverdue),
        .count(maybe: "secondsToAnswer", about: "Where the time of raising is kept.") {
            $0.notice.secondsToAcknowledge.map { Int($0) }
        }
    ).with(answer.of { Answered(by: $0.answeredBy, $0.notice) })

    static let designee = Shape<NamedDesignee>(
        .id("id", \.id), .id("role", \.role.text), .words("name", \.name), .day("startsOn", \.startsOn),
        .day("lastDay", \.lastDay))

    private static let line = Shape<NoticeLine>(
        .id("id", \.received.notice.id), .choice("kind", \.received.notice.kind), .words("title", \.words.title),
        .words("words", \.words.words), .words(maybe: "from", \.received.from),
        .words(maybe: "page", about: "The address of the page that it is about.") {
            $0.received.notice.kind.place?.address.link().location
        },
        .id(maybe: "exception", about: "The exception a disclosure is about.", \.received.exception?.id),
        .part(
            maybe: "suspension", SuspensionActs.standing,
            about: "Who was suspended, where the last word is yours.", \.received.suspended),
        .part(
            maybe: "call", AuthorityActs.toCall,
            about: "How to reach whoever raised it, where you are to speak with them.",
            \.received.call),
        .list("alwaysThere", of: AuthorityActs.toCall, \.received.alwaysThere),
        .choice("urgency", of: NoticeUrgency.allCases.map(\.word), \.urgency.word),
        .choice(
            maybe: "asks", of: ["further-assistance"], about: "What is to be said with the answer, by yes or no."
        ) { $0.received.question.map { _ in "further-assistance" } },
        .day("raisedOn", \.received.notice.raisedOn), .moment(maybe: "due", \.received.notice.due),
        .flag("isOverdue", \.isOverdue),
        .texts("clauses", each: .id) { $0.received.notice.clauses.map(\.text) },
        .texts("means", each: .choice(means), about: "How it may be answered.") { $0.received.means.map(\.word) }
    ).with(answer.of { Answered(by: $0.received.answeredBy, $0.received.notice) })

    private static let answer = Shape<Answered>(
        .moment(maybe: "answeredAt", \.acknowledgement?.at), .words(maybe: "answeredBy", \.name),
        .choice(maybe: "how", of: means, \.acknowledgement?.how.word),
        .choice(
            maybe: "furtherAssistance", of: NoticeActs.YesOrNo.allCases.map(\.rawValue),
            about: "Whether further assistance was sought, where that was asked."
        ) { $0.acknowledgement?.furtherAssistance.map { $0 ? "yes" : "no" } })

    /// An answer where there is one, and the name of whoever gave it.
    private struct Answered: Sendable {
        let name: String?
        let acknowledgement: Acknowledgement?

        init(by name: String?, _ notice: Notice) {
            self.name = name
            acknowledgement = notice.acknowledgement
        }
    }

    private static let means = Means.allCases.map(\.word)
}

extension NoticeUrgency {
    fileprivate var word: String {
        switch self {
        case .whenever: "whenever"
        case .today: "today"
        case .soon: "soon"
        case .now: "now"
        }
    }
}
