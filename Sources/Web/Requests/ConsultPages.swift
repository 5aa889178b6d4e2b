import HTML
import Operations
import Program

/// Consulting somebody about a request, as far as the pack opens it to them.
enum ConsultPages {
    /// The page as it is, or again where something was refused.
    @Sendable
    static func answer(_ visit: StaffVisit, _ refused: Refused?, _ id: PathID) async throws -> Answer? {
        guard let request = try await visit.programmes.request(id.text, of: visit.staff),
            let ways = try await visit.programmes.ways(toConsultOn: id.text, by: visit.staff)
        else { return nil }
        return .page(consultations(request, ways, visit, refused), again: refused)
    }

    private static func consultations(
        _ request: SupporterView, _ ways: [WayToConsult], _ visit: StaffVisit, _ refused: Refused?
    ) -> HTML {
        let sent = refused == nil ? "" : visit.form[HandingOnActs.consulted.name]
        let hasForm = ways.contains { $0.rule.with.name == sent && !$0.colleagues.isEmpty }
        return page(
            "Consult somebody", in: Shells.staff(visit),
            lead: "The person sees on their own page whom you consult, and can end it.",
            back: Crumb("The request", SupportingAddresses.request.link(PathID(request.id))),
            main: """
                \(hasForm ? nil : refused?.words)
                \(request.consultations.isEmpty
                    ? nil : section("Under way", cards(request.consultations.map { open($0, request, visit) })))
                \(ways.map { way($0, request, visit, $0.rule.with.name == sent ? refused : nil) })
                """)
    }

    private static func open(
        _ consultation: OpenConsultation, _ request: SupporterView, _ visit: StaffVisit
    ) -> HTML {
        card(
            consultation.name, level: .third,
            badge: consultation.readsAlong ? badge("Reads along", tone: .warning) : badge("Sees nothing of it"),
            """
            <p>\(consultation.role.map { "\($0), until" } ?? "Until") \(SupportingPages.time(consultation.endsAt, visit))</p>
            \(HandingOnActs.endConsultation.asButton(
                "End it now", visit, PathID(request.id), PathID(consultation.id)))
            """)
    }

    /// One way of the pack: with whom, what it opens, when.
    private static func way(
        _ way: WayToConsult, _ request: SupporterView, _ visit: StaffVisit, _ refused: Refused?
    ) -> HTML {
        let rule = way.rule
        let people = way.colleagues
        var filled = Filled(
            options: [HandingOnActs.account.name: people.map { FieldOption($0.account, $0.name) }],
            first: [HandingOnActs.consulted.name: rule.with.name])
        if people.count == 1 { filled.first[HandingOnActs.account.name] = people[0].account }
        return section(
            rule.with.title(visit.pack),
            lead: "\(rule.sharing.words) \(rule.atAnyHour ? "At any hour." : "") \(rule.basis.notes(with: .sharing))",
            """
            \(telephones(rule, visit))
            \(people.isEmpty
                ? emptyState("Nobody to ask here just now", "Nobody holds this role today with an account of their own.")
                : HandingOnActs.consult.form(
                    visit, PathID(request.id), filled: filled, refused: refused, button: "Consult", style: .secondary,
                    among: rule.with.name))
            """)
    }

    private static func telephones(_ rule: ConsultationRule, _ visit: StaffVisit) -> HTML? {
        guard case .role(let role) = rule.with else { return nil }
        return RecipientCalls.buttons(visit.programmes.calls(to: role, in: visit.staff.agency))
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

/// One way of the pack to consult somebody, with whoever can be asked just now.
struct WayToConsult: Sendable {
    let rule: ConsultationRule
    let colleagues: [Operations.Colleague]
}

extension Programmes {
    /// Every way of the pack to consult somebody about the request; nothing where the staff member does not have it.
    func ways(toConsultOn id: String, by staff: Staff) async throws -> [WayToConsult]? {
        var ways: [WayToConsult] = []
        for rule in staff.policy.requests.consultations {
            guard let colleagues = try await consultable(rule.with, for: id, by: staff) else { return nil }
            ways.append(WayToConsult(rule: rule, colleagues: colleagues))
        }
        return ways
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
        case .role(let role): pack.title(role)
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
