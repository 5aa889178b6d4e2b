import HTML
import Operations
import Program

/// Consulting somebody about a request, as far as the pack opens it to them.
enum ConsultPages {
    static func consultations(
        _ request: SupporterView, _ ways: [WayToConsult], _ visit: StaffVisit, _ refusal: Refusal? = nil
    ) -> HTML {
        page(
            "Consult somebody", in: Shells.staff(visit),
            lead: "The person sees on their own page whom you consult, and can end it.",
            back: Crumb("The request", SupportingAddresses.request.link(PathID(request.id))),
            main: """
                \(refusal.map { refused($0) })
                \(request.consultations.isEmpty
                    ? nil : section("Under way", cards(request.consultations.map { open($0, request, visit) })))
                \(ways.map { way($0, request, visit) })
                """)
    }

    private static func refused(_ refused: Refusal) -> HTML {
        refusal(refused.problems[0].message, clause: refused.problems[0].clauses.first?.text)
    }

    private static func open(
        _ consultation: OpenConsultation, _ request: SupporterView, _ visit: StaffVisit
    ) -> HTML {
        card(
            consultation.name, level: .third,
            badge: consultation.readsAlong ? badge("Reads along", tone: .warning) : badge("Sees nothing of it"),
            """
            <p>\(consultation.role.map { "\($0), until" } ?? "Until") \(SupportingPages.time(consultation.endsAt, visit))</p>
            \(buttonForm(
                "End it now",
                to: SupportingAddresses.endOfConsultation.link(PathID(request.id), PathID(consultation.id)),
                token: visit.formToken))
            """)
    }

    /// One way of the pack: with whom, what it opens, when.
    private static func way(
        _ way: WayToConsult, _ request: SupporterView, _ visit: StaffVisit
    ) -> HTML {
        let rule = way.rule
        let people = way.colleagues
        let form = visit.form(to: SupportingAddresses.consultations.link(PathID(request.id)))
        let clause = rule.basis.clauses.first
        return section(
            rule.with.title(visit.pack),
            lead: "\(rule.sharing.words) \(rule.atAnyHour ? "At any hour." : "") \(clause.map { clauseNote($0.text) })",
            """
            \(telephones(rule, visit))
            \(people.isEmpty
                ? emptyState("Nobody to ask here just now", "Nobody holds this role today with an account of their own.")
                : form.html(
                    """
                    \(hidden(ConsultActs.withField, rule.with.name))
                    \(form.choice(
                        ConsultActs.colleagueField, "Whom?", people.map { FieldOption($0.account, $0.name) },
                        layout: .cards, first: people.count == 1 ? people[0].account : nil))
                    """, actions: button("Consult", style: .secondary)))
            """)
    }

    private static func telephones(_ rule: ConsultationRule, _ visit: StaffVisit) -> HTML? {
        guard case .role(let role) = rule.with else { return nil }
        let now = visit.staff.agency.telephones(of: role, at: visit.programmes.clock()).filter(\.isNow)
        return now.first.map { telephone in
            "<p>By telephone now: <a\(href: Link(telephone: telephone.number))>\(telephone.number)</a></p>"
        }
    }

    // MARK: The consulted

    static func link(_ consultation: ConsultationView, _ visit: StaffVisit) -> HTML {
        linkCard(
            "\(consultation.supporter) asks you",
            detail: "Until \(SupportingPages.time(consultation.endsAt, visit))",
            to: SupportingAddresses.lent.link(PathID(consultation.id)), icon: .people)
    }

    /// A request lent for a time: to be read and not to be answered.
    static func lent(_ consultation: ConsultationView, _ visit: StaffVisit) -> HTML {
        page(
            "\(consultation.supporter) asks you", in: Shells.staff(visit),
            lead: """
                You are consulted until \(SupportingPages.time(consultation.endsAt, visit)). Talk with them; write nothing down.
                """,
            back: Crumb("Home", HomeAddresses.home.link()),
            main: consultation.opened.map(opened)
                ?? emptyState(
                    "Nothing of the request is shown",
                    "\(consultation.supporter) tells you what you need to know, and nothing that would say who it is."))
    }

    private static func opened(_ opened: ConsultationView.Opened) -> HTML {
        let name = opened.words.name
        return """
            \(section("The request", facts([("Name", HTML(text: name.isEmpty ? "Not given" : name))] + opened.card.facts)))
            \(opened.words.words.isEmpty
                ? nil : section("In their words", RequestPages.paragraphs(opened.words.words)))
            \(opened.messages.isEmpty
                ? nil : section("Messages", conversation("Messages", opened.messages.map(message))))
            """
    }

    private static func message(_ message: RequestMessage) -> ThreadMessage {
        ThreadMessage(
            isOwn: !message.fromSeeker, from: message.fromSeeker ? "From the person" : "From the supporter",
            day: message.day.longName, text: message.text)
    }
}

extension ConsultationRule.Consulted {
    /// As forms and the interface send it: `another-supporter`, or the role's name.
    var name: String {
        switch self {
        case .anotherSupporter: "another-supporter"
        case .role(let role): role.text
        }
    }

    func title(_ pack: PolicyPack) -> String {
        switch self {
        case .anotherSupporter: "Another \(pack.terms.supporter)"
        case .role(let role): pack.role(role)?.title ?? role.text
        }
    }
}

extension ConsultationRule.Sharing {
    /// What the consulted sees.
    var words: String {
        switch self {
        case .nothing: "They see nothing of the request, and you say nothing that tells who it is."
        case .asSeekerAuthorised: "They see the request only where the person agreed in writing."
        case .limitedAccess: "They read along for a limited time."
        }
    }
}
