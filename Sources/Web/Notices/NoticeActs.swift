import HTML
import Operations
import Program

/// What people do with notices: each act once, for its form and for programs.
enum NoticeActs {
    static let routes: [Route] = answer.routes + approve.routes + ask.routes + respond.routes

    static let answer = Act(
        "answerNotice",
        "Answer a notice: how you came to know, or how you told whom you had to tell. The first holder of a role answers for it.",
        at: NoticeAddresses.answer, for: .signedIn,
        taking: Input(how, minutesAgo, furtherAssistance) { (how: $0, minutesAgo: $1, furtherAssistance: $2) },
        then: .done("Answered."),
        see: { _, _ in NoticeAddresses.notices.link() }, refused: NoticePages.again,
        perform: { visit, answer, notice in
            let moment = answer.minutesAgo.map { visit.programmes.clock().adding(seconds: Int64(-60 * $0)) }
            return try await visit.programmes.acknowledge(
                notice.text, how: answer.how, at: moment, furtherAssistance: answer.furtherAssistance, by: visit.staff)
        })

    /// Says yes to activating a supporter after hours (OCP-I.C.2.c).
    static let approve = Act(
        "approveActivation", "Say yes to activating a supporter after hours, where a notice asks you to.",
        at: NoticeAddresses.approval, for: .signedIn, taking: .nothing, then: .done("Supporters are asked."),
        see: { _, _ in NoticeAddresses.notices.link() }, refused: NoticePages.again,
        perform: { visit, _, notice in try await visit.programmes.approve(notice.text, by: visit.staff) })

    static let ask = Act(
        "askToGetInTouch", "Ask a supporter to get in touch. The notice holds no words.", at: NoticeAddresses.ask,
        interface: NoticeAddresses.notices, for: .holding(.readConformance), taking: Input(supporter),
        then: .done("Asked."),
        see: { _ in NoticeAddresses.overview.link() },
        refused: { visit, refused in
            let supporters = try await visit.programmes.supportersToAsk(by: visit.staff)
            return .page(NoticePages.ask(supporters, visit, refused), again: refused)
        },
        perform: { visit, supporter in try await visit.programmes.askToGetInTouch(supporter, by: visit.staff) })

    static let respond = Act(
        "tellResponse", "Say that you respond in person, after hours or off duty. It names nobody.",
        at: NoticeAddresses.response, interface: NoticeAddresses.responses, for: .staff(.responds),
        taking: Input(vehicle),
        then: .done("Whoever the policy names is told."),
        see: { _ in NoticeAddresses.response.link(after: ResponseChange.told) },
        refused: { visit, refused in .page(ResponsePages.respond(visit, refused), again: refused) },
        perform: { visit, response in try await visit.programmes.tellResponse(response, by: visit.staff) })

    static let how = Field<Means>.means("How")

    /// As far back as somebody may write it down later.
    static let minutesAgo = Field<Int>.number(
        "minutesAgo", "How long ago?", 0...10_080, unit: "minutes",
        FieldWords(hint: "0 is just now.", about: "How many minutes ago; now if left out.")
    ).inSomeCases()

    /// What whoever tells on says with it, where the policy asks for that (SAC-VI.B.3b). It takes a yes or a no and no words.
    static let furtherAssistance = Field<YesOrNo>.choice(
        "furtherAssistance", furtherAssistanceLabel,
        FieldWords(about: "Where the notice has that question: whether further assistance was sought."), layout: .chips
    ) { $0.label }.inSomeCases().asked { form, name, _, filled in
        guard let options = filled.options[name] else { return .empty }
        return form.choice(name, furtherAssistanceLabel, options)
    }.map { answer throws(Refusal) -> Bool? in answer.map { $0 == .yes } }
        .only(where: \.asksForFurtherAssistance, otherwise: nil)

    private static let furtherAssistanceLabel = "Was further assistance sought?"

    enum YesOrNo: String, CaseIterable, Sendable {
        case yes, no

        var label: String {
            switch self {
            case .yes: "Yes"
            case .no: "No"
            }
        }

        static let options = allCases.map { FieldOption($0.rawValue, $0.label) }
    }

    static let supporter = Field<String>.found(
        "supporter", "Supporter", FieldWords(about: "The supporter's account.")
    ).asked { form, name, pack, filled in
        form.select(name, pack.terms.supporter, filled.options[name] ?? [], prompt: "Choose")
    }

    private static let vehicle = Field<String>.choice(
        "vehicle", "How do you get there?", FieldWords(clauses: { $0.dutyTime.vehicles?.basis.clauses ?? [] }),
        layout: .cards, of: { $0.dutyTime.vehicles?.choices.map { FieldOption($0.id, $0.label) } ?? [] }
    ).map { NewResponse(vehicle: $0) }
        .only(where: { $0.dutyTime.vehicles != nil }, otherwise: NewResponse(vehicle: nil))
}

extension PolicyPack {
    /// Whether somebody says with an answer whether further assistance was sought.
    fileprivate var asksForFurtherAssistance: Bool {
        confidentiality.exceptions.contains { $0.followOn.contains { $0.asks == .furtherAssistance } }
    }
}
