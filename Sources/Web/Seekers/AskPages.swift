import HTML
import Operations
import Program

/// The form with which support is asked for: on one page, so that it can be filled in at one's own pace and nothing of it is
/// kept before it is sent.
enum AskPages {
    private typealias Field = AskForm.Field

    static func ask(
        _ ask: AskForm, _ supporters: [SupporterCard], in agency: Agency, _ visit: Visit, _ refusal: Refusal? = nil
    ) -> HTML {
        let policy = agency.policy
        let slug = PathID(agency.slug)
        let form = Form(
            to: SeekerAddresses.ask.link(slug), token: FormToken().text, typed: ask.sent?.values,
            problems: refusal?.fieldProblems ?? [], isPrivate: true)
        return page(
            "Ask for support", in: Shells.seeker(agency, visit.site),
            lead: "You need not say who you are. Nobody sees this but the \(policy.terms.supporter) who takes it.",
            back: Crumb(policy.terms.programme, StartAddresses.agency.link(slug)),
            main: """
                \(refusal == nil ? ConfidenceWords.statements(policy, in: .requestForm) : nil)
                \(refusal?.isAboutOrigin ?? true ? forOthers(ask, slug) : nil)
                \(form.html(
                    """
                    \(reaching(ask, form))
                    \(saying(form))
                    \(people(ask, supporters, form))
                    \(matters(ask, form))
                    \(limits(policy, form))
                    """, actions: button("Ask for support")))
                """)
    }

    /// Where nobody may ask for somebody else, a word to pass on is offered instead (SAC-V-2, SAC-V-3).
    private static func forOthers(_ ask: AskForm, _ slug: PathID) -> HTML? {
        guard !ask.refusedOrigins.isEmpty else { return nil }
        return callout(
            "Is it about somebody else?",
            """
            <p>The first step is theirs. You can tell them that you thought of them, and pass on a card. Nothing about them \
            is kept.</p>\(actions(linkButton("A word and a card to pass on", to: SeekerAddresses.passOn.link(slug), icon: .share)))
            """)
    }

    private static func reaching(_ ask: AskForm, _ form: Form) -> HTML {
        formPart(
            "You, and how to reach you",
            """
            \(origin(ask, form))
            \(standing(ask, form))
            \(form.choice(
                Field.way, "How would you like to be reached?",
                [
                    FieldOption(
                        Way.message.rawValue, "Messages here",
                        detail: "By your receipt, on this site alone. No number is needed."),
                    FieldOption(Way.call.rawValue, "A call"), FieldOption(Way.text.rawValue, "A text"),
                    FieldOption(Way.inPerson.rawValue, "In person", detail: "You agree on where and when."),
                ], layout: .cards))
            \(form.text(
                Field.number, "Phone number", kind: .privateTelephone,
                hint: "For a call or a text. One that only you answer is best.", isOptional: true,
                maxLength: Ask.longestNumber))
            \(form.text(
                Field.name, "Name", hint: "Whatever you would like to be called. You may stay anonymous.", isOptional: true,
                maxLength: Ask.longestName))
            \(form.choice(
                Field.urgency, "How soon?",
                [
                    FieldOption(Urgency.now.rawValue, "Now"), FieldOption(Urgency.today.rawValue, "Today"),
                    FieldOption(Urgency.thisWeek.rawValue, "This week"),
                ], first: Urgency.today.rawValue))
            \(form.choice(
                Field.time, "At what time of day?",
                [
                    FieldOption(PreferredTime.anyTime.rawValue, "Any time"),
                    FieldOption(PreferredTime.daytime.rawValue, "By day"),
                    FieldOption(PreferredTime.evening.rawValue, "In the evening"),
                    FieldOption(PreferredTime.night.rawValue, "At night"),
                ], first: PreferredTime.anyTime.rawValue))
            \(form.select(
                Field.language, "Language", SpokenLanguage.allCases.map { FieldOption($0.rawValue, $0.name) },
                prompt: "Any", isOptional: true))
            """)
    }

    private static func origin(_ ask: AskForm, _ form: Form) -> HTML? {
        guard ask.origins.count > 1 else { return nil }
        return form.choice(
            Field.origin, "For whom do you ask?", ask.origins.map(\.option), layout: .cards,
            first: OriginRule.Person.oneself.rawValue)
    }

    private static func standing(_ ask: AskForm, _ form: Form) -> HTML? {
        guard ask.standings.count > 1 else { return nil }
        return form.choice(Field.standing, "You are", ask.standings.map { FieldOption($0.rawValue, $0.name) })
    }

    private static func saying(_ form: Form) -> HTML {
        formPart(
            "What it is about, if you like",
            form.longText(
                Field.words, "A few words to begin with", rows: 5,
                hint:
                    "It is sealed at once. Only whoever takes your request can read it, and it is destroyed at the end.",
                isOptional: true, maxLength: Ask.mostWords))
    }

