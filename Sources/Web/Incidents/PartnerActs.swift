import HTML
import Operations
import Program

/// Partner teams that can be asked into an incident, such as a crisis response team (OCP-II.G).
enum PartnerActs {
    static let routes: [Route] = ask.routes + answer.routes

    static let ask = Act(
        "askPartner", "Write down that a partner team is asked for one of its services.",
        at: CriticalIncidentAddresses.partners, for: .holding(.leadIncidents), where: \.hasPartnerTeams,
        taking: Input(Field<String>.choice("service", "Service", FieldWords(clauses: clauses), of: services)),
        then: .created("Asked."),
        see: { _, incident in CriticalIncidentAddresses.incident.link(incident) }, refused: IncidentBoardPage.again,
        perform: { visit, service, incident in
            try await visit.programmes.askPartner(service, in: incident.text, by: visit.staff)
        })

    static let answer = Act(
        "answerPartner", "Write down what a partner team answered, and on which day.",
        at: CriticalIncidentAddresses.partner, .put, for: .holding(.leadIncidents), where: \.hasPartnerTeams,
        taking: Input(reply, answeredOn, agreedFor) { PartnerRequest.Answer($0, on: $1, agreedFor: $2) },
        then: .done("Kept."),
        see: { _, incident, _ in CriticalIncidentAddresses.incident.link(incident) },
        refused: { visit, refused, incident, _ in try await IncidentBoardPage.again(visit, refused, incident) },
        perform: { visit, answer, incident, asked in
            try await visit.programmes.answerPartner(asked.text, answer, in: incident.text, by: visit.staff)
        })

    private static let reply = Field<PartnerRequest.Reply>.choice(
        "reply", "What they said", FieldWords(citesOnPage: false, clauses: clauses), layout: .chips
    ) { $0.words }
    private static let answeredOn = Field<Day>.day("answeredOn", "When they answered")
    private static let agreedFor = Field<Day?>.day(
        maybe: "agreedFor", "For which day", FieldWords(hint: "Open, where none is set yet."))

    @Sendable private static func services(_ pack: PolicyPack) -> [FieldOption] {
        pack.partnerServices.map { FieldOption($0.word, "\($0.partner.title): \($0.service.label)") }
    }

    @Sendable private static func clauses(_ pack: PolicyPack) -> [ClauseID] {
        pack.incidents.partners.flatMap(\.services.basis.clauses).withoutRepetition
    }
}

extension PolicyPack {
    var hasPartnerTeams: Bool { runsIncidents && !partnerServices.isEmpty }
}

extension PartnerRequest.Reply {
    var words: String {
        switch self {
        case .comes: "Yes"
        case .cannot: "They cannot"
        }
    }
}

/// Partner teams on the board of an incident: what they were asked for, and what they answered.
enum IncidentPartnersPart {
    static func html(_ board: IncidentBoard, _ visit: StaffVisit, _ refused: Refused?) -> HTML? {
        guard visit.pack.hasPartnerTeams else { return nil }
        let partners = visit.pack.incidents.partners
        let id = PathID(board.file.id)
        return section(
            "Partners", anchor: "partners",
            """
            \(partners.map { "<p><strong>\($0.title)</strong> \($0.basis.notes)</p>" as HTML })
            \(board.file.partners.map { asked($0, board, visit, refused) })
            \(board.file.isOpen ? confirmation(
                "Ask a partner team", isOpen: refused?.act == PartnerActs.ask.id,
                PartnerActs.ask.form(visit, id, refused: refused, button: "Write down that they are asked")) : nil)
            """)
    }

    private static func asked(
        _ request: PartnerRequest, _ board: IncidentBoard, _ visit: StaffVisit, _ refused: Refused?
    ) -> HTML {
        let service = visit.pack.partnerServices.first {
            $0.partner.id == request.partner && $0.service.id == request.service
        }
        let today = visit.staff.today.text
        return card(
            service?.service.label ?? request.service, level: .third, badge: state(of: request),
            """
            \(facts([
                ("Asked on", HTML(text: request.askedOn.longName)),
                ("Answered on", HTML(text: request.answer?.on.longName ?? "not yet")),
            ] + (request.answer?.agreedFor.map { [("For", HTML(text: $0.longName))] } ?? [])))
            \(board.file.isOpen ? confirmation(
                "What they answered",
                PartnerActs.answer.form(
                    visit, PathID(board.file.id), PathID(request.id), filled: Filled(first: ["answeredOn": today]),
                    refused: refused, button: "Keep their answer")) : nil)
            """)
    }

    private static func state(of request: PartnerRequest) -> HTML {
        switch request.answer?.reply {
        case .comes: badge("Agreed", tone: .good, sign: "✓")
        case .cannot: badge("They cannot", tone: .neutral, sign: "–")
        case nil: badge("Asked", tone: .warning, sign: "…")
        }
    }
}
