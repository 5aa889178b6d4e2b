import HTML
import Operations
import Program

/// What is done with an after-action input, from its draft to the one that is handed over. Only a programme whose policy asks for its
/// part in such reports has these.
enum AfterActionActs {
    static let routes: [Route] = draft.routes + change.routes + signOff.routes + finish.routes

    static let draft = Act(
        "draftAfterActionInput",
        "Write facts and lessons of an event. Words that name anybody in the directory are refused, with their field.",
        at: AfterActionAddresses.inputs, interface: AfterActionAddresses.inputsForPrograms,
        for: .holding(.draftAfterAction), where: \.hasAfterAction,
        taking: Input(
            AfterActionFields.event, AfterActionFields.happened, AfterActionFields.did, AfterActionFields.worked,
            AfterActionFields.change, AfterActionFields.resources, AfterActionFields.figures, make: AfterActionForm.init
        ),
        then: .created("A draft.", at: AfterActionAddresses.inputForPrograms),
        see: { done in AfterActionAddresses.input.link(PathID(done.id ?? "")) },
        refused: { visit, refused in .page(try await AfterActionFormPage.new(visit, refused), again: refused) },
        perform: { visit, form in try await visit.programmes.draftAfterAction(form, by: visit.staff) })

    static let change = Act(
        "changeAfterActionInput", "Change a draft. Every sign-off is withdrawn.", at: AfterActionAddresses.change, .put,
        interface: AfterActionAddresses.inputForPrograms, for: .holding(.draftAfterAction), where: \.hasAfterAction,
        taking: Input(
            AfterActionFields.version, AfterActionFields.event, AfterActionFields.happened, AfterActionFields.did,
            AfterActionFields.worked, AfterActionFields.change, AfterActionFields.resources, AfterActionFields.figures
        ) {
            (
                version: $0,
                form: AfterActionForm(
                    event: $1, happened: $2, did: $3, worked: $4, change: $5, resources: $6, figures: $7)
            )
        },
        then: .done("Changed."),
        see: { _, input in AfterActionAddresses.input.link(input) },
        refused: { visit, refused, input in
            guard let view = try await visit.programmes.afterAction(input.text, by: visit.staff) else { return nil }
            return .page(try await AfterActionFormPage.change(view.input, visit, refused), again: refused)
        },
        perform: { visit, changed, input in
            try await visit.programmes.changeAfterAction(
                input.text, version: changed.version, to: changed.form, by: visit.staff)
        })

    static let signOff = Act(
        "signOffAfterActionInput", "Sign a draft off, for every role of yours that the policy names.",
        at: AfterActionAddresses.signOff, interface: AfterActionAddresses.signOffsForPrograms,
        for: .holding(.signAfterAction), where: \.hasAfterAction, taking: Input(AfterActionFields.version),
        then: .done("Signed off."),
        see: { _, input in AfterActionAddresses.input.link(input) }, refused: AfterActionPages.refused,
        perform: { visit, version, input in
            try await visit.programmes.signOffAfterAction(input.text, version: version, by: visit.staff)
        })

    static let finish = Act(
        "finishAfterActionInput", "Make a draft final that every role has signed off. It stays as it is.",
        at: AfterActionAddresses.final, interface: AfterActionAddresses.finalForPrograms,
        for: .holding(.draftAfterAction), where: \.hasAfterAction, taking: Input(AfterActionFields.version),
        then: .done("Final."),
        see: { _, input in AfterActionAddresses.input.link(input) }, refused: AfterActionPages.refused,
        perform: { visit, version, input in
            try await visit.programmes.finishAfterAction(input.text, version: version, by: visit.staff)
        })
}

/// The fixed questions of an after-action input. Its form cites the clause over them all.
private enum AfterActionFields {
    /// The version that was seen; a draft that somebody changed meanwhile is neither overwritten nor signed off.
    static let version = Field<Int>.hiddenNumber(
        "version", 1...Schema.largest, missing: "It was not said which draft you have read. Read it again first.",
        FieldWords(about: "The draft you have read."))

    static let event = Field<String>.text(
        "event", "Event", longest: AfterActionContent.longestEvent,
        words("What it is called, such as “October flood”.", about: "What it is called."))

    static let happened = Field<String>.text(
        "happened", "Month or days", longest: 21, kind: .code,
        words(
            "2026-10, or 2026-10-03, or the first and last day as 2026-10-03/2026-10-05.",
            about: "Its month or days: `2026-10`, `2026-10-03` or `2026-10-03/2026-10-05`."))

    static let did = part(.did, "Facts: when it began, in which ways supporters were there, what was offered.")
    static let worked = part(.worked, "What you would do the same way again.")
    static let change = part(.change, "What you would do otherwise next time.")
    static let resources = part(
        .resources, "People, training, equipment, agreements. Write “none” where nothing is needed.")

    static let figures = Field<String?>(
        name: "figures",
        property: { pack in
            Schema.Property(
                "figures", .nullable(.month), about: "A month whose summary is published.", clauses: clauses(pack))
        },
        control: { form, _, filled in
            form.select(
                "figures", "Figures", filled.options["figures"] ?? [], first: filled.first["figures"],
                prompt: "No figures",
                hint: "A published summary goes along as it is. Nothing is counted for one event alone.",
                isOptional: true)
        }, read: { answers, _ in answers["figures"] })

    private static func part(_ part: AfterActionContent.Part, _ hint: String) -> Field<String> {
        .words(
            part.rawValue, part.label, longest: AfterActionContent.Part.longest,
            words(hint, about: "\(part.label). No names."))
    }

    private static func words(_ hint: String, about: String) -> FieldWords {
        FieldWords(hint: hint, about: about, citesOnPage: false, clauses: clauses)
    }

    @Sendable
    private static func clauses(_ pack: PolicyPack) -> [ClauseID] { pack.afterAction?.basis.clauses ?? [] }
}

extension AfterActionForm {
    fileprivate init(
        event: String, happened: String, did: String, worked: String, change: String, resources: String,
        figures: String?
    ) {
        self.init()
        self.event = event
        self.happened = happened
        parts = [.did: did, .worked: worked, .change: change, .resources: resources]
        self.figures = figures ?? ""
    }
}

extension AfterActionContent {
    /// As its form shows it.
    var filled: Filled {
        var filled = Filled(first: ["event": event, "happened": happened.text])
        for part in Part.allCases { filled.first[part.rawValue] = text(of: part) }
        filled.first["figures"] = figures?.text
        return filled
    }
}

extension PolicyPack {
    /// Whether the policy asks for the programme's part in after-action reports.
    var hasAfterAction: Bool { afterAction != nil }
}
