import HTML
import Operations
import Program
import Sealing

/// Feedback: to give it, to read the answer, and for whom it is for to answer it.
enum FeedbackPages {
    private static let back = Crumb("Feedback", FeedbackAddresses.feedback.link())

    // MARK: To give it

    @Sendable
    static func again(_ visit: StaffVisit, _ refused: Refused?) async throws -> Answer? {
        guard let rule = visit.pack.awareness.feedback else { return visit.site.nothingHere }
        let own = try await visit.programmes.ownFeedback(of: visit.staff)
        return .page(
            page(
                "Feedback", in: Shells.staff(visit, at: FeedbackAddresses.feedback),
                lead: "What would help you: to the \(visit.pack.title(of: rule.to)), and to nobody else.",
                main: """
                    \(warning)
                    \(FeedbackActs.give.form(visit, refused: refused, button: "Give it", isPrivate: true))
                    \(prose("<p>\(keeping(rule)) \(rule.basis.notes)</p>"))
                    \(rule.mayBeAnonymous ? actions(
                        linkButton("Read an answer with a code", to: FeedbackAddresses.answer.link())) : nil)
                    \(own.isEmpty ? nil : section("Given with your name", own.map(shown).joined()))
                    """), again: refused)
    }

    private static let warning = callout(
        "Describe nobody who asked for help", tone: .warning,
        "<p>Say what training you would like, what goes badly in the field, what is needed. Nothing of a request, nor of anybody in one.</p>"
    )

    private static func keeping(_ rule: FeedbackRule) -> String {
        let end = "It is destroyed \(counted(rule.keptFor, "day")) after its answer, or after it was given."
        return rule.mayBeAnonymous
            ? """
            Your words are sealed. Without your name they arrive on the day after, so that the hour tells nothing; whoever knows how you \
            write may still guess. \(end)
            """ : "Your words are sealed. \(end)"
    }

    static func code(_ code: String, _ visit: StaffVisit) -> HTML {
        page(
            "Your code", in: Shells.staff(visit, at: FeedbackAddresses.feedback),
            lead: "Thank you. It is sealed, and your name is nowhere.", back: back,
            main: """
                \(callout(
                    "Write the code down now", tone: .warning,
                    "<p>It is shown this once. With it you read the answer; without it nobody can, and nobody can tell you the code again.</p>"
                ))
                \(groupedCode("Your code", code))
                \(actions(linkButton("Done", to: FeedbackAddresses.feedback.link(), style: .primary)))
                """)
    }

    // MARK: To read the answer

    static func answer(_ visit: StaffVisit) async throws -> Answer? {
        guard visit.pack.hasAnonymousFeedback else { return visit.site.nothingHere }
        guard let text = visit.visit.shownOnce, case .code(let code) = FeedbackCode.read(text),
            let view = try await visit.programmes.feedback(openedBy: code, for: visit.staff)
        else { return try await codeAgain(visit, nil) }
        return .page(
            page(
                "The answer", in: Shells.staff(visit, at: FeedbackAddresses.feedback),
                lead: "Nothing is kept of your looking. Keep the code where nobody else finds it.", back: back,
                main: shown(view)))
    }

    @Sendable
    static func codeAgain(_ visit: StaffVisit, _ refused: Refused?) async throws -> Answer? {
        .page(
            page(
                "Read an answer", in: Shells.staff(visit, at: FeedbackAddresses.feedback),
                lead: "With the code that you were shown. Nothing is kept of your looking.", back: back,
                main: FeedbackActs.open.form(visit, refused: refused, button: "Read it", isPrivate: true)),
            again: refused)
    }

    // MARK: To answer it

    static func inbox(_ visit: StaffVisit, _ refused: Refused?, _ id: String?) async throws -> Answer? {
        guard let inbox = try await visit.programmes.feedbackInbox(for: visit.staff) else {
            return visit.site.nothingHere
        }
        let isOnPage = inbox.waiting.contains { $0.id == id }
        return .page(
            page(
                "Feedback of the team", in: Shells.staff(visit, at: FeedbackAddresses.inbox),
                lead: "Sealed to your office. Do not try to find out whose words these are.",
                announcement: isOnPage ? nil : refused?.words,
                main: """
                    \(inbox.unopened == 0 ? nil : callout(
                        "\(inbox.unopened) more that you have no key to yet",
                        "<p>Whoever held the office before passes it on when they next sign in.</p>"))
                    \(inbox.waiting.isEmpty
                        ? emptyState("Nothing waits for an answer", "What the team would like, and what it needs, will be here.")
                        : section("To answer", inbox.waiting.map { item in
                            open(item, visit, item.id == id ? refused : nil) }.joined()))
                    \(inbox.answered.isEmpty ? nil : section("Answered", inbox.answered.map(shown).joined()))
                    """), again: refused)
    }

    @Sendable
    static func inboxAgain(_ visit: StaffVisit, _ refused: Refused, _ id: PathID) async throws -> Answer? {
        try await inbox(visit, refused, id.text)
    }

    private static func open(_ view: FeedbackView, _ visit: StaffVisit, _ refused: Refused?) -> HTML {
        card(
            view.topic, level: .third,
            """
            \(words(view))
            \(FeedbackActs.answer.form(visit, PathID(view.id), refused: refused, button: "Answer", isPrivate: true))
            """)
    }

    private static func shown(_ view: FeedbackView) -> HTML {
        let answer: HTML =
            view.answer.map { answer in
                callout("Answered on \(answer.on.longName)", paragraphs(answer.words))
            } ?? "<p>There is no answer yet.</p>"
        return card(
            view.topic, level: .third, badge: view.answer == nil ? nil : badge("Answered", tone: .good),
            "\(words(view))\(answer)")
    }

    private static func words(_ view: FeedbackView) -> HTML {
        """
        \(paragraphs(view.words))
        <p class="field-hint">\(view.name ?? "Without a name"), \(view.givenOn.longName)\
        \(view.until.map { ". Destroyed on \($0.longName)" } ?? "").</p>
        """
    }

    private static func paragraphs(_ words: String) -> HTML {
        words.split(separator: "\n").map { spokenParagraph($0) }.joined()
    }

    // MARK: On the way to it

    @Sendable
    static func onHome(_ visit: StaffVisit) async throws -> [HTML] {
        let count = try await visit.programmes.countOfFeedback(waitingFor: visit.staff)
        guard count > 0 else { return [] }
        return [
            linkCard(
                "Feedback of the team", detail: "\(count) to answer",
                to: FeedbackAddresses.inbox.link(), icon: .sheet, badge: badge("To answer", tone: .warning))
        ]
    }
}
