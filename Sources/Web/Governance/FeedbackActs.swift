import HTML
import HTTPTypes
import Operations
import Program
import Sealing

enum FeedbackAddresses {
    static let feedback = FixedAddress("feedback")
    /// What is shown once to whoever gave no name.
    static let code = FixedAddress("feedback/code")
    static let answer = FixedAddress("feedback/answer")
    static let inbox = FixedAddress("feedback/inbox")
    static let answerOf = Address<PathID>("feedback/{feedback}/answer")
}

extension PolicyPack {
    /// Whether members are asked for feedback.
    var hasFeedback: Bool { awareness.feedback != nil }
}

/// Feedback to whom the policy names, and its answer: each act once, for its form and for programs.
enum FeedbackActs {
    static let routes: [Route] = give.routes + open.routes + answer.routes

    private static let fromTheRule = FieldWords(clauses: { $0.awareness.feedback?.basis.clauses ?? [] })

    private static let topic = Field<String>.choice("topic", "What it is about", fromTheRule, layout: .chips) { pack in
        (pack.awareness.feedback?.topics ?? []).map { FieldOption($0.id, $0.label) }
    }
    private static let words = Field<String>.words(
        "words", "Your words", longest: FeedbackContent.longest, rows: 6,
        FieldWords(hint: "Of the work and what it needs. Describe nobody who asked for help."))
    private static let anonymous = Field<Bool>.tick(
        "anonymous", "Leave my name out",
        FieldWords(
            hint: "Nothing that is kept ties it to you. You are shown a code once, with which you read the answer.")
    ).only(where: { $0.awareness.feedback?.mayBeAnonymous == true }, otherwise: false)

    static let give = Act(
        "giveFeedback",
        "Say what training you would like, what goes badly, or what is needed; where the policy lets you, without a name.",
        at: FeedbackAddresses.feedback, for: .holding(.giveFeedback), where: \.hasFeedback,
        taking: Input(topic, words, anonymous) {
            NewFeedback(FeedbackContent(topic: $0, words: $1), isAnonymous: $2)
        },
        then: .told(
            "Given. Without a name, the code is all that opens the answer.", status: .created,
            Shape<GivenFeedback>(.words(maybe: "code", \.code))),
        see: { done in
            done.made?.code == nil ? FeedbackAddresses.feedback.link() : FeedbackAddresses.code.link()
        },
        handing: { $0.code }, refused: FeedbackPages.again,
        perform: { visit, feedback in
            try await visit.programmes.give(feedback, once: visit.visit.once, by: visit.staff)
        })

    /// Nothing is written when somebody looks for an answer.
    static let open = Act(
        "openFeedback", "Read what you gave without a name, and the answer to it, with your code.",
        at: FeedbackAddresses.answer, for: .holding(.giveFeedback), where: \.hasAnonymousFeedback,
        taking: Input(
            Field<String>.text("code", "Code", longest: 100, kind: .code).map { text throws(Refusal) -> FeedbackCode in
                switch FeedbackCode.read(text) {
                case .code(let code): return code
                case .refused(let slip): throw Refusal("\(slip)", field: "code")
                }
            }),
        then: .told("What you gave, and the answer.", FeedbackShapes.view.of(\OpenedFeedback.view)),
        see: { _ in FeedbackAddresses.answer.link() }, handing: { $0.code }, refused: FeedbackPages.codeAgain,
        perform: { visit, code in
            guard let view = try await visit.programmes.feedback(openedBy: code, for: visit.staff) else {
                return .failure(
                    Refusal(
                        "Nothing here has this code. Perhaps one sign is wrong, or its days are over and it is destroyed.",
                        field: "code"))
            }
            return .success(OpenedFeedback(code: code.text, view: view))
        })

    static let answer = Act(
        "answerFeedback", "Answer feedback of the team, once.", at: FeedbackAddresses.answerOf,
        for: .holding(.readFeedback), where: \.hasFeedback,
        taking: Input(
            .words(
                "answer", "Your answer", longest: FeedbackContent.longestAnswer, rows: 4,
                FieldWords(hint: "Whoever gave it reads this and nobody else. Describe nobody who asked for help."))),
        then: .done("Answered."), see: { _, _ in FeedbackAddresses.inbox.link() }, refused: FeedbackPages.inboxAgain,
        perform: { visit, words, id in
            try await visit.programmes.answer(feedback: id.text, words, by: visit.staff)
        })
}

/// What a code opened.
struct OpenedFeedback: Sendable {
    let code: String
    let view: FeedbackView
}

extension PolicyPack {
    /// Whether members may leave out their name.
    var hasAnonymousFeedback: Bool { awareness.feedback?.mayBeAnonymous == true }
}

extension Routes {
    static let feedback: [Route] = feedbackPages + FeedbackActs.routes + feedbackReadings

    private static let feedbackPages: [Route] = [
        .staff(.get, FeedbackAddresses.feedback, for: .holding(.giveFeedback)) { visit in
            try await FeedbackPages.again(visit, nil)
        },
        .staff(.get, FeedbackAddresses.code, for: .holding(.giveFeedback)) { visit in
            guard let code = visit.visit.shownOnce else { return .see(FeedbackAddresses.feedback.link()) }
            return .page(FeedbackPages.code(code, visit))
        },
        .staff(.get, FeedbackAddresses.answer, for: .holding(.giveFeedback)) { visit in
            try await FeedbackPages.answer(visit)
        },
        .staff(.get, FeedbackAddresses.inbox, for: .holding(.readFeedback)) { visit in
            try await FeedbackPages.inbox(visit, nil, nil)
        },
    ]

    private static let feedbackReadings: [Route] = [
        .read(
            "listOwnFeedback", "What you gave with your name, and the answers.", at: FeedbackAddresses.feedback,
            for: .holding(.giveFeedback), where: \.hasFeedback, "By day.",
            .list("feedback", of: FeedbackShapes.view)
        ) { visit in try await visit.programmes.ownFeedback(of: visit.staff) },
        .read(
            "listFeedback", "What the team gave. What was given without a name is here from the day after.",
            at: FeedbackAddresses.inbox, for: .holding(.readFeedback), where: \.hasFeedback, "By day.",
            Shape<FeedbackInbox>(
                .list("feedback", of: FeedbackShapes.view, \.items),
                .count("unopened", about: "How many you have no key to yet.", \.unopened))
        ) { visit in try await visit.programmes.feedbackInbox(for: visit.staff) },
    ]
}

enum FeedbackShapes {
    static let view = Shape<FeedbackView>(
        .id("id", \.id), .words("topic", \.topic), .words("words", \.words),
        .words(maybe: "name", about: "Whose it is; null where no name was given.", \.name),
        .day("givenOn", \.givenOn), .words(maybe: "answer", \.answer?.words), .day(maybe: "answeredOn", \.answer?.on),
        .day(maybe: "until", about: "The day on which it is destroyed.", \.until))
}
