import HTML
import Operations
import Program

/// Finding somebody for a request whose supporter stepped back, without seeing anything of it (SAC-VI.B.2, KSO-G.3).
enum AskFurtherActs {
    static let ask = Act(
        "askFurther", "Have further members asked for the request that the notice tells of; nothing of it is shown.",
        at: NoticeAddresses.asking, for: .signedIn, taking: Input(to), then: .done("They are asked."),
        see: { _, _ in NoticeAddresses.notices.link(after: AskFurtherChange.asked) },
        refused: { visit, refused, notice in try await AskFurtherPages.answer(visit, refused, notice) },
        perform: { visit, account, notice in
            try await visit.programmes.askFurther(notice.text, to: account, by: visit.staff)
        })

    static let to = Field<String?>.found(
        maybe: "to", "Whom?", nobody: "Whoever is next",
        FieldWords(
            hint:
                "Whoever can be asked just now. Whoever must not have this request is not asked, and nobody is told who that is.",
            about: "The account asked at once; left out for whoever is next."))
}

extension Routes {
    static let askingFurther: [Route] =
        [
            .staff(.get, NoticeAddresses.asking, for: .signedIn) { visit, notice in
                try await AskFurtherPages.answer(visit, nil, notice)
            }
        ] + AskFurtherActs.ask.routes
}

enum AskFurtherChange: String, Sendable {
    case asked

    var announcement: HTML {
        justDone("Further members are asked", "<p>You see it here as long as nobody has the request.</p>")
    }
}

enum AskFurtherPages {
    /// The one tap, and the way to somebody in particular.
    static func ways(_ received: ReceivedNotice, _ visit: StaffVisit) -> HTML {
        let notice = PathID(received.notice.id)
        return actions(
            AskFurtherActs.ask.asButton("Ask further members now", visit, notice, style: .primary),
            linkButton("Ask somebody in particular", to: NoticeAddresses.asking.link(notice)))
    }

    /// The page as it is, or again where something was refused.
    static func answer(_ visit: StaffVisit, _ refused: Refused?, _ notice: PathID) async throws -> Answer? {
        guard let colleagues = try await visit.programmes.colleagues(toAskFor: notice.text, by: visit.staff) else {
            return nil
        }
        let options = colleagues.map { FieldOption($0.account, $0.name) }
        return .page(
            page(
                "Ask further members", in: Shells.staff(visit, at: NoticeAddresses.notices),
                lead: "For a request that waits. Nothing of it is shown, and whoever takes it first has it.",
                back: Crumb("Notices", NoticeAddresses.notices.link()),
                main: AskFurtherActs.ask.form(
                    visit, notice, filled: Filled(options: [AskFurtherActs.to.name: options]), refused: refused,
                    button: "Ask now")), again: refused)
    }
}