    private static func people(_ ask: AskForm, _ supporters: [SupporterCard], _ form: Form) -> HTML {
        let policy = ask.policy
        let named = supporters.map { FieldOption($0.account, $0.line(policy)) }
        let labels = ["I would like most", "Then", "Then"]
        let wanted = zip(Field.wanted, labels).prefix(Ask.mostWanted).map { field, label in
            form.select(field, label, named, prompt: "Nobody in particular", isOptional: true)
        }
        let fields = Field.wanted + [Field.unwanted, Field.units, Field.ranks, Field.chainOf, Field.chainAsLastResort]
        return furtherFields(
            "Someone in particular, or someone you would rather not", isOpen: ask.isAnswered(fields),
            """
            \(named.isEmpty ? nil : wanted.joined())
            \(policy.requests.seekerMayExclude.value ? unwanted(ask, named, form) : nil)
            """)
    }

    private static func unwanted(_ ask: AskForm, _ named: [FieldOption], _ form: Form) -> HTML {
        """
        \(named.isEmpty ? nil : form.choices(
            Field.unwanted, "Please not", named, layout: .cards, hint: "Nobody asks why, and nobody is told.",
            isOptional: true))
        \(form.text(
            Field.units, "Nobody from these units", hint: "As your agency writes them, with commas between.",
            isOptional: true))
        \(form.text(Field.ranks, "Nobody of these ranks or titles", hint: "With commas between.", isOptional: true))
        \(form.text(
            Field.chainOf, "Nobody above or below me", kind: .code,
            hint: "Your employee number. It is used once, to find them, and is not kept.", isOptional: true,
            maxLength: 40))
        \(ask.policy.requests.chainOfCommand?.handling == .lastResortWithPrompt
            ? form.agreement(Field.chainAsLastResort, "They may be asked if nobody else can come.") : nil)
        """
    }

    private static func matters(_ ask: AskForm, _ form: Form) -> HTML {
        furtherFields(
            "It has to do with an incident or an investigation",
            isOpen: ask.isAnswered([Field.touches, Field.incidentDay, Field.incidentKind]),
            """
            \(form.choices(
                Field.touches, "It has to do with",
                [
                    FieldOption(Touching.incident.rawValue, "An incident at work"),
                    FieldOption(Touching.investigation.rawValue, "An investigation"),
                ], hint: "So that nobody is asked who was part of it. No more is needed.", isOptional: true))
            \(incident(ask.policy, form))
            \(ConfidenceWords.investigation(ask.policy).map { callout("If you are under investigation", tone: .warning, $0) })
            """)
    }

    /// The day, where the programme knows who was part of an incident. No list of incidents is shown to anybody here.
    private static func incident(_ policy: PolicyPack, _ form: Form) -> HTML? {
        guard let clause = policy.requests.incidentBar?.basis.clauses.first?.text else { return nil }
        return """
            \(form.text(
                Field.incidentDay, "Day of the incident", kind: .code,
                hint: """
                    Such as 2026-11-20. It is sealed at once and shown to nobody. Whoever is known to have been part of it is not \
                    asked, even if you chose them.
                    """, clause: clause, isOptional: true, maxLength: 10))
            \(form.select(
                Field.incidentKind, "Kind of incident", policy.incidents.kinds.map { FieldOption($0.id, $0.label) },
                prompt: "Any", hint: "Goes with the day.", isOptional: true))
            """
    }

    private static func limits(_ policy: PolicyPack, _ form: Form) -> HTML {
        formPart(
            "What stays between you, and what cannot",
            """
            \(ConfidenceWords.advisement(policy))
            \(form.agreement(Field.read, "I have read this."))
            """)
    }
}

extension Refusal {
    fileprivate var isAboutOrigin: Bool { problems.contains { $0.field == AskForm.Field.origin } }
}

extension OriginRule {
    fileprivate var option: FieldOption {
        FieldOption(person.rawValue, name, detail: detail)
    }

    private var name: String {
        switch person {
        case .oneself: "For myself"
        case .ownFamily: "For someone in my family"
        case .colleague: "For a colleague"
        }
    }

    private var detail: String? {
        switch handling {
        case .open, .refused: nil
        case .inquiry:
            """
            They are asked once, discreetly, whether they would like support. Say below who it is. You are thanked and not \
            told what came of it.
            """
        }
    }
}

extension SeekerKind {
    fileprivate var name: String {
        switch self {
        case .employee: "An employee"
        case .volunteer: "A volunteer"
        case .family: "Family of someone who works here"
        case .retired: "Retired from here"
        }
    }
}
